import type { CosmiconfigResult } from 'cosmiconfig';
import { refusalOf } from '../read/index.js';
import { causeOf } from './code.js';
import { ConfigError } from './config.js';
import { disk } from './disk.js';

/**
 * The value of a configuration file.
 * @param trusted false where code may not run
 * @throws ConfigError where it is missing, no file, too large, empty, broken, or code that may not run
 */
export async function loadConfig(path: string, trusted: boolean): Promise<unknown> {
  checkFile(path);
  const { explorer } = await import('./explorer.js');
  const result = await explorer([], trusted)
    .load(path)
    .catch((error: unknown) => {
      throw asConfigError(error, path);
    });
  return configFrom(result, path);
}

/** @throws ConfigError where cosmiconfig found nothing in a file */
export function configFrom(result: CosmiconfigResult, path: string): unknown {
  if (!result) throw new ConfigError('has no "replylint" key', path);
  if (result.isEmpty) throw new ConfigError('the configuration is empty', path);
  return result.config;
}

/**
 * A device never ends and a pipe may never begin, so nothing is read before this has been checked.
 * @throws ConfigError where a path leads to no file, or to one that is too large
 */
export function checkFile(path: string, what: 'configuration' | 'module' = 'configuration'): void {
  let status: ReturnType<typeof disk.status>;
  try {
    status = disk.status(path);
  } catch (error) {
    throw asConfigError(error, path);
  }
  const refusal = refusalOf(status, what);
  if (refusal !== undefined) throw new ConfigError(refusal, path);
}

/** Whatever went wrong while a configuration was loaded, as an error that names the file. */
export function asConfigError(error: unknown, where: string): ConfigError {
  if (error instanceof ConfigError) return error;
  const { code } = Object(error) as NodeJS.ErrnoException;
  return new ConfigError(code === undefined ? causeOf(error) : `cannot be read (${code})`, where);
}
