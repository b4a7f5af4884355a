import type { Rendering, Word } from '../model/rendering.js';
import { shown } from './define.js';
import type { Match, Reading } from './rule.js';

/** A form of address, such as “du” or “Sie” in German. */
export type FormOfAddress = 'familiar' | 'formal';

/** The form of address that each phrase group indicates. */
export const FORM_OF_GROUP: Readonly<Record<string, FormOfAddress>> = {
  familiar: 'familiar',
  'familiar-verb': 'familiar',
  weak: 'familiar',
  you: 'familiar',
  formal: 'formal',
  'formal-verb': 'formal',
  capital: 'formal',
  closing: 'formal',
  own: 'formal',
};
/** Locales in which the words of the group `you` are formal. */
const POLITE_YOU = /^pt-PT$/i;

/** Words that address the reader in one of the forms. */
export interface Spoken {
  readonly form: FormOfAddress;
  /** The words as shown in a message. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
}

/** Returns all words in either form, in text order, except those in quotations, labels and code. */
export function spokenForms(reading: Reading): Spoken[] {
  const { rendering } = reading;
  const matches = reading.matches().filter((match) => isMeant(match, rendering));
  const weak = matches.filter(({ group }) => group === 'weak').length;
  const strong = matches.some(({ group }) => group !== 'weak' && FORM_OF_GROUP[group] === 'familiar');
  const said = matches
    .filter(({ group }) => group !== 'weak' || weak > 1 || strong)
    .map(({ group, start, end, sentence }): Spoken => {
      const form = group === 'you' && POLITE_YOU.test(rendering.locale) ? 'formal' : (FORM_OF_GROUP[group] ?? 'formal');
      return { form, words: shown(rendering.text.slice(start, end)), start, end, sentence };
    });
  // The end of the last phrase, because a word that belongs to a counted phrase is not counted again.
  let end = 0;
  return said
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((one) => {
      const isOwn = one.start >= end;
      end = Math.max(end, one.end);
      return isOwn;
    });
}

/**
 * Returns true if a match really addresses the reader: it is not quoted, code or an abbreviation, and it has the
 * capital and position that its group requires.
 */
function isMeant({ group, from, to, sentence }: Match, rendering: Rendering): boolean {
  const { words, text, sentences } = rendering;
  const [first, next] = [words[from], words[to]];
  if (!first || first.quoted || first.code || isAbbreviated(first, text)) return false;
  const isCapital = /^\p{Lu}/u.test(text.slice(first.start, first.end));
  // A capitalized word that ends like a verb may be a name.
  if (group.endsWith('-verb')) return !isCapital || isStart(from, rendering);
  if (group === 'capital') {
    // In “La Spezia”, the word is part of a name.
    const isName = first.folded.length < 3 && next !== undefined && /^\p{Lu}/u.test(text.slice(next.start, next.end));
    return isCapital && !isName && !isStart(from, rendering);
  }
  if (group !== 'closing') return true;
  const line = sentences[sentence];
  return isCapital && line?.ends === '' && sentence >= sentences.length - 3 && line.to - line.from <= 5;
}

/** Returns true for the letters in “a.u.b.”, an abbreviation that is used with either form. */
function isAbbreviated({ start, end }: Word, text: string): boolean {
  return text[end] === '.' && /\p{L}\.$/u.test(text.slice(Math.max(0, start - 2), start));
}

/**
 * Returns true if a capital carries no meaning, because the word is at the start of a sentence or after a colon, an
 * opening quotation mark or a bracket.
 */
function isStart(at: number, { words, text, sentences }: Rendering): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (!word || !before || sentences[word.sentence]?.from === at) return true;
  return /[:.!?…"“„»«(•]/.test(text.slice(before.end, word.start));
}

/** Returns the first address of each sentence. */
export function oncePerSentence(spoken: readonly Spoken[]): readonly Spoken[] {
  return spoken.filter(({ sentence }, at) => spoken[at - 1]?.sentence !== sentence);
}

/** Returns the less frequent form. If both are equally frequent, returns the one that appears later. */
export function rarerForm(spoken: readonly Spoken[]): FormOfAddress {
  const formal = spoken.filter(({ form }) => form === 'formal').length;
  const familiar = spoken.length - formal;
  if (formal === familiar) return spoken[0]?.form === 'formal' ? 'familiar' : 'formal';
  return formal < familiar ? 'formal' : 'familiar';
}
