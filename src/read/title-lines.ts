import { isSalutation } from './cues.js';
import { isComment, labelOf, roleOf, subjectOf } from './heading-words.js';
import type { Block, Line } from './markdown-blocks.js';

/** A depth greater than that of any heading. */
const DEPTH = 7;

const SUMMARY = /^\s*(?:<details[^>]{0,80}>\s*)?<summary[^>]{0,80}>(.{1,200}?)<\/summary>\s*$/i;
const DETAILS = /^\s*<\/?details[^>]{0,80}>\s*$/i;

/**
 * Converts lines that serve as titles of messages to headings. These are bold lines on their own, and summaries of
 * folded text.
 * @param always true if bold lines are titles even without a salutation after them, because the file is known to
 * contain replies
 */
export function withTitleLines(text: string, blocks: readonly Block[], always: boolean): Block[] {
  const lineOf = (line: Line | undefined) => (line ? text.slice(line.start, line.end) : '');
  const isTitle = (line: string, next: string) => {
    const label = labelOf(line);
    if (label === undefined || roleOf(label) !== undefined) return false;
    return isSalutation(next) || subjectOf(next) !== undefined;
  };
  const bold = blocks.filter((block, index) => {
    if (block.kind !== 'text') return false;
    const next = block.lines.length > 1 ? block.lines[1] : firstLineOf(blocks[index + 1]);
    return isTitle(lineOf(block.lines[0]), lineOf(next));
  });
  const known = new Set<Block>(bold.length >= 2 || always ? bold : []);
  const names = bold.map((block) => labelOf(lineOf(firstLineOf(block)))?.toLowerCase());
  const repeated = new Set(names.filter((name, index) => name !== undefined && names.indexOf(name) !== index));
  const isLone = (block: Block, next: Block | undefined) =>
    block.kind === 'text' && block.lines.length === 1 && isUnnamed(lineOf(block.lines[0])) && next?.kind === 'text';
  const lone = blocks.filter((block, index) => isLone(block, blocks[index + 1]));
  if (always && lone.length >= 3) for (const block of lone) known.add(block);
  const isAbout = (heading: Block | undefined, block: Extract<Block, { kind: 'text' }>) =>
    heading?.kind === 'heading' && isComment(labelOf(lineOf(block.lines[0])));
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'text') return [block];
    const opensWith = known.has(block) ? (isAbout(blocks[index - 1], block) ? 'comment' : 'title') : undefined;
    return splitAt(block, opensWith, repeated, lineOf);
  });
}

function isUnnamed(line: string): boolean {
  const label = labelOf(line);
  return label !== undefined && roleOf(label) === undefined && !/[?!]$/.test(label);
}

function firstLineOf(block: Block | undefined): Line | undefined {
  return block?.kind === 'text' ? block.lines[0] : undefined;
}

function splitAt(
  block: Extract<Block, { kind: 'text' }>,
  opensWith: 'title' | 'comment' | undefined,
  repeated: ReadonlySet<string | undefined>,
  lineOf: (line: Line | undefined) => string,
): Block[] {
  const out: Block[] = [];
  let kept: Line[] = [];
  const keep = () => {
    const [first] = kept;
    if (first) out.push({ kind: 'text', lines: kept, start: first.start });
    kept = [];
  };
  for (const [index, line] of block.lines.entries()) {
    const raw = lineOf(line);
    const summary = SUMMARY.exec(raw)?.[1];
    if (summary === undefined && !(opensWith && index === 0) && !DETAILS.test(raw)) {
      kept.push(line);
      continue;
    }
    keep();
    // A label that occurs above several messages names their kind, not a single message.
    const isNoTitle = opensWith === 'comment' || repeated.has(labelOf(raw)?.toLowerCase());
    if (DETAILS.test(raw) || (summary === undefined && isNoTitle)) out.push({ kind: 'rule', start: line.start });
    else {
      const title = summary?.replace(/<[^<>]{0,80}>/g, '').trim() ?? labelOf(raw) ?? raw;
      out.push({ kind: 'heading', depth: DEPTH, text: title, start: line.start });
    }
  }
  keep();
  return out;
}
