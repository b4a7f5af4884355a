import { existsSync } from 'node:fs';
import { ConfigError } from './config.js';

/**
 * The value of a configuration file.
 * @param trusted false where code may not run
 * @throws ConfigError where it is missing, empty, broken, or code that may not run
 */
export async function loadConfig(path: string, trusted: boolean): Promise<unknown> {
  if (!existsSync(path)) throw new ConfigError('no such file', path);
  const { explorer } = await import('./explorer.js');
  const result = await explorer(trusted)
    .load(path)
    .catch((error: unknown) => {
      throw asConfigError(error, path);
    });
  if (!result || result.isEmpty) throw new ConfigError('the configuration is empty', path);
  return result.config;
}

/** Whatever went wrong while a configuration was loaded, as an error that names the file. */
export function asConfigError(error: unknown, where: string): ConfigError {
  if (error instanceof ConfigError) return error;
  const { message, filepath } = error as Error & { filepath?: string };
  return new ConfigError(message.split('\n')[0] ?? message, filepath ?? where);
}
