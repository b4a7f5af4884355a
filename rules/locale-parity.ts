import {
  type Digests,
  defineLibraryRule,
  type Family,
  familiesIn,
  type LanguageVariant,
  type LibraryFinding,
  type Loss,
  languageVariant,
  lossesBetween,
  translationsIn,
} from 'replylint/rule';
import { examples } from './locale-parity/examples.js';

const WORDS = { placeholder: 'placeholder', link: 'link', number: 'number' } as const;
/** Of fewer translated replies, nobody can tell that all are to be. */
const FEWEST_COMPLETE = 4;

export default defineLibraryRule({
  id: 'locale-parity',
  segment: 'library',
  principle: 'Tell customers the same in every language.',
  why: 'Whoever translates a text later seldom sees the number or the link that was changed meanwhile.',
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
      description: 'Report a missing variant if so many of the replies have one in that language, in percent.',
    },
  },
  digest: (readings) => languageVariant(readings),
  *judge(digests, { compare, missing }) {
    const families = translationsIn(familiesIn(digests), digests).filter(({ variants }) => variants.size > 0);
    for (const family of families) {
      const from = family.variants.get(family.source);
      if (from === undefined) continue;
      const source = digests.at(from);
      for (const index of family.variants.values()) {
        const variant = digests.at(index);
        const about = [{ at: source }];
        if (variant.data.isOutdated)
          yield { at: variant, message: `This variant is older than the one in “${source.reply.locale}”`, about };
        if (index === from) continue;
        for (const loss of lossesBetween(source.data, variant.data))
          if (compare.includes(loss.kind))
            yield {
              at: variant,
              place: variant.data.places[loss.added[0] ?? ''],
              message: messageFor(shownLoss(loss, source.data, variant.data), source.reply.locale),
              about,
            };
      }
    }
    yield* missingIn(families, digests, missing);
  },
  examples,
});

/** With the words of the texts in place of roles. */
function shownLoss({ kind, lost, added }: Loss, source: LanguageVariant, variant: LanguageVariant): Loss {
  const shown = (values: readonly string[], { places }: LanguageVariant) =>
    values.map((value) => places[value]?.words ?? value);
  return { kind, lost: shown(lost, source), added: shown(added, variant) };
}

function messageFor({ kind, lost, added }: Loss, locale: string): string {
  const quoted = (values: readonly string[]) => values.map((value) => `“${value}”`).join(', ');
  const word = WORDS[kind];
  if (kind === 'number') return `Says ${quoted(added)} where the variant in “${locale}” says ${quoted(lost)}`;
  if (added.length === 0 || (kind === 'link' && lost.length > added.length))
    return `Lacks a ${word} of the variant in “${locale}”: ${quoted(lost)}`;
  if (lost.length === 0 || kind === 'link')
    return `Has a ${word} that the variant in “${locale}” lacks: ${quoted(added)}`;
  return `Has ${quoted(added)} where the variant in “${locale}” has ${quoted(lost)}`;
}

/** The replies without a variant in a language in which nearly all others of the collection have one. */
function* missingIn(
  families: readonly Family[],
  digests: Digests<LanguageVariant>,
  least: number,
): Generator<LibraryFinding> {
  const collections = groupedByCollection(families);
  for (const own of collections.values())
    for (const language of new Set(own.flatMap(({ variants }) => [...variants.keys()]))) {
      const complete = own.filter(({ variants }) => variants.has(language) && variants.size > 1);
      const without = own.filter(({ variants }) => !variants.has(language));
      const one = complete[0]?.variants.get(language);
      if (one === undefined || complete.length < FEWEST_COMPLETE || complete.length * 100 < own.length * least)
        continue;
      const { locale } = digests.at(one).reply;
      for (const { variants, source } of without) {
        const at = variants.get(source) ?? [...variants.values()][0] ?? one;
        const others = `${complete.length} of ${own.length} replies have`;
        yield { at: { index: at }, message: `Has no variant in “${locale}”, which ${others}` };
      }
    }
}

function groupedByCollection(families: readonly Family[]): ReadonlyMap<string, readonly Family[]> {
  const groups = new Map<string, Family[]>();
  for (const family of families) groups.set(family.collection, [...(groups.get(family.collection) ?? []), family]);
  return groups;
}
