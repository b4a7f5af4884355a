import type { Finding } from '../model/finding.js';
import type { Span } from '../model/span.js';
import { type LibraryPart, stepsOf } from './library.js';
import { asMeta, STRICT } from './meta.js';
import { type Need, setNeeds } from './needs.js';
import type { Options, Values } from './options.js';
import { phraseOptionsOf } from './phrase-options.js';
import { IN_FILES, type PhraseGroups, type Reading, type Rule, type RuleMeta } from './rule.js';

/**
 * Defines a rule that is implemented in code: it reads a rendering and yields its findings. An option of type `phrases`
 * becomes a phrase group with the name of the option.
 */
export function defineRule<const O extends Options = Record<never, never>, T = unknown>(
  definition: RuleMeta<O> & {
    /** The groups of the rule's phrase files that its code reads. */
    readonly groups?: readonly string[];
    /** Phrases by language code and group, if they are in the code. Omit it if the rule needs no words. */
    readonly phrases?: Readonly<Record<string, PhraseGroups>>;
    /**
     * Things of which a text must contain at least one so that the rule can find anything in it. The linter does not
     * run the rule on other texts. Omit it if the rule has to read every text.
     */
    readonly needs?: readonly Need[];
    check(reading: Reading, options: Values<O>): Iterable<Finding>;
    /** The part of the rule that compares all replies of a run. */
    readonly library?: LibraryPart<O, T>;
  },
): Rule {
  const { groups = [], phrases = { '*': {} }, needs } = definition;
  const rule: Rule = {
    ...asMeta(definition, groups.length > 0 ? STRICT : {}),
    kind: 'check',
    groups,
    reported: [],
    phrases: groups.length > 0 ? IN_FILES : phrases,
    ownPhrases: (values) => phraseOptionsOf(definition.options, values),
    check: (reading, values) => definition.check(reading, values as Values<O>),
    ...(definition.library && { library: stepsOf(definition.library) }),
  };
  if (needs) setNeeds(rule, needs);
  return rule;
}

/** Formats words for a message, on one line. */
export function shown(words: string): string {
  return words.replace(/\s+/g, ' ');
}

/** Returns words of a text in quotation marks, for a message. */
export function quoted({ start, end }: Span, text: string): string {
  return `“${shown(text.slice(start, end))}”`;
}
