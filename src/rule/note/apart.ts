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
 * Yields the passages of a reply that are set apart and tell a colleague what to do.
 * @param isReported returns true for a passage that the rule would report for its words alone, if it were a text of its
 * own
 */
export function* notesIn(reading: Reading, isReported: (own: Reading) => boolean): Generator<Passage> {
  const { rendering } = reading;
  const allowed = reading.matches('allowed');
  let [word, end] = [0, -1];
  for (const passage of passagesOf(rendering)) {
    while ((rendering.words[word]?.end ?? Number.POSITIVE_INFINITY) <= passage.start) word += 1;
    const first = rendering.words[word];
    if (!first || first.start >= passage.end || passage.start < end || !isWritten(first, rendering)) continue;
    // In “Press [Delete account]”, the brackets contain a button or a label.
    if (passage.setting === 'slot' && reading.says('@press', { from: Math.max(0, word - 1), to: word })) continue;
    if (allowed.some((match) => match.start < passage.end && passage.start < match.end)) continue;
    if (!isNote(passage, reading, { from: word, to: word + 1 }, isReported)) continue;
    end = passage.end;
    yield passage;
  }
}

function isNote(
  { inside, setting, start, end }: Passage,
  reading: Reading,
  first: { readonly from: number; readonly to: number },
  isReported: (own: Reading) => boolean,
): boolean {
  const said = inside.trim();
  // Most lines are not notes, so they are not examined further.
  if (setting === 'line' && !isLoud(said) && !reading.says('@note-opener', first)) return false;
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
  return !/[a-z]/.test(said) && /\p{Lu} ?\p{Lu}/u.test(said) && said === said.toUpperCase();
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
