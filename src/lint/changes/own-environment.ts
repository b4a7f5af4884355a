import { resolve } from 'node:path';
import type { FileSystem } from '../../model/file-system.js';
import { type Environment, Git } from './git.js';

/** Environment variables that tell Git which repository and tree to use. Source: `git rev-parse --local-env-vars`. */
const PLACES = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_PREFIX', 'GIT_NAMESPACE'];
/** Environment variables that tell Git which index and objects to use. They are set during a commit. */
const CONTENTS = ['GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES'];

/**
 * Returns an environment in which Git itself finds the repository of a folder. Hooks pass on `GIT_DIR`, which makes Git
 * treat any folder as the top of the tree and is wrong if a hook enters another repository. The index of a commit in
 * progress is kept if it belongs to the repository. If Git finds no repository, the environment stays unchanged.
 */
export async function ownEnvironment(cwd: string, env: Environment, fs: FileSystem): Promise<Environment> {
  if ([...PLACES, ...CONTENTS].every((name) => env[name] === undefined)) return env;
  const alone = without(env, [...PLACES, ...CONTENTS]);
  const git = new Git(cwd, '', alone);
  const top = await git.ask(['rev-parse', '--show-toplevel']);
  const own = await git.ask(['rev-parse', '--absolute-git-dir']);
  if (top === undefined || own === undefined) return env;
  const { GIT_DIR: given } = env;
  // A relative path starts at the top of the tree because Git starts hooks there.
  const isOwn = given === undefined || [cwd, top].some((from) => isSame(resolve(from, given), own, fs));
  return isOwn ? without(env, PLACES) : alone;
}

function without(env: Environment, names: readonly string[]): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !names.includes(name)));
}

function isSame(path: string, other: string, fs: FileSystem): boolean {
  return fs.exists(path) && fs.realPath(path) === fs.realPath(other);
}
