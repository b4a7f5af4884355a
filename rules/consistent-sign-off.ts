import { closedAs, defineLibraryRule, firstReported, strayFarewells, straySignatures } from 'replylint/rule';
import { examples } from './consistent-sign-off/examples.js';

export default defineLibraryRule({
  id: 'consistent-sign-off',
  segment: 'library',
  principle: 'Sign all replies the same way.',
  why: 'Customers who hear from “Acme Support” today and “The Acme Team” tomorrow wonder who is handling their case.',
  switchOff: 'Turn it off if each team signs with its own name.',
  source: 'Excellence In Customer Service: Concluding',
  presets: { recommended: 'warn' },
  appliesTo: { forms: ['full'] },
  options: {
    majority: {
      type: 'count',
      default: 75,
      minimum: 51,
      description:
        'Report replies with a different sign-off if at least this percentage of replies sign off the same way.',
    },
    persons: {
      type: 'flag',
      default: false,
      description: 'Also report team signatures where most replies are signed by a person, and vice versa.',
    },
  },
  digest: closedAs,
  digestAlone: () => undefined,
  *judge(digests, options, { isReported }) {
    const strays = [
      ...Array.from(straySignatures(digests, options), (found) => ({ ...found, of: 'name', verb: 'signs' }) as const),
      ...Array.from(strayFarewells(digests), (found) => ({ ...found, of: 'farewell', verb: 'closes' }) as const),
    ];
    for (const { way, usual, total, of, verb } of strays) {
      const index = firstReported(way.replies, isReported);
      const typical = usual.replies[0] ?? 0;
      const placeOf = (at: number) => (of === 'name' ? digests.at(at).data : digests.at(at).data.farewell)?.place;
      const does = way.count === 1 ? `${verb} this reply` : `${verb} ${way.count} replies`;
      yield {
        at: { index },
        place: placeOf(index),
        message: `“${placeOf(index)?.words}” ${does}, but “${placeOf(typical)?.words}” ${verb} ${usual.count} of ${total}`,
        suggestions: ['Sign off the same way as the other replies'],
        about: [typical, ...way.replies.filter((one) => one !== index)].map((one) => ({ at: { index: one } })),
      };
    }
  },
  examples,
});
