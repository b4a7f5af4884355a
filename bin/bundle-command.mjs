import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { rolldown } from 'rolldown';
import { withLateConstants } from './late-constants.mjs';
import { withNarrowPatterns } from './narrow-patterns.mjs';

/** The modules that a run over Markdown and text needs. They and everything they import are bundled into one file. */
const HOT = ['bin/cli.mts', 'src/cli/lint.ts', 'src/report/stylish.ts', 'src/compose/markup/markdown.ts'];

/** Node modules that take long to load and that most runs do not need. Each one is loaded when it is first called. */
const LAZY = {
  'node:child_process': ['spawn', 'spawnSync', 'execFile', 'execFileSync'],
  'node:crypto': ['createHash', 'hash', 'randomUUID'],
  'node:module': ['createRequire'],
  'node:os': ['availableParallelism', 'hostname', 'tmpdir'],
  'node:v8': ['setFlagsFromString'],
  'node:zlib': ['crc32', 'deflateRawSync', 'inflateRawSync'],
};

/**
 * Packages that most runs over Markdown do not need. Each one is loaded when it is first called or first creates an
 * object.
 */
const LATE_PACKAGES = {
  chalk: ['Chalk'],
  htmlparser2: ['Parser'],
  'jsonc-parser': ['createScanner', 'findNodeAtLocation', 'parse', 'parseTree', 'printParseErrorCode', 'visit'],
  picomatch: [],
  'remark-parse': [],
  unified: ['unified'],
};

const LATE = '\0late:';
/** A stand-in for chalk’s color detection, which is slow and not needed because the caller decides about color. */
const NO_COLOR = '\0no-color-detection';

/**
 * Bundles the command into `dist/command.cjs` and `dist/command/`.
 * @param {string} root the folder of the package
 * @param {{ minify: boolean }} options
 * @returns {Promise<readonly string[]>} the paths of the bundled modules, relative to the root
 */
export async function writeCommand(root, { minify }) {
  const hot = new Set();
  const bundle = await rolldown({
    input: { entry: 'bin/cli.mts', ...Object.fromEntries(Object.keys(LATE_PACKAGES).map((name) => [name, name])) },
    cwd: root,
    platform: 'node',
    resolve: { conditionNames: ['replylint-src', 'import', 'node'], mainFields: ['module', 'main'] },
    transform: { target: 'node20.19', define: { 'import.meta.url': '__url', 'import.meta.dirname': '__folder' } },
    // These checks are off because a module of the main file may also be imported dynamically, and because only the
    // named exports of a package are used.
    checks: { ineffectiveDynamicImport: false, mixedExports: false, pluginTimings: false },
    plugins: [
      replaced,
      texts,
      follow(root, hot),
      { name: 'at-start', renderChunk: (code) => withLateConstants(withNarrowPatterns(code)) },
    ],
  });
  const { output } = await bundle.generate({
    format: 'cjs',
    minify,
    comments: false,
    entryFileNames: 'command/[name].cjs',
    chunkFileNames: ({ name }) => (name === 'command' ? 'command.cjs' : 'command/[name].cjs'),
    codeSplitting: { groups: [{ name: 'command', test: (id) => hot.has(id) || id.includes('rolldown/runtime') }] },
  });
  await bundle.close();
  for (const { fileName, code } of output) {
    const file = join(root, 'dist', fileName);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, asLoaded(code));
  }
  const modules = output.flatMap((chunk) => Object.keys(chunk.modules)).filter((id) => !id.startsWith('\0'));
  return modules.map((id) => relative(root, id).replaceAll('\\', '/'));
}

const replaced = {
  name: 'replaced',
  resolveId(id, importer) {
    if (Object.hasOwn(LAZY, id) || (importer !== undefined && Object.hasOwn(LATE_PACKAGES, id))) return LATE + id;
    return id === '#supports-color' ? NO_COLOR : undefined;
  },
  load(id) {
    if (id === NO_COLOR) return 'export default { stdout: false, stderr: false };';
    if (!id.startsWith(LATE)) return undefined;
    const name = id.slice(LATE.length);
    return Object.hasOwn(LAZY, name) ? lateBuiltin(name) : latePackage(name);
  },
};

// What was loaded is kept in a variable, because looking it up takes as long as hashing a reply.
function lateBuiltin(name) {
  return LAZY[name]
    .map(
      (call) =>
        `let own_${call}; export const ${call} = (...given) => (own_${call} ??= __node('${name}').${call})(...given);`,
    )
    .join('\n');
}

function latePackage(name) {
  const loaded = `__chunk('${name}')`;
  if (name === 'picomatch')
    return `const p = (...given) => ${loaded}(...given); p.scan = (...given) => ${loaded}.scan(...given); export default p;`;
  if (name === 'remark-parse') return `export default function (...given) { return ${loaded}.apply(this, given); }`;
  const call = (own) =>
    /^[A-Z]/.test(own)
      ? `export function ${own}(...given) { return new ((all ??= ${loaded}).${own})(...given); }`
      : `export const ${own} = (...given) => (all ??= ${loaded}).${own}(...given);`;
  return `let all;\n${LATE_PACKAGES[name].map(call).join('\n')}`;
}

/** The page of a report and its script are imported as text. */
const texts = {
  name: 'texts',
  load: (id) =>
    /\.browser\.js$|\.css$/.test(id)
      ? { code: `export default ${JSON.stringify(readFileSync(id, 'utf8'))};`, moduleType: 'js' }
      : undefined,
};

/** Adds everything that the main modules import, directly or indirectly. */
const follow = (root, hot) => ({
  name: 'hot-modules',
  buildEnd() {
    const next = HOT.map((path) => join(root, path));
    for (let id = next.pop(); id !== undefined; id = next.pop()) {
      if (hot.has(id)) continue;
      hot.add(id);
      next.push(...(this.getModuleInfo(id)?.importedIds ?? []));
    }
  },
});

/** The parameters that a loader passes to each bundled file. */
const PARAMETERS = 'exports,require,module,__filename,__dirname,__url,__folder,__node,__chunk,__import';

/**
 * Wraps the code of a bundled file in a function at build time, so that no run has to build such a long string. In Node
 * 20, code from V8's cache cannot import modules, so the loader passes in an import function.
 */
function asLoaded(code) {
  const imports = code.replace(/(?<![\w$.])import\((?!\))/g, '__import(');
  // Other characters are escaped because the file is read with one byte per character.
  const ascii = imports.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `(function(${PARAMETERS}){${ascii}\n})`;
}
