import type { Reading, WordRange } from '../../reading.js';
import { byWord } from '../by-word.js';
import { singular } from '../singular.js';

/** What a word says, in a form that is equal for words that say the same. */
export interface Sense {
  /** The concept of the word, or its stem. */
  readonly concept: string;
  /** True for a word that tells nothing about a subject, such as “please” and “customer”. */
  readonly isCommon: boolean;
  /** True for a word that tells one case of a subject from another, such as “second” and “abroad”. */
  readonly isCase: boolean;
}

const MARK = '@sense-';

/** The classes of words with the same meaning in replies, whatever a company sells. */
const SENSES: readonly `@${string}`[] = [
  '@sense-account',
  '@sense-address',
  '@sense-advance',
  '@sense-age',
  '@sense-answer',
  '@sense-appliance',
  '@sense-apply',
  '@sense-appointment',
  '@sense-arrive',
  '@sense-attach',
  '@sense-bag',
  '@sense-bank',
  '@sense-battery',
  '@sense-bill',
  '@sense-book',
  '@sense-borrow',
  '@sense-box',
  '@sense-break',
  '@sense-buy',
  '@sense-call',
  '@sense-cancel',
  '@sense-card',
  '@sense-change',
  '@sense-child',
  '@sense-claim',
  '@sense-class',
  '@sense-clean',
  '@sense-close',
  '@sense-code',
  '@sense-collect',
  '@sense-contract',
  '@sense-cover',
  '@sense-credit',
  '@sense-damage',
  '@sense-data',
  '@sense-deliver',
  '@sense-deposit',
  '@sense-discount',
  '@sense-dispatch',
  '@sense-document',
  '@sense-download',
  '@sense-due',
  '@sense-end',
  '@sense-exchange',
  '@sense-extend',
  '@sense-fee',
  '@sense-food',
  '@sense-freeze',
  '@sense-free',
  '@sense-friend',
  '@sense-gift',
  '@sense-home',
  '@sense-inspect',
  '@sense-install',
  '@sense-insure',
  '@sense-join',
  '@sense-keep',
  '@sense-key',
  '@sense-late',
  '@sense-least',
  '@sense-length',
  '@sense-limit',
  '@sense-link',
  '@sense-lose',
  '@sense-measure',
  '@sense-miss',
  '@sense-money',
  '@sense-move',
  '@sense-open',
  '@sense-password',
  '@sense-pause',
  '@sense-pay',
  '@sense-people',
  '@sense-pet',
  '@sense-photo',
  '@sense-point',
  '@sense-process',
  '@sense-quote',
  '@sense-ready',
  '@sense-refer',
  '@sense-refund',
  '@sense-relative',
  '@sense-remind',
  '@sense-rent',
  '@sense-repair',
  '@sense-result',
  '@sense-return',
  '@sense-room',
  '@sense-seat',
  '@sense-service',
  '@sense-spend',
  '@sense-start',
  '@sense-steal',
  '@sense-tax',
  '@sense-ticket',
  '@sense-travel',
  '@sense-trial',
  '@sense-upgrade',
  '@sense-use',
  '@sense-valid',
  '@sense-visible',
  '@sense-wait',
  '@sense-weigh',
];

/** The classes of phrases with the meaning of a word. */
const PHRASES: Readonly<Record<string, `@${string}`>> = {
  answer: '@sense-phrase-answering',
  arrive: '@sense-phrase-arriving',
  cancel: '@sense-phrase-cancelling',
  claim: '@sense-phrase-claiming',
  collect: '@sense-phrase-collecting',
  dispatch: '@sense-phrase-sending',
  free: '@sense-phrase-free',
  freeze: '@sense-phrase-pausing',
  inspect: '@sense-phrase-inspecting',
  join: '@sense-phrase-joining',
  miss: '@sense-phrase-missing',
  pay: '@sense-phrase-paying',
  refund: '@sense-phrase-refunding',
  repair: '@sense-phrase-repairing',
  return: '@sense-phrase-returning',
};

/** The concepts of what customers and companies do. Statements about different actions seldom state the same fact. */
export const PREDICATES: ReadonlySet<string> = new Set([
  ...['=answer', '=cancel', '=claim', '=clean', '=collect', '=deliver', '=dispatch', '=exchange', '=extend', '=freeze'],
  ...[
    '=inspect',
    '=install',
    '=join',
    '=keep',
    '=ready',
    '=refund',
    '=repair',
    '=return',
    '=valid',
    '=visible',
    '=wait',
  ],
  ...['=borrow', '=book', '=cover', '=insure', '=process', '=measure', '=trial', '=quote', '=apply'],
]);

/** The concepts of most statements about amounts. */
export const LIGHT_SENSES: ReadonlySet<string> = new Set([
  ...['=advance', '=pay', '=fee', '=use', '=money', '=limit', '=least', '=length', '=start', '=change', '=end'],
  ...['=arrive', '=buy'],
]);

/** Returns the sense of a word in a reading. */
export const senseOf = byWord(({ word, owner, says }): Sense => {
  const concept = says('@senses') ? SENSES.find(says) : undefined;
  return {
    concept: concept === undefined ? stemOf(owner ?? word) : `=${concept.slice(MARK.length)}`,
    isCommon: concept === undefined && says('@fact-common'),
    isCase: says('@fact-case'),
  };
});

/** Returns the concepts of the phrases in a range of words. */
export function phrasedIn(reading: Reading, within: WordRange): readonly string[] {
  if (!reading.says('@sense-phrases', within)) return NONE;
  return Object.keys(PHRASES)
    .filter((concept) => reading.says(PHRASES[concept] ?? '@sense-phrases', within))
    .map((concept) => `=${concept}`);
}

const NONE: readonly string[] = [];
const SHORTEST_STEM = 4;
/** Matches the endings in which the forms of one word, and the words made from it, differ. */
const ENDING = /(?:ations?|ments?|ings?|ers?|ed|es|ly|e|s)$/;
/** Matches a doubled consonant before such an ending, as in “fitted”. */
const DOUBLED = /([bdgklmnprt])\1$/;

function stemOf(word: string): string {
  const one = singular(word);
  const stem = one.replace(ENDING, '').replace(/i$/, 'y');
  return stem.length >= SHORTEST_STEM ? stem.replace(DOUBLED, '$1') : one;
}
