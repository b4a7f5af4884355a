import type { CosmiconfigResult } from 'cosmiconfig';
import { refusalOf } from '../read/index.js';
import { causeOf } from './code.js';
import { ConfigError } from './config.js';
import { disk } from './disk.js';

/**
 * Loads the value of a configuration file.
 * @param trusted false if no code may run
 * @throws ConfigError if the file is missing, not a regular file, too large, empty, invalid, or contains code that may
 * not run
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

/** @throws ConfigError if Cosmiconfig found no configuration in the file */
export function configFrom(result: CosmiconfigResult, path: string): unknown {
  if (!result) throw new ConfigError('has no "replylint" key', path);
  if (result.isEmpty) throw new ConfigError('the configuration is empty', path);
  return result.config;
}

/**
 * Checks a file before it is read, because reading a device may never end and reading a pipe may never start.
 * @throws ConfigError if the path is not a regular file, or the file is too large
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

/** Converts any failure to load a configuration to an error that names the file. */
export function asConfigError(error: unknown, where: string): ConfigError {
  if (error instanceof ConfigError) return error;
  const { code } = Object(error) as NodeJS.ErrnoException;
  return new ConfigError(code === undefined ? causeOf(error) : `cannot be read (${code})`, where);
}
