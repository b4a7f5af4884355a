import type { Rendering, Sentence } from '../model/rendering.js';
import type { Span } from '../model/span.js';
import { FoundOnce } from './found-once.js';
import { languageOf, type NameWords } from './index.js';

/** The parts of a rendering that are needed to find its addressee. */
type Spoken = Pick<Rendering, 'text' | 'words' | 'sentences' | 'locale'>;

/** The way someone is addressed: a title and name, a name and surname, or a handle. */
export interface Name extends Span {
  /** The index of the word after the name. */
  readonly to: number;
  readonly isTitled: boolean;
  readonly isHandle: boolean;
}

const COMMA = 44;
const BLANK = 32;

/** Number of lines to search at the start, because a title or a picture may come first. */
const FIRST_LINES = 3;
/** Maximum number of words in a name, such as a first name and two surnames. */
const LONGEST_NAME = 3;
/** Maximum number of words in an apposition, such as “our carrier in the north”. */
const LONGEST_APPOSITION = 7;

/**
 * Finds the written-out name with which a text addresses its reader in passing: “Pat, we had a look”, “Thanks for
 * phoning, Mrs Lam.”, “Done, Mr Lam: …”. Names after a salutation are not considered.
 * @returns undefined if no one is addressed by name, or if the language has no word lists for names
 */
export function addresseeIn(rendering: Spoken): Name | undefined {
  return FOUND.of(rendering, lookedFor);
}

const FOUND = new FoundOnce<Name>();

function lookedFor(rendering: Spoken): Name | undefined {
  const { text, words, sentences, locale } = rendering;
  const { names } = languageOf(locale);
  // A name after the last sentence is a signature.
  const lastSaid = sentences.findLastIndex(({ ends }) => ends !== '');
  for (let index = 0; index <= lastSaid; index += 1) {
    const sentence = sentences[index] as Sentence;
    for (let at = sentence.from; at < sentence.to; at += 1) {
      const isFirst = at === sentence.from;
      const mayBe = isFirst
        ? index < FIRST_LINES
        : text.charCodeAt(words[at - 1]?.end ?? 0) === COMMA && isCommaBefore(rendering, at);
      const name = mayBe && !names.openers.has(words[at]?.folded ?? '') ? nameAt(rendering, at) : undefined;
      // “(Lena, is this true?)” is a note to a colleague.
      if (!name || /[([]/.test(text[name.start - 1] ?? '')) continue;
      const after = text.slice(name.end, name.to < sentence.to ? words[name.to]?.start : sentence.end + 1);
      if (isFirst && isCalled(rendering, name, after, sentence)) return name;
      const mayLead = name.isTitled || at - 1 === sentence.from;
      const isApart = (mayLead ? /^\s*(?:[,.:;!?)]|[–—-]\s)/ : /^\s*(?:[,.;!?)]|[–—-]\s)/).test(after);
      if (isFirst || !isApart || !(name.isTitled || speaksToReader(rendering, sentence.from, at))) continue;
      if (isAlone(rendering, at, name, sentence, names)) return name;
    }
  }
  return undefined;
}

/** Returns true if some of the words address the reader, such as “you” and “thanks”. */
function speaksToReader({ words, locale }: Spoken, from: number, to: number): boolean {
  const { toReader } = languageOf(locale).names;
  return words.slice(from, to).some(({ folded }) => toReader.has(folded));
}

/**
 * Returns the name that starts at a word, which must have a capital letter and not be a general noun.
 * @param from the index of the word
 */
export function nameAt(rendering: Spoken, from: number): Name | undefined {
  const { text, words, locale } = rendering;
  const { names, joiners } = languageOf(locale);
  const isTitle = (at: number) => names.titles.has(words[at]?.folded ?? '');
  let at = from;
  while (isTitle(at) || (at > from && joiners.has(words[at]?.folded ?? '') && isTitle(at + 1))) at += 1;
  const isTitled = at > from;
  const [first, name] = [words[from], words[at]];
  if (!first || name?.kind !== 'word' || name.sentence !== first.sentence || name.code) return undefined;
  if (isTitled && !/^[.\s]*$/.test(between(rendering, at))) return undefined;
  const isHandle = text[name.start - 1] === '@';
  const isWritten = /^\p{Lu}\p{Ll}|^\p{Lu}['’]\p{Lu}/u.test(text.slice(name.start, name.end));
  if (!(isHandle || isWritten) || names.general.has(name.folded)) return undefined;
  let to = at + 1;
  while (to < at + LONGEST_NAME && isSurname(rendering, to, name.sentence)) to += 1;
  return { start: first.start, end: words[to - 1]?.end ?? name.end, to, isTitled, isHandle };
}

/**
 * Returns true for “Pat, we had a look”, but not for “Refunds, exchanges and repairs” or “Acme, our carrier, lost it”.
 */
function isCalled(rendering: Spoken, name: Name, after: string, { to }: Sentence): boolean {
  const { names, joiners } = languageOf(rendering.locale);
  const { to: next, isTitled, isHandle } = name;
  if (isHandle) return true;
  if (!/^\s*(?:,|[–—-]\s)/.test(after)) return false;
  const following = rendering.words[next]?.folded ?? '';
  if (next >= to) return isTitled || after.includes(',');
  if (!isTitled && !names.clauses.has(following)) return false;
  if (isTitled || !(names.determiners.has(following) || names.asides.has(following))) return true;
  for (let at = next + 1; at < to && at < next + LONGEST_APPOSITION; at += 1)
    if (between(rendering, at).includes(',')) return joiners.has(rendering.words[at]?.folded ?? '');
  return true;
}

/**
 * Returns true if a name is not part of a list and does not refer to a third person, as in “our vet, Dr Lam, calls
 * you”.
 */
function isAlone({ text, words }: Spoken, at: number, name: Name, sentence: Sentence, names: NameWords): boolean {
  const isCapital = (index: number) => /^\p{Lu}\p{Ll}/u.test(text.slice(words[index]?.start, words[index]?.end));
  const { from, to } = sentence;
  const last = words[at - 1];
  if (!last || last.kind === 'placeholder' || names.roles.has(last.folded)) return false;
  const isSubject = at - from <= 3 && name.to < to && names.determiners.has(words[from]?.folded ?? '');
  return !isSubject && (at - 1 === from || !isCapital(at - 1)) && (name.to >= to || !isCapital(name.to));
}

function isSurname(rendering: Spoken, at: number, sentence: number): boolean {
  const word = rendering.words[at];
  return (
    word?.kind === 'word' &&
    word.sentence === sentence &&
    /^\p{Lu}\p{Ll}/u.test(rendering.text.slice(word.start, word.end)) &&
    /^[ \u00a0]$/.test(between(rendering, at))
  );
}

function isCommaBefore(rendering: Spoken, at: number): boolean {
  const [before, word] = [rendering.words[at - 1], rendering.words[at]];
  if (before && word && word.start - before.end === 2 && rendering.text.charCodeAt(before.end + 1) === BLANK)
    return rendering.text.charCodeAt(before.end) === COMMA;
  return /^,[ \u00a0]+@?$/.test(between(rendering, at));
}

/** Returns the text between a word and the previous one. */
function between({ text, words }: Spoken, at: number): string {
  return text.slice(words[at - 1]?.end ?? 0, words[at]?.start);
}
