import {
  defineLibraryRule,
  type Family,
  familiesIn,
  languageVariant,
  linksByLanguage,
  lossesBetween,
  lossInWords,
  missingVariants,
  translationsIn,
} from 'replylint/rule';
import { examples } from './locale-parity/examples.js';

export default defineLibraryRule({
  id: 'locale-parity',
  segment: 'library',
  principle: 'Tell customers the same thing in every language.',
  why: 'A translator rarely notices that a number or link in the original has changed since.',
  switchOff: 'Turn it off if the replies in different languages are not translations of each other.',
  source: 'The help desks’ documentation',
  presets: { recommended: 'warn' },
  options: {
    compare: {
      type: 'some',
      of: ['placeholder', 'link', 'number'],
      default: ['placeholder', 'link', 'number'],
      description: 'What the variants of a reply must have in common.',
    },
    missing: {
      type: 'count',
      default: 75,
      minimum: 1,
      description: 'Report a missing variant if at least this percentage of the replies have one in that language.',
    },
  },
  digest: languageVariant,
  *judge(digests, { compare, missing }) {
    const families = translationsIn(familiesIn(digests), digests).filter(({ variants }) => variants.size > 0);
    const links = linksByLanguage(families, digests);
    // A page has one address in all languages if other replies, or this one in a third language, say so.
    const keptIn = (language: string, { variants, source }: Family) => {
      const others = [...variants].filter(([other]) => other !== language && other !== source);
      return (link: string, inVariant: boolean) =>
        links.get(inVariant ? language : source)?.has(link) === true ||
        (inVariant && others.some(([, index]) => digests.at(index).data.links.includes(link)));
    };
    for (const family of families) {
      const from = family.variants.get(family.source);
      if (from === undefined) continue;
      const source = digests.at(from);
      for (const [language, index] of family.variants) {
        const variant = digests.at(index);
        const about = [{ at: source }];
        if (variant.data.isOutdated)
          yield { at: variant, message: `This variant is older than the one in “${source.reply.locale}”`, about };
        if (index === from) continue;
        const losses = lossesBetween(source.data, variant.data, keptIn(language, family)).filter(({ kind }) =>
          compare.includes(kind),
        );
        for (const loss of losses) {
          const place = variant.data.places[loss.added[0] ?? ''];
          const message = lossInWords(loss, source.data, variant.data, source.reply.locale);
          yield { at: variant, place, message, about };
        }
      }
    }
    for (const { at, locale, complete, total } of missingVariants(families, digests, missing))
      yield { at: { index: at }, message: `Has no variant in “${locale}”, which ${complete} of ${total} replies have` };
  },
  examples,
});
