import type { ResolvedConfig } from '../../config/index.js';
import type { FileRecord } from '../result/file-record.js';
import { type KeyOptions, Keys, type Met } from './key.js';
import { CacheStore } from './store.js';

export { CACHE_FILE } from './store.js';

/** The findings of earlier runs, of files that are as they were. Files with findings are in it, too. */
export class Cache {
  readonly #store: CacheStore;
  readonly #keys: Keys;
  readonly notices: string[] = [];

  /** @throws ConfigError for a path of a file that is no cache */
  constructor(path: string, options: KeyOptions) {
    this.#store = CacheStore.open(path);
    this.#keys = new Keys(options);
    if (this.#store.problem) this.notices.push(this.#store.problem);
  }

  /** Absolute. */
  get path(): string {
    return this.#store.path;
  }

  /** The name of all that a file's findings depend on. */
  keyOf(bytes: Buffer, config: ResolvedConfig, met: Met): string {
    return this.#keys.of(bytes, config, met);
  }

  get(absolute: string, key: string): FileRecord | undefined {
    return this.#store.get(absolute, key);
  }

  put(absolute: string, key: string, record: FileRecord): void {
    this.#store.put(absolute, key, record);
  }

  /** Call it when the run is over. */
  save(): void {
    const problem = this.#store.save();
    if (problem) this.notices.push(problem);
  }
}
