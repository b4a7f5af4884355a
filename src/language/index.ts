import type { Language } from './language.js';
import { packOf } from './pack/load.js';

export type { Language, NameWords } from './language.js';

/** Returns the language part of a locale: `de` for `de-AT`. */
export function languageCode(locale: string): string {
  let code = CODES.get(locale);
  if (code === undefined) {
    code = /^[a-z]{2,3}$/.test(locale) ? locale : (locale.split(/[-_]/)[0] ?? locale).toLowerCase();
    if (CODES.size >= MOST_CODES) CODES.clear();
    CODES.set(locale, code);
  }
  return code;
}

const CODES = new Map<string, string>();
/** Maximum number of cached locales. A limit is needed because locales can come from linted files. */
const MOST_CODES = 1000;

/** Returns what is known about a locale's language. For an unknown language, the result contains no words. */
export function languageOf(locale: string): Language {
  return packOf(languageCode(locale)).language;
}
