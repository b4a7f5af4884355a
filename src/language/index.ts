import type { Language } from './language.js';
import { packOf } from './pack/load.js';

export type { Language, NameWords } from './language.js';

/** The language part of a locale: `de` for `de-AT`. */
export function languageCode(locale: string): string {
  return /^[a-z]{2,3}$/.test(locale) ? locale : (locale.split(/[-_]/)[0] ?? locale).toLowerCase();
}

/** The language of a locale; an unknown language has no words. */
export function languageOf(locale: string): Language {
  return packOf(languageCode(locale)).language;
}
