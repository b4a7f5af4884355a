import type { OfLanguage } from './telltale/lists.js';
import { ofLanguages } from './telltale/load.js';

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\u3040-\u30ff]/g, 'ja'],
  [/[\uac00-\ud7af]/g, 'ko'],
  [/[\u4e00-\u9fff]/g, 'zh'],
  [/[іїєґІЇЄҐ]/g, 'uk'],
  [/[\u0400-\u04ff]/g, 'ru'],
  [/[\u0370-\u03ff]/g, 'el'],
  [/[\u0590-\u05ff]/g, 'he'],
  [/[\u0600-\u06ff]/g, 'ar'],
  [/[\u0e00-\u0e7f]/g, 'th'],
  [/[\u0900-\u097f]/g, 'hi'],
];

/** Matches a character in the range of the scripts above. Text in any of these scripts contains one. */
const IN_OTHER_SCRIPTS = /[\u0370-\u0e7f\u3040-\ud7af]/;

let byWord: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * Returns the languages in which a word is one of the frequent small words that distinguish a language from similar
 * ones.
 */
function languagesOf(word: string): readonly string[] {
  byWord ??= languagesByWord('small-words');
  return byWord.get(word) ?? [];
}

function languagesByWord(section: OfLanguage): Map<string, string[]> {
  const languages = new Map<string, string[]>();
  for (const [language, words] of Object.entries(ofLanguages(section)))
    for (const word of words) languages.set(word, [...(languages.get(word) ?? []), language]);
  return languages;
}

/** Minimum number of words from which a language can be recognized. */
const FEWEST_WORDS = 4;
/** Number of words below which a language must clearly outscore the others. */
const FEW_WORDS = 12;
/** Minimum ratio of small words by which one language clearly leads another. */
const CLEAR_LEAD = 3;
/**
 * Minimum share of small words. In running text, about every fourth word is one, so a text with far fewer is in none of
 * the known languages.
 */
const LEAST_SHARE = 0.08;

/**
 * Recognizes the language of a text from its small words and its script. Undefined if the text is too short; `und` if
 * it is long enough but not in a known language.
 */
export function localeOfText(text: string): string | undefined {
  const other = IN_OTHER_SCRIPTS.test(text) ? languageOfScript(text) : undefined;
  if (other !== undefined) return other;
  const words = wordsIn(text);
  const scores = new Map<string, number>();
  for (let at = 0; at < words.length; at += 1) {
    const languages = languagesOf(words[at] as string);
    for (let nth = 0; nth < languages.length; nth += 1) {
      const language = languages[nth] as string;
      scores.set(language, (scores.get(language) ?? 0) + 1);
    }
  }
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < 2 || words.length < FEWEST_WORDS)
    return words.length >= 20 && (best?.[1] ?? 0) < 2 ? 'und' : undefined;
  if (words.length >= 20 && best[1] < words.length * LEAST_SHARE) return 'und';
  // In a short text, a word that two languages share is no evidence against either of them.
  if (words.length < FEW_WORDS && second && best[1] < second[1] * CLEAR_LEAD && best[0] !== 'en' && scores.has('en'))
    return undefined;
  // If two languages have equal scores, an unknown language is better than a wrong one.
  return second && second[1] >= best[1] ? undefined : best[0];
}

function languageOfScript(text: string): string | undefined {
  const letters = text.replace(/\P{L}/gu, '').length;
  return SCRIPTS.find(([script]) => (text.match(script)?.length ?? 0) * 4 > letters)?.[1];
}

/** Returns the words of a text. The “e” in “e-mail” is left out because it is a word in Italian and Portuguese. */
function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}{2,}|\p{L}(?!-)/gu) ?? [];
}

/** Languages that share many of their small words, or their script. */
const KIN = [
  'bs cs hr mk pl sk sl sr',
  'da nb nn no sv',
  'be bg mk ru sr uk',
  'ca es gl pt',
  'et fi',
  'id ms',
  'ja zh',
];

/**
 * Returns the language of a text whose name may be a language or a word, such as `it`. The text decides if it is
 * clearly in another language.
 * @param inPath the language that the name stands for, if any
 */
export function settledLocale(text: string, inPath: string | undefined): string | undefined {
  const read = localeOfText(text);
  if (inPath === undefined || read === undefined || read === 'und') return inPath ?? read;
  const [language = ''] = inPath.split('-');
  if (read === language || KIN.some((kin) => [read, language].every((one) => kin.split(' ').includes(one))))
    return inPath;
  return speaksFor(read, language, text) ? read : inPath;
}

/**
 * Returns true if a text has far more small words that belong only to the first language than words that belong only to
 * the second.
 */
function speaksFor(one: string, other: string, text: string): boolean {
  let [ofOne, ofOther] = [0, 0];
  for (const word of wordsIn(text)) {
    const languages = languagesOf(word);
    if (languages.includes(one) === languages.includes(other)) continue;
    if (languages.includes(one)) ofOne += 1;
    else ofOther += 1;
  }
  return ofOne >= ofOther * CLEAR_LEAD;
}

let byName: ReadonlyMap<string, readonly string[]> | undefined;

/** Returns the language that a word names, such as `Deutsch` or `German`. */
export function languageNamed(word: string): string | undefined {
  byName ??= languagesByWord('language-names');
  return byName.get(word.toLowerCase())?.[0];
}

/**
 * Returns the tag of a language named by a value such as `de`, `de-AT`, `pt_BR` or `Italiano`. Undefined if the value
 * does not name a language.
 */
export function localeNamed(value: string): string | undefined {
  const lower = value.trim().toLowerCase();
  const named = languageNamed(lower);
  if (named) return named;
  const tag = /^([a-z]{2,3})(?:[-_]([a-z]{2}|[a-z]{4}|\d{3}))?$/.exec(lower);
  if (!tag) return undefined;
  return tag[2] ? `${tag[1]}-${tag[2].toUpperCase()}` : tag[1];
}

/** Returns true if the subject of a conditional is the language of the customer or of the ticket. */
export function asksForLanguage(subject: string): boolean {
  return /language|locale|lang\b/i.test(subject);
}
