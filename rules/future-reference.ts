import { definePresenceRule, isKeptForThreads, type Reading } from 'replylint/rule';

export default definePresenceRule({
  id: 'future-reference',
  segment: 'future',
  principle: 'Tell the customer what to expect next.',
  why: 'Unless the reply says what happens next, and when, the customer has to guess or ask.',
  pairs:
    'Your parcel left our warehouse today. → Your parcel left our warehouse today. You will get an email when it arrives.',
  switchOff: 'Turn it off for libraries of plain answers, after which nothing happens.',
  source: 'Yes, YOU Need To Read And Share This: Reference The Future',
  presets: { recommended: 'warn', strict: 'error', chat: 'off' },
  appliesTo: { forms: ['full'] },
  options: {
    inAnswers: {
      type: 'flag',
      default: true,
      recommended: false,
      description:
        'Also require this of replies that leave nobody waiting, such as answers, refusals and things that are done, and accept only a plain statement of what happens next. With `false`, an offer of help is enough, and so is saying what you need the customer’s answer for.',
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
 * The customer waits for us, is asked for something, has trouble, or was sent money or goods; and no offer of help says how
 * to go on. Nothing follows what is done, or a refusal that names another way.
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
