import type { SnippetLibrary } from './library.js';

/** The snippets of a run. They are gathered when the first file needs them, because most runs have no snippets. */
export class SnippetsOfRun {
  readonly #gather: () => Promise<SnippetLibrary>;
  #library: Promise<SnippetLibrary> | undefined;

  constructor(gather: () => Promise<SnippetLibrary>) {
    this.#gather = gather;
  }

  /** Returns the snippets if the text of a file includes or defines any. Undefined for other texts. */
  async for(text: string): Promise<SnippetLibrary | undefined> {
    if (!mentionsSnippets(text)) return undefined;
    this.#library ??= this.#gather();
    return this.#library;
  }
}

/** Returns true if the text of a file includes or defines Zendesk's dynamic content. */
export function mentionsSnippets(text: string): boolean {
  return text.includes('dc.') && /\{\{\s*dc\./.test(text);
}
