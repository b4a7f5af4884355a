import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { built } from '../built.js';
import { folderWith } from '../command-line.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

test('the package holds what is needed to run it, and nothing to build it', () => {
  built('command.cjs');
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT, encoding: 'utf8' }),
  );
  const files = packed.files.map(({ path }: { path: string }) => path);
  expect(files).toEqual(
    expect.arrayContaining([
      'bin/replylint.js',
      'dist/command.cjs',
      'dist/THIRD-PARTY-LICENSES.txt',
      'schema.json',
      'LICENSE',
    ]),
  );
  // The only pages in `src` are those that the README or its pages link to.
  const pages = [
    'src/README.md',
    'src/cli/README.md',
    'src/config/README.md',
    'src/read/README.md',
    'src/report/scorecard/README.md',
    'src/rule/README.md',
  ];
  expect(
    files
      .filter((path: string) =>
        /^(?:src|tests|fixtures)\/|^bin\/(?!(?:(?:answers|replylint|command|worker)\.js|package\.json)$)/.test(path),
      )
      .sort(),
  ).toEqual(pages);
  expect(files.filter((path: string) => path.endsWith('.d.ts'))).toEqual([
    'dist/index.d.ts',
    'dist/rule.d.ts',
    'dist/rules.d.ts',
    'dist/shared.d.ts',
  ]);
  const licenses = readFileSync(join(ROOT, 'dist/THIRD-PARTY-LICENSES.txt'), 'utf8');
  for (const name of ['commander', 'remark-parse', 'yaml', 'picomatch']) expect(licenses).toContain(`${name} `);
});

test('its types compile for a user who checks all of them, and has none of Node’s', () => {
  built('command.cjs');
  const cwd = folderWith({
    'use.ts': `import { ConfigError, type FileSystem, lintFiles, type LintResult, lintText, loadConfig, tryRule } from 'replylint';
import { defineAvoidanceRule, defineRule } from 'replylint/rule';
import { rules } from 'replylint/rules';
export const results: Promise<readonly LintResult[]> = lintFiles(['a'], { rules }).then(({ results }) => results);
export { ConfigError, defineAvoidanceRule, defineRule, type FileSystem, lintText, loadConfig, tryRule };
`,
    'package.json': '{"type": "module"}',
  });
  mkdirSync(join(cwd, 'node_modules'));
  symlinkSync(ROOT, join(cwd, 'node_modules/replylint'));
  const compilerOptions = {
    ...{ target: 'ES2022', lib: ['ES2022'], module: 'NodeNext', moduleResolution: 'NodeNext' },
    ...{ strict: true, skipLibCheck: false, noEmit: true, types: [] },
  };
  writeFileSync(join(cwd, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
  expect(execFileSync(process.execPath, [tsc, '-p', cwd], { cwd, encoding: 'utf8' })).toBe('');
});
