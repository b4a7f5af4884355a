import type { SnippetLibrary } from './library.js';

/** The snippets of a run. They are gathered when the first file needs them: most runs have none. */
export class SnippetsOfRun {
  readonly #gather: () => Promise<SnippetLibrary>;
  #library: Promise<SnippetLibrary> | undefined;

  constructor(gather: () => Promise<SnippetLibrary>) {
    this.#gather = gather;
  }

  /** The snippets, for the text of a file that includes or defines any. Undefined for any other text. */
  async for(text: string): Promise<SnippetLibrary | undefined> {
    if (!mentionsSnippets(text)) return undefined;
    this.#library ??= this.#gather();
    return this.#library;
  }
}

/** True if the text of a file includes Zendesk's dynamic content, or defines it. */
export function mentionsSnippets(text: string): boolean {
  return text.includes('dc.') && /\{\{\s*dc\./.test(text);
}
