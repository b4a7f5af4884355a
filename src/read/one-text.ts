import type { Markup } from '../model/reply.js';
import { cuesIn, opensWithGreeting, wordsIn } from './cues.js';
import { afterFrontMatter } from './front-matter-end.js';
import { roleOf } from './heading-words.js';
import { type Block, blocksOf } from './markdown-blocks.js';
import { isNeverSent, isProse } from './not-sent.js';
import { looksLikeDocument, type OneReply, oneReplyIn, readsAsOne, withoutTags } from './one-reply.js';
import { type RunningText, runningTextIn } from './running-text.js';
import { withoutLogic } from './text-kind.js';
import { bodyOf } from './text-of-lines.js';

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
  readonly text: string;
  readonly markup: Markup;
  #blocks: readonly Block[] | undefined;
  #running: RunningText | false | undefined;
  #reply: OneReply | undefined;
  #whole: Body | undefined;
  #sent: Body | undefined;

  constructor(text: string, markup: Markup) {
    this.start = afterFrontMatter(text);
    this.text = text;
    this.markup = markup;
  }

  get blocks(): readonly Block[] {
    this.#blocks ??= blocksOf(this.text, this.start);
    return this.#blocks;
  }

  /** True for Markdown without anything that could separate replies. Such a text contains at most one. */
  get isRunning(): boolean {
    return this.#isRunning() !== false;
  }

  /** True if no heading or label can mark a part of the text as the reply. */
  get isUnmarked(): boolean {
    const running = this.#isRunning();
    return running !== false && (running.title === undefined || roleOf(running.title) !== 'reply');
  }

  get reply(): OneReply {
    this.#reply ??= oneReplyIn(this.text, this, this.markup);
    return this.#reply;
  }

  #isRunning(): RunningText | false {
    this.#running ??= (this.markup === 'markdown' && runningTextIn(this.text, this.start)) || false;
    return this.#running;
  }

  /** The text to send. */
  get body(): Body {
    this.#whole ??= new Body(bodyOf(this.text, this.reply.lines), this.markup);
    return this.#whole;
  }

  /** The same for a template, without its logic. */
  get bodyWithoutLogic(): Body {
    this.#sent ??= new Body(withoutLogic(this.body.text), this.markup);
    return this.#sent;
  }
}
