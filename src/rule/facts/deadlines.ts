import type { Sentence } from '../../model/rendering.js';
import type { DigestReading } from '../library-steps.js';
import type { WordRange } from '../reading.js';
import { type Clock, clockOf } from './clock.js';
import type { Fact } from './fact.js';
import { CLOCK, matterFinder } from './matters/statement.js';
import { partsOf } from './parts.js';
import { aboutOf, hasIn, type WordSenses } from './scope.js';
import type { StatementOf } from './statements.js';

/** Maximum number of words between the word for the limit, the day and the time, as in “by Wednesday evening at 11 pm”. */
const REACH = 2;

/** A time of day in a sentence, with its day of the week, if there is one. */
interface Deadline extends WordRange {
  readonly value: string;
  readonly day: string | undefined;
}

/**
 * Yields the times in a reply until which something can be done, such as “before 2 pm” and “until Thursday, 10 pm”, and
 * other times of which a sentence contains only one.
 * @param numbersIn the indexes of the numbers in each sentence that has any
 */
export function* deadlinesIn(
  reading: DigestReading,
  senses: WordSenses,
  numbersIn: ReadonlyMap<number, readonly number[]>,
  statementOf: StatementOf,
): Generator<Fact> {
  const { words, sentences } = reading.rendering;
  const matterOf = matterFinder(reading, senses);
  const clock = clockOf(reading, senses);
  for (const [index, all] of numbersIn) {
    const sentence = sentences[index];
    if (!sentence || sentence.ends === '?') continue;
    const numbers = all.some((at) => words[at]?.quoted) ? all.filter((at) => !words[at]?.quoted) : all;
    const deadline = deadlineIn(reading, senses, sentence, { numbers, clock });
    if (!deadline || reading.matches('case').some((match) => match.sentence === index)) continue;
    const { from, to, day, value } = deadline;
    const isLimited = from > sentence.from && senses.untils.has(from - 1);
    // “The list closes on Fridays” is a rule, but “Your visit is on Friday” is a single case.
    const isRule = isLimited || hasIn(senses.untils, sentence) || reading.says('@fact-every', sentence);
    if (day !== undefined && !isRule) continue;
    const place = reading.place({ start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0 });
    const about = numbers.every((at) => at >= from && at < to) ? allWordsOf(deadline, sentence) : [];
    if (about.length > 0)
      yield { kind: 'deadlines', about: [...about, '|', ...senses.conditionsOf(index)].join(' '), value, place };
    const parts = partsOf(reading, senses, sentence);
    const conditions = senses.tellingConditionsOf(index, '');
    const quantity = { from, to, value, unit: CLOCK };
    const matter = matterOf({ quantity, all: [quantity], sentence, index, parts, conditions });
    if (matter !== undefined) yield { kind: 'deadlines', about: matter, value, place };
    if (!isLimited && day === undefined) continue;
    const stated = {
      measure: 'deadline',
      at: { from: isLimited ? from - 1 : from, to },
      ...{ sentence, parts, conditions },
      // Replies word the deadline differently, but the day is the same.
      isLeftOut: day === undefined ? undefined : (at: number) => senses.actions.has(at),
    };
    const statement = statementOf(stated);
    if (statement !== undefined) yield { kind: 'deadlines', about: statement, value, place };
  }

  function allWordsOf({ from, to }: Deadline, sentence: Sentence): readonly string[] {
    return aboutOf(reading, sentence, senses, (at) => at >= from && at < to).words;
  }
}

/** Returns the only time of day in a sentence. Undefined if there are several, or if it is for several days. */
function deadlineIn(
  reading: DigestReading,
  senses: WordSenses,
  sentence: Sentence,
  { numbers, clock: { isClock, hourAt, endOf } }: { readonly numbers: readonly number[]; readonly clock: Clock },
): Deadline | undefined {
  const { words } = reading.rendering;
  const times = numbers.filter((at) => {
    const word = words[at];
    if (!word || word.code) return false;
    return /^\d\d?:\d\d$/.test(word.folded) || (/^\d\d?(?:\.\d\d)?$/.test(word.folded) && isClock(at + 1));
  });
  const [time] = times;
  if (time === undefined || times.length > 1) return undefined;
  const to = endOf(time);
  const days = [...senses.days].filter(
    ([at]) => at >= Math.max(sentence.from, time - REACH - 1) && at < Math.min(sentence.to, to + REACH + 1),
  );
  const [[at, day] = [time, undefined]] = days.filter(([, name]) => !name.includes(' '));
  if (days.length > 1) return undefined;
  return { from: Math.min(at, time), to: Math.max(at + 1, to), day, value: `${day ?? ''} ${hourAt(time)}` };
}

/** Returns true for two deadlines on different days at the same time, or at different times on the same day. */
export function areContraryDeadlines(one: string, other: string): boolean {
  const [[day, time], [dayOfOther, timeOfOther]] = [one.split(' '), other.split(' ')];
  return (day === dayOfOther) !== (time === timeOfOther);
}

/** Returns true for two deadlines with a day, that share the day or the time; that is rarely a coincidence. */
export function areOfOneWeek(one: Pick<Fact, 'kind' | 'value'>, other: Pick<Fact, 'value'>): boolean {
  const hasDay = !one.value.startsWith(' ') && !other.value.startsWith(' ');
  return one.kind === 'deadlines' && hasDay && areContraryDeadlines(one.value, other.value);
}
