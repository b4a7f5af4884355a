import { areVariants } from '../../near/variants.js';
import { onlyDifference } from '../difference.js';
import { areParallel } from '../titles.js';
import { LIGHT_SENSES, PREDICATES } from './concepts.js';
import { IF, IN_TITLE, NAME, plain } from './context.js';
import { AROUND, type Detail, OWN, type Said, TITLED } from './said.js';
import type { Weights } from './weights.js';

/** How well a statement fits several that agree on another value. */
export interface Comparison {
  /** The weight of what they share. */
  readonly shared: number;
  /** What they share, relative to what only one of them says: from 0 to 1. */
  readonly ratio: number;
  /** True if words tell that the statement is about another case. */
  readonly isOtherCase: boolean;
}

/** The weights of what only one side says: verbs, the title, what the others say, and words that tell cases apart. */
const [OF_VERB, OF_TITLE, OF_OTHERS, OF_CASE] = [1.5, 0.5, 1, 0.8];
/** Share of the other statements whose own words a statement should share. */
const [MOST, ALL] = [0.6, 0.99];
/** What a common role adds, such as a limit, and a word that names the same case. */
const [COMMON_ROLE, COMMON_CASE] = [0.4, 0.4];
/** Minimum weight of a concept that two single statements share. */
const LEAST_OWN = 0.7;

interface Vocabulary {
  /** The largest weight of the concept's places, and the share of the statements with it, and with it of their own. */
  place: number;
  share: number;
  own: number;
}

export function comparisonOf({ detail: one, first }: Said, similar: readonly Said[], weights: Weights): Comparison {
  const group = similar.map(({ detail }) => detail);
  const vocabulary = vocabularyOf(group);
  let shared = one.head.endsWith('//') ? 0 : COMMON_ROLE;
  let [unknown, unknownInTitle, missing] = [0, 0, 0];
  for (const [concept, place] of one.places) {
    const known = vocabulary.get(concept);
    const weight = weights.of(concept);
    if (known) shared += weight * Math.min(place, known.place) * Math.sqrt(known.share);
    else if (place === OWN) unknown += weight * (PREDICATES.has(concept) ? OF_VERB : 1);
    else if (place === TITLED) unknownInTitle += weight;
  }
  for (const [concept, { own, share }] of vocabulary) {
    if (one.places.has(concept)) continue;
    if (own > MOST) missing += weights.of(concept) * own;
    else if (group.length > 1 && share > ALL) missing += weights.of(concept);
  }
  const isOfTitle = one.titled.some((concept) => (vocabulary.get(concept)?.share ?? 0) > 1 / 2);
  const cases = casesOf(one, group, weights, isOfTitle);
  if (cases.common.some((word) => !vocabulary.has(word) && !word.startsWith(NAME))) shared += COMMON_CASE;
  const unshared = unknown + (isOfTitle ? OF_TITLE * unknownInTitle : 0) + OF_OTHERS * missing;
  return {
    shared,
    ratio: shared / (shared + unshared + OF_CASE * cases.lacking.length),
    isOtherCase:
      cases.own.length > 0 ||
      areOfSeries(first, similar) ||
      namesOther(one, vocabulary) ||
      isOnlyNear(one, vocabulary, isOfTitle) ||
      (group.length === 1 &&
        ((isOfTitle && unknownInTitle > 0) ||
          areOfTwoCases(one, group[0] as Detail, weights) ||
          differInOneWord(first.title, similar[0]?.first.title))),
  };
}

function vocabularyOf(group: readonly Detail[]): ReadonlyMap<string, Vocabulary> {
  const vocabulary = new Map<string, Vocabulary>();
  for (const { places } of group)
    for (const [concept, place] of places) {
      const known = vocabulary.get(concept) ?? { place: AROUND, share: 0, own: 0 };
      vocabulary.set(concept, known);
      known.place = Math.max(known.place, place);
      known.share += 1 / group.length;
      if (place === OWN) known.own += 1 / group.length;
    }
  return vocabulary;
}

/**
 * Returns the words that tell cases apart: those of one statement only, those of all others only, and common ones.
 * @param isOfTitle false if the title of the statement is about something else, so that its words tell nothing
 */
function casesOf(one: Detail, group: readonly Detail[], { tellsCase }: Weights, isOfTitle: boolean) {
  const own = one.cases.filter((word) => isOfTitle || !word.startsWith(IN_TITLE)).map(plain);
  const telling = [...new Set(own)].filter(tellsCase);
  const all = group.map(({ cases }) => cases.map(plain));
  return {
    own: telling.filter(
      (word) => !all.some((cases) => cases.includes(word)) && !group.some((other) => names(other, word)),
    ),
    common: telling.filter((word) => all.some((cases) => cases.includes(word))),
    lacking: (all[0] ?? []).filter(
      (word) =>
        tellsCase(word) &&
        !one.cases.map(plain).includes(word) &&
        !names(one, word) &&
        all.every((cases) => cases.includes(word)),
    ),
  };
}

function names({ places }: Detail, word: string): boolean {
  const concept = word.startsWith(NAME) ? word.slice(NAME.length) : word;
  return places.has(concept) || places.has(`=${concept}`);
}

/** Returns true if a statement and the title of its reply name something that the others do not. */
function namesOther({ own, titled }: Detail, vocabulary: ReadonlyMap<string, Vocabulary>): boolean {
  return own.some((concept) => !vocabulary.has(concept) && titled.includes(concept));
}

/** Returns true if only the title of a reply or the words around an amount are related to the others. */
function isOnlyNear({ own, around }: Detail, vocabulary: ReadonlyMap<string, Vocabulary>, isOfTitle: boolean): boolean {
  const known = [...own, ...around].filter((concept) => vocabulary.has(concept));
  return (
    known.length === 0 || (!isOfTitle && !known.some((concept) => own.includes(concept) && !LIGHT_SENSES.has(concept)))
  );
}

/**
 * Returns true if two statements, each from one reply, share too little of their own, are about different actions, or
 * have different conditions.
 */
function areOfTwoCases(one: Detail, other: Detail, weights: Weights): boolean {
  const shared = one.own.filter((concept) => other.own.includes(concept)).map(weights.of);
  const areOwn = (some: Detail, others: Detail) =>
    some.own.some((concept) => PREDICATES.has(concept) && !others.places.has(concept)) ||
    some.cases.some((word) => word.startsWith(IF) && !others.places.has(word.slice(IF.length)));
  return Math.max(0, ...shared) < LEAST_OWN || areOwn(one, other) || areOwn(other, one);
}

/** Returns true for titles of one series. */
function differInOneWord(one = '', other = ''): boolean {
  const [words, wordsOfOther] = [one, other].map((title) => title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  if (!words || !wordsOfOther || words.length < 2) return false;
  return onlyDifference(words, wordsOfOther) !== undefined;
}

/** Returns true for replies of a series, such as those for two products. */
function areOfSeries(one: Said['first'], group: readonly Said[]): boolean {
  return group.some(({ first }) => areVariants(one, first) || areParallel(one.title, first.title));
}
