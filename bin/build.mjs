// Compiles the languages, and bundles the command and the library into dist/, with the type declarations. With
// --languages, only the languages, and the list of rules is written anew. With --prepare, what npm runs after
// `npm ci` and after an install from git: the tools may be missing there, and then they are installed first.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ANSWERS, ASKED } from './answers.js';
import { bundleDeclarations } from './declarations.mjs';
import { licensesOf } from './licenses.mjs';
import { ruleIndex } from './rule-index.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const isMissing = (name) => !existsSync(join(root, 'node_modules', name, 'package.json'));

if (process.argv.includes('--prepare') && ['esbuild', 'rollup-plugin-dts', 'typescript'].some(isMissing)) {
  // npm hands a global install's flags down to this script; they would lead the inner install astray.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_config_(?:global|prefix|location|omit|only|production|include)$/i.test(name),
    ),
  );
  try {
    execFileSync('npm', ['install', '--include=dev', '--ignore-scripts', '--no-save', '--no-audit', '--no-fund'], {
      cwd: root,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
  } catch {
    process.stderr.write('replylint: what is needed to build it could not be installed; npm says why, above\n');
    process.exit(1);
  }
}

const { build } = createRequire(join(root, 'package.json'))('esbuild');
const onlyLanguages = process.argv.includes('--languages');
const listed = ruleIndex(join(root, 'rules'));
if (listed !== readFileSync(join(root, 'rules/index.ts'), 'utf8')) {
  if (!onlyLanguages) {
    process.stderr.write('rules/index.ts does not list the rules of its folder: run `npm run languages`\n');
    process.exit(1);
  }
  writeFileSync(join(root, 'rules/index.ts'), listed);
}
rmSync(join(root, onlyLanguages ? 'dist/languages' : 'dist'), { recursive: true, force: true });

const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  conditions: ['replylint-src'],
  mainFields: ['module', 'main'],
  // Some bundled packages are CommonJS and ask for Node's own modules in its way.
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  logLevel: 'warning',
};

// The languages come first: they are compiled with the linter's own sources, and refused where a phrase proves nothing.
const compiler = join(root, 'node_modules/.cache/replylint/languages.mjs');
await build({ ...common, entryPoints: ['bin/languages.mts'], outfile: compiler });
try {
  const { writeLanguages } = await import(`${pathToFileURL(compiler)}?${Date.now()}`);
  await writeLanguages(root, join(root, 'dist/languages'));
} catch (error) {
  process.stderr.write(`${error.message.startsWith('rules/') ? error.message : error.stack}\n`);
  process.exit(1);
}

if (onlyLanguages) process.exit(0);

/** Parts of Node that take long to load and that most runs do not need: each is loaded with the first call. */
const LAZY = {
  'node:child_process': ['spawn', 'spawnSync', 'execFile', 'execFileSync'],
  'node:crypto': ['createHash', 'hash', 'randomUUID'],
  'node:os': ['availableParallelism', 'hostname'],
  'node:v8': ['setFlagsFromString'],
  'node:zlib': ['deflateRawSync', 'inflateRawSync'],
};
/** Whether there is color was decided before; chalk's own look at the terminal takes long. */
const noColorDetection = {
  name: 'no-color-detection',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^#supports-color$/ }, () => ({ path: 'supports-color', namespace: 'none' }));
    onLoad({ filter: /./, namespace: 'none' }, () => ({ contents: 'export default { stdout: false, stderr: false };' }));
  },
};
const lateBuiltins = {
  name: 'late-builtins',
  setup({ onLoad, onResolve }) {
    onResolve({ filter: new RegExp(`^(?:${Object.keys(LAZY).join('|')})$`) }, ({ path, namespace }) =>
      namespace === 'late' ? { path, external: true } : { path, namespace: 'late' },
    );
    onLoad({ filter: /./, namespace: 'late' }, ({ path }) => ({
      contents: LAZY[path]
        .map((name) => `export const ${name} = (...given) => require('${path}').${name}(...given);`)
        .join('\n'),
    }));
  },
};

const product = { ...common, minify: !process.argv.includes('--readable') };

// The command is one file, of which V8 keeps the compiled code; what a run does not need in it is not even looked at.
const command = await build({
  ...product,
  format: 'cjs',
  metafile: true,
  define: { 'import.meta.url': '__url' },
  banner: { js: "const __url=require('node:url').pathToFileURL(__filename).href;" },
  supported: { 'dynamic-import': true },
  charset: 'ascii',
  plugins: [lateBuiltins, noColorDetection],
  entryPoints: { command: 'bin/cli.mts' },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  // They stand in one file, whole.
  legalComments: 'none',
});
// Code that V8 takes from a file cannot import modules in Node 20; whoever loads it hands in how.
const commandFile = join(root, 'dist/command.cjs');
// It is read as one byte a character, and esbuild leaves the characters of regular expressions as they are.
const ascii = (text) => text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
writeFileSync(commandFile, ascii(readFileSync(commandFile, 'utf8').replace(/(?<![\w$.])import\((?!\))/g, '__import(')));
const library = await build({
  ...product,
  metafile: true,
  entryPoints: { index: 'src/index.ts', rule: 'src/rule/index.ts', rules: 'rules/index.ts' },
  outdir: 'dist',
  splitting: true,
  legalComments: 'none',
});
const outputs = [command, library].flatMap(({ metafile }) => Object.values(metafile.outputs));
const bundled = outputs.flatMap(({ inputs }) => Object.keys(inputs));
writeFileSync(join(root, 'dist/THIRD-PARTY-LICENSES.txt'), licensesOf(root, bundled));
execFileSync(process.execPath, [join(root, 'bin/warm.mjs')], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
const answer = (words) =>
  execFileSync(process.execPath, [join(root, 'bin/replylint.js'), ...words], { encoding: 'utf8' });
writeFileSync(ANSWERS, JSON.stringify(Object.fromEntries(ASKED.map((words) => [words.join(' '), answer(words)]))));
execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'bin')], {
  cwd: root,
  stdio: 'inherit',
});
await bundleDeclarations(join(root, 'dist/.types'), join(root, 'dist'));
