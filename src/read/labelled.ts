import { isSalutation } from './cues.js';
import { labelOf, type Remark, type Role, remarkOf, roleOf, subjectOf } from './heading-words.js';
import type { Block, Line } from './markdown-blocks.js';
import { signatureIn } from './signature.js';

/** Blocks of a section that follow a label, or that come before the first label. */
export interface Labelled {
  readonly role: Role;
  readonly blocks: Block[];
}

/** Labels that at least half of a file's sections contain, so that they belong to a template of the team. */
export type RepeatedLabels = ReadonlySet<string>;

/** Returns the labels that a file repeats, in lowercase. */
export function repeatedLabels(text: string, blocks: readonly Block[]): RepeatedLabels {
  const counts = new Map<string, number>();
  let headings = 0;
  for (const block of blocks) {
    if (block.kind === 'heading') headings += 1;
    if (block.kind !== 'text') continue;
    for (const line of block.lines) {
      const name = labelIn(text, line)?.name.toLowerCase();
      if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([, count]) => count >= 2 && count * 3 >= headings).map(([name]) => name));
}

function labelIn(text: string, line: Line): Remark | undefined {
  const raw = text.slice(line.start, line.end);
  const label = labelOf(raw);
  return label === undefined ? remarkOf(raw) : { name: label, text: '' };
}

/** Returns the role that a line gives to the text after it. Undefined if the line is not a label. */
export function roleOfLabel(text: string, line: Line): Role {
  const label = labelIn(text, line);
  return label && roleOf(label.name);
}

/**
 * Splits a section at the labels that name the text after them. The labels themselves and one-line remarks are not part
 * of any result. Labels inside a message count as text.
 * @param outer the role of the section
 */
export function labelledIn(text: string, blocks: readonly Block[], outer: Role, repeated: RepeatedLabels): Labelled[] {
  const message = messageIn(text, blocks);
  const parts: Labelled[] = [{ role: outer, blocks: [] }];
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'text') {
      parts.at(-1)?.blocks.push(block);
      continue;
    }
    const isBeforeText = block.lines.length > 1 || blocks[index + 1]?.kind === 'text';
    const hasText = parts.at(-1)?.blocks.some(({ kind }) => kind === 'text') ?? false;
    cutBlock(text, block, parts, (line, name, role) => {
      if (message && line.start > message.start && line.start < message.end)
        return message.signed || (role === 'ambiguous' && !repeated.has(name.toLowerCase()));
      const begun = hasText || line !== block.lines[0];
      return role === 'ambiguous' && begun && isBeforeText && !message && !repeated.has(name.toLowerCase());
    });
  }
  return parts;
}

function cutBlock(
  text: string,
  block: Extract<Block, { kind: 'text' }>,
  parts: Labelled[],
  isText: (line: Line, name: string, role: Role) => boolean,
): void {
  let kept: Line[] = [];
  let isRemark = false;
  const keep = () => {
    const [first] = kept;
    if (first) parts.at(-1)?.blocks.push({ kind: 'text', lines: kept, start: first.start });
    kept = [];
  };
  for (const line of block.lines) {
    const label = labelIn(text, line);
    const role = label && roleOf(label.name);
    if (!label || role === undefined || isText(line, label.name, role)) {
      if (!isRemark || isSalutation(text.slice(line.start, line.end))) kept.push(line);
      continue;
    }
    isRemark = false;
    if (role === 'metadata') continue;
    keep();
    isRemark = role !== 'reply' && label.text !== '';
    if (isRemark) continue;
    parts.push({ role, blocks: [] });
    if (label.text !== '') kept.push({ ...line, start: line.end - trailing(text, line) - label.text.length });
  }
  keep();
}

function trailing(text: string, { start, end }: Line): number {
  const raw = text.slice(start, end);
  return raw.length - raw.trimEnd().length;
}

/**
 * The lines from a salutation on its own line to its signature, or to the end of the section if there is no signature.
 */
interface Message {
  readonly start: number;
  readonly end: number;
  readonly signed: boolean;
}

/**
 * Finds the message within the text of a section. Undefined if there is no greeting on its own line.
 * @param isMail true if a subject on the first line is enough to begin a message
 */
export function messageIn(text: string, blocks: readonly Block[], isMail = false): Message | undefined {
  const lines = blocks.flatMap((block): readonly (Line | undefined)[] =>
    block.kind === 'heading' ? [] : [undefined, ...('lines' in block && block.kind === 'text' ? block.lines : [])],
  );
  const raw = lines.map((line) => (line ? text.slice(line.start, line.end) : ''));
  const isFirst = (at: number) => raw.slice(0, at).every((line) => line.trim() === '');
  const begins = (line: string, at: number) =>
    (isSalutation(line) && (raw[at - 1] ?? '').trim() === '') ||
    (isMail && subjectOf(line) !== undefined && isFirst(at));
  const from = raw.findIndex(begins);
  const first = lines[from];
  if (!first) return undefined;
  const to = signatureIn(raw, from + 1);
  const last = to === undefined ? undefined : lines[to];
  if (last) return { start: first.start, end: last.next, signed: true };
  const end = lines.findLast((line) => line !== undefined)?.next ?? first.next;
  return { start: first.start, end, signed: false };
}
