import type { Sentence } from '../../model/rendering.js';
import type { DigestReading } from '../library-steps.js';
import type { WordRange } from '../reading.js';
import { clockOf } from './clock.js';
import type { Fact } from './fact.js';
import { HOURS, matterFinder } from './matters/statement.js';
import { nameIn } from './named.js';
import { type Part, partsOf } from './parts.js';
import { qualifiersIn } from './qualifiers.js';
import { aboutOf, type WordSenses } from './scope.js';

/** An opening time and a closing time, as a range of words. */
interface Hours extends WordRange {
  readonly value: string;
}

/**
 * Yields the opening hours in a reply.
 * @param numbersIn the indexes of the numbers in each sentence that has any
 */
export function* hoursIn(
  reading: DigestReading,
  senses: WordSenses,
  numbersIn: ReadonlyMap<number, readonly number[]>,
): Generator<Fact> {
  const { words, sentences, reply } = reading.rendering;
  const { title } = reply;
  const matterOf = matterFinder(reading, senses);
  let find: ReturnType<typeof hoursFinder> | undefined;
  for (const [index, all] of numbersIn) {
    const sentence = sentences[index];
    if (!sentence || all.length < 2) continue;
    const numbers = all.filter((at) => !words[at]?.quoted);
    find ??= hoursFinder(reading, senses);
    const found = find(numbers);
    if (found.length === 0) continue;
    const placeOf = ({ from, to }: Hours) =>
      reading.place({ start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 });
    const [only] = found;
    if (only && numbers.length === 2) {
      const isLeftOut = (at: number) => (at >= only.from && at < only.to) || senses.contact.has(at);
      const about = aboutOf(reading, sentence, senses, isLeftOut).words;
      const conditions = senses.desksOf(index);
      if (about.length > 0)
        yield {
          kind: 'hours',
          about: [...about, '|', ...conditions].join(' '),
          value: only.value,
          place: placeOf(only),
        };
    }
    let parts: readonly Part[] | undefined;
    for (const [nth, hours] of found.entries()) {
      const days = daysOf(hours, found[nth - 1]?.to ?? sentence.from, found[nth + 1]?.from ?? sentence.to);
      if (days.length === 0) continue;
      parts ??= partsOf(reading, senses, sentence);
      const told = toldOf(hours, sentence, parts, found);
      yield {
        kind: 'hours',
        about: ['=', told, ...days, '|', ...senses.desksOf(index)].join(' '),
        value: hours.value,
        place: placeOf(hours),
      };
      const about = matterOf(statedOf(hours, index, sentence, parts, days, found));
      if (about !== undefined) yield { kind: 'hours', about, value: hours.value, place: placeOf(hours) };
    }
  }

  /** Returns what is stated of the hours: those of a channel on certain days. */
  function statedOf(
    hours: Hours,
    index: number,
    sentence: Sentence,
    parts: readonly Part[],
    days: readonly string[],
    all: readonly Hours[],
  ) {
    const quantity = { ...hours, unit: HOURS };
    const isTime = (at: number) => all.some(({ from, to }) => at >= from && at < to);
    return {
      ...{ quantity, all: [quantity], sentence, index, parts, conditions: senses.desksOf(index) },
      named: ['hours', ...channelsIn(sentence), ...days].join('.'),
      isLeftOut: (at: number) =>
        isTime(at) ||
        senses.days.has(at) ||
        senses.channels.has(at) ||
        senses.contact.has(at) ||
        words[at]?.kind === 'number',
    };
  }

  /** Returns the channels in a sentence, or in the title if the sentence names none. */
  function channelsIn({ from, to }: Sentence): readonly string[] {
    const channels = new Set<string>();
    for (const [at, channel] of senses.channels) if (at >= from && at < to) channels.add(channel);
    if (channels.size === 0 && title !== undefined) {
      const read = senses.read(title);
      for (const match of read.matches('channel')) channels.add(nameIn(match, read.rendering.words) ?? '');
    }
    return [...channels].sort();
  }

  /** Returns the days before the hours, or the days after them if there are none before. */
  function daysOf({ from, to }: Hours, begin: number, end: number): readonly string[] {
    const within = (start: number, stop: number) =>
      [...senses.days].filter(([at]) => at >= start && at < stop).flatMap(([, names]) => names.split(' '));
    const before = within(begin, from);
    return [...new Set(before.length > 0 ? before : within(to, end))].sort();
  }

  /** Returns the contact channels in the sentence, such as phone or shop, and the words that limit the hours. */
  function toldOf(hours: Hours, sentence: Sentence, parts: readonly Part[], all: readonly Hours[]): string {
    const channels = new Set<string>();
    for (const [at, channel] of senses.channels) if (at >= sentence.from && at < sentence.to) channels.add(channel);
    const isTime = (at: number) => all.some(({ from, to }) => at >= from && at < to);
    const qualifiers = qualifiersIn(reading, senses, {
      sentence,
      parts: parts.filter(({ from, to }) => hours.from >= from && hours.from < to),
      topic: { from: hours.from, to: hours.from },
      isLeftOut: (at) => isTime(at) || senses.days.has(at) || senses.channels.has(at),
    });
    return [...[...channels].sort(), ...qualifiers].join(' ');
  }
}

/** The latest hour, and the hours that “5” adds up to if it closes what opens at 9. */
const [LATEST, HALF_A_DAY] = [24, 12];

function hoursFinder(reading: DigestReading, senses: WordSenses) {
  const { words, text } = reading.rendering;
  const { ranges, betweens } = senses;
  const { isClock, hourAt, endOf } = clockOf(reading, senses);
  const isTimed = (at: number) => isClock(at + 1) || /^\d\d?:\d\d$/.test(words[at]?.folded ?? '');
  const hourOf = (at: number) => Number(words[at]?.folded);
  /** Returns true for hours without “am” or “pm” in a sentence that names days, as in “on weekdays from 9 to 5”. */
  const isBare = (opens: number, closes: number) => {
    const sentence = words[opens]?.sentence;
    const areHours = [opens, closes].every((at) => /^\d\d?$/.test(words[at]?.folded ?? '') && hourOf(at) <= LATEST);
    return (
      areHours &&
      [...senses.days.keys()].some((at) => words[at]?.sentence === sentence) &&
      !senses.ofGroup('unit').has(closes + 1)
    );
  };
  return (numbers: readonly number[]): readonly Hours[] => {
    const found: Hours[] = [];
    for (let nth = 0; nth + 1 < numbers.length; nth += 1) {
      const [opens, closes] = [numbers[nth], numbers[nth + 1]];
      if (opens === undefined || closes === undefined || closes > opens + 3) continue;
      if (!isTimed(closes) && !isBare(opens, closes)) continue;
      const between = text.slice(words[closes - 1]?.end, words[closes]?.start);
      const isRange = ranges.has(closes - 1) || betweens.has(opens - 1) || /^\s?[-–—]\s?$/.test(between);
      if (!isRange) continue;
      const isNextHalf = !isTimed(closes) && hourOf(closes) <= hourOf(opens);
      const end = isNextHalf ? `${hourOf(closes) + HALF_A_DAY}:00` : hourAt(closes);
      found.push({ from: opens, to: endOf(closes), value: `${hourAt(opens)}-${end}` });
    }
    return found;
  };
}
