import type { Options } from './options.js';
import { IN_FILES, type PhraseGroups, type Rule, type RuleMeta } from './rule.js';

/** The fields that every kind of rule takes unchanged from its definition. */
export type Meta = Omit<Rule, 'kind' | 'phrases' | 'groups' | 'reported' | 'ownPhrases' | 'check'>;

/** The option of every rule that has phrase files. The `strict` and `all` presets enable it. */
export const STRICT = {
  strict: {
    type: 'flag',
    default: false,
    description: 'Also report likely problems, not only certain ones (the phrase groups marked `strict`).',
  },
} as const satisfies Options;

/** The option of every rule that has a convention. */
const COMMON_FROM = {
  commonFrom: {
    type: 'count',
    default: 75,
    recommended: 50,
    minimum: 1,
    maximum: 100,
    description:
      'If at least this percentage of the replies in a library lack what the rule requires, one finding about the library replaces the findings about individual replies. Applies to libraries with at least five replies; with a value of 50 or less, also to libraries with three or four replies that all lack it.',
  },
} as const satisfies Options;

/**
 * Returns the metadata of a rule.
 * @param common options that all rules of its kind have
 */
export function asMeta<O extends Options>(definition: RuleMeta<O>, common: Options = {}): Meta {
  const { id, segment, principle, why, source, presets, appliesTo = {}, options, examples } = definition;
  const { pairs, switchOff, suppliedBy, convention, yieldsTo } = definition;
  return {
    id,
    segment,
    principle,
    why,
    ...(pairs && { pairs }),
    ...(switchOff && { switchOff }),
    source,
    presets: presets as Meta['presets'],
    appliesTo,
    ...(suppliedBy && { suppliedBy }),
    ...(convention && { convention }),
    ...(yieldsTo && { yieldsTo }),
    options: { ...options, ...common, ...(convention && COMMON_FROM) },
    ...(examples && { examples }),
  };
}

/** Returns phrases by language and group. Phrases without a group form a group of their own. */
export function grouped(
  phrases:
    | Readonly<Record<string, PhraseGroups | readonly (string | PhraseGroups[string][number])[]>>
    | typeof IN_FILES,
): Rule['phrases'] {
  // Phrases that are in the packs are removed from the bundle by the build.
  if (phrases === IN_FILES) return IN_FILES;
  return Object.fromEntries(
    Object.entries(phrases).map(([language, groups]) => [
      language,
      Array.isArray(groups) ? { phrases: groups } : (groups as PhraseGroups),
    ]),
  );
}
