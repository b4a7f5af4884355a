import type { Markup } from '../model/reply.js';
import { cuesIn, opensWithGreeting, wordsIn } from './cues.js';
import { afterFrontMatter } from './front-matter.js';
import { type Block, blocksOf } from './markdown-blocks.js';
import { isNeverSent, isProse } from './not-sent.js';
import { bodyOf, looksLikeDocument, type OneReply, oneReplyIn, readsAsOne, withoutTags } from './one-reply.js';
import type { Surroundings } from './surroundings.js';
import { withoutLogic } from './text-kind.js';

/** The text that a file would send, with results that are computed on first use. */
export class Body {
  readonly text: string;
  readonly #markup: Markup;
  #isDocument: boolean | undefined;
  #greets: boolean | undefined;
  #reads: boolean | undefined;
  #cues: number | undefined;
  #words: number | undefined;

  constructor(text: string, markup: Markup) {
    this.text = text;
    this.#markup = markup;
  }

  /** True for a page that explains, lists or documents. */
  get isDocument(): boolean {
    this.#isDocument ??= looksLikeDocument(this.text, this.#markup);
    return this.#isDocument;
  }

  /** True if it opens with a greeting. */
  get greets(): boolean {
    this.#greets ??= opensWithGreeting(this.text);
    return this.#greets;
  }

  /** True if it is one message to a customer. */
  get reads(): boolean {
    this.#reads ??= !this.isDocument && readsAsOne(this.text, this.#markup);
    return this.#reads;
  }

  /** The number of different cues in the text. */
  get cues(): number {
    this.#cues ??= cuesIn(this.#markup === 'html' ? withoutTags(this.text).trimStart() : this.text).size;
    return this.#cues;
  }

  get words(): number {
    this.#words ??= wordsIn(this.text);
    return this.#words;
  }

  get isNeverSent(): boolean {
    return isNeverSent(this.text, false);
  }

  get isProse(): boolean {
    return isProse(this.text);
  }
}

/** The text of a file that may be one reply, with results that several checks share. */
export class OneText {
  /** The offset at which the text begins, after the front matter. */
  readonly start: number;
  readonly #text: string;
  readonly #markup: Markup;
  #blocks: readonly Block[] | undefined;
  #reply: OneReply | undefined;
  #whole: Body | undefined;
  #sent: Body | undefined;

  constructor(text: string, markup: Markup) {
    this.start = afterFrontMatter(text);
    this.#text = text;
    this.#markup = markup;
  }

  get blocks(): readonly Block[] {
    this.#blocks ??= blocksOf(this.#text, this.start);
    return this.#blocks;
  }

  get reply(): OneReply {
    this.#reply ??= oneReplyIn(this.#text, this, this.#markup);
    return this.#reply;
  }

  /** The text to send. */
  get body(): Body {
    this.#whole ??= new Body(bodyOf(this.#text, this.reply), this.#markup);
    return this.#whole;
  }

  /** The same for a template, without its logic. */
  get bodyWithoutLogic(): Body {
    this.#sent ??= new Body(withoutLogic(this.body.text), this.#markup);
    return this.#sent;
  }
}

/**
 * The text of a file. Its folder is judged before the file is, from the same text, so that it is kept for a while.
 * @param surroundings undefined for a text that is not on disk
 */
export function oneTextOf(text: string, markup: Markup, surroundings: Surroundings | undefined): OneText {
  const make = () => new OneText(text, markup);
  return surroundings ? surroundings.rememberText(text, markup, make) : make();
}
