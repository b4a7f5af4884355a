import { defineAvoidanceRule, type Match, type Reading } from 'replylint/rule';

const STRENGTHS = ['must', 'haveTo', 'needTo'] as const;
const INDEED = '(now|then|first|also|therefore|only|still|simply|just|always|please|really|absolutely|definitely)?';

export default defineAvoidanceRule({
  id: 'no-commands',
  segment: 'responding',
  principle: 'Ask and enable; do not order.',
  why: '“You must” speaks from above to somebody who came for help. A request or the next step says the same and is gladly followed.',
  source: 'Excellence In Customer Service; Yes, YOU Need To Read And Share This',
  presets: { strict: 'warn' },
  appliesTo: { exceptTopics: ['legal', 'security'] },
  options: {
    strength: {
      type: 'some',
      of: STRENGTHS,
      default: STRENGTHS,
      description:
        'Which orders to report: `must` is “must”, “are required to” and “it is imperative”, `haveTo` is “have to” and “have got to”, `needTo` is “need to”.',
    },
  },
  phrases: {
    en: {
      must: [
        // Where it guesses at feelings or facts, it orders nothing.
        `!(what|all|if|which|everything) you ${INDEED} must ${INDEED} !(be|have|feel|think|know|mean|wonder|admit|love)`,
        'you must (also)? be (logged|signed|connected|present|over|registered|home|online|at least|on site|enrolled|aware that)',
        'you must (also)? have (a|an|the|your|at least|valid|access)',
        'you (are|will be|were) (also|now|hereby|therefore|strictly|legally|only)? (required|obliged|obligated|compelled|expected|instructed|ordered|commanded) to',
        'you are to (send|fill|pay|return|bring|provide|submit|report|contact|wait|use|follow|complete|appear|present|refrain)',
        'it is (absolutely|therefore|also)? (imperative|mandatory|compulsory|obligatory|your (responsibility|duty|job|obligation)) (that|to|for you)',
        '(it is)? up to you to (make sure|ensure|check|keep|provide|prove)',
        'you (had|would) better !(off|not)',
        'see to it that you',
        'make sure that you (have|are|do|will)? (sent|paid|returned|done|never|not)',
      ],
      haveTo: [
        `you (will|would)? ${INDEED} have ${INDEED} to !(admit|say|agree|love|laugh|offer|hand|show|your|be)`,
        'you (have)? got to !(know|love|the|be|see|this|that|it|work|our|my|hear|hand)',
      ],
      needTo: [`you (will|would)? ${INDEED} need ${INDEED} to !(know|worry|be)`],
    },
  },
  groupsOff: ({ strength }) => STRENGTHS.filter((one) => !strength.includes(one)),
  ignoredIn: ['code', 'quoted', 'conditional', 'negated', 'question'],
  message: 'gives the customer an order',
  suggestions: ['Ask or lead on: “Could you …?”, “Please …”, “The next step is to …”, “To …, open …”'],
  counts: (match, reading) => !isRelative(match, reading),
  examples: {
    good: [
      'You don’t need to do anything, the plan is active.',
      'If you need to make a change, reply here.',
      'All you need to do is press Confirm.',
      'Here are the documents you need to bring.',
      'Do you have to sign in every time?',
      'You must be frustrated after three attempts.',
      'Could you clear the cache and try again?',
      { text: 'You must keep a copy of the notice for five years.', topics: ['legal'] },
      { text: 'You need to restart the router.', options: { strength: ['must', 'haveTo'] } },
    ],
    bad: [
      { text: 'You must send the form today.', marks: ['You must'] },
      { text: 'Then you have to create a new account.', marks: ['you have to'] },
      { text: 'You’ll need to restart the router.', marks: ['You’ll need to'] },
      {
        text: 'You are required to upload an ID, and it is your responsibility to keep the receipt.',
        marks: ['You are required to', 'it is your responsibility to'],
      },
    ],
  },
});

/** What “you need to …” may describe: “the steps you need to take” tells and does not order. */
const ANTECEDENT =
  /^(?:all|anything|everything|nothing|thing|things|what|whatever|which|that|when|where|how|why|who|whom|before|after|until|till|while|whenever|wherever|because|do|does|did|will|would|should|steps?|forms?|links?|documents?|details|information|info|files?|pages?|buttons?|codes?|settings?|times?|data|ones?|places?|numbers?|way|ways|amount|options?|money|moment|reason|part|parts|tools?|help|space|room|help|material|minimum|maximum|only|much|many|often|long|soon|far)$/;

function isRelative({ group, from, sentence }: Match, { rendering: { text, words, sentences } }: Reading): boolean {
  if (group === 'extra' || from === (sentences[sentence]?.from ?? from)) return false;
  const before = words[from - 1];
  const first = words[from];
  if (!before || !first || text.slice(before.end, first.start).trim() !== '') return false;
  return ANTECEDENT.test(before.folded);
}
