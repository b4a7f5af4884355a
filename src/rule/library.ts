import type { DigestReading, Digests, LibraryFacts, LibraryFinding, LibrarySteps } from './library-steps.js';
import { asMeta, STRICT } from './meta.js';
import type { Options, Values } from './options.js';
import { phraseOptionsOf } from './phrase-options.js';
import { IN_FILES, type LibraryExamples, type PhraseGroups, type Rule, type RuleMeta } from './rule.js';

/** The two steps of a rule that compares all replies of a run. */
export interface LibraryPart<O extends Options, T> {
  /** Small libraries in which the rule reports nothing, and others in which it reports something. */
  readonly examples?: LibraryExamples;
  /**
   * Returns what the rule needs to know about one reply. The result depends only on the reply and the options, and must
   * be plain data that JSON can represent, because it is cached and sent between threads. Undefined for an irrelevant
   * reply.
   * @param readings readings of the reply's renderings, at least one
   */
  digest(readings: readonly DigestReading[], options: Values<O>): T | undefined;
  /**
   * Returns as much of the digest as `judge` needs to find the same if this is the only reply of the run. Undefined if
   * it reports such a reply never or for other reasons. Define it for a rule whose digest takes long to compute. Default:
   * the same as `digest`.
   */
  digestAlone?(readings: readonly DigestReading[], options: Values<O>): T | undefined;
  /** Compares the digests of all replies, and yields findings. */
  judge(digests: Digests<T>, options: Values<O>, facts: LibraryFacts): Iterable<LibraryFinding>;
}

/** Returns the steps in the form that the linter runs. */
export function stepsOf<O extends Options, T>(part: LibraryPart<O, T>): LibrarySteps {
  return {
    digest: (readings, values) => part.digest(readings, values as Values<O>),
    ...(part.digestAlone && {
      digestAlone: (readings, values) => part.digestAlone?.(readings, values as Values<O>),
    }),
    judge: (digests, values, facts) => part.judge(digests as Digests<T>, values as Values<O>, facts),
    examples: part.examples ?? { good: [], bad: [] },
  };
}

/** The definition of a rule that compares all replies of a run. */
export type LibraryDefinition<O extends Options, T> = Omit<RuleMeta<O>, 'examples' | 'convention'> & {
  /** The groups of the rule's phrase files that `digest` reads. */
  readonly groups?: readonly string[];
  /** Phrases by language code and group, if they are in the code. Omit it if the rule needs no words. */
  readonly phrases?: Readonly<Record<string, PhraseGroups>>;
} & LibraryPart<O, T>;

/**
 * Defines a rule that compares all replies of a run in two steps: `digest` reads each reply, and `judge` compares the
 * digests. The `chat` preset turns the rule off unless the definition says otherwise.
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
