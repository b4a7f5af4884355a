import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { newFolder, replylint } from './command-line.js';

const BLAME = 'Hi there,\n\nYou failed to send the form.\n';
const ENV = {
  ...{ GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'A' },
  ...{ GIT_COMMITTER_EMAIL: 'a@example.org', GIT_CONFIG_NOSYSTEM: '1', HOME: '/nowhere' },
};

function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd, encoding: 'utf8', env: { PATH: process.env.PATH, ...ENV } }).trim();
}

/** Creates a repository with a committed macro, `macros/old.md`. */
function repository(): string {
  const cwd = join(newFolder(onTestFinished), 'repo');
  mkdirSync(join(cwd, 'macros'), { recursive: true });
  git(cwd, 'init', '--quiet', '--initial-branch=main');
  writeFileSync(join(cwd, 'macros/old.md'), BLAME);
  git(cwd, 'add', '--all');
  git(cwd, 'commit', '--quiet', '--message', '1');
  return cwd;
}

/** Returns the paths of files that have findings in their staged version. */
async function staged(cwd: string, env: Record<string, string>, format = 'compact') {
  const { out, err, code } = await replylint(['-f', format, '--staged', '.'], { cwd, env: { ...ENV, ...env } });
  const files = format === 'compact' ? out.matchAll(/^(.+?): line/gm) : out.matchAll(/file=([^,]+)/g);
  return { files: [...new Set(Array.from(files, ([, file]) => file))], err, code };
}

test('a hook of a linked worktree that goes into a folder checks what is staged there, once', async () => {
  const repo = repository();
  const side = join(repo, '../side');
  git(repo, 'worktree', 'add', '--quiet', side, '-b', 'side');
  writeFileSync(join(side, 'macros/new.md'), BLAME);
  git(side, 'add', '--all');
  const env = { GIT_DIR: git(side, 'rev-parse', '--absolute-git-dir'), GIT_PREFIX: '' };
  expect(await staged(join(side, 'macros'), env)).toEqual({ files: ['new.md'], err: '', code: 1 });
  expect((await staged(join(side, 'macros'), env, 'github')).files).toEqual(['macros/new.md']);
  expect(await staged(side, { GIT_DIR: '.git', GIT_WORK_TREE: '..' })).toMatchObject({ files: ['macros/new.md'] });
});

test('a hook that goes on to another repository checks what is staged there', async () => {
  const [repo, other] = [repository(), repository()];
  writeFileSync(join(other, 'macros/new.md'), BLAME);
  git(other, 'add', '--all');
  const env = { GIT_DIR: join(repo, '.git'), GIT_INDEX_FILE: join(repo, '.git/index') };
  expect(await staged(other, env)).toEqual({ files: ['macros/new.md'], err: '', code: 1 });
});

test('the index of a commit that is being made counts', async () => {
  const repo = repository();
  const index = join(repo, '.git/next-index');
  copyFileSync(join(repo, '.git/index'), index);
  writeFileSync(join(repo, 'macros/new.md'), BLAME);
  git(repo, 'add', '--all');
  expect((await staged(repo, { GIT_INDEX_FILE: index })).files).toEqual([]);
  expect((await staged(join(repo, 'macros'), { GIT_DIR: '.git', GIT_INDEX_FILE: '.git/index' })).files).toEqual([
    'new.md',
  ]);
});

test('a tree without a .git of its own is that of GIT_DIR', async () => {
  const repo = repository();
  const tree = newFolder(onTestFinished);
  mkdirSync(join(tree, 'macros'));
  writeFileSync(join(tree, 'macros/new.md'), BLAME);
  const env = { GIT_DIR: join(repo, '.git'), GIT_WORK_TREE: tree, GIT_CEILING_DIRECTORIES: join(tree, '..') };
  execFileSync('git', ['add', 'macros/new.md'], { cwd: tree, env: { PATH: process.env.PATH, ...ENV, ...env } });
  expect((await staged(tree, env)).err).not.toContain('not a git repository');
});
