import type { Markup } from '../model/reply.js';
import { cuesIn, opensWithGreeting, readsLikeReply, wordsIn } from './cues.js';
import { labelOf, type Role, remarkOf, roleOf, subjectOf, wordsOf } from './heading-words.js';
import { type Block, type Line, linesOf } from './markdown-blocks.js';
import { textOf } from './text-of-lines.js';

/** A stretch of a Markdown file that may be what is sent. */
export interface Passage {
  readonly kind: 'fence' | 'quote' | 'section';
  readonly title: string | undefined;
  /** True where a heading or label says that the text under it is the reply. */
  readonly marked: boolean;
  /** Of the heading it stands under; 0 where it stands under none. */
  readonly depth: number;
  readonly subject: string | undefined;
  readonly lines: readonly Line[];
  readonly markup: Markup;
}

/** Fences in these languages hold text that people read; a fence in any other holds code. */
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

interface Section {
  readonly depth: number;
  readonly title: string | undefined;
  readonly role: Role;
}

/** A run of blocks of a section that one label, or none, stands over. */
interface Part {
  readonly role: Role;
  readonly blocks: Block[];
}

/** The passages of a file, in order: asides, notes, variables and the customer's own words are left out. */
export function passagesOf(text: string, blocks: readonly Block[]): Passage[] {
  const passages: Passage[] = [];
  const stack: Section[] = [];
  let at = 0;
  while (at < blocks.length) {
    const first = blocks[at];
    if (first?.kind === 'heading') {
      enter(stack, first.depth, first.text);
      at += 1;
    }
    const own: Block[] = [];
    for (; at < blocks.length && blocks[at]?.kind !== 'heading'; at += 1) own.push(blocks[at] as Block);
    passages.push(...passagesUnder(text, stack, own));
  }
  return passages;
}

function enter(stack: Section[], depth: number, heading: string): void {
  while (stack.length > 0 && (stack.at(-1)?.depth ?? 0) >= depth) stack.pop();
  const role = roleOf(heading);
  stack.push({ depth, title: role === undefined ? wordsOf(heading) : undefined, role });
}

function passagesUnder(text: string, stack: readonly Section[], blocks: readonly Block[]): Passage[] {
  if (stack.some(({ role }) => role === 'aside')) return [];
  const marked = stack.some(({ role }) => role === 'reply');
  const depth = stack.at(-1)?.depth ?? 0;
  const title = stack.findLast((section) => section.title !== undefined)?.title;
  return partsOf(text, blocks, marked ? 'reply' : undefined)
    .filter(({ role }) => role !== 'aside')
    .flatMap((part) => passagesIn(text, part, { title, depth, marked: part.role === 'reply' }));
}

/** Cut at the labels that say what follows them; remarks and labels themselves are of no part. */
function partsOf(text: string, blocks: readonly Block[], role: Role): Part[] {
  const parts: Part[] = [{ role, blocks: [] }];
  for (const block of blocks) {
    if (block.kind !== 'text') {
      parts.at(-1)?.blocks.push(block);
      continue;
    }
    let kept: Line[] = [];
    const keep = () => {
      const [first] = kept;
      if (first) parts.at(-1)?.blocks.push({ kind: 'text', lines: kept, start: first.start });
      kept = [];
    };
    for (const line of block.lines) {
      const raw = text.slice(line.start, line.end);
      const label = labelOf(raw);
      const remark = label === undefined ? remarkOf(raw) : { name: label, text: '' };
      const said = remark && roleOf(remark.name);
      if (remark && said === undefined && METADATA.test(remark.name)) continue;
      if (!remark || said === undefined) {
        kept.push(line);
        continue;
      }
      keep();
      if (said === 'aside' && remark.text !== '') continue;
      parts.push({ role: said, blocks: [] });
      if (remark.text !== '') kept.push({ ...line, start: line.start + raw.trimEnd().length - remark.text.length });
    }
    keep();
  }
  return parts;
}

/** What teams note down of a reply, in a line before it. */
const METADATA =
  /^(?:short ?codes?|shortcuts?|categor(?:y|ies)|channels?|tags?|id|priority|audience|tone|owner|language|macro name|trigger|updated|last updated|author|version)$/i;

function passagesIn(
  text: string,
  { blocks }: Part,
  { title, depth, marked }: { title: string | undefined; depth: number; marked: boolean },
): Passage[] {
  const blocksOfText = blocks.filter(({ kind }) => kind !== 'rule');
  const isText = (block: Block) => block.kind === 'fence' && markupOf(block.info) !== undefined;
  const leading = blocksOfText.some(isText) ? 'fence' : 'quote';
  const passages: Passage[] = [];
  for (const [index, block] of blocksOfText.entries()) {
    if (block.kind !== leading || (block.kind === 'fence' && markupOf(block.info) === undefined)) continue;
    const before = blocksOfText[index - 1];
    const label = before?.kind === 'text' ? labelIn(text, before.lines) : undefined;
    const subject = before?.kind === 'text' ? subjectIn(text, before.lines) : undefined;
    const markup = block.kind === 'fence' ? (markupOf(block.info) ?? 'text') : 'markdown';
    const passage = { kind: block.kind, title: label ?? title, depth, marked, subject, markup };
    passages.push(...cut(text, passage, block.lines));
  }
  const section = sectionOf(text, blocks);
  const opens = section.length > 0 && blocksOfText[0]?.kind === 'text';
  if (opens && (passages.length === 0 || isReplyAround(text, blocksOfText)))
    return cut(text, { kind: 'section', title, depth, marked, subject: undefined, markup: 'markdown' }, section);
  return passages;
}

/** A reply that shows a command or quotes the customer is the whole of its section. */
function isReplyAround(text: string, blocks: readonly Block[]): boolean {
  const [first] = blocks;
  return first?.kind === 'text' && opensWithGreeting(withoutSubject(text, first.lines).text);
}

function withoutSubject(
  text: string,
  lines: readonly Line[],
): { lines: readonly Line[]; subject?: string; text: string } {
  let from = 0;
  let subject: string | undefined;
  for (; from < lines.length; from += 1) {
    const line = lines[from] as Line;
    const raw = text.slice(line.start, line.end);
    const said = subject === undefined ? subjectOf(raw) : undefined;
    if (said !== undefined) subject = said;
    else if (raw.trim() !== '') break;
  }
  let to = lines.length;
  while (to > from && isBlank(text, lines[to - 1] as Line)) to -= 1;
  const kept = lines.slice(from, to);
  return { lines: kept, ...(subject !== undefined && { subject }), text: textOf(text, kept).body };
}

function isBlank(text: string, { start, end }: Line): boolean {
  return text.slice(start, end).trim() === '';
}

/** Without its subject and the blank lines around it; nothing where nothing is left. */
function cut(text: string, passage: Omit<Passage, 'lines'>, lines: readonly Line[]): Passage[] {
  const { lines: kept, subject } = withoutSubject(text, lines);
  return kept.length > 0 ? [{ ...passage, subject: subject ?? passage.subject, lines: kept }] : [];
}

function markupOf(info: string): Markup | undefined {
  const [language = ''] = info.toLowerCase().split(/[\s{,]/, 1);
  return FENCED[language];
}

/** All lines of a part, from its first text to its last block, without the rulers around it. */
function sectionOf(text: string, blocks: readonly Block[]): readonly Line[] {
  let to = blocks.length;
  while (to > 0 && blocks[to - 1]?.kind === 'rule') to -= 1;
  const [first] = blocks;
  const last = blocks[to - 1];
  if (!first || !last || last.kind === 'rule' || last.kind === 'heading') return [];
  const end = last.lines.at(-1)?.next ?? last.start;
  const from = first.kind === 'text' ? (first.lines[0]?.start ?? first.start) : first.start;
  return [...linesOf(text, from, closed(text, last, end))];
}

/** A fence's last line closes it, and is of the section. */
function closed(text: string, last: Block, end: number): number {
  if (last.kind !== 'fence') return end;
  const feed = text.indexOf('\n', end);
  return feed < 0 ? text.length : feed + 1;
}

function labelIn(text: string, lines: readonly Line[]): string | undefined {
  const line = lines.at(-1);
  return line && labelOf(text.slice(line.start, line.end));
}

function subjectIn(text: string, lines: readonly Line[]): string | undefined {
  const line = lines.findLast((known) => subjectOf(text.slice(known.start, known.end)) !== undefined);
  return line && subjectOf(text.slice(line.start, line.end));
}

/** The longest that a message in a section is; a chapter of a manual is longer. */
const MOST_WORDS = 600;
const FEWEST_WORDS_OF_A_QUOTE = 12;

/** True where a passage, seen by itself, is a message to a customer. */
export function isSurely(text: string, { kind, subject, lines }: Passage): boolean {
  const { body } = textOf(text, lines);
  if (kind !== 'section') return (kind === 'fence' || wordsIn(body) >= FEWEST_WORDS_OF_A_QUOTE) && readsLikeReply(body);
  if (wordsIn(body) > MOST_WORDS) return false;
  const cues = cuesIn(body);
  if (cues.has('greeting')) return cues.size >= 3;
  return (cues.has('sign-off') && cues.size >= 4) || (subject !== undefined && cues.size >= 3);
}

/** True where a passage among others that surely are replies is one too: it is written for people. */
export function isLikely(text: string, { kind, lines, markup }: Passage): boolean {
  const { body } = textOf(text, lines);
  const words = wordsIn(body);
  if (words < 3 || (kind === 'quote' && words < FEWEST_WORDS_OF_A_QUOTE) || (markup === 'text' && isCode(body)))
    return false;
  const cues = cuesIn(body).size;
  if (kind === 'section') return cues >= 2 && words <= MOST_WORDS;
  return cues >= 1 || /[.!?。！？]["”’)*_\s]*$/.test(body);
}

/** Commands, assignments, records: most lines begin or end as prose does not. */
function isCode(body: string): boolean {
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  return lines.filter((line) => CODE_BEGINS.test(line) || /[;{}\\]\s*$/.test(line)).length * 2 > lines.length;
}

const CODE_BEGINS =
  /^\s*(?:[$>#]\s|[\w.-]+\s*=\s*["'\d{[\w]|["'][\w.-]+["']\s*:|[}\]]|\{\s*["'\n]|\[\s*["'{\d]|<[/a-z!]|(?:npm|npx|yarn|pnpm|git|cd|sudo|pip|curl|docker|import|const|let|var|function|class|def|return)\s)/;
