import { definePresenceRule, IN_THREADS, isALine, isKeptForThreads, type Reading, signatureOf } from 'replylint/rule';

/** Number of lines to search for the salutation, because a title or a picture may come before it. */
const FIRST_LINES = 3;

export default definePresenceRule({
  id: 'greeting',
  segment: 'greeting',
  principle: 'Open by greeting the customer.',
  why: 'The first words show whether a person or a machine is writing. A reply without a greeting feels like being ignored at the counter.',
  pairs: 'Your parcel left today. → Hello Ana, your parcel left today.',
  switchOff: 'Turn it off if your help desk adds the greeting; better yet, set `salutation` to `appended`.',
  source: 'Yes, YOU Need To Read And Share This: Greeting',
  presets: { recommended: 'error', chat: 'off' },
  appliesTo: { forms: ['full'] },
  suppliedBy: 'salutation',
  convention: 'greet',
  looksIn: 'opening',
  options: {
    inThreads: IN_THREADS,
    acceptThanks: {
      type: 'flag',
      default: false,
      recommended: true,
      description: 'Accept thanks in place of a greeting in an unsigned reply, such as a comment in a thread.',
    },
  },
  groups: ['salutation', 'thanks'],
  aside: ['thanks'],
  // A heading is not a greeting unless it contains one, as in “### Dear Ana,”.
  isThere: (reading, { inThreads }) =>
    (!inThreads && isKeptForThreads(reading.rendering)) ||
    // A greeting on a line of its own counts even if it follows a note or a list that should not be sent.
    reading
      .matches()
      .some(
        ({ group, sentence }) => group !== 'thanks' && (sentence < FIRST_LINES || isALine(reading.rendering, sentence)),
      ) ||
    thanksByHandle(reading),
  isExcused: (reading, { acceptThanks }) =>
    acceptThanks && thanks(reading) && signatureOf(reading.rendering) === undefined,
  message: 'The reply does not greet the customer',
  suggestions: ['Begin with a greeting and the customer’s name'],
});

function thanks(reading: Reading): boolean {
  return reading.matches('thanks').some(({ sentence }) => sentence === 0);
}

/** Returns true for a greeting such as “Thanks for the report, @tom!”. */
function thanksByHandle(reading: Reading): boolean {
  const { text, words } = reading.rendering;
  const isHandle = (start: number) => /@[<[{]*$/.test(text.slice(Math.max(0, start - 4), start));
  return thanks(reading) && words.some(({ sentence, start }) => sentence === 0 && isHandle(start));
}
