import type { Finding } from '../model/finding.js';
import { type LibraryPart, stepsOf } from './library.js';
import { asMeta, STRICT } from './meta.js';
import type { Options, Values } from './options.js';
import { phraseOptionsOf } from './phrase-options.js';
import { IN_FILES, type PhraseGroups, type Reading, type Rule, type RuleMeta } from './rule.js';

/**
 * A rule with code of its own: it reads one rendering and yields its findings. An option of type `phrases` is a group
 * of phrases under the option's name.
 */
export function defineRule<const O extends Options = Record<never, never>, T = unknown>(
  definition: RuleMeta<O> & {
    /** The groups of its phrase files that the code reads. */
    readonly groups?: readonly string[];
    /** Language code → phrases by group, if they are in the code; omit it if the rule needs no words. */
    readonly phrases?: Readonly<Record<string, PhraseGroups>>;
    check(reading: Reading, options: Values<O>): Iterable<Finding>;
    /** What it finds, beside that, in all replies of a run together. */
    readonly library?: LibraryPart<O, T>;
  },
): Rule {
  const { groups = [], phrases = { '*': {} } } = definition;
  return {
    ...asMeta(definition, groups.length > 0 ? STRICT : {}),
    kind: 'check',
    groups,
    reported: [],
    phrases: groups.length > 0 ? IN_FILES : phrases,
    ownPhrases: (values) => phraseOptionsOf(definition.options, values),
    check: (reading, values) => definition.check(reading, values as Values<O>),
    ...(definition.library && { library: stepsOf(definition.library) }),
  };
}

/** Words as shown in a message: on one line. */
export function shown(words: string): string {
  return words.replace(/\s+/g, ' ');
}
