import { definePresenceRule, isKeptForThreads, type Reading } from 'replylint/rule';

export default definePresenceRule({
  id: 'future-reference',
  segment: 'future',
  principle: 'Tell the customer what to expect next.',
  why: 'Unless the reply says what happens next, and when, the customer has to guess or ask.',
  pairs:
    'Your parcel left our warehouse today. → Your parcel left our warehouse today. You will get an email when it arrives.',
  switchOff: 'Turn it off for libraries of simple answers that need no follow-up.',
  source: 'Yes, YOU Need To Read And Share This: Reference The Future',
  presets: { recommended: 'warn', strict: 'error', chat: 'off' },
  appliesTo: { forms: ['full'] },
  options: {
    inAnswers: {
      type: 'flag',
      default: true,
      recommended: false,
      description:
        'Also require this in replies that leave no one waiting, such as answers, refusals and confirmations that something is done, and accept only a plain statement of what happens next. With `false`, it is enough to offer help or to say why you need the customer’s answer.',
    },
  },
  convention: 'say what happens next',
  looksIn: 'anywhere',
  reportAt: 'end',
  groups: ['promised', 'happens', 'gets', 'dated', 'meet', 'implied'],
  groupsOff: ({ inAnswers }) => (inAnswers ? ['implied'] : []),
  isThere: (reading, { inAnswers }) => !inAnswers && !leavesSomebodyWaiting(reading),
  message: 'The reply does not say what happens next or what to expect',
  suggestions: ['Say what you will do and by when, or what the customer will see next'],
});

/**
 * Returns true if the reply leaves the customer waiting without saying how to go on. That is the case if the customer
 * is waiting for us, is asked for something, has trouble, or was sent money or goods, unless the reply offers help.
 * Nothing needs to follow if the matter is settled, or if a refusal names an alternative.
 */
function leavesSomebodyWaiting(reading: Reading): boolean {
  const { intent, state, topics, words } = reading.rendering;
  const all = { from: 0, to: words.length };
  if (isKeptForThreads(reading.rendering) || (topics.includes('feedback') && intent !== 'apologize')) return false;
  if (intent === 'acknowledge') return true;
  const isForTrouble = topics.some((topic) => topic === 'complaint' || topic === 'delay' || topic === 'outage');
  const isAwaited =
    (intent === 'resolve' && reading.says('@on-its-way', all)) ||
    (intent === 'refuse' && !reading.says('@alternative', all) && !reading.says('@open-case', all)) ||
    (intent === 'apologize' && isForTrouble);
  const waits = state === 'open' ? intent === 'ask' || intent === 'apologize' : isAwaited;
  return waits && !reading.says('@offer-of-help', all);
}
