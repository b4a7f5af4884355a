import {
  conflictInWords,
  conflictsIn,
  defineLibraryRule,
  FACT_GROUPS,
  FACT_KINDS,
  type FactKind,
  firstReported,
  placeOfVariant,
  placesOfConflict,
  statedAlone,
  statedIn,
} from 'replylint/rule';
import { examples } from './consistent-facts/examples.js';

const WHICH = 'Find out which is right, or say in the text when each one applies';
const ADVICE: Readonly<Partial<Record<FactKind, string>>> = {
  phones: 'Find out which is right, or say in the text what each number is for',
  addresses: 'Fix the typo',
  mailboxes: 'Give one address, or say in the text what each address is for',
  domains: 'Fix the typo',
  links: 'Write the page’s URL the same way everywhere, with https',
  pages: 'Link to one page, or say in the text what each page is for',
  names: 'Spell the name the way its owner does',
};

export default defineLibraryRule({
  id: 'consistent-facts',
  segment: 'library',
  principle: 'Give every customer the same answer.',
  why: 'Two customers who compare notes, or one who asks twice, will trust neither answer.',
  switchOff: 'Turn it off if the folder holds replies from several companies.',
  source: 'The key to great customer service',
  presets: { recommended: 'warn' },
  options: {
    compare: { type: 'some', of: FACT_KINDS, default: FACT_KINDS, description: 'The kinds of facts to compare.' },
    ignore: { type: 'list', default: [], description: 'Words to leave out, such as a number or a name.' },
  },
  groups: FACT_GROUPS,
  digest: statedIn,
  digestAlone: statedAlone,
  *judge(digests, _, { isReported }) {
    for (const conflict of conflictsIn(digests)) {
      const { kind, variants } = conflict;
      const rare = variants.slice(1);
      const found = rare.find(({ replies }) => replies.some((index) => isReported({ index }))) ?? rare[0];
      if (!found) continue;
      const at = firstReported(found.replies, isReported);
      yield {
        at: { index: at },
        place: placeOfVariant(at, conflict, found, digests),
        message: conflictInWords(conflict, found, at, digests),
        suggestions: [ADVICE[kind] ?? WHICH],
        about: placesOfConflict(conflict, at, digests),
      };
    }
  },
  examples,
});
