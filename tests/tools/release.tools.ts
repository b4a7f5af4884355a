import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { built } from '../built.js';
import { cloneOfProject, put, root, run, workshop } from './workshop.js';

const clone = join(workshop(), 'clone');
const tag = `v${packageJson.version}`;
const release = () => run('npm run --silent release', clone);

beforeEach(() => {
  rmSync(clone, { recursive: true, force: true });
  cloneOfProject(clone);
});

describe('a release is refused', () => {
  test('with changes that are not committed', () => {
    put(clone, { 'new.txt': 'new' });
    expect(release()).toEqual({ code: 1, said: 'release: there are uncommitted changes; commit them first\n' });
  });

  test('with a tag that is there, and without a section of the changelog', () => {
    const log = readFileSync(join(root, 'CHANGELOG.md'), 'utf8').replace(`## ${packageJson.version}\n`, '');
    put(clone, { 'CHANGELOG.md': log });
    run(`git commit -qam "No section" && git tag ${tag}`, clone);
    expect(release()).toEqual({
      code: 1,
      said: `release: the tag ${tag} exists; raise "version" in package.json\nrelease: CHANGELOG.md has no section "## ${packageJson.version}"\n`,
    });
  });
});

test('what is built is committed on a branch of its own, and runs from there without a build', () => {
  put(clone, { 'a.mjs': COMMIT_BUILT });
  run('git remote add origin git@git.example:team/replylint.git && cp -r "$BUILT" dist', clone, { BUILT: built('') });
  const { said: commit, code } = run('node a.mjs', clone);
  expect(code, commit).toBe(0);
  // The working tree and its index are unchanged, and the commit of the sources is a parent of the build.
  expect(run('git status --porcelain', clone).said).toBe('?? a.mjs\n');
  expect(run('git rev-parse dist^', clone).said).toBe(run('git rev-parse HEAD', clone).said);
  expect(run('node a.mjs && git rev-list --count --first-parent heads/dist --not main', clone).said).toMatch(/\n2\n$/);

  const user = join(clone, '../user');
  put(user, { 'package.json': '{"private": true}', 'macros/bad.md': BAD });
  run('git init -q', user);
  const installed = run(`npm install --no-save --no-audit --no-fund "git+file://${clone}#dist"`, user);
  expect(installed.code, installed.said).toBe(0);
  expect(installed.said).not.toContain('warn');
  expect(run('npx --no-install replylint macros', user).said).toContain('“you failed to” blames the customer');
  expect(run('ls node_modules', user).said).toBe('replylint\n');

  // In another folder, `init` still knows where replylint came from.
  const other = join(clone, '../other');
  put(other, { 'macros/bad.md': BAD });
  run('git init -q', other);
  run(`node ${user}/node_modules/replylint/bin/replylint.js init --yes --hook`, other);
  expect(readFileSync(join(other, '.pre-commit-config.yaml'), 'utf8')).toContain(
    'repo: ssh://git@git.example/team/replylint.git\n    rev: v9.9.9\n',
  );
});

const BAD = 'Hi {{name}},\n\nyou failed to send the form.\n\nBest,\n{{agent}}\n';

/** Does the same as the release, without its checks. */
const COMMIT_BUILT = `import { execFileSync } from 'node:child_process';
import { commitBuilt } from './bin/built-commit.mjs';
const packed = execFileSync('npm', ['pack', '--dry-run', '--ignore-scripts', '--json'], { encoding: 'utf8' });
const files = JSON.parse(packed)[0].files.map(({ path }) => path);
console.log(commitBuilt(process.cwd(), { files, tag: 'v9.9.9', message: 'replylint 9.9.9' }));
`;
