import { readForms } from '../folder/forms-file.js';
import type { Language } from '../language.js';
import { type LanguageData, makeLanguage } from '../make.js';
import type { PhraseArrays } from '../phrase/arrays.js';
import type { MatchedWord } from '../phrase/kinds.js';
import { type Hit, PhraseTable } from '../phrase/table.js';
import { Parts } from './container.js';
import { readIndex } from './word-index.js';
import { ARRAYS, type Note, type PackGroup } from './write.js';

/** The names of the engine's own phrase lists. */
export type EngineList = 'conditional' | 'salutation' | 'farewell' | 'cue footer' | 'cue marks thanks';

interface Head {
  readonly data: LanguageData;
  readonly groups: readonly PackGroup[];
  readonly rules: Readonly<Record<string, string>>;
  readonly prefixLengths: readonly number[];
  readonly notes: Readonly<Record<number, Note>>;
}

/** Everything that the engine knows about one language, as compiled by the build. */
export class LanguagePack {
  readonly language: Language;
  /** All phrases of the language, both those of rules and those of the engine. */
  readonly table: PhraseTable;
  /** The groups that the group numbers of the table refer to. */
  readonly groups: readonly PackGroup[];
  readonly #head: Head;
  readonly #lists = new Map<string, Uint8Array>();
  readonly #asked = new Map<string, number>();

  /** @throws Error if the bytes are not a language pack */
  constructor(bytes: Uint8Array) {
    const parts = new Parts(bytes);
    this.#head = JSON.parse(parts.text('head'));
    const { data, groups, prefixLengths } = this.#head;
    const classes = once<Record<string, string[]>>(() => JSON.parse(parts.text('classes')));
    const forms = once(() => readForms(parts.text('forms'), `${data.code}/forms.txt`));
    this.language = makeLanguage(data, { classes, forms });
    this.groups = groups;
    const index = readIndex(
      { slots: parts.u16('slots'), starts: parts.u32('starts'), letters: parts.u16('letters') },
      prefixLengths,
    );
    const arrays = Object.fromEntries([
      ...ARRAYS.u8.map((name) => [name, parts.u8(name)]),
      ...ARRAYS.u16.map((name) => [name, parts.u16(name)]),
      ...ARRAYS.u32.map((name) => [name, parts.u32(name)]),
    ]) as unknown as PhraseArrays;
    this.table = new PhraseTable(arrays, index, this.language);
  }

  /** The names of the rules that have phrases in the language. */
  get rules(): readonly string[] {
    return Object.keys(this.#head.rules);
  }

  /** Returns true if the language has phrases for a rule. */
  covers(rule: string): boolean {
    return Object.hasOwn(this.#head.rules, rule);
  }

  /** Returns the phrases that a rule's code contained when the pack was built. `''` if the phrases are in a file. */
  stampOf(rule: string): string | undefined {
    return this.covers(rule) ? this.#head.rules[rule] : undefined;
  }

  noteOf(phrase: number): Note | undefined {
    return this.#head.notes[phrase];
  }

  /** Returns true if the language has this list. */
  has(list: EngineList): boolean {
    return this.groups.some(({ rule, name }) => rule === '' && name === list);
  }

  /** Finds the phrases of one of the engine's lists in the words of one sentence. */
  find(list: EngineList, words: readonly MatchedWord[], from: number, to: number): Hit[] {
    let wanted = this.#lists.get(list);
    if (!wanted) {
      wanted = Uint8Array.from(this.groups, ({ rule, name }) => (rule === '' && name === list ? 1 : 0));
      this.#lists.set(list, wanted);
    }
    return this.table.find(words, from, to, wanted);
  }

  /**
   * Returns the first match of a word class within some words of a sentence.
   * @param name the name of the class, including `@`
   * @throws Error if the language's pack has no such class to look up
   */
  ask(name: string, words: readonly MatchedWord[], from: number, to: number): Hit | undefined {
    const phrase = this.#phraseAsked(name);
    return phrase === undefined ? undefined : this.table.first(phrase, words, from, to);
  }

  #phraseAsked(name: string): number | undefined {
    const { groups } = this.table.arrays;
    if (this.#asked.size === 0)
      for (let phrase = 0; phrase < groups.length; phrase += 1) {
        const group = this.groups[groups[phrase] ?? 0];
        if (group?.rule === '' && group.name?.startsWith('@')) this.#asked.set(group.name, phrase);
      }
    return this.#asked.get(name);
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
