// Compiles the languages and bundles the command and the library into dist/, including type declarations. With
// --languages, it only compiles the languages and updates the list of rules. With --prepare, which npm runs after `npm
// ci` and after an install from git, it installs missing build tools first.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANSWERS, ASKED } from './answers.js';
import { esbuild, importBundled, ROOT, SOURCES } from './bundle-sources.mjs';
import { bundleDeclarations } from './declarations.mjs';
import { licensesOf } from './licenses.mjs';
import { ruleIndex } from './rule-index.mjs';

const isMissing = (name) => !existsSync(join(ROOT, 'node_modules', name, 'package.json'));

if (process.argv.includes('--prepare') && ['esbuild', 'rolldown', 'rollup-plugin-dts', 'typescript'].some(isMissing)) {
  // npm passes the flags of a global install on to this script. They would break the install inside it, so they are
  // removed.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_config_(?:global|prefix|location|omit|only|production|include)$/i.test(name),
    ),
  );
  try {
    execFileSync('npm', ['install', '--include=dev', '--ignore-scripts', '--no-save', '--no-audit', '--no-fund'], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
  } catch {
    process.stderr.write('replylint: the build dependencies could not be installed; see the npm output above\n');
    process.exit(1);
  }
}

const onlyLanguages = process.argv.includes('--languages');
const listed = ruleIndex(join(ROOT, 'rules'));
if (listed !== readFileSync(join(ROOT, 'rules/index.ts'), 'utf8')) {
  if (!onlyLanguages) {
    process.stderr.write('rules/index.ts does not list the rules of its folder: run `npm run languages`\n');
    process.exit(1);
  }
  writeFileSync(join(ROOT, 'rules/index.ts'), listed);
}
rmSync(join(ROOT, onlyLanguages ? 'dist/languages' : 'dist'), { recursive: true, force: true });

// The languages come first because they are compiled with the linter's own sources, and because a phrase that is not
// proved must stop the build.
const { writeLanguages } = await importBundled('bin/languages.mts', 'languages');
try {
  await writeLanguages(ROOT, join(ROOT, 'dist/languages'));
} catch (error) {
  process.stderr.write(`${error.message.startsWith('rules/') ? error.message : error.stack}\n`);
  process.exit(1);
}

if (onlyLanguages) process.exit(0);

// The command consists of a few files whose compiled code V8 caches: one with everything for linting Markdown, and many
// that are loaded on demand.
const minify = !process.argv.includes('--readable');
const commandModules = await (await import('./bundle-command.mjs')).writeCommand(ROOT, { minify });
const library = await esbuild().build({
  ...SOURCES,
  minify,
  metafile: true,
  entryPoints: { index: 'src/index.ts', rule: 'src/rule/index.ts', rules: 'rules/index.ts' },
  outdir: 'dist',
  splitting: true,
  legalComments: 'none',
});
const bundled = Object.values(library.metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs));
writeFileSync(join(ROOT, 'dist/THIRD-PARTY-LICENSES.txt'), licensesOf(ROOT, [...bundled, ...commandModules]));
execFileSync(process.execPath, [join(ROOT, 'bin/warm.mjs')], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
const answer = (words) =>
  execFileSync(process.execPath, [join(ROOT, 'bin/replylint.js'), ...words], { encoding: 'utf8' });
writeFileSync(ANSWERS, JSON.stringify(Object.fromEntries(ASKED.map((words) => [words.join(' '), answer(words)]))));
execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', join(ROOT, 'bin')], {
  cwd: ROOT,
  stdio: 'inherit',
});
await bundleDeclarations(join(ROOT, 'dist/.types'), join(ROOT, 'dist'));
