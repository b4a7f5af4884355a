import type { DigestReading, Digests, LibraryFacts, LibraryFinding, LibrarySteps } from './library-steps.js';
import { asMeta, STRICT } from './meta.js';
import type { Options, Values } from './options.js';
import { phraseOptionsOf } from './phrase-options.js';
import { IN_FILES, type LibraryExamples, type PhraseGroups, type Rule, type RuleMeta } from './rule.js';

/** The two steps of a rule about all replies of a run together. */
export interface LibraryPart<O extends Options, T> {
  /** Small libraries in which the rule reports nothing, and such in which it reports something. */
  readonly examples?: LibraryExamples;
  /**
   * What the rule needs to know about one reply, as plain data that JSON can represent: it is cached, and sent between
   * threads. Undefined for an irrelevant reply. Depends only on the reply and the options.
   * @param readings of its renderings: at least one
   */
  digest(readings: readonly DigestReading[], options: Values<O>): T | undefined;
  /** Compares the digests of all replies, and yields findings. */
  judge(digests: Digests<T>, options: Values<O>, facts: LibraryFacts): Iterable<LibraryFinding>;
}

/** The steps as the linter runs them. */
export function stepsOf<O extends Options, T>(part: LibraryPart<O, T>): LibrarySteps {
  return {
    digest: (readings, values) => part.digest(readings, values as Values<O>),
    judge: (digests, values, facts) => part.judge(digests as Digests<T>, values as Values<O>, facts),
    examples: part.examples ?? { good: [], bad: [] },
  };
}

/** The definition of a rule about all replies of a run together. */
export type LibraryDefinition<O extends Options, T> = Omit<RuleMeta<O>, 'examples' | 'convention'> & {
  /** The groups of its phrase files that `digest` reads. */
  readonly groups?: readonly string[];
  /** Language code → phrases by group, where they stand in the code; leave it out where the rule needs no words. */
  readonly phrases?: Readonly<Record<string, PhraseGroups>>;
} & LibraryPart<O, T>;

/**
 * Defines a rule about all replies of a run, in two steps: `digest` reads one reply after the other, and `judge`
 * compares the digests. The `chat` preset turns the rule off unless the definition says otherwise.
 */
export function defineLibraryRule<T, const O extends Options = Record<never, never>>(
  definition: LibraryDefinition<O, T>,
): Rule {
  const { groups = [], phrases = { '*': {} }, presets, examples: _, ...meta } = definition;
  return {
    ...asMeta<O>({ ...meta, presets: { ...presets, chat: presets.chat ?? 'off' } }, groups.length > 0 ? STRICT : {}),
    kind: 'library',
    groups,
    reported: [],
    phrases: groups.length > 0 ? IN_FILES : phrases,
    ownPhrases: (values) => phraseOptionsOf(definition.options, values),
    check: () => [],
    library: stepsOf(definition),
  };
}
