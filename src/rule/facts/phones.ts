import type { Rendering } from '../../model/rendering.js';
import type { DigestReading } from '../library-steps.js';
import type { Fact } from './fact.js';
import { qualifiersIn } from './qualifiers.js';
import { aboutOf, hasIn, type WordSenses } from './scope.js';

/** Matches digits with the characters that people put between them. Every quantifier is bounded. */
const PHONE = /(?<![\p{L}\d#@/.-])(?:\+|\(|00|0|1[-. ])\d[\d ().\u00a0/-]{5,22}\d(?![\p{L}\d])/gu;
const FEWEST_DIGITS = 7;
const MOST_DIGITS = 15;
/** Number of final digits to compare, so that a country code makes no difference. */
const TELLING_DIGITS = 7;

/** Matches as many digits as a phone number has, with nothing between them that a phone number cannot contain. */
const DIGITS = /\d(?:[ ().\u00a0/-]*\d){6}/;

/** Returns true if a text may contain a phone number. Few do. */
export function mayHavePhone(text: string): boolean {
  return DIGITS.test(text);
}

/** Yields the phone numbers that a reply gives to customers. */
export function* phonesIn(reading: DigestReading, senses: WordSenses): Generator<Fact> {
  const { text, sentences, words } = reading.rendering;
  for (const [index, sentence] of sentences.entries()) {
    const said = text.slice(sentence.start, sentence.end);
    if (!/\d{3}/.test(said)) continue;
    const found = [...said.matchAll(PHONE)].filter(({ 0: digits }) => isPhone(digits));
    const [only] = found;
    if (!only) continue;
    const isNamed = senses.areNamedIn(index);
    for (const { 0: written, index: at } of found) {
      const value = tellingDigits(written);
      const start = sentence.start + at;
      const place = reading.place({ start, end: start + written.length });
      // Transposed digits are a slip, no matter whose number it is.
      const digits = [...value].sort().join('');
      if (!isNamed) yield { kind: 'phones', about: `~ ${digits}`, value, place };
      // Two offices may have similar numbers, but hardly one that many replies give and another that few give.
      yield { kind: 'phones', about: `~~ ${digits}`, value, place };
    }
    if (found.length > 1 || !hasIn(senses.contact, sentence)) continue;
    const desks = senses.desksOf(index);
    const span = { start: sentence.start + only.index, end: sentence.start + only.index + only[0].length };
    const place = reading.place(span);
    const isNumber = (at: number) => isWithin(words[at], span);
    const { words: about } = aboutOf(reading, sentence, senses, (at) => senses.contact.has(at) || isNumber(at));
    const value = tellingDigits(only[0]);
    const country = /^(?:\+|00)\d\d/.exec(only[0])?.[0] ?? '';
    yield { kind: 'phones', about: [country, ...about, '|', ...senses.conditionsOf(index)].join(' '), value, place };
    const first = words.findIndex((_, at) => isNumber(at));
    const own = { from: first, to: first + 1 };
    const qualifiers = qualifiersIn(reading, senses, {
      sentence,
      parts: [],
      topic: own,
      isLeftOut: (at) => isNumber(at) || senses.channels.has(at),
    });
    yield {
      kind: 'phones',
      about: ['=', country, ...qualifiers, '|', ...desks].join(' '),
      value,
      place,
    };
  }
}

function tellingDigits(written: string): string {
  return written.replace(/\D/g, '').slice(-TELLING_DIGITS);
}

function isPhone(written: string): boolean {
  const digits = written.replace(/\D/g, '').length;
  return digits >= FEWEST_DIGITS && digits <= MOST_DIGITS && !/^\d{4}[-/.]\d\d[-/.]\d\d$/.test(written);
}

function isWithin(
  word: Rendering['words'][number] | undefined,
  { start, end }: { start: number; end: number },
): boolean {
  return word !== undefined && word.start >= start && word.end <= end;
}
