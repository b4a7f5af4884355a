import { createHash } from 'node:crypto';
import type { ResolvedConfig } from '../../config/index.js';
import type { FileSystem } from '../../model/file-system.js';
import type { Severity } from '../../model/finding.js';
import { type OnDisk, standingOf } from '../../read/index.js';

/** Everything that affects the findings of a run, apart from its files and their configurations. */
export interface KeyOptions {
  readonly fs: FileSystem;
  readonly version: string;
  readonly includeInactive: boolean;
  readonly inlineConfig: boolean;
  readonly reportUnused?: Severity | 'off' | undefined;
  /** The date of the run, in the form `2026-12-31`. */
  readonly today: string;
}

/** How a file was found, and the snippets it includes. */
export interface KeyContext {
  readonly disk: OnDisk;
  readonly named: boolean;
  /** The snippets of the run. Present only for a file that includes or defines snippets. */
  readonly snippets: { readonly digest: string; readonly configs: Iterable<ResolvedConfig> } | undefined;
}

/** Computes cache keys. The key of a file covers everything that its findings depend on. */
export class Keys {
  readonly #run: string;
  readonly #fs: FileSystem;
  readonly #today: string;
  readonly #configs = new WeakMap<ResolvedConfig, string>();

  constructor({ fs, version, includeInactive, inlineConfig, reportUnused, today }: KeyOptions) {
    this.#run = JSON.stringify([version, includeInactive, inlineConfig, reportUnused ?? '']);
    this.#today = today;
    this.#fs = fs;
  }

  /**
   * Returns the key of a file.
   * @param bytes the content of the file
   * @throws errors from the file system if a plug-in no longer exists
   */
  of(bytes: Buffer, config: ResolvedConfig, { disk, named, snippets }: KeyContext): string {
    // The date affects findings because a directive can expire.
    const day = bytes.includes('until=') ? this.#today : '';
    const hash = createHash('sha256').update(bytes).update('\n');
    for (const part of [this.#run, this.#ofConfig(config), config.pathOf(disk.absolute), standingOf(disk, named), day])
      hash.update(part).update('\n');
    // The configuration of a snippet's own file is included because the snippet is linted with it.
    const included = snippets ? [snippets.digest, ...[...snippets.configs].map((each) => this.#ofConfig(each))] : [];
    for (const part of included) hash.update(part).update('\n');
    return hash.digest('base64url');
  }

  #ofConfig(config: ResolvedConfig): string {
    let key = this.#configs.get(config);
    if (key === undefined) {
      const hash = createHash('sha256').update(JSON.stringify([config.said, config.rules], codeAsText));
      for (const file of config.pluginFiles) hash.update(this.#fs.read(file));
      key = hash.digest('base64url');
      this.#configs.set(config, key);
    }
    return key;
  }
}

/** A replacer for `JSON.stringify`. Rules contain functions and patterns, which are replaced by their source text. */
function codeAsText(_: string, value: unknown): unknown {
  return typeof value === 'function' || value instanceof RegExp ? String(value) : value;
}
