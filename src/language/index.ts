import type { Language } from './language.js';
import { packOf } from './pack/load.js';

export type { Language, NameWords } from './language.js';

/** The language part of a locale: `de` for `de-AT`. */
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
/** Locales come from files, too. */
const MOST_CODES = 1000;

/** What is known of a locale's language; for a language that is not known, one without any words. */
export function languageOf(locale: string): Language {
  return packOf(languageCode(locale)).language;
}
