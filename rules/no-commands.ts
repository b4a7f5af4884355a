import { defineAvoidanceRule } from 'replylint/rule';

const STRENGTHS = ['must', 'haveTo', 'needTo'] as const;

export default defineAvoidanceRule({
  id: 'no-commands',
  segment: 'responding',
  principle: 'Ask or guide; do not give orders.',
  why: '“You must” talks down to someone who came for help. Phrased as a request or as the next step, it says the same thing, and people are glad to do it.',
  pairs:
    'You must send us the receipt. → Could you send us the receipt? | You have to restart the router. → The next step is to restart the router.',
  switchOff: 'Turn it off for safety instructions and legal obligations, where “must” is the right word.',
  source: 'Excellence In Customer Service; Yes, YOU Need To Read And Share This',
  presets: { strict: 'warn' },
  yieldsTo: ['no-blame-shifting', 'no-pressure', 'no-condescension'],
  appliesTo: { exceptTopics: ['legal', 'security'] },
  options: {
    strength: {
      type: 'some',
      of: STRENGTHS,
      default: STRENGTHS,
      description:
        'Which orders to report: `must` covers “must”, “are required to” and “it is imperative”; `haveTo` covers “have to” and “have got to”; `needTo` covers “need to”.',
    },
  },
  groupsOff: ({ strength }) => STRENGTHS.filter((one) => !strength.includes(one)),
  ignoredIn: ['code', 'quoted', 'conditional', 'negated', 'question'],
  groups: {
    must: { message: 'reads as a command to the customer' },
    haveTo: { message: 'reads as a command to the customer' },
    needTo: { message: 'reads as a command to the customer' },
    order: { message: 'reads as a command to the customer' },
  },
  suggestions: ['Ask, or give the next step: “Could you …?”, “Please …”, “The next step is to …”, “To …, open …”'],
  counts: ({ group, from, sentence }, reading) => {
    const { words, sentences, text } = reading.rendering;
    const [before, first] = [words[from - 1], words[from]];
    if (group === 'extra' || from === sentences[sentence]?.from || !before || !first) return true;
    // “The steps you need to take” is a description rather than an order, and no comma comes before it.
    return (
      text.slice(before.end, first.start).trim() !== '' || !reading.says('@antecedent', { from: from - 1, to: from })
    );
  },
});
