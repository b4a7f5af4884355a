// Releases the version in package.json: checks the sources, builds the package, inspects it, and creates the tag. The
// tag is on a commit of the branch `dist` that contains the build, so that actions, hooks and installs from git do not
// have to build anything. With --check, it only builds and inspects the package. Nothing is pushed or published.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BRANCH, commitBuilt } from './built-commit.mjs';
import { ROOT } from './bundle-sources.mjs';

const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const tag = `v${version}`;
const onlyCheck = process.argv.includes('--check');
const options = { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32' };
const read = (command, ...args) => execFileSync(command, args, options).trim();
const run = (command, ...args) => execFileSync(command, args, { ...options, stdio: 'inherit' });

if (!onlyCheck) {
  const faults = [
    read('git', 'status', '--porcelain') !== '' && 'there are uncommitted changes; commit them first',
    read('git', 'tag', '--list', tag) !== '' && `the tag ${tag} exists; raise "version" in package.json`,
    !readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8').includes(`\n## ${version}\n`) &&
      `CHANGELOG.md has no section "## ${version}"`,
  ].filter(Boolean);
  if (faults.length > 0) {
    process.stderr.write(`release: ${faults.join('\nrelease: ')}\n`);
    process.exit(1);
  }
  run('npm', 'run', 'check');
} else run('npm', 'run', 'build');

let files = [];
const folder = mkdtempSync(join(tmpdir(), 'replylint-release-'));
try {
  const [packed] = JSON.parse(read('npm', 'pack', '--ignore-scripts', '--json', '--pack-destination', folder));
  const tarball = join(folder, packed.filename);
  run('npx', '--no-install', 'publint', 'run', '--strict', tarball);
  run('npx', '--no-install', 'attw', tarball, '--profile', 'esm-only', '--format', 'ascii');
  tryInstalled(tarball);
  files = packed.files.map(({ path }) => path);
  process.stdout.write(`${packed.filename}: ${packed.entryCount} files, ${(packed.size / 1e6).toFixed(1)} MB\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

if (!onlyCheck) {
  const message = `${name} ${version}`;
  const commit = commitBuilt(ROOT, { files, tag, message });
  run('git', 'tag', '--annotate', tag, commit, '--message', message);
  process.stdout.write(`Tagged ${tag}. Next: git push origin ${BRANCH} ${tag}, then npm publish.\n`);
}

/** Installs the package the way a user does, and lints a text with it. */
function tryInstalled(tarball) {
  const project = join(folder, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{"private": true}');
  writeFileSync(join(project, 'reply.md'), 'Hi {{name}},\n\nyou failed to send the form.\n\nBest,\n{{agent}}\n');
  const at = { ...options, cwd: project };
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', tarball], at);
  const command = ['--no-install', 'replylint'];
  const said = execFileSync('npx', [...command, '--version'], at).trim();
  if (said !== `${name} ${version}`) throw new Error(`the installed command calls itself “${said}”`);
  const { status, stdout } = spawnSync('npx', [...command, '--quiet', '--no-config-lookup', 'reply.md'], at);
  if (status !== 1 || !stdout.includes('no-blame-shifting'))
    throw new Error(`the installed command does not lint as it should; exit code ${status}\n${stdout}`);
}
