import type { Library } from './library.js';

/** The parts of a run, looked for when the first text asks: most runs have none, and pay nothing. */
export class PartsOfRun {
  readonly #gather: () => Promise<Library>;
  #library: Promise<Library> | undefined;

  constructor(gather: () => Promise<Library>) {
    this.#gather = gather;
  }

  /** The library, for a text that a part can stand in; undefined for any other. */
  async of(text: string): Promise<Library | undefined> {
    if (!namesParts(text)) return undefined;
    this.#library ??= this.#gather();
    return this.#library;
  }
}

/** True where a file's text includes Zendesk's dynamic content, or defines it. */
export function namesParts(text: string): boolean {
  return text.includes('dc.') && /\{\{\s*dc\./.test(text);
}
