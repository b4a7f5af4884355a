import type { Context } from '../context-names.js';
import type { Condition } from '../folder/phrase-file.js';
import type { Language } from '../language.js';
import type { LanguageData } from '../make.js';
import type { Commonness } from '../phrase/anchor.js';
import type { PhraseArrays } from '../phrase/arrays.js';
import { compile } from '../phrase/compile.js';
import { type Part, pack } from './container.js';
import { writeIndex } from './word-index.js';

/** A group of phrases in a pack. The lists of the engine belong to no rule: their rule is ''. */
export interface PackGroup {
  readonly rule: string;
  readonly name: string;
  readonly strict?: true;
  readonly unbroken?: true;
  readonly unless?: readonly Condition[];
  readonly onlyWith?: readonly Condition[];
  readonly ignoredIn?: readonly Context[];
}

/** The properties of a phrase besides its words. */
export interface Note {
  readonly instead?: string;
  readonly fix?: string;
  readonly ignoredIn?: readonly Context[];
}

/** A group with its phrases, to write. */
export interface GroupSource extends PackGroup {
  readonly phrases: readonly (Note & { readonly phrase: string })[];
  /** False: no fillers are allowed between their words. */
  readonly skips: boolean;
  /** True: it is looked up by name, not in every text. */
  readonly asked?: boolean;
}

/** The contents of a pack. */
export interface PackSource {
  readonly data: LanguageData;
  /** The language itself, with which its phrases are parsed. */
  readonly language: Language;
  readonly classes: Readonly<Record<string, readonly string[]>>;
  /** `forms.txt`, unchanged: it is read only if phrases in a configuration need a lemma. */
  readonly forms: string;
  readonly groups: readonly GroupSource[];
  /** Rules that have phrases in the language; if their phrases are in code, the phrases. */
  readonly rules: Readonly<Record<string, string>>;
  readonly commonness?: Commonness;
}

/** The arrays of a table, by the size of their elements. */
export const ARRAYS = {
  u8: ['flags'],
  u16: ['setFeatures', 'least', 'most', 'groups'],
  u32: ['setStarts', 'waitStarts', 'waiting', 'moves', 'firsts', 'seconds', 'befores'],
} as const satisfies Record<string, readonly (keyof PhraseArrays)[]>;

/**
 * The bytes of a language pack.
 * @throws PhraseError for an invalid phrase
 */
export function writePack({ data, language, classes, forms, groups, rules, commonness }: PackSource): Uint8Array {
  const phrases = groups.flatMap(({ phrases, skips, asked = false }, group) =>
    phrases.map((entry) => ({ ...entry, group, skips, asked })),
  );
  const { arrays, keys } = compile(phrases, language, commonness);
  const { slots, starts, letters } = writeIndex(keys);
  const notes = phrases.flatMap(({ instead, fix, ignoredIn }, index): [number, Note][] =>
    instead === undefined && fix === undefined && ignoredIn === undefined
      ? []
      : [
          [
            index,
            {
              ...(instead !== undefined && { instead }),
              ...(fix !== undefined && { fix }),
              ...(ignoredIn && { ignoredIn }),
            },
          ],
        ],
  );
  const listed = groups.map(({ phrases: _, skips: __, asked: ___, ...group }) => group);
  const prefixLengths = [...new Set(keys.flatMap((key) => (key.endsWith('*') ? [key.length - 1] : [])))];
  const parts: Record<string, Part> = {
    head: JSON.stringify({ data, groups: listed, rules, prefixLengths, notes: Object.fromEntries(notes) }),
    classes: JSON.stringify(classes),
    forms,
    slots,
    starts,
    letters,
  };
  for (const name of Object.values(ARRAYS).flat()) parts[name] = arrays[name];
  return pack(parts);
}
