import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PackageSource } from '../src/cli/world.js';

/**
 * Returns where the running command can be fetched from, and at which commit. The information comes from what `npm`
 * recorded during an install from git, from the manifest of the package, or from the remote of the clone that contains
 * it. Undefined if none of them says so.
 * @param root the folder of the package
 */
export function packageSource(root: string): PackageSource | undefined {
  return installedSource(root) ?? declaredSource(root) ?? clonedSource(root);
}

/** Reads `git+ssh://git@host/team/replylint.git#<commit>` from npm’s own list of installed packages. */
function installedSource(root: string): PackageSource | undefined {
  const list = jsonIn(join(dirname(root), '.package-lock.json'));
  const packages = Object(Object(list).packages) as Record<string, { resolved?: unknown }>;
  const [, url = '', commit] =
    /^git\+(.+)#([0-9a-f]{40})$/.exec(String(packages['node_modules/replylint']?.resolved)) ?? [];
  return sourceOf(url, commit);
}

/** Reads the repository and the tag that a release names in its manifest. */
function declaredSource(root: string): PackageSource | undefined {
  const { repository, releaseTag } = Object(jsonIn(join(root, 'package.json'))) as Record<string, unknown>;
  const { url } = Object(repository) as { url?: unknown };
  return typeof url === 'string' && typeof releaseTag === 'string'
    ? sourceOf(url.replace(/^git\+/, ''), releaseTag)
    : undefined;
}

/**
 * Returns the remote of the clone. A commit that is on no branch of the remote is not used because others cannot fetch
 * it.
 */
function clonedSource(root: string): PackageSource | undefined {
  if (!existsSync(join(root, '.git'))) return undefined;
  const { GIT_DIR: _, GIT_WORK_TREE: __, ...env } = process.env;
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    if (git('branch', '--remotes', '--contains', 'HEAD') === '') return undefined;
    return sourceOf(git('remote', 'get-url', 'origin'), git('rev-parse', 'HEAD'));
  } catch {
    return undefined;
  }
}

/** Returns the source for a URL, but not for a path on this machine, which others cannot use. */
function sourceOf(url: string, revision: string | undefined): PackageSource | undefined {
  const [, login, host, path] = /^([\w.-]+@)([\w.-]+):(?!\/\/)(\S+)$/.exec(url) ?? [];
  const address = host === undefined ? url : `ssh://${login}${host}/${path}`;
  // An address with a password is not used, so that the password is not written to a file.
  const isOpen = /^(?:https|ssh|git):\/\/(?:[\w.-]+@)?[\w.-]+(?::\d+)?\/[^\s"'#]+$/.test(address);
  return revision !== undefined && isOpen ? { url: address, revision } : undefined;
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
