import type { Snippet, Snippets } from '../../../compose/index.js';
import type { ResolvedConfig } from '../../../config/index.js';
import type { Rendering } from '../../../model/rendering.js';
import type { Reply } from '../../../model/reply.js';

/** A reply with its file and the configuration for that file. */
export interface LocatedReply {
  readonly reply: Reply;
  readonly absolute: string;
  readonly config: ResolvedConfig;
}

/** A snippet of the run, which is a reply that others include. */
export class LocatedSnippet implements Snippet, LocatedReply {
  readonly reply: Reply;
  readonly locale: string | undefined;
  readonly absolute: string;
  readonly config: ResolvedConfig;
  readonly #compose: () => Promise<readonly Rendering[]>;
  #composing: Promise<void> | undefined;
  #renderings: readonly Rendering[] = [];

  /** @param compose composes the snippet as a reply in its own file */
  constructor(snippet: Snippet & LocatedReply, compose: () => Promise<readonly Rendering[]>) {
    this.reply = snippet.reply;
    this.locale = snippet.locale;
    this.absolute = snippet.absolute;
    this.config = snippet.config;
    this.#compose = compose;
  }

  /** Composes the snippet. Later calls do nothing. */
  prepare(): Promise<void> {
    this.#composing ??= this.#compose().then((renderings) => {
      this.#renderings = renderings;
    });
    return this.#composing;
  }

  /** The renderings of the snippet as a reply in its own file. Empty until `prepare` has finished. */
  get renderings(): readonly Rendering[] {
    return this.#renderings;
  }
}

/** What is known about the snippets of a run. */
export interface SnippetIndex extends Snippets {
  /** The names of all snippets, in order. */
  readonly names: readonly string[];
  /** Returns the located snippet for one that `find` returned. */
  locate(snippet: Snippet): LocatedSnippet | undefined;
  /** Says in words which replies include this one along with other text. Undefined if none does. */
  includedBy(reply: Reply): string | undefined;
  /** Returns the language of a snippet, inferred from all snippets together. Undefined for other replies. */
  localeOf(absolute: string, reply: Reply): string | undefined;
  /** Returns the path of a snippet's file, relative to the configuration's root. Undefined for an unknown name. */
  pathOf(name: string): string | undefined;
}
