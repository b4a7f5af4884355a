import type { Markup } from '../model/reply.js';
import { Body } from './body.js';
import { afterFrontMatter } from './front-matter-end.js';
import { roleOf } from './heading-words.js';
import { type Block, blocksOf } from './markdown-blocks.js';
import { type OneReply, oneReplyIn } from './one-reply.js';
import { type RunningText, runningTextIn } from './running-text.js';
import { withoutLogic } from './text-kind.js';
import { bodyOf } from './text-of-lines.js';

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

  /** The text as running text, which contains at most one reply. Undefined if something could separate replies. */
  get running(): RunningText | undefined {
    this.#running ??= (this.markup === 'markdown' && runningTextIn(this.text, this.start)) || false;
    return this.#running || undefined;
  }

  /** True if no heading or label can mark a part of the text as the reply. */
  get isUnmarked(): boolean {
    const { running } = this;
    return running !== undefined && (running.title === undefined || roleOf(running.title) !== 'reply');
  }

  get reply(): OneReply {
    this.#reply ??= oneReplyIn(this.text, this, this.markup);
    return this.#reply;
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
