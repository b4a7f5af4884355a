import { comparableReply, defineLibraryRule, duplicateInWords, duplicatesIn } from 'replylint/rule';
import { examples } from './no-near-duplicates/examples.js';

export default defineLibraryRule({
  id: 'no-near-duplicates',
  segment: 'library',
  principle: 'Keep one reply for one case.',
  why: 'Of two replies that say the same, one is corrected and the other one is sent.',
  source: 'The key to great customer service',
  presets: { recommended: 'warn' },
  options: {
    similarity: {
      type: 'count',
      default: 85,
      minimum: 50,
      description: 'The share of words that two replies have in common, in percent.',
    },
    minWords: { type: 'count', default: 10, minimum: 1, description: 'Shorter replies are not compared.' },
  },
  digest: (readings, { minWords }) => comparableReply(readings, minWords),
  *judge(digests, { similarity }, { isReported }) {
    for (const { first, others: members } of duplicatesIn(digests, similarity)) {
      const at = members.find((member) => isReported({ index: member })) ?? members[0] ?? first;
      const others = members.filter((member) => member !== at).map((member) => digests.at(member));
      yield {
        at: { index: at },
        message: duplicateInWords(digests.at(first), digests.at(at), others, similarity),
        suggestions: ['Keep one of them, or say in the titles when to use which'],
        about: [first, ...others.map(({ index }) => index)].map((index) => ({ at: { index } })),
      };
    }
  },
  examples,
});
