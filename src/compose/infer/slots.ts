import { languageCode } from '../../language/index.js';
import { packOf } from '../../language/pack/load.js';
import type { LibraryProfile } from '../../model/library.js';
import type { Sentence, Word } from '../../model/rendering.js';
import type { Placeholder, PlaceholderRole } from '../../model/reply.js';
import { roleOfPath } from '../template/roles.js';
import type { Loose } from './hit.js';

/**
 * Minimum number of replies with the same gap from which agents are assumed to fill it in every time. In fewer replies,
 * someone forgot to fill it in.
 */
const HABIT = 3;
/** Number of lines to search for greetings. */
const FIRST_LINES = 3;
/** Maximum number of words in a stand-in for a name, such as “Name” or “Customer Last Name”. */
const LONGEST_NAME = 3;
/** Maximum number of words in a gap, such as “INSERT DATE OF THE VISIT HERE”. */
const LONGEST_SLOT = 6;
const CROSSES = /^X{3,}$/;

/** Stands for a value that agents fill in by hand, but is not in brackets: “XXXX”, “Name” or “INSERT DATE”. */
interface Slot {
  readonly text: string;
  readonly role: PlaceholderRole;
  /** The index of the first word, and the index after the last word. */
  readonly from: number;
  readonly to: number;
}

/** Returns the texts of the slots in a rendering, without duplicates. */
export function slotTextsIn(rendering: Loose): string[] {
  const slots = slotsIn(rendering);
  return slots.length === 0 ? [] : [...new Set(slots.map(({ text }) => text))];
}

/**
 * Returns the slots that recur in the replies of a library.
 * @param texts the slots of each reply
 */
export function recurringOf(texts: Iterable<readonly string[]>): string[] {
  const counts = new Map<string, number>();
  for (const own of texts) for (const text of own) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].flatMap(([text, count]) => (count >= HABIT ? [text] : []));
}

/** Returns a rendering in which slots that recur in the library have become placeholders. */
export function withSlots<R extends Loose>(rendering: R, library: LibraryProfile | undefined): R {
  if (library?.slots === undefined && library?.around?.slots === undefined) return rendering;
  const recurring = new Set([...(library.slots ?? []), ...(library.around?.slots ?? [])]);
  const slots = slotsIn(rendering).filter(({ text }) => recurring.has(text));
  if (slots.length === 0) return rendering;
  const words = [...rendering.words];
  const placeholders: Placeholder[] = [];
  for (const slot of slots) {
    const placeholder = placeholderOf(slot, rendering);
    placeholders.push(placeholder);
    for (let at = slot.from; at < slot.to; at += 1) {
      const word = words[at];
      if (word) words[at] = { ...word, kind: 'placeholder', placeholder };
    }
  }
  const known = rendering.placeholders.filter(({ span }) => !placeholders.some((one) => one.span.start === span.start));
  return { ...rendering, words, placeholders: [...known, ...placeholders] };
}

function placeholderOf({ text, role, from, to }: Slot, { words, toBody }: Loose): Placeholder {
  const span = toBody.spanOf({ start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 });
  return { text, role, kind: 'manual', span, recurs: true };
}

function slotsIn(rendering: Loose): Slot[] {
  const named = namesIn(rendering);
  // A run of X and a word in capitals both have three capital letters in a row.
  if (!/[A-Z\u0080-\uffff]{3}/.test(rendering.text)) return named;
  const gaps = gapsIn(rendering);
  const apart = ({ from, to }: Slot) => named.every((one) => to <= one.from || from >= one.to);
  return gaps.length === 0 ? named : [...named, ...gaps.filter(apart)];
}

/** Finds the stand-in for the customer's name after the salutation. */
function namesIn(rendering: Loose): Slot[] {
  const found: Slot[] = [];
  const { sentences } = rendering;
  for (let nth = 0; nth < FIRST_LINES && nth < sentences.length; nth += 1) {
    const { from, to } = sentences[nth] as Sentence;
    const slot = mayHoldName(rendering, from + 1, to) ? nameIn(rendering, from, to) : undefined;
    if (slot) found.push(slot);
  }
  return found;
}

/** Returns the stand-in for a name after a salutation in the words of one sentence. */
function nameIn(rendering: Loose, from: number, to: number): Slot | undefined {
  const { words, locale, text } = rendering;
  const hit = packOf(languageCode(locale)).find('salutation', words, from, to)[0];
  if (!hit) return undefined;
  let end = hit.to;
  while (end < to && end - hit.to <= LONGEST_NAME && isApart(text.slice(words[end - 1]?.end, words[end]?.start)))
    end += 1;
  if (end === hit.to || end - hit.to > LONGEST_NAME || !isName(rendering, hit.to, end)) return undefined;
  return slotOf(rendering, hit.to, end, 'customer-name');
}

/** Returns true if any of the words begins with a capital letter, or with a letter beyond ASCII. */
function mayHoldName({ words, text }: Loose, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(words[at]?.start ?? 0);
    if ((unit >= 65 && unit <= 90) || unit >= 128) return true;
  }
  return false;
}

/** Returns true if two consecutive words have only blanks between them. */
function isApart(between: string): boolean {
  return /^[^\S\n]+$/.test(between);
}

function isName({ words, text, locale }: Loose, from: number, to: number): boolean {
  const own = words.slice(from, to);
  if (own.length === 1 && CROSSES.test(text.slice(own[0]?.start, own[0]?.end))) return true;
  const isCapitalized = own.every(
    ({ start, kind }) => kind === 'word' && /^\p{Lu}/u.test(text.slice(start, start + 2)),
  );
  return isCapitalized && packOf(languageCode(locale)).ask('@slot-word', words, from, to) !== undefined;
}

/** Finds runs of X, and words in capitals that start with an instruction, such as “INSERT DATE”. */
function gapsIn(rendering: Loose): Slot[] {
  const { words, text, locale } = rendering;
  const pack = packOf(languageCode(locale));
  const found: Slot[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as Word;
    if (!mayBeCapitals(text, word)) continue;
    const said = text.slice(word.start, word.end);
    if (CROSSES.test(said)) found.push(slotOf(rendering, at, at + 1, 'other'));
    if (word.kind !== 'word' || !/^\p{Lu}{3,}$/u.test(said) || !pack.ask('@slot-opener', words, at, at + 1)) continue;
    let to = at + 1;
    while (to - at < LONGEST_SLOT && isCapital(rendering, to)) to += 1;
    if (to === at + 1) continue;
    const role = roleOfPath(text.slice(words[at + 1]?.start, words[to - 1]?.end).toLowerCase(), undefined);
    found.push(slotOf(rendering, at, to, role));
    at = to - 1;
  }
  return found;
}

/** Returns true if the first three characters of a word are capital letters, or are beyond ASCII. */
function mayBeCapitals(text: string, { start, end }: Word): boolean {
  if (end - start < 3) return false;
  for (let at = start; at < start + 3; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 65 || (unit > 90 && unit < 128)) return false;
  }
  return true;
}

/** Returns true for a word in capitals that continues the previous one. */
function isCapital({ words, text }: Loose, at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (word?.kind !== 'word' || word.sentence !== before?.sentence) return false;
  return isApart(text.slice(before.end, word.start)) && /^\p{Lu}[\p{Lu}'’/-]*$/u.test(text.slice(word.start, word.end));
}

function slotOf({ words, text }: Loose, from: number, to: number, role: PlaceholderRole): Slot {
  return { text: text.slice(words[from]?.start, words[to - 1]?.end), role, from, to };
}
