import {
  defineLibraryRule,
  type Farewell,
  farewellOf,
  firstReported,
  type SignedAs,
  signedAs,
  strayFarewells,
  straySignatures,
} from 'replylint/rule';
import { examples } from './consistent-sign-off/examples.js';

export default defineLibraryRule({
  id: 'consistent-sign-off',
  segment: 'library',
  principle: 'Sign all replies in the same way.',
  why: 'Customers who are helped by “Acme Support” today and by “The Acme Team” tomorrow wonder who has their case.',
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
        'Report replies with another sign-off if at least this percentage of the replies sign in the same way.',
    },
    persons: { type: 'flag', default: false, description: 'Also report teams among persons, and persons among teams.' },
  },
  digest(readings): (SignedAs & { readonly farewell?: Farewell }) | undefined {
    const signed = signedAs(readings);
    const farewell = signed && farewellOf(readings);
    return signed && { ...signed, ...(farewell && { farewell }) };
  },
  *judge(digests, options, { isReported }) {
    for (const { way, usual, total } of straySignatures(digests, options)) {
      const index = firstReported(way.replies, isReported);
      const { place } = digests.at(index).data;
      const typical = usual.replies[0] ?? 0;
      const signs = way.count === 1 ? 'signs this reply' : `signs ${way.count} replies`;
      yield {
        at: { index },
        place,
        message: `“${place.words}” ${signs}, but “${digests.at(typical).data.place.words}” signs ${usual.count} of ${total}`,
        suggestions: ['Sign as the other replies do'],
        about: [typical, ...way.replies.filter((one) => one !== index)].map((one) => ({ at: { index: one } })),
      };
    }
    for (const { way, usual, total } of strayFarewells(digests)) {
      const index = firstReported(way.replies, isReported);
      const typical = usual.replies[0] ?? 0;
      const placeOf = (at: number) => digests.at(at).data.farewell?.place;
      const closes = way.count === 1 ? 'closes this reply' : `closes ${way.count} replies`;
      yield {
        at: { index },
        place: placeOf(index),
        message: `“${placeOf(index)?.words}” ${closes}, but “${placeOf(typical)?.words}” closes ${usual.count} of ${total}`,
        suggestions: ['Take leave as the other replies do'],
        about: [typical, ...way.replies.filter((one) => one !== index)].map((one) => ({
          ...{ at: { index: one }, place: placeOf(one) },
        })),
      };
    }
  },
  examples,
});
