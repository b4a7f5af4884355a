import { type Context, defineAvoidanceRule, type Match, type Reading } from 'replylint/rule';

const message = 'says that something is pending, but not who will do what by when';
const suggestion = 'Say who will write next, and when: “I’ll update you by Thursday noon”';
const IGNORED: readonly Context[] = ['code', 'quoted', 'question', 'negated', 'conditional'];

export default defineAvoidanceRule({
  id: 'follow-up-commitment',
  segment: 'future',
  principle: 'If something is pending, say who will do what by when.',
  why: '“We are looking into it” ends the sentence and starts the wait. With a name and a time, the customer can stop worrying until then.',
  pairs: 'We are looking into it. → I am looking into it, and I will write to you by Friday.',
  switchOff: 'Turn it off if your help desk adds the expected reply time to each message.',
  source: 'Yes, YOU Need To Read And Share This: Responding; Excellence In Customer Service',
  presets: { strict: 'warn' },
  options: {
    eventInsteadOfTime: {
      type: 'flag',
      default: true,
      description: 'Accept an event instead of a time: “I will write as soon as it is live”.',
    },
  },
  groups: { pending: { message, suggestion }, comfort: { message, suggestion } },
  reads: ['promise', 'time', 'event', 'done'],
  ignoredIn: IGNORED,
  counts: (match, reading, { eventInsteadOfTime }) =>
    isFirst(match, reading) &&
    !isDone(match, reading) &&
    !isCommitted(reading, eventInsteadOfTime ? ['time', 'event'] : ['time']),
});

/** Returns true if the reply says that the work is done. Work that will be done “once it is live” does not count. */
function isDone(match: Match, reading: Reading): boolean {
  return reading
    .matches('done')
    .some(
      (done) =>
        (done.to <= match.from || done.from >= match.to) &&
        !reading.inContext(done, ['conditional', 'negated', 'question']) &&
        !reading.matches('event').some(({ sentence }) => sentence === done.sentence),
    );
}

/** Something that is missing is reported only once per reply. */
function isFirst(match: Match, reading: Reading): boolean {
  const pending = reading.matches().filter(({ group }) => group === 'pending' || group === 'comfort');
  return pending.find((one) => !reading.inContext(one, IGNORED)) === match;
}

/** Returns true if a sentence says both what will be done and when. */
function isCommitted(reading: Reading, whens: readonly ('time' | 'event')[]): boolean {
  const times = whens.flatMap((when) => reading.matches(when));
  return reading.matches('promise').some(({ sentence }) => times.some((time) => time.sentence === sentence));
}
