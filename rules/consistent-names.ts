import { defineLibraryRule, firstReported, placeOfWay, rareWays, usedPlaceholders } from 'replylint/rule';
import { examples } from './consistent-names/examples.js';

const WHY = {
  same: { is: 'stands for the same value as', where: 'everywhere' },
  greets: { is: 'is in the greeting, but the greetings of other replies have', where: 'in every greeting' },
  slip: { is: 'looks like a misspelling of', where: 'if that is the placeholder you meant' },
};

export default defineLibraryRule({
  id: 'consistent-names',
  segment: 'library',
  principle: 'Use one placeholder for each value.',
  why: 'If a value goes by two names, the help desk recognizes only one. The other reaches the customer as raw text, brackets included.',
  switchOff: 'Turn it off if the folder holds replies for several help desks.',
  source: 'The help desks’ documentation',
  presets: { recommended: 'warn' },
  options: {
    ignore: {
      type: 'list',
      default: [],
      description: 'Placeholders to leave out of the comparison, exactly as written.',
    },
  },
  digest: (readings, { ignore }) => usedPlaceholders(readings, ignore),
  *judge(digests, _, { isReported }) {
    const placeOf = (index: number, way: string) => placeOfWay(digests.at(index).data, way);
    for (const { rare, usual, why } of rareWays(digests, isReported)) {
      const at = firstReported(rare.replies, isReported);
      const written = usual.used.place.words;
      yield {
        at: { index: at },
        place: placeOf(at, rare.used.way),
        message: `“${rare.used.place.words}” ${WHY[why].is} “${written}” (${rare.count} vs. ${usual.count} replies)`,
        suggestions: [`Use ${written} ${WHY[why].where}`],
        about: [
          ...usual.replies.slice(0, 1).map((index) => ({ index, way: usual.used.way })),
          ...rare.replies.filter((one) => one !== at).map((index) => ({ index, way: rare.used.way })),
        ].map(({ index, way }) => ({ at: { index }, place: placeOf(index, way) })),
      };
    }
  },
  examples,
});
