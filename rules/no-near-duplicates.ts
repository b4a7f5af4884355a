import {
  comparableReply,
  defineLibraryRule,
  duplicateInWords,
  duplicatesIn,
  firstReported,
  mirrorsIn,
} from 'replylint/rule';
import { examples } from './no-near-duplicates/examples.js';

export default defineLibraryRule({
  id: 'no-near-duplicates',
  segment: 'library',
  principle: 'Keep one reply for each situation.',
  why: 'When two replies say the same thing, one gets corrected and the other gets sent.',
  switchOff: 'Raise `similarity`, or turn it off if your help desk needs a copy of each reply for each brand.',
  source: 'The key to great customer service',
  presets: { recommended: 'warn' },
  options: {
    similarity: {
      type: 'count',
      default: 85,
      minimum: 50,
      description:
        'The percentage of words that two replies must share to be reported. For longer replies with the same numbers, names and links, a value 20 points lower is enough.',
    },
    minWords: {
      type: 'count',
      default: 10,
      minimum: 1,
      description: 'Do not compare replies with fewer words than this.',
    },
  },
  digest: (readings, { minWords }) => comparableReply(readings, minWords),
  digestAlone: () => undefined,
  *judge(digests, { similarity }, { isReported }) {
    const found = duplicatesIn(digests, similarity);
    const { mirrors, others: duplicates } = mirrorsIn(found, digests);
    for (const { file, beside, replies } of mirrors) {
      const at = firstReported(replies, isReported);
      yield {
        at: { index: at },
        message: `${replies.length / 2} replies in ${file} repeat replies in ${beside === '' ? 'the top folder' : beside}`,
        suggestions: ['Keep the replies in one of the two places, and exclude the other with an ignore pattern'],
        about: replies.filter((index) => index !== at).map((index) => ({ at: { index } })),
      };
    }
    for (const { first, others: members } of duplicates) {
      const at = firstReported(members, isReported);
      const others = members.filter((member) => member !== at).map((member) => digests.at(member));
      yield {
        at: { index: at },
        message: duplicateInWords(digests.at(first), digests.at(at), others, similarity),
        suggestions: ['Keep one of them, or say in the title and text of each which case it is for'],
        about: [first, ...others.map(({ index }) => index)].map((index) => ({ at: { index } })),
      };
    }
  },
  examples,
});
