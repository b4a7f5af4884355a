import type { Declared } from '../model/reply.js';

/** Matches codes that are more likely a language than a word if they stand alone in a path. */
const CODES =
  'ar bg ca cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv nb nl no pl pt ro ru sk sl sr sv th tr uk vi zh';
const CODE = `(?:${CODES.split(' ').join('|')})`;
const IN_NAME = new RegExp(
  `(?:^|[._/-])(${CODE}(?:[-_][A-Za-z]{2,4})?)(?:\\.(?:html?|txt|text|md|markdown|blade))?\\.[a-z]+\\d?$`,
);
const IN_FOLDER = new RegExp(`(?:^|/)(${CODE}(?:[-_][A-Z][A-Za-z]{1,3})?)/`);
/**
 * Matches a part of a path that both patterns above require. Checking it first saves trying those long patterns on most
 * paths.
 */
const TWO_LETTERS = /(?:^|[._/-])[a-z]{2}[-_./]/;
const ALONE = new RegExp(`^${CODE}(?:[-_][A-Za-z]{2,4})?$`, 'i');

/** Returns the language that a path names, such as `refund.de.md`, `refund_pt-BR.txt` or `de/refund.md`. */
export function localeInName(path: string): string | undefined {
  if (!TWO_LETTERS.test(path)) return undefined;
  return IN_NAME.exec(path)?.[1]?.replace('_', '-') ?? IN_FOLDER.exec(path)?.[1]?.replace('_', '-');
}

/**
 * Returns the language of a file's replies, as far as it is declared.
 * @param said the language that the file declares
 */
export function localeFrom(said: string | undefined, path: string): Pick<Declared, 'locale' | 'localeInPath'> {
  if (said !== undefined) return { locale: said };
  const localeInPath = localeInName(path);
  return localeInPath === undefined ? {} : { localeInPath };
}

/** Returns true for a language code alone, with or without a region: `de`, `pt-BR`. */
export function isLanguageCode(text: string): boolean {
  return ALONE.test(text);
}
