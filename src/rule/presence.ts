import { closingPlaceIn } from '../language/closing.js';
import type { Context } from '../language/contexts.js';
import type { Finding, NewParagraph } from '../model/finding.js';
import type { Span } from '../model/span.js';
import type { GroupSays } from './avoidance.js';
import { asMeta, grouped } from './meta.js';
import type { AnyValues, Options, Values } from './options.js';
import { anchorOf, isHandout, isInPart, isUnknown, type Part, reaches } from './parts.js';
import { IN_FILES, type Match, type PhraseGroups, type Reading, type Rule, type RuleMeta } from './rule.js';

/** The definition of a rule that requires one of its phrases in a part of the reply. */
export type PresenceDefinition<O extends Options> = RuleMeta<O> & {
  readonly looksIn: Part;
  /**
   * The place at which to report the finding. Default: the start of the reply, or the end for rules about the ending.
   */
  readonly reportAt?: 'start' | 'end';
  /** The groups in the rule's phrase files. Any of their phrases satisfies the rule, except those in `aside` groups. */
  readonly groups?: readonly string[];
  /** Phrases by language code, for rules with phrases in their code. */
  readonly phrases?: Readonly<Record<string, PhraseGroups | readonly string[]>>;
  /** Contexts in which a phrase does not satisfy the rule. */
  readonly ignoredIn?: readonly Context[];
  readonly message: string;
  /** Returns a more precise message and suggestion for this reply, if there is one. */
  says?(reading: Reading, options: Values<O>): GroupSays | undefined;
  readonly suggestions?: readonly string[];
  /** Decides whether a match of the rule's own phrases counts, after all other checks. Return false to reject it. */
  counts?(match: Match, reading: Reading, options: Values<O>): boolean;
  /** Groups whose phrases do not satisfy the rule on their own. Only `isThere` reads them. */
  readonly aside?: readonly string[];
  /** Returns true if the reply satisfies the rule without one of its phrases. */
  isThere?(reading: Reading, options: Values<O>): boolean;
  /**
   * Returns true for a reply whose lack is not reported on its own. The reply still counts if the whole library lacks
   * the same.
   */
  isExcused?(reading: Reading, options: Values<O>): boolean;
  /** Returns the groups that are disabled by the options. */
  groupsOff?(options: Values<O>): readonly string[];
  /**
   * Returns the line that a fix inserts before the sign-off, as a separate paragraph. `''` means none. The line must
   * satisfy the rule on its own.
   */
  closingLine?(options: Values<O>): string;
};

/** The option of every rule that requires something of whole messages. */
const IN_BARE_TEXTS = {
  inBareTexts: {
    type: 'flag',
    default: true,
    recommended: false,
    description:
      'Also require this in texts that have no greeting, signature or name and look like whole messages only because of their length.',
  },
} as const satisfies Options;

/** Defines a rule that requires one of its phrases in a part of the reply. */
export function definePresenceRule<const O extends Options = Record<never, never>>(
  definition: PresenceDefinition<O>,
): Rule {
  const { looksIn, reportAt = looksIn === 'ending' ? 'end' : 'start' } = definition;
  const { ignoredIn = ['code', 'quoted'], aside = [] } = definition;
  const isThere = (reading: Reading, values: Values<O>): boolean => {
    const { rendering } = reading;
    const counts = (match: Match) => {
      if (!isInPart(rendering, looksIn, match.sentence) || reading.inContext(match, ignoredIn)) return false;
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
      return {
        suggestion: `“${line}” is not inserted because this rule does not accept it: add its wording to “accept”`,
      };
    const before = closingPlaceIn(reading.rendering);
    // The line is not suggested if the rule would not recognize it at that place.
    const isSeen =
      before !== undefined && reaches(reading.rendering, looksIn, before, alone.rendering.sentences.length);
    return { suggestion: `Close with “${line}”`, ...(isSeen && { fix: { paragraph: line, before } }) };
  };
  return {
    ...asMeta(definition, {
      ...(definition.appliesTo?.forms?.includes('full') && IN_BARE_TEXTS),
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
      const unjudged = () => unjudgedAt(anchorOf(rendering, reportAt), definition.message);
      if (rendering.words.length === 0 || isUnknown(rendering, looksIn)) return yield unjudged();
      if (isThere(reading, values as Values<O>)) return;
      if (values.inBareTexts === false && isHandout(rendering)) return yield unjudged();
      const isBare = rendering.isBare && values.inBareTexts === false;
      const isUnsaid = isBare || definition.isExcused?.(reading, values as Values<O>);
      const { suggestion, fix } = closing(reading, values as Values<O>) ?? {};
      const says = definition.says?.(reading, values as Values<O>);
      const own = says?.suggestion === undefined ? definition.suggestions : [says.suggestion];
      const suggestions = suggestion === undefined ? own : [suggestion];
      yield {
        span: anchorOf(rendering, reportAt),
        message: says?.message ?? definition.message,
        ...(suggestions && { suggestions }),
        ...(fix && { fix }),
        ...(isUnsaid && { isUnsaid: true }),
      };
    },
  };
}

/** Returns the finding for a text that the rule cannot judge. It is not reported. */
function unjudgedAt(span: Span, message: string): Finding {
  return { span, message, isUnjudged: true };
}

/** The suggestion to add the configured closing line. It has no `fix` if the right place is uncertain. */
interface Closing {
  readonly suggestion: string;
  readonly fix?: NewParagraph;
}
