// Linters for prose and Markdown from npm, for comparison. `--peers` installs them next to the inputs.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGES = [
  'rumdl@0.2.75',
  'markdownlint-cli2@0.22.1',
  'eslint@10.15.0',
  '@eslint/markdown@8.0.3',
  'textlint@15.8.0',
  'textlint-rule-write-good@2.0.0',
  'write-good@1.0.8',
  'alex@11.0.1',
];
const CONFIGS = {
  '.textlintrc.json': '{ "rules": { "write-good": true } }\n',
  'eslint.config.mjs':
    "import markdown from '@eslint/markdown';\nexport default [{ files: ['**/*.md'], plugins: { markdown }, language: 'markdown/gfm', extends: [], rules: { ...markdown.configs.recommended[0].rules } }];\n",
  '.markdownlint-cli2.jsonc':
    '{ "config": { "default": true, "MD013": false, "MD041": false }, "noProgress": true, "noBanner": true }\n',
};

/** @param {string} folder the folder to install them in */
export function installPeers(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  for (const [name, text] of Object.entries(CONFIGS)) writeFileSync(join(folder, name), text);
  const { status } = spawnSync(
    'npm',
    ['install', '--save-exact', '--no-audit', '--no-fund', '--loglevel=error', ...PACKAGES],
    {
      cwd: folder,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) throw new Error('the peers could not be installed; npm says why, above');
}

/**
 * Returns the installed linters, each as a program that lints some Markdown.
 * @param {string} folder the folder in which they are installed
 * @param {string} input the path of a file or folder
 */
export function peersOn(folder, input) {
  const bin = (name) => join(folder, 'node_modules/.bin', name);
  const glob = input.endsWith('.md') ? input : join(input, '**/*.md');
  const all = [
    { name: 'rumdl', command: [bin('rumdl'), 'check', '--no-cache', input] },
    {
      name: 'markdownlint-cli2',
      command: [bin('markdownlint-cli2'), '--config', join(folder, '.markdownlint-cli2.jsonc'), glob],
    },
    { name: 'eslint', command: [bin('eslint'), '-c', join(folder, 'eslint.config.mjs'), input] },
    { name: 'textlint', command: [bin('textlint'), '-c', join(folder, '.textlintrc.json'), glob] },
    { name: 'write-good', command: ['bash', '-c', `"$0" $(find "$1" -name '*.md')`, bin('write-good'), input] },
    { name: 'alex', command: [bin('alex'), '--quiet', input] },
  ];
  return all.filter(({ name }) => existsSync(bin(name))).map((peer) => ({ ...peer, cwd: folder }));
}
