import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Config, ConfigError, type FoundConfig } from './config.js';
import { PLACES } from './places.js';
import { validate } from './validate.js';

/** What runs where nothing is configured. */
const BUILT_IN: Config = { extends: ['replylint:recommended'] };

/** Finds the configuration of a file: the nearest upward to the root of its repository. */
export class ConfigFinder {
  readonly #cwd: string;
  readonly #explicit: string | undefined;
  readonly #lookup: boolean;
  readonly #byFolder = new Map<string, Promise<FoundConfig>>();

  /**
   * @param explicit the path of `--config`, which is used for every file
   * @param lookup false where nothing is to be searched for
   */
  constructor(cwd: string, { explicit, lookup }: { readonly explicit?: string | undefined; readonly lookup: boolean }) {
    this.#cwd = cwd;
    this.#explicit = explicit;
    this.#lookup = lookup;
  }

  /** @throws ConfigError where the nearest configuration cannot be used */
  async for(folder: string): Promise<FoundConfig> {
    const key = this.#explicit ?? (this.#lookup ? folder : '');
    let found = this.#byFolder.get(key);
    if (!found) {
      found = this.#explicit ? this.#load(resolve(this.#cwd, this.#explicit)) : this.#search(folder);
      this.#byFolder.set(key, found);
    }
    return found;
  }

  async #search(folder: string): Promise<FoundConfig> {
    const repository = repositoryOf(folder);
    const root = repository ?? this.#cwd;
    if (!this.#lookup) return { config: BUILT_IN, file: undefined, root: this.#cwd };
    if (!this.#mayHold(folder, root)) return { config: BUILT_IN, file: undefined, root };
    const { explorerUpTo } = await import('./explorer.js');
    const explorer = explorerUpTo(root);
    const result = await explorer.search(folder).catch((error: unknown) => {
      throw asConfigError(error, folder);
    });
    if (!result) return { config: BUILT_IN, file: undefined, root };
    return { config: validate(result.config, result.filepath), file: result.filepath, root: dirname(result.filepath) };
  }

  /** A look at the names saves loading the search where there is nothing to be found, the usual case. */
  #mayHold(folder: string, root: string): boolean {
    for (let at = folder; ; at = dirname(at)) {
      for (const place of PLACES) {
        const path = join(at, place);
        if (existsSync(path) && (place !== 'package.json' || readFileSync(path, 'utf8').includes('"replylint"')))
          return true;
      }
      if (at === root || at === dirname(at)) return false;
    }
  }

  async #load(path: string): Promise<FoundConfig> {
    if (!existsSync(path)) throw new ConfigError('no such file', path);
    const { explorerUpTo } = await import('./explorer.js');
    const explorer = explorerUpTo(dirname(path));
    const result = await explorer.load(path).catch((error: unknown) => {
      throw asConfigError(error, path);
    });
    if (!result || result.isEmpty) throw new ConfigError('the configuration is empty', path);
    return { config: validate(result.config, path), file: path, root: dirname(path) };
  }
}

function asConfigError(error: unknown, where: string): ConfigError {
  if (error instanceof ConfigError) return error;
  const { message, filepath } = error as Error & { filepath?: string };
  return new ConfigError(message.split('\n')[0] ?? message, filepath ?? where);
}

/** The nearest folder upward that holds a `.git`. */
export function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) return undefined;
  }
}
