import type { Rendering, Sentence } from '../../model/rendering.js';
import type { DigestReading } from '../library-steps.js';
import type { Fact } from './fact.js';
import { aboutOf, type WordSenses, wordsOfGroup } from './scope.js';

/** Digits with what people put between them. Every quantifier is bounded. */
const PHONE = /(?<![\p{L}\d#@/.-])(?:\+|\(|00|0|1[-. ])\d[\d ().\u00a0/-]{5,22}\d(?![\p{L}\d])/gu;
const FEWEST_DIGITS = 7;
const MOST_DIGITS = 15;
/** The digits that tell a number from another one: without prefixes of countries. */
const TELLING_DIGITS = 7;

/** The phone numbers by which a reply lets the customer call. */
export function phonesIn(reading: DigestReading, senses: WordSenses): Fact[] {
  const facts: Fact[] = [];
  const { text, sentences, words } = reading.rendering;
  if (!/\d/.test(text) || senses.contact.size === 0) return facts;
  for (let index = 0; index < sentences.length; index += 1) {
    const sentence = sentences[index] as Sentence;
    if (!hasContact(sentence, senses)) continue;
    const said = text.slice(sentence.start, sentence.end);
    const found = [...said.matchAll(PHONE)].filter(({ 0: digits }) => isPhone(digits));
    const [only] = found;
    if (!only || found.length > 1) continue;
    const span = { start: sentence.start + only.index, end: sentence.start + only.index + only[0].length };
    const isLeftOut = (at: number) => senses.contact.has(at) || isWithin(words[at], span);
    const { words: about } = aboutOf(reading, sentence, senses, isLeftOut);
    const digits = only[0].replace(/\D/g, '');
    facts.push({
      kind: 'phones',
      about: [...about, '|', ...senses.conditionsOf(index)].join(' '),
      value: digits.slice(-TELLING_DIGITS),
      place: reading.place(span),
    });
  }
  return facts;
}

function isPhone(written: string): boolean {
  const digits = written.replace(/\D/g, '').length;
  return digits >= FEWEST_DIGITS && digits <= MOST_DIGITS && !/^\d{4}[-/.]\d\d[-/.]\d\d$/.test(written);
}

function hasContact({ from, to }: Sentence, { contact }: WordSenses): boolean {
  for (let at = from; at < to; at += 1) if (contact.has(at)) return true;
  return false;
}

function isWithin(
  word: Rendering['words'][number] | undefined,
  { start, end }: { start: number; end: number },
): boolean {
  return word !== undefined && word.start >= start && word.end <= end;
}

/** The opening hours that a reply names: days, and from when to when. */
export function hoursIn(reading: DigestReading, senses: WordSenses): Fact[] {
  const facts: Fact[] = [];
  const { words, sentences, text } = reading.rendering;
  if (!words.some(({ kind }) => kind === 'number')) return facts;
  const clocks = wordsOfGroup(reading, 'clock');
  const ranges = wordsOfGroup(reading, 'range');
  for (let index = 0; index < sentences.length; index += 1) {
    const { from, to } = sentences[index] as Sentence;
    const numbers = numbersIn(words, from, to);
    const opens = numbers[0];
    const closes = numbers[1];
    if (opens === undefined || closes === undefined || numbers.length > 2) continue;
    const isTimed = (at: number) => clocks.has(at + 1) || /^\d\d?:\d\d$/.test(words[at]?.folded ?? '');
    const between = text.slice(words[closes - 1]?.end, words[closes]?.start);
    if (!isTimed(closes) || !(ranges.has(closes - 1) || /^\s?[-–—]\s?$/.test(between))) continue;
    const end = clocks.has(closes + 1) ? closes + 2 : closes + 1;
    const isLeftOut = (at: number) => (at >= opens && at < end) || senses.contact.has(at);
    const about = aboutOf(reading, { from, to }, senses, isLeftOut);
    const [first, last] = [words[opens], words[end - 1]];
    if (about.words.length === 0 || !first || !last) continue;
    const hourAt = (at: number) =>
      hourOf(words[at]?.folded ?? '', clocks.has(at + 1) ? words[at + 1]?.folded : undefined);
    facts.push({
      kind: 'hours',
      about: [...about.words, '|', ...senses.conditionsOf(index)].join(' '),
      value: `${hourAt(opens)}-${hourAt(closes)}`,
      place: reading.place({ start: first.start, end: last.end }),
    });
  }
  return facts;
}

function numbersIn(words: Rendering['words'], from: number, to: number): readonly number[] {
  const numbers: number[] = [];
  for (let at = from; at < to; at += 1) if (words[at]?.kind === 'number' && !words[at]?.quoted) numbers.push(at);
  return numbers;
}

function hourOf(number: string, half: string | undefined): string {
  const [hour = '', minutes = '00'] = number.split(/[:.]/);
  return `${Number(hour) + (half?.startsWith('p') && Number(hour) < 12 ? 12 : 0)}:${minutes}`;
}

/** What an address begins with is looked for in the text around it, by so many letters. */
const STEM = 4;

/** The e-mail addresses that a reply names; and, where it says no more than to write there, that it names one for that. */
export function mailsIn(reading: DigestReading, senses: WordSenses): Fact[] {
  const facts: Fact[] = [];
  const { words, sentences, reply } = reading.rendering;
  for (const word of words.filter(({ kind }) => kind === 'address')) {
    const at = words.indexOf(word);
    const { folded: value, sentence } = word;
    if (word.quoted || word.code || !/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(value)) continue;
    const place = reading.place(word);
    facts.push({ kind: 'addresses', about: '', value, place });
    const within = sentences[sentence];
    const others = words.filter((one) => one.kind === 'address' && one.sentence === sentence && one.folded !== value);
    const stem = value.slice(0, STEM);
    // “Ask privacy@…” in a reply about privacy.
    const isSpecial =
      words.some(
        ({ kind, folded }, index) => kind === 'word' && folded.startsWith(stem) && !senses.contact.has(index),
      ) || reply.title?.toLowerCase().includes(stem);
    if (!within || others.length > 0 || isSpecial) continue;
    const about = aboutOf(reading, within, senses, (index) => index === at || senses.contact.has(index));
    const domain = value.split('@')[1];
    facts.push({
      kind: 'mailboxes',
      about: [domain, ...about.words, '|', ...senses.conditionsOf(sentence)].join(' '),
      value,
      place,
    });
  }
  return facts;
}

/** The pages that a reply leads to, one way of writing a page in place of another. */
export function linksIn(reading: DigestReading): Fact[] {
  const facts: Fact[] = [];
  const { links, words } = reading.rendering;
  const found = [
    ...links.map(({ url, start, end }) => ({ url, span: { start, end } })),
    ...words
      .filter(({ kind, code, folded }) => kind === 'address' && !code && /^https?:/.test(folded))
      .map((word) => ({ url: word.folded, span: { start: word.start, end: word.end } })),
  ];
  for (const { url, span } of found) {
    const [, scheme, host, path] = /^(https?):\/\/(?:www\.)?([\w.-]+)(\/[^\s?#{}%]*)?(?:[?#]|$)/i.exec(url) ?? [];
    if (scheme === undefined || host === undefined) continue;
    const page = `${host.toLowerCase()}${path?.replace(/\/$/, '') ?? ''}`;
    facts.push({ kind: 'links', about: page, value: `${scheme.toLowerCase()}://${page}`, place: reading.place(span) });
  }
  return facts;
}
