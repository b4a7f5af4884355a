import {
  defineLibraryRule,
  familiesIn,
  keptLinks,
  languageVariant,
  lossesBetween,
  missingVariants,
  shownLoss,
  translationsIn,
} from 'replylint/rule';
import { examples } from './locale-parity/examples.js';

const COMPARED = ['placeholder', 'link', 'number'] as const;
export default defineLibraryRule({
  id: 'locale-parity',
  segment: 'library',
  principle: 'Tell customers the same thing in every language.',
  why: 'Translators rarely notice when a number or link in the original changes later.',
  switchOff: 'Turn it off if the replies in different languages are not translations of each other.',
  source: 'The help desks’ documentation',
  presets: { recommended: 'warn' },
  options: {
    compare: {
      type: 'some',
      of: COMPARED,
      default: COMPARED,
      description: 'What the variants of a reply must have in common.',
    },
    missing: {
      type: 'count',
      ...{ default: 75, minimum: 1 },
      description: 'Report a missing variant if at least this percentage of replies have one in that language.',
    },
  },
  digest: languageVariant,
  *judge(digests, { compare, missing }) {
    const families = translationsIn(familiesIn(digests), digests).filter(({ variants }) => variants.size > 0);
    const keptIn = keptLinks(families, digests);
    for (const family of families) {
      const from = family.variants.get(family.source);
      if (from === undefined || (family.variants.size === 1 && !family.isOutdated)) continue;
      const source = digests.at(from);
      for (const [language, index] of family.variants) {
        const variant = digests.at(index);
        const about = [{ at: source }];
        if (variant.data.isOutdated)
          yield { at: variant, message: `This variant is older than the one in “${source.reply.locale}”`, about };
        if (index === from) continue;
        for (const loss of lossesBetween(source.data, variant.data, keptIn(language, family))) {
          if (!compare.includes(loss.kind)) continue;
          yield { at: variant, ...shownLoss(loss, source, variant.data), about };
        }
      }
    }
    for (const { at: index, locale, complete, total } of missingVariants(families, digests, missing))
      yield { at: { index }, message: `Has no variant in “${locale}”, but ${complete} of ${total} replies have one` };
  },
  examples,
});
