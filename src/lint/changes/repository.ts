import type { FileSystem } from '../../model/file-system.js';
import { type Environment, Git } from './git.js';
import { ownEnvironment } from './own-environment.js';

/** Where a run is, and with which environment. */
export interface Surroundings {
  readonly cwd: string;
  readonly env: Environment;
  readonly fs: FileSystem;
}

/** A repository, and Git in its top folder. */
export interface Repository {
  /** Absolute, links followed. */
  readonly root: string;
  readonly git: Git;
}

/**
 * The repository of the current folder.
 * @param option the command-line option that needs it, for messages
 * @throws ConfigError if Git is missing, or there is no repository
 */
export async function repositoryAt({ cwd, env, fs }: Surroundings, option: string): Promise<Repository> {
  const here = new Git(cwd, option, await ownEnvironment(cwd, env, fs));
  const top = await here.run(['rev-parse', '--show-toplevel']);
  const root = fs.realPath(top.toString('utf8').replace(/\r?\n$/, ''));
  return { root, git: here.in(root) };
}
