import { partitionPoint } from '../../model/partition-point.js';
import type { Rendering, Word } from '../../model/rendering.js';
import { type Passage, passagesOf } from '../passages.js';
import type { Reading } from '../rule.js';

/** Phrase groups that make a passage a note, depending on how the passage is set apart. */
const TELLING: Readonly<Record<Passage['setting'], ReadonlySet<string>>> = {
  line: new Set(['apart', 'foreign']),
  aside: new Set(['apart', 'foreign', 'aside']),
  slot: new Set(['apart', 'foreign', 'aside', 'slotted']),
  loud: new Set(['apart', 'foreign', 'aside', 'slotted', 'alone']),
};

/**
 * Returns the passages of a reply that are set apart and tell a colleague what to do, in order.
 * @param isReported returns true for a passage that the rule would report for its words alone, if it were a text of its
 * own
 */
export function notesIn(reading: Reading, isReported: (own: Reading) => boolean): readonly Passage[] {
  const { rendering } = reading;
  const { text, words } = rendering;
  // Most lines are not notes, so they are not examined further.
  const mayBeNote = (start: number, end: number) =>
    !hasLowercase(text, start, end) || opensNote(reading, firstWordIn(words, start));
  const notes: Passage[] = [];
  let end = -1;
  for (const passage of passagesOf(rendering, mayBeNote)) {
    if (passage.start < end) continue;
    const at = firstWordIn(words, passage.start);
    const first = words[at];
    if (!first || first.start >= passage.end || !isWritten(first, rendering)) continue;
    // In “Press [Delete account]”, the brackets contain a button or a label.
    if (passage.setting === 'slot' && reading.says('@press', { from: Math.max(0, at - 1), to: at })) continue;
    const { start } = passage;
    if (reading.matches('allowed').some((match) => match.start < passage.end && start < match.end)) continue;
    if (!isNote(passage, reading, at, isReported)) continue;
    end = passage.end;
    notes.push(passage);
  }
  return notes;
}

/** Returns the index of the first word that ends after an offset. */
function firstWordIn(words: Rendering['words'], start: number): number {
  return partitionPoint(words.length, (at) => (words[at] as Word).end <= start);
}

function opensNote(reading: Reading, at: number): boolean {
  return reading.says('@note-opener', { from: at, to: at + 1 });
}

/** Returns true if a part of a text contains a lowercase letter of ASCII. Nearly all do, in their first letters. */
function hasLowercase(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 97 && unit <= 122) return true;
  }
  return false;
}

function isNote(
  { inside, setting, start, end }: Passage,
  reading: Reading,
  first: number,
  isReported: (own: Reading) => boolean,
): boolean {
  const said = inside.trim();
  if (setting === 'line' && !isLoud(said) && !opensNote(reading, first)) return false;
  if (!/\s/.test(said) && setting !== 'aside') return false;
  const own = reading.of(said);
  // An aside with data that the help desk fills in is not a note: “(born: {{birthday}})”.
  if (setting === 'aside' && own.rendering.placeholders.some(({ kind }) => kind === 'machine')) return false;
  const isLong = setting !== 'aside' || own.rendering.words.length > 2; // “(staff only)” addresses customers.
  if (setting !== 'line' && (isForSomebody(own) || (isLong && isReported(own)))) return true;
  // An instruction to insert something within a sentence is a slot, not a note: “the shelf mark **INSERT SHELF MARK**”.
  const { text } = reading.rendering;
  const isAlone = setting !== 'line' || ((text[start - 1] ?? '\n') === '\n' && (text[end] ?? '\n') === '\n');
  const isInCapitals = (group: string) =>
    (group === 'order' && setting !== 'slot' && isAlone && isLoud(said)) ||
    (group === 'case' && said.includes(':') && isLoud(said.split(':', 1)[0] ?? ''));
  return own.matches().some(({ group }) => TELLING[setting].has(group) || isInCapitals(group));
}

/**
 * Returns true for a passage that addresses colleagues the customer does not know: “Ask Marek”, “Petra to confirm”,
 * “Kim, is this so?”.
 */
function isForSomebody(own: Reading): boolean {
  const { text, words, sentences } = own.rendering;
  const isName = (at: number) => /^\p{Lu}\p{Ll}/u.test(text.slice(words[at]?.start, words[at]?.end));
  if (own.matches('spoken').length > 0) return false;
  if (own.matches('by-name').some(({ to }) => isName(to))) return true;
  if (own.matches('assigned').some(({ from }) => from > 0 && isName(from - 1))) return true;
  const [first, second] = words;
  return (
    isName(0) &&
    sentences.at(-1)?.ends === '?' &&
    /^[,:]/.test(text.slice(first?.end, second?.start)) &&
    !own.says('@remark', { from: 0, to: 1 })
  );
}

function isLoud(said: string): boolean {
  // Lowercase letters are checked first because most passages contain one.
  return !hasLowercase(said, 0, said.length) && /\p{Lu} ?\p{Lu}/u.test(said) && said === said.toUpperCase();
}

/**
 * Returns true for a word that the author wrote, which is not code, a quotation, or a value that the help desk or an
 * agent fills in.
 */
function isWritten({ code, quoted, placeholder, sentence }: Word, { sentences, blocks }: Rendering): boolean {
  if (code || (quoted && blocks[sentences[sentence]?.block ?? -1]?.kind !== 'quote')) return false;
  if (placeholder?.recurs) return false;
  return placeholder?.kind !== 'machine' || placeholder.text.startsWith('[[');
}
