import type { ResolvedConfig } from '../../config/index.js';
import type { FileRecord } from '../result/file-record.js';
import { type KeyContext, type KeyOptions, Keys } from './key.js';
import { CacheStore } from './store.js';

export { CACHE_FILE } from './layout.js';

/** Caches the findings of earlier runs for files that haven’t changed, including files with findings. */
export class Cache {
  readonly #store: CacheStore;
  readonly #keys: Keys;
  readonly notices: string[] = [];

  /** @throws ConfigError if the path is a file that is not a cache */
  constructor(path: string, options: KeyOptions) {
    this.#store = CacheStore.open(path, options.fs);
    this.#keys = new Keys(options);
    if (this.#store.problem) this.notices.push(this.#store.problem);
  }

  /** The absolute path of the cache file. */
  get path(): string {
    return this.#store.path;
  }

  /** Returns the key of a file with this content. */
  keyOf(bytes: Buffer, config: ResolvedConfig, context: KeyContext): string {
    return this.#keys.of(bytes, config, context);
  }

  get(absolute: string, key: string): FileRecord | undefined {
    return this.#store.get(absolute, key);
  }

  put(absolute: string, key: string, record: FileRecord): void {
    this.#store.put(absolute, key, record);
  }

  /** Writes the cache. Call it at the end of the run. */
  save(): void {
    const problem = this.#store.save();
    if (problem) this.notices.push(problem);
  }
}
