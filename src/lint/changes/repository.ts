import type { FileSystem } from '../../model/file-system.js';
import { type Environment, Git } from './git.js';
import { ownEnvironment } from './own-environment.js';

/** The folder and environment of a run. */
export interface Surroundings {
  readonly cwd: string;
  readonly env: Environment;
  readonly fs: FileSystem;
}

/** A repository, and an instance of Git for its top folder. */
export interface Repository {
  /** The absolute path of the top folder, with links followed. */
  readonly root: string;
  readonly git: Git;
}

/**
 * Returns the repository that contains the current folder.
 * @param option the command-line option that needs it, for use in messages
 * @throws ConfigError if Git is missing or there is no repository
 */
export async function repositoryAt({ cwd, env, fs }: Surroundings, option: string): Promise<Repository> {
  const here = new Git(cwd, option, await ownEnvironment(cwd, env, fs));
  const top = await here.run(['rev-parse', '--show-toplevel']);
  const root = fs.realPath(top.toString('utf8').replace(/\r?\n$/, ''));
  return { root, git: here.in(root) };
}
