import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PackageSource } from '../src/cli/world.js';

/**
 * Where the running command can be fetched from, and at which commit: what `npm` has noted when it was installed from
 * git, what its package says, or the remote of the clone that it runs in. Undefined if nothing says so.
 * @param root the folder of the package
 */
export function packageSource(root: string): PackageSource | undefined {
  return installedSource(root) ?? declaredSource(root) ?? clonedSource(root);
}

/** `git+ssh://git@host/team/replylint.git#<commit>`, in npm’s own list. */
function installedSource(root: string): PackageSource | undefined {
  const list = jsonIn(join(dirname(root), '.package-lock.json'));
  const packages = Object(Object(list).packages) as Record<string, { resolved?: unknown }>;
  const [, url = '', commit] =
    /^git\+(.+)#([0-9a-f]{40})$/.exec(String(packages['node_modules/replylint']?.resolved)) ?? [];
  return sourceOf(url, commit);
}

/** A release names its repository and its tag. */
function declaredSource(root: string): PackageSource | undefined {
  const { repository, releaseTag } = Object(jsonIn(join(root, 'package.json'))) as Record<string, unknown>;
  const { url } = Object(repository) as { url?: unknown };
  return typeof url === 'string' && typeof releaseTag === 'string'
    ? sourceOf(url.replace(/^git\+/, ''), releaseTag)
    : undefined;
}

/** A commit that is on no branch of the remote can be fetched by nobody. */
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

/** A path of this machine is of no use to others. */
function sourceOf(url: string, revision: string | undefined): PackageSource | undefined {
  const [, login, host, path] = /^([\w.-]+@)([\w.-]+):(?!\/\/)(\S+)$/.exec(url) ?? [];
  const address = host === undefined ? url : `ssh://${login}${host}/${path}`;
  // A password in the address is nobody else’s business.
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
