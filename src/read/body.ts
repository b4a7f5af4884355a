import type { Markup } from '../model/reply.js';
import { type Cue, cuesIn, FEWEST_WORDS, isSalutation, opensWithGreeting, showsReply, wordsIn } from './cues.js';
import { linesOf } from './markdown-blocks.js';
import { isCode, isNeverSent, isProse, isTranscript } from './not-sent.js';
import { isSigned } from './signature.js';
import { withoutTags } from './without-tags.js';

/** The number of words at which `Body.words` stops counting. */
const MOST_COUNTED = 100;

/** The text that a file would send, with results that are computed on first use. */
export class Body {
  readonly text: string;
  readonly #markup: Markup;
  #isLetter: boolean | undefined;
  #isDocument: boolean | undefined;
  #isNeverSent: boolean | undefined;
  #greets: boolean | undefined;
  #reads: boolean | undefined;
  #plain: string | undefined;
  #cues: ReadonlySet<Cue> | undefined;
  #words: number | undefined;

  constructor(text: string, markup: Markup) {
    this.text = text;
    this.#markup = markup;
  }

  /** True for a text with a greeting on its own line and a signature at the end. */
  get isLetter(): boolean {
    this.#isLetter ??= isLetter(this.text);
    return this.#isLetter;
  }

  /** True for a page that explains, lists or documents something, unlike a message to one customer. */
  get isDocument(): boolean {
    this.#isDocument ??= looksLikeDocument(this, this.#markup);
    return this.#isDocument;
  }

  /** True if it opens with a greeting. */
  get greets(): boolean {
    this.#greets ??= opensWithGreeting(this.text);
    return this.#greets;
  }

  /** True if it is a single message to a customer. */
  get reads(): boolean {
    this.#reads ??= !this.isDocument && this.#readsAsOne();
    return this.#reads;
  }

  /** The number of different cues in the text. */
  get cues(): number {
    return this.#allCues().size;
  }

  /** The number of words. A longer text has at least `MOST_COUNTED`. */
  get words(): number {
    this.#words ??= wordsIn(this.text, MOST_COUNTED);
    return this.#words;
  }

  get isNeverSent(): boolean {
    this.#isNeverSent ??= isNeverSent(this.text, false);
    return this.#isNeverSent;
  }

  get isProse(): boolean {
    return isProse(this.text);
  }

  #readsAsOne(): boolean {
    const markup = this.#markup;
    if (this.isNeverSent || (markup === 'text' && isCode(this.text))) return false;
    if (markup === 'markdown' && hasSections(this.text) && !this.isLetter) return false;
    const told = markup === 'markdown' ? ownWords(this.text) : this.#plainText();
    const words = wordsIn(told, FEWEST_WORDS);
    return (
      words >= FEWEST_WORDS && showsReply({ words, cues: told === this.#plainText() ? this.#allCues() : cuesIn(told) })
    );
  }

  /** Returns the text without the tags of HTML. */
  #plainText(): string {
    this.#plain ??= this.#markup === 'html' ? withoutTags(this.text).trimStart() : this.text;
    return this.#plain;
  }

  #allCues(): ReadonlySet<Cue> {
    this.#cues ??= cuesIn(this.#plainText());
    return this.#cues;
  }
}

/** Returns true for Markdown with a heading. */
function hasSections(body: string): boolean {
  const mayBe = body.includes('#') || body.includes('===') || body.includes('---');
  return mayBe && /^#{1,6}[ \t]|^[^\n\r\u2028\u2029]+\r?\n(?:={3,}|-{3,})[ \t]*$/m.test(body.trim());
}

function looksLikeDocument(known: Body, markup: Markup): boolean {
  const { text: body } = known;
  if (markup === 'html') return HTML_PAGE.test(body.slice(0, 20_000));
  if (known.isLetter) return hasMoreWords(body, MOST_WORDS_OF_A_LETTER);
  if (hasMoreWords(body, MOST_WORDS) || isTranscript(body)) return true;
  if (markup === 'text')
    return (
      /^(?:copyright|licen[cs]e|\s{10,}\S)/im.test(body.slice(0, 2_000)) || /^#!|^\s*[\w-]+==/m.test(body.slice(0, 400))
    );
  return isPage(body);
}

/** Returns true for Markdown with several headings or fences, with a table, or with links to other pages. */
function isPage(body: string): boolean {
  let headings = 0;
  let fences = 0;
  for (const { start, end } of linesOf(body)) {
    const line = body.slice(start, end);
    if (/^#{1,6}[ \t]/.test(line)) headings += 1;
    else if (/^[ \t]*(?:```|~~~)/.test(line)) fences += 1;
    else if (/^\|?[ \t]{0,40}:?-{3,}:?[ \t]{0,40}\|/.test(line.trimStart())) return true;
    if (headings > 2 || fences > 4) return true;
  }
  if (!body.includes('](')) return false;
  return /\[!\[[^\]\n]{0,80}\]\(/.test(body) || /\]\(\.{0,2}\/?[\w./-]{1,80}\.(?:md|mdx|ts|js|py|html)[)#]/.test(body);
}

function isLetter(body: string): boolean {
  const trimmed = body.trim();
  return isSalutation(trimmed.split('\n', 1)[0] ?? '') && isSigned(trimmed);
}

const MOST_WORDS = 500;
const MOST_WORDS_OF_A_LETTER = 1_500;
const HTML_PAGE =
  /<script\b|<nav\b|<iframe\b|<canvas\b|<svg\b|<input\b|<textarea\b|\{% (?:extends|block|load|include)|<%|<\?php|<link\b[^>]{0,200}stylesheet|<ng-|v-(?:if|for)=|className=/i;

/** Returns true if a text has more words than allowed. Blanks at its ends count as well. */
function hasMoreWords(text: string, most: number): boolean {
  // A word and a blank need at least two characters.
  return text.length >= 2 * most - 1 && text.split(/\s+/, most + 1).length > most;
}

/** Returns the text without fences and quotations, because their contents do not show what the text around them is. */
function ownWords(body: string): string {
  const fenceless = body.includes('```') || body.includes('~~~') ? withoutFences(body) : body;
  const own = fenceless.includes('>') ? fenceless.replace(/^[ \t]{0,3}>[^\n]*$/gm, '') : fenceless;
  return wordsIn(own, FEWEST_WORDS) >= FEWEST_WORDS ? own : fenceless;
}

/** Removes fenced code. A fence without an end stays in the text. */
function withoutFences(body: string): string {
  const lines = body.split('\n');
  const closing = lines.map((line) => /^[ \t]*(```|~~~)[`~]*[ \t]*\r?$/.exec(line)?.[1]);
  const last = new Map(closing.map((mark, index) => [mark, index]));
  let open: string | undefined;
  const kept = lines.filter((line, index) => {
    if (open !== undefined) {
      if (closing[index] === open) open = undefined;
      return false;
    }
    const mark = /^[ \t]*(```|~~~)/.exec(line)?.[1];
    if (mark !== undefined && (last.get(mark) ?? 0) > index) open = mark;
    return open === undefined;
  });
  return kept.join('\n');
}
