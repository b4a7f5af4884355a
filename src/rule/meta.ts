import type { Options } from './options.js';
import type { PhraseGroups, Rule, RuleMeta } from './rule.js';

/** What every kind of rule has from its definition alone. */
export type Meta = Omit<Rule, 'kind' | 'phrases' | 'ownPhrases' | 'check'>;

/**
 * The meta data of a rule.
 * @param common options that all rules of its kind have
 */
export function asMeta<O extends Options>(definition: RuleMeta<O>, common: Options = {}): Meta {
  const { id, segment, principle, why, source, presets, appliesTo = {}, options, examples } = definition;
  const { suppliedBy, convention } = definition;
  return {
    id,
    segment,
    principle,
    why,
    source,
    presets: presets as Meta['presets'],
    appliesTo,
    ...(suppliedBy && { suppliedBy }),
    ...(convention && { convention }),
    options: { ...options, ...common },
    examples,
  };
}

/** Phrases by language and group: those without a group are in one. */
export function grouped(
  phrases: Readonly<Record<string, PhraseGroups | readonly (string | PhraseGroups[string][number])[]>>,
): Readonly<Record<string, PhraseGroups>> {
  return Object.fromEntries(
    Object.entries(phrases).map(([language, groups]) => [
      language,
      Array.isArray(groups) ? { phrases: groups } : (groups as PhraseGroups),
    ]),
  );
}
