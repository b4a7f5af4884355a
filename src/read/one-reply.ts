import type { Markup } from '../model/reply.js';
import { isSureReply } from './chosen.js';
import { isSalutation, readsLikeReply, wordsIn } from './cues.js';
import { roleOf, wordsOf } from './heading-words.js';
import { type Block, type Line, linesOf } from './markdown-blocks.js';
import { withoutHead } from './message-head.js';
import { isNeverSent, isTranscript } from './not-sent.js';
import { markedPassagesOf } from './passages.js';
import { isSigned } from './signature.js';

/** The only reply in a file, without the text around it. */
export interface OneReply {
  readonly lines: readonly Line[];
  readonly title: string | undefined;
  /** True if a heading or label says that the text is the reply, and the text reads like one. */
  readonly marked: boolean;
}

/** A section of a file. */
interface Stretch {
  /** The offset at which the text begins, after the front matter. */
  readonly start: number;
  readonly blocks: readonly Block[];
  /** True if it is known that no heading or label marks a part of the text as the reply. */
  readonly isUnmarked?: boolean;
}

/**
 * Returns the text to send from a file with one reply: the text under a marker or, if there is none, the file without
 * its title and without anything that precedes the message.
 * @param end the offset at which the text ends, if another reply follows in the file
 */
export function oneReplyIn(text: string, stretch: Stretch, markup: Markup, end = text.length): OneReply {
  const lines = linesOf(text, stretch.start, end);
  if (markup === 'html') return { lines, title: undefined, marked: false };
  if (markup === 'markdown' && !stretch.isUnmarked) {
    const marked = markedPassagesOf(text, stretch.blocks);
    const [only, second] = marked;
    if (only && !second)
      return { lines: only.lines, title: only.title ?? only.subject, marked: isSureReply(text, only) };
  }
  const heading = markup === 'markdown' ? titleIn(text, lines) : undefined;
  const body = heading ? lines.slice(heading.at + 1) : lines;
  const { lines: kept, subject, hadHead } = withoutHead(text, body);
  if (kept.length === 0 || (!heading && !hadHead)) return { lines, title: undefined, marked: false };
  return { lines: kept, title: heading?.title ?? subject, marked: false };
}

/** Returns the heading at the start of a file, if it is a title. */
function titleIn(text: string, lines: readonly Line[]): { readonly at: number; readonly title: string } | undefined {
  const at = lines.findIndex((line) => text.slice(line.start, line.end).trim() !== '');
  const line = lines[at];
  const heading = line && /^#[ \t]+(\S.*)$/.exec(text.slice(line.start, line.end))?.[1];
  return heading !== undefined && roleOf(heading) === undefined ? { at, title: wordsOf(heading) } : undefined;
}

/** Returns true for a page that explains, lists or documents something, unlike a message to one customer. */
export function looksLikeDocument(body: string, markup: Markup): boolean {
  if (markup === 'html') return HTML_PAGE.test(body.slice(0, 20_000));
  if (isLetter(body)) return words(body, MOST_WORDS_OF_A_LETTER) > MOST_WORDS_OF_A_LETTER;
  if (words(body, MOST_WORDS) > MOST_WORDS || isTranscript(body)) return true;
  if (markup === 'text')
    return (
      /^(?:copyright|licen[cs]e|\s{10,}\S)/im.test(body.slice(0, 2_000)) || /^#!|^\s*[\w-]+==/m.test(body.slice(0, 400))
    );
  let headings = 0;
  let fences = 0;
  for (const { start, end } of linesOf(body)) {
    const line = body.slice(start, end);
    if (/^#{1,6}[ \t]/.test(line)) headings += 1;
    else if (/^[ \t]*(?:```|~~~)/.test(line)) fences += 1;
    else if (/^\|?[ \t]{0,40}:?-{3,}:?[ \t]{0,40}\|/.test(line.trimStart())) return true;
    if (headings > 2 || fences > 4) return true;
  }
  return /\[!\[[^\]\n]{0,80}\]\(/.test(body) || /\]\(\.{0,2}\/?[\w./-]{1,80}\.(?:md|mdx|ts|js|py|html)[)#]/.test(body);
}

/** Returns true for a text with a greeting on its own line and a signature at the end. */
export function isLetter(body: string): boolean {
  const trimmed = body.trim();
  return isSalutation(trimmed.split('\n', 1)[0] ?? '') && isSigned(trimmed);
}

const MOST_WORDS = 500;
const MOST_WORDS_OF_A_LETTER = 1_500;
const HTML_PAGE =
  /<script\b|<nav\b|<iframe\b|<canvas\b|<svg\b|<input\b|<textarea\b|\{% (?:extends|block|load|include)|<%|<\?php|<link\b[^>]{0,200}stylesheet|<ng-|v-(?:if|for)=|className=/i;

/** Counts the words in a text, but stops after one more than the relevant maximum. */
function words(text: string, most: number): number {
  return text.split(/\s+/, most + 2).length;
}

/** Removes tags and hidden text from HTML, as far as needed to look for cues. */
export function withoutTags(html: string): string {
  let out = '';
  let at = 0;
  while (at < html.length && out.length < 6_000) {
    const open = html.indexOf('<', at);
    out += html.slice(at, open < 0 ? html.length : open);
    if (open < 0) break;
    const unseen = /^<(head|style|script|title)\b/i.exec(html.slice(open, open + 10))?.[1];
    const close = unseen ? endOf(html, unseen.toLowerCase(), open) : html.indexOf('>', open);
    if (/^<\/?(?:p|br|div|li|tr|td|h\d)\b/i.test(html.slice(open, open + 6))) out += '\n';
    if (close < 0) break;
    at = close + 1;
  }
  return out.replace(/&nbsp;|\u00a0/g, ' ').replace(/&(?:#39|apos|rsquo);/g, '’');
}

function endOf(html: string, name: string, from: number): number {
  const at = html.toLowerCase().indexOf(`</${name}`, from);
  return at < 0 ? -1 : html.indexOf('>', at);
}

/** Returns true if a whole text, in any markup, is a single message to a customer and does not look like a document. */
export function readsAsOne(body: string, markup: Markup): boolean {
  if (isNeverSent(body, markup === 'text')) return false;
  if (
    markup === 'markdown' &&
    /^#{1,6}[ \t]|^[^\n\r]+\r?\n(?:={3,}|-{3,})[ \t]*$/m.test(body.trim()) &&
    !isLetter(body)
  )
    return false;
  if (markup === 'html') return readsLikeReply(withoutTags(body).trimStart());
  return readsLikeReply(markup === 'markdown' ? ownWords(body) : body);
}

/** Returns the text without fences and quotations, because their contents do not show what the text around them is. */
function ownWords(body: string): string {
  const fenceless = body.replace(/^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?^[ \t]*\1[`~]*[ \t]*$/gm, '');
  const own = fenceless.replace(/^[ \t]{0,3}>[^\n]*$/gm, '');
  return wordsIn(own) >= FEWEST_WORDS ? own : fenceless;
}

const FEWEST_WORDS = 5;
