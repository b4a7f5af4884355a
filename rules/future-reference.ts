import { definePresenceRule, type Reading } from 'replylint/rule';

export default definePresenceRule({
  id: 'future-reference',
  segment: 'future',
  principle: 'Tell the customer what to expect next.',
  why: 'Unless the reply says what happens next, and when, the customer has to guess or ask.',
  pairs:
    'Your parcel left our warehouse today. → Your parcel left our warehouse today. You will get an email when it arrives.',
  switchOff: 'Switch it off for libraries of plain answers, after which nothing happens.',
  source: 'Yes, YOU Need To Read And Share This: Reference The Future',
  presets: { recommended: 'warn', strict: 'error', chat: 'off' },
  appliesTo: { forms: ['full'] },
  options: {
    inAnswers: {
      type: 'flag',
      default: true,
      recommended: false,
      description:
        'Require this even in plain answers, and in replies that end by offering help or hoping the reply helped.',
    },
  },
  convention: 'say what happens next',
  looksIn: 'anywhere',
  reportAt: 'end',
  groups: ['promised', 'happens', 'gets', 'dated', 'meet'],
  isThere: (reading, { inAnswers }) => !inAnswers && leavesNothing(reading),
  message: 'The reply does not say what happens next or what to expect',
  suggestions: ['Say what you will do and by when, or what the customer will see next'],
});

/** After a plain answer, or an ending that offers help or hopes the reply helped, nobody is waiting. */
function leavesNothing(reading: Reading): boolean {
  const { intent, state, topics, words } = reading.rendering;
  // “Sorry for the mix-up” can open an answer; an apology for trouble needs more.
  const isForTrouble = topics.some((topic) => topic === 'complaint' || topic === 'delay' || topic === 'outage');
  if (intent === 'answer' || intent === 'other' || intent === 'close') return true;
  if (state === 'open') return false;
  return (intent === 'apologize' && !isForTrouble) || reading.says('@offer-of-help', { from: 0, to: words.length });
}
