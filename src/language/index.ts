import { en } from './en.js';
import type { Language } from './language.js';

export type { Language, NameWords } from './language.js';

const LANGUAGES: readonly Language[] = [en];

const UNKNOWN: Language = {
  code: 'und',
  contractions: new Map(),
  clitics: new Map(),
  beforeVerbalS: new Set(),
  numbers: new Set(),
  abbreviations: new Set(),
  conditionals: [],
  negations: new Set(),
  salutations: [],
  farewells: [],
  signers: new Set(),
  inNames: new Set(),
  joiners: new Set(),
  names: {
    titles: new Set(),
    general: new Set(),
    openers: new Set(),
    clauses: new Set(),
    determiners: new Set(),
    asides: new Set(),
    roles: new Set(),
    toReader: new Set(),
  },
};

/** The language part of a locale: `de` of `de-AT`. */
export function languageCode(locale: string): string {
  return (locale.split(/[-_]/)[0] ?? locale).toLowerCase();
}

/** What is known of a locale's language; for a language that is not known, one without any words. */
export function languageOf(locale: string): Language {
  const code = languageCode(locale);
  return LANGUAGES.find((language) => language.code === code) ?? UNKNOWN;
}

/** Phrases with which a language greets at the start of a reply. */
export function salutationsOf(code: string): readonly string[] {
  return languageOf(code).salutations;
}

/** Phrases with which a language takes leave before the name. */
export function farewellsOf(code: string): readonly string[] {
  return languageOf(code).farewells;
}
