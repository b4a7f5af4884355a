import { closingPlaceIn } from '../language/closing.js';
import type { Context } from '../language/contexts.js';
import type { NewParagraph } from '../model/finding.js';
import { asMeta, grouped } from './meta.js';
import type { AnyValues, Options, Values } from './options.js';
import { anchorOf, isUnknown, type Part, reaches, sentencesOf } from './parts.js';
import { IN_FILES, type Match, type PhraseGroups, type Reading, type Rule, type RuleMeta } from './rule.js';

/** What a rule says that wants one of its phrases in a part of the reply. */
export type PresenceDefinition<O extends Options> = RuleMeta<O> & {
  readonly looksIn: Part;
  /** Where the finding is shown; by default at the start, for an ending at the end. */
  readonly reportAt?: 'start' | 'end';
  /** The groups of its phrase files, each phrase of which will do, unless they are `aside`. */
  readonly groups?: readonly string[];
  /** Language code → phrases, where they stand in the code. */
  readonly phrases?: Readonly<Record<string, PhraseGroups | readonly string[]>>;
  /** Contexts in which a phrase does not count as being there. */
  readonly ignoredIn?: readonly Context[];
  readonly message: string;
  readonly suggestions?: readonly string[];
  /** The last word on a match of the rule's own phrases: false where it does not count after all. */
  counts?(match: Match, reading: Reading, options: Values<O>): boolean;
  /** Groups that do not count by themselves: `isThere` reads them. */
  readonly aside?: readonly string[];
  /** More that counts as being there, beside the phrases. */
  isThere?(reading: Reading, options: Values<O>): boolean;
  /** Groups that count only under some options. */
  groupsOff?(options: Values<O>): readonly string[];
  /**
   * The line that a fix puts in before the sign-off, as a paragraph of its own; `''` for none. It must be one that the
   * rule itself would count.
   */
  closingLine?(options: Values<O>): string;
};

/** A rule that wants one of its phrases in a part of the reply. */
export function definePresenceRule<const O extends Options = Record<never, never>>(
  definition: PresenceDefinition<O>,
): Rule {
  const { looksIn, reportAt = looksIn === 'ending' ? 'end' : 'start' } = definition;
  const { ignoredIn = ['code', 'quoted'], aside = [] } = definition;
  const isThere = (reading: Reading, values: Values<O>): boolean => {
    const { rendering } = reading;
    const within = new Set(sentencesOf(rendering, looksIn));
    const counts = (match: Match) => {
      const sentence = rendering.sentences[match.sentence];
      if (sentence === undefined || !within.has(sentence) || reading.inContext(match, ignoredIn)) return false;
      if (match.group === 'accepted') return true;
      return !aside.includes(match.group) && (definition.counts?.(match, reading, values) ?? true);
    };
    return reading.matches().some(counts) || (definition.isThere?.(reading, values) ?? false);
  };
  const closing = (reading: Reading, values: Values<O>): Closing | undefined => {
    const line = definition.closingLine?.(values).trim();
    if (line === undefined || line === '') return undefined;
    const alone = reading.of(line);
    if (!isThere(alone, values))
      return { suggestion: `“${line}” is not inserted because this rule does not accept it: add its wording to “accept”` };
    const before = closingPlaceIn(reading.rendering);
    // Where the rule would not see it afterwards it does not help.
    const isSeen =
      before !== undefined && reaches(reading.rendering, looksIn, before, alone.rendering.sentences.length);
    return { suggestion: `Close with “${line}”`, ...(isSeen && { fix: { paragraph: line, before } }) };
  };
  return {
    ...asMeta(definition, {
      accept: { type: 'phrases', default: [], description: 'Additional phrases that count.' },
    }),
    kind: 'presence',
    groups: definition.groups ?? [],
    reported: [],
    phrases: definition.groups ? IN_FILES : grouped(definition.phrases ?? {}),
    ownPhrases: ({ accept }) => ({ accepted: accept as readonly string[] }),
    ...(definition.groupsOff && {
      groupsOff: (values: AnyValues) => definition.groupsOff?.(values as Values<O>) ?? [],
    }),
    *check(reading, values) {
      const { rendering } = reading;
      if (rendering.words.length === 0 || isUnknown(rendering, looksIn)) return;
      if (isThere(reading, values as Values<O>)) return;
      const { suggestion, fix } = closing(reading, values as Values<O>) ?? {};
      const suggestions = suggestion === undefined ? definition.suggestions : [suggestion];
      yield {
        span: anchorOf(rendering, reportAt),
        message: definition.message,
        ...(suggestions && { suggestions }),
        ...(fix && { fix }),
      };
    },
  };
}

/** What is said of the line that a configuration wants, and where it goes; no place where it is not certain. */
interface Closing {
  readonly suggestion: string;
  readonly fix?: NewParagraph;
}
