import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ResolvedConfig } from '../../config/index.js';
import { type OnDisk, standingOf } from '../../read/index.js';
import type { DirectiveOptions } from '../judge/judge-file.js';
import type { Library } from '../load/snippets/library.js';

/** What of a run decides what is found. */
export interface KeyOptions {
  readonly version: string;
  readonly includeInactive: boolean;
  readonly directives: DirectiveOptions;
}

/** How a file was come by, and what it includes. */
export interface Met {
  readonly disk: OnDisk;
  readonly named: boolean;
  /** Only for a file that has to do with parts. */
  readonly library: Library | undefined;
}

/** Names for all that a file's findings depend on: where the name is the same, they are. */
export class Keys {
  readonly #run: string;
  readonly #today: string;
  readonly #configs = new WeakMap<ResolvedConfig, string>();

  constructor({ version, includeInactive, directives: { inline, reportUnused, today } }: KeyOptions) {
    this.#run = JSON.stringify([version, includeInactive, inline, reportUnused ?? '']);
    this.#today = today;
  }

  /**
   * @param bytes the file's content
   * @throws the file system's error where a plug-in is not there any more
   */
  of(bytes: Buffer, config: ResolvedConfig, { disk, named, library }: Met): string {
    // A directive can end with a day.
    const day = bytes.includes('until=') ? this.#today : '';
    const hash = createHash('sha256').update(bytes).update('\n');
    for (const part of [this.#run, this.#ofConfig(config), config.pathOf(disk.absolute), standingOf(disk, named), day])
      hash.update(part).update('\n');
    // What is included is linted by its own configuration.
    for (const part of library ? [library.digest, ...[...library.configs].map((each) => this.#ofConfig(each))] : [])
      hash.update(part).update('\n');
    return hash.digest('base64url');
  }

  #ofConfig(config: ResolvedConfig): string {
    let name = this.#configs.get(config);
    if (name === undefined) {
      const hash = createHash('sha256').update(JSON.stringify([config.said, config.rules], written));
      for (const file of config.pluginFiles) hash.update(readFileSync(file));
      name = hash.digest('base64url');
      this.#configs.set(config, name);
    }
    return name;
  }
}

/** Rules hold functions and patterns: their text stands for them. */
function written(_: string, value: unknown): unknown {
  return typeof value === 'function' || value instanceof RegExp ? String(value) : value;
}
