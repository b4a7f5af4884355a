import type { Markup } from '../model/reply.js';
import { hintInTitle } from './about-pages.js';
import { isSalutation, opensWithGreeting } from './cues.js';
import { isComment, labelOf, roleOf, subjectOf } from './heading-words.js';
import { type Labelled, labelledIn, messageIn, type RepeatedLabels, repeatedLabels, roleOfLabel } from './labelled.js';
import { type Block, type Line, linesOf } from './markdown-blocks.js';
import { withoutHead } from './message-head.js';
import { outlineOf, type Section, sectionsIn } from './outline.js';
import { bodyOf } from './text-of-lines.js';

/** A part of a file that may be a reply. */
export interface Passage {
  readonly kind: 'fence' | 'quote' | 'section' | 'item' | 'cell';
  readonly title: string | undefined;
  /** True if a heading or label says that the text under it is the reply. */
  readonly marked: boolean;
  /** True if a heading above the passage, other than the title of the page, announces replies: `Welcome templates`. */
  readonly promised?: boolean;
  /** The level of the heading above the passage. 0 without a heading. */
  readonly depth: number;
  readonly subject: string | undefined;
  readonly lines: readonly Line[];
  readonly markup: Markup;
}

/** Languages of fences that contain text for people. Other fences contain code. */
const FENCED: Readonly<Record<string, Markup>> = {
  '': 'text',
  text: 'text',
  txt: 'text',
  plain: 'text',
  plaintext: 'text',
  email: 'text',
  liquid: 'text',
  markdown: 'markdown',
  md: 'markdown',
  html: 'html',
};

/** Returns the passages of a file in order, without asides, notes, variables and words of the customer. */
export function passagesOf(text: string, blocks: readonly Block[]): Passage[] {
  const repeated = repeatedLabels(text, blocks);
  return [...passagesBelow({ text, repeated }, outlineOf(blocks), NOTHING_ABOVE)];
}

/** Returns the passages of a file that a heading or label marks as replies. */
export function markedPassagesOf(text: string, blocks: readonly Block[]): Passage[] {
  const isMark = (block: Block) =>
    block.kind === 'heading'
      ? roleOf(block.text) === 'reply'
      : block.kind === 'text' && block.lines.some((line) => roleOfLabel(text, line) === 'reply');
  return blocks.some(isMark) ? passagesOf(text, blocks).filter(({ marked }) => marked) : [];
}

const NOTHING_ABOVE = { title: undefined, marked: false, promised: false } as const;

interface File {
  readonly text: string;
  readonly repeated: RepeatedLabels;
}

/** What the headings above a section announce. */
interface Above {
  readonly title: string | undefined;
  readonly marked: boolean;
  readonly promised: boolean;
}

function* passagesBelow(file: File, section: Section, above: Above): Generator<Passage> {
  if (section.role === 'aside' || section.role === 'ambiguous') return;
  const title = section.title ?? above.title;
  const marked = above.marked || (section.role === 'reply' && !isPageWithSections(section));
  const promised = above.promised || (section.depth > 1 && hintInTitle(section.title ?? '') !== undefined);
  if (isOneLetter(file.text, section)) {
    const own = section.blocks.filter(({ kind }) => kind !== 'rule');
    const end = lastLineOf(section)?.next ?? 0;
    const lines = [...linesOf(file.text, own[0]?.start ?? 0, end)];
    const shell = {
      kind: 'section',
      title,
      depth: section.depth,
      marked,
      subject: undefined,
      markup: 'markdown',
    } as const;
    yield* cut(file.text, shell, lines);
    return;
  }
  const shell = { title, depth: section.depth, marked, promised };
  for (const part of labelledIn(file.text, section.blocks, marked ? 'reply' : undefined, file.repeated))
    if (part.role === 'reply' || part.role === undefined)
      yield* passagesIn(file.text, part, { ...shell, marked: part.role === 'reply' });
  for (const below of section.below) yield* passagesBelow(file, below, { title, marked, promised });
}

/**
 * Returns true for a page with sections. If its title is “Response template”, the page explains templates and is not
 * one itself.
 */
function isPageWithSections({ depth, below }: Section): boolean {
  return depth === 1 && below.length > 0;
}

/**
 * Returns true if a section with headings is one letter: it greets or has a subject above them and signs off below the
 * last one, with no greeting or subject in between.
 */
function isOneLetter(text: string, section: Section): boolean {
  if (section.below.length === 0) return false;
  const own = messageIn(text, section.blocks, true);
  if (!own || own.signed) return false;
  const below = [...sectionsIn(section)].slice(1);
  const blocks = below.flatMap((inner) => inner.blocks);
  if (blocks.some((block) => block.kind === 'fence' || greets(text, block) || hasSubject(text, block))) return false;
  const whole = messageIn(text, [...section.blocks, ...blocks], true);
  return whole?.signed === true;
}

function greets(text: string, block: Block): boolean {
  return block.kind === 'text' && block.lines.some((line) => isSalutation(text.slice(line.start, line.end)));
}

function hasSubject(text: string, block: Block): boolean {
  return block.kind === 'text' && block.lines.some((line) => subjectOf(text.slice(line.start, line.end)) !== undefined);
}

function lastLineOf(section: Section): Line | undefined {
  const blocks = [...sectionsIn(section)].flatMap((inner) => inner.blocks);
  const last = blocks.findLast((block) => 'lines' in block && block.lines.length > 0);
  return last && 'lines' in last ? last.lines.at(-1) : undefined;
}

type Shell = Pick<Passage, 'title' | 'depth' | 'marked' | 'promised'>;

function passagesIn(text: string, { blocks }: Labelled, shell: Shell): Passage[] {
  const withText = blocks.filter(({ kind }) => kind !== 'rule');
  const around = { kind: 'section', ...shell, subject: undefined, markup: 'markdown' } as const;
  if (isReplyAround(text, withText)) return sectionsOf(text, blocks).flatMap((lines) => cut(text, around, lines));
  const set = setApart(text, withText, shell);
  if (set.length > 0 || withText[0]?.kind !== 'text') return set;
  return sectionsOf(text, blocks).flatMap((lines) => cut(text, around, lines));
}

/** Returns true if the whole section is a reply that shows a command or quotes the customer. */
function isReplyAround(text: string, blocks: readonly Block[]): boolean {
  for (const block of blocks) {
    if (block.kind !== 'text') return false;
    const { lines } = withoutHead(text, block.lines);
    if (opensWithGreeting(bodyOf(text, lines))) return true;
  }
  return false;
}

/** Returns fences that contain text, or else quotations. */
function setApart(text: string, blocks: readonly Block[], shell: Shell): Passage[] {
  const isText = (block: Block) => block.kind === 'fence' && markupOf(block.info) !== undefined;
  const leading = blocks.some(isText) ? 'fence' : 'quote';
  const passages: Passage[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== leading || (block.kind === 'fence' && markupOf(block.info) === undefined)) continue;
    const before = blocks[index - 1];
    const over = before?.kind === 'text' ? before.lines : [];
    const known = passages.at(-1);
    const earlier = before && isInParentheses(text, before) ? blocks[index - 2] : before;
    if (earlier?.kind === 'quote' && block.kind === 'quote' && known && continues(text, known, block)) {
      passages[passages.length - 1] = { ...known, lines: joined(text, known.lines, block.lines) };
      continue;
    }
    const label = lastOf(text, over, labelOf);
    const markup = block.kind === 'fence' ? (markupOf(block.info) ?? 'text') : 'markdown';
    const passage = {
      ...shell,
      kind: block.kind,
      title: isComment(label) ? (shell.title ?? label) : (label ?? shell.title),
      subject: firstOf(text, over, subjectOf),
      markup,
    };
    passages.push(...cut(text, passage, block.lines));
  }
  return passages;
}

/** Matches a paragraph in parentheses, which may be in bold or italics. */
const IN_PARENTHESES = /^[*_]{0,3}\([^()]{1,400}\)[*_]{0,3}$/;

/** Returns true for a note between two quotations, such as `(Useful when …)`. It is not part of the message. */
function isInParentheses(text: string, block: Block): boolean {
  return block.kind === 'text' && IN_PARENTHESES.test(bodyOf(text, block.lines).trim());
}

/**
 * Two quotations separated by a blank line, or by a note in parentheses, are one message if the first greets and is not
 * signed yet.
 */
function continues(text: string, { lines }: Passage, next: { readonly lines: readonly Line[] }): boolean {
  const body = bodyOf(text, next.lines);
  const message = messageIn(text, [{ kind: 'text', lines, start: lines[0]?.start ?? 0 }]);
  return message !== undefined && !message.signed && !opensWithGreeting(body);
}

function joined(text: string, first: readonly Line[], second: readonly Line[]): Line[] {
  const from = first.at(-1)?.next ?? 0;
  const to = second[0]?.start ?? from;
  const between = linesOf(text, from, to).filter(({ start, end }) => text.slice(start, end).trim() === '');
  return [...first, ...between, ...second];
}

function lastOf(text: string, lines: readonly Line[], read: (line: string) => string | undefined): string | undefined {
  const line = lines.at(-1);
  return line && read(text.slice(line.start, line.end));
}

function firstOf(text: string, lines: readonly Line[], read: (line: string) => string | undefined): string | undefined {
  return lines.map((line) => read(text.slice(line.start, line.end))).findLast((said) => said !== undefined);
}

/** Cuts off what precedes the message and the quotation marks around it. Empty if no text is left. */
export function cut(text: string, passage: Omit<Passage, 'lines'>, lines: readonly Line[]): Passage[] {
  const { lines: kept, subject } = withoutHead(text, lines);
  const shown = unquoted(text, kept);
  return shown.length > 0 ? [{ ...passage, subject: subject ?? passage.subject, lines: shown }] : [];
}

const QUOTATION = /^(?:"[^"]*"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»)$/;

function unquoted(text: string, lines: readonly Line[]): readonly Line[] {
  const body = bodyOf(text, lines);
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last || !QUOTATION.test(body.trim())) return lines;
  const opening = text.slice(first.start, first.end).search(/\S/) + 1;
  const end = last.start + text.slice(last.start, last.end).trimEnd().length - 1;
  return lines.map((line) => ({
    start: line === first ? line.start + opening : line.start,
    end: line === last ? end : line.end,
    next: line.next,
  }));
}

/** A fence such as `{include}` is an instruction to a documentation tool. */
function markupOf(info: string): Markup | undefined {
  if (info.trimStart().startsWith('{')) return undefined;
  const [language = ''] = info.toLowerCase().split(/[\s{,]/, 1);
  return FENCED[language];
}

/**
 * Returns the lines of each message in a section, from its first text to its last block and without the rules around
 * it. A rule ends a message if the message is signed or a salutation follows.
 */
function sectionsOf(text: string, blocks: readonly Block[]): (readonly Line[])[] {
  const runs: Block[][] = [[]];
  for (const [index, block] of blocks.entries()) {
    const run = runs.at(-1) as Block[];
    if (block.kind !== 'rule') run.push(block);
    else if (messageIn(text, run)?.signed || greetsNext(text, blocks[index + 1])) runs.push([]);
  }
  const full = runs.filter((run) => run.length > 0);
  const [first] = full;
  const sent = first && messageIn(text, first)?.signed ? full.filter((run) => messageIn(text, run)) : full;
  return sent.map((run) => linesFrom(text, run));
}

function greetsNext(text: string, block: Block | undefined): boolean {
  return block !== undefined && greets(text, block);
}

function linesFrom(text: string, blocks: readonly Block[]): readonly Line[] {
  const [first] = blocks;
  const last = blocks.at(-1);
  if (!first || !last || !('lines' in last)) return [];
  const end = last.lines.at(-1)?.next ?? last.start;
  const from = first.kind === 'text' ? (first.lines[0]?.start ?? first.start) : first.start;
  return linesOf(text, from, closed(text, last, end));
}

/** The closing line of a fence belongs to the section. */
function closed(text: string, last: Block, end: number): number {
  if (last.kind !== 'fence') return end;
  const feed = text.indexOf('\n', end);
  return feed < 0 ? text.length : feed + 1;
}
