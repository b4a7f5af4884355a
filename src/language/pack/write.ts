import type { Context } from '../context-names.js';
import type { Condition } from '../folder/phrase-file.js';
import type { Language } from '../language.js';
import type { LanguageData } from '../make.js';
import type { Commonness } from '../phrase/anchor.js';
import type { PhraseArrays } from '../phrase/arrays.js';
import { compile } from '../phrase/compile.js';
import { type Part, pack } from './container.js';
import { writeIndex } from './word-index.js';

/** A group of phrases in a pack. The engine's own lists belong to no rule, so their rule is `''`. */
export interface PackGroup {
  readonly rule: string;
  readonly name: string;
  readonly strict?: true;
  readonly unbroken?: true;
  readonly unless?: readonly Condition[];
  readonly onlyWith?: readonly Condition[];
  readonly ignoredIn?: readonly Context[];
}

/** The properties of a phrase other than its words. */
export interface Note {
  readonly instead?: string;
  readonly fix?: string;
  readonly ignoredIn?: readonly Context[];
}

/** A group to write, with its phrases. */
export interface GroupSource extends PackGroup {
  readonly phrases: readonly (Note & { readonly phrase: string })[];
  /** False if no fillers are allowed between the words of its phrases. */
  readonly skips: boolean;
  /** True if the group is looked up by name instead of being searched for in every text. */
  readonly asked?: boolean;
}

/** The contents of a language pack. */
export interface PackSource {
  readonly data: LanguageData;
  /** The language that is used to parse the phrases. */
  readonly language: Language;
  readonly classes: Readonly<Record<string, readonly string[]>>;
  /** The unchanged text of `forms.txt`. It is read only if a phrase in a configuration needs a lemma. */
  readonly forms: string;
  readonly groups: readonly GroupSource[];
  /** The rules that have phrases in the language. The value contains the phrases if they are in code. */
  readonly rules: Readonly<Record<string, string>>;
  readonly commonness?: Commonness;
}

/** The arrays of a table, grouped by the size of their elements. */
export const ARRAYS = {
  u8: ['flags'],
  u16: ['holding', 'least', 'most', 'groups'],
  u32: ['setCount', 'holdingStarts', 'waitStarts', 'waiting', 'moves', 'firsts', 'seconds', 'befores'],
} as const satisfies Record<string, readonly (keyof PhraseArrays)[]>;

/**
 * Returns the bytes of a language pack.
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
