import { type Forms, NO_FORMS } from './folder/forms-file.js';
import type { Language } from './language.js';
import { FILLER, FIRST_OPEN, NUMBER } from './phrase/kinds.js';

/** A class to which words belong because of their ending, or because they are listed. */
export interface OpenClass {
  readonly name: string;
  /** The endings of its words. `''` matches any word. */
  readonly endings: readonly string[];
  readonly words: readonly string[];
  readonly not: readonly string[];
}

/** The grammar of a language, as plain data. */
export interface LanguageData {
  readonly code: string;
  readonly contractions: readonly (readonly [string, readonly string[]])[];
  readonly clitics: readonly (readonly [string, string])[];
  readonly beforeVerbalS: readonly string[];
  /** Word lists by name. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly fillers: readonly string[];
  readonly open: readonly OpenClass[];
  readonly shapes: readonly (readonly [string, string])[];
}

/** The parts of a language that are needed only to parse phrases. */
export interface Wording {
  readonly classes: () => Readonly<Record<string, readonly string[]>>;
  readonly forms: () => Forms;
}

const NOTHING_TO_SAY: Wording = { classes: () => ({}), forms: () => NO_FORMS };

/** The data of a language about which nothing is known. */
export const UNKNOWN_DATA: LanguageData = {
  code: 'und',
  contractions: [],
  clitics: [],
  beforeVerbalS: [],
  lists: {},
  fillers: [],
  open: [],
  shapes: [],
};

/** Creates a language from its data. */
export function makeLanguage(data: LanguageData, wording: Wording = NOTHING_TO_SAY): Language {
  const list = (name: string) => new Set(data.lists[name]);
  const open = data.open.map((one) => ({ ...one, words: new Set(one.words), not: new Set(one.not) }));
  const numbers = list('number');
  const fillers = new Set(data.fillers);
  const shapes = new Map(data.shapes);
  return {
    code: data.code,
    contractions: new Map(data.contractions),
    clitics: new Map(data.clitics),
    beforeVerbalS: new Set(data.beforeVerbalS),
    numbers,
    abbreviations: list('abbreviation'),
    negations: list('negation'),
    signers: list('signer'),
    inNames: list('in-name'),
    joiners: list('joiner'),
    names: {
      titles: list('title'),
      general: list('general'),
      openers: list('opener'),
      clauses: list('clause'),
      determiners: list('determiner'),
      asides: list('aside'),
      roles: list('role'),
      toReader: list('to-reader'),
    },
    classOf: (name) => {
      const classes = wording.classes();
      return Object.hasOwn(classes, name) ? classes[name] : undefined;
    },
    nearestClass: (name) => nearest(name, Object.keys(wording.classes())),
    formsOf: (lemma) => wording.forms().of(lemma),
    openClasses: data.open.map(({ name }) => name),
    shapes: [...shapes.keys()],
    shapeOf: (name) => shapes.get(name),
    kindsOf: (word) => {
      let kinds = (numbers.has(word) ? 1 << NUMBER : 0) | (fillers.has(word) ? 1 << FILLER : 0);
      for (const [index, { endings, words, not }] of open.entries())
        if (words.has(word) || (!not.has(word) && endings.some((ending) => endsIn(word, ending))))
          kinds |= 1 << (FIRST_OPEN + index);
      return kinds;
    },
  };
}

/** Minimum number of letters of a word in addition to its ending. “red” and “ring” are too short. */
const SHORTEST_STEM = 2;

function endsIn(word: string, ending: string): boolean {
  return ending === '' || (word.length >= ending.length + SHORTEST_STEM && word.endsWith(ending));
}

function nearest(name: string, known: readonly string[]): string | undefined {
  const near = known.map((one) => ({ one, distance: distance(one, name) })).sort((a, b) => a.distance - b.distance)[0];
  return near && near.distance <= Math.max(2, Math.floor(name.length / 3)) ? near.one : undefined;
}

/** Returns the number of letters that must be inserted, removed or replaced to turn one name into the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (let at = 0; at < other.length; at += 1)
      next.push(Math.min((next[at] ?? 0) + 1, (row[at + 1] ?? 0) + 1, (row[at] ?? 0) + (other[at] === letter ? 0 : 1)));
    row = next;
  }
  return row[other.length] ?? 0;
}
