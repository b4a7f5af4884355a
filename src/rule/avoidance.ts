import type { Context } from '../language/contexts.js';
import type { Replacement } from '../model/span.js';
import { quoted } from './define.js';
import { asMeta, grouped, STRICT } from './meta.js';
import { setNeeds } from './needs.js';
import type { AnyValues, Options, Values } from './options.js';
import { IN_FILES, type Match, type PhraseGroups, type Reading, type Rule, type RuleMeta } from './rule.js';

/** The message for a group of phrases, which follows the quoted words, and the suggestion. */
export interface GroupSays {
  readonly message: string;
  readonly suggestion?: string;
}

/** The messages of a rule with phrase files, by group. */
interface InFiles<O extends Options> {
  readonly groups: Readonly<Record<string, GroupSays>>;
  /** Groups that only the code of the rule reads. Their phrases are not violations. */
  readonly reads?: readonly string[];
  /** The suggested replacements for all groups. */
  readonly suggestions?: readonly string[];
  readonly phrases?: never;
  readonly message?: never;
  readonly excuses?: never;
  readonly groupsOff?: (options: Values<O>) => readonly string[];
}

/** The phrases and messages of a rule that defines its phrases in code. */
interface InCode<O extends Options> {
  readonly phrases: Readonly<Record<string, PhraseGroups | readonly (string | PhraseGroups[string][number])[]>>;
  /** The message that follows the quoted words, either one for all groups or one per group. */
  readonly message: string | Readonly<Record<string, string>>;
  readonly suggestions?: readonly string[] | Readonly<Record<string, readonly string[]>>;
  /** Groups whose phrases are not violations, but excuse a nearby violation. */
  readonly excuses?: Readonly<Record<string, 'clause' | 'sentence' | 'neighbours' | 'reply'>>;
  readonly groups?: never;
  readonly reads?: never;
  /** Returns the groups that are disabled by the options. */
  readonly groupsOff?: (options: Values<O>) => readonly string[];
}

/** The definition of a rule that reports its phrases. */
export type AvoidanceDefinition<O extends Options> = RuleMeta<O> &
  (InFiles<O> | InCode<O>) & {
    /** Contexts in which a phrase is not reported. Default: code and quotations. */
    readonly ignoredIn?: readonly Context[];
    /** Decides whether a match counts, after all other checks. Return false to reject it. */
    counts?(match: Match, reading: Reading, options: Values<O>): boolean;
  };

/** Defines a rule that reports each of its phrases. */
export function defineAvoidanceRule<const O extends Options = Record<never, never>>(
  definition: AvoidanceDefinition<O>,
): Rule {
  const { ignoredIn = ['code', 'quoted'], excuses = {} } = definition;
  const { messageOf, suggestionsOf, isReported, names } = saysOf(definition);
  const rule: Rule = {
    ...asMeta(definition, {
      extra: { type: 'phrases', default: [], description: 'Additional phrases to report.' },
      allow: { type: 'phrases', default: [], description: 'Phrases to allow, even if they contain a reported phrase.' },
      ...(definition.groups && STRICT),
    }),
    kind: 'avoidance',
    groups: names,
    reported: Object.keys(definition.groups ?? {}),
    phrases: definition.groups ? IN_FILES : grouped(definition.phrases),
    ownPhrases: ({ extra, allow }) => ({ extra: extra as readonly string[], allowed: allow as readonly string[] }),
    ...(definition.groupsOff && {
      groupsOff: (values: AnyValues) => definition.groupsOff?.(values as Values<O>) ?? [],
    }),
    *check(reading, values) {
      const allowed = reading.matches('allowed');
      let reported = -1;
      for (const match of reading.matches()) {
        if (!isReported(match.group) || match.start < reported) continue;
        if (allowed.some(({ from, to }) => from < match.to && match.from < to)) continue;
        if (reading.inContext(match, match.entry.ignoredIn ?? ignoredIn)) continue;
        if (Object.entries(excuses).some(([group, reach]) => isExcused(reading, match, group, reach))) continue;
        if (definition.counts && !definition.counts(match, reading, values as Values<O>)) continue;
        reported = match.end;
        const fix = fixOf(match, reading);
        const instead = match.entry.instead ?? (fix && `Write “${fix.text}”`);
        const all = [...new Set([...(instead ? [instead] : []), ...suggestionsOf(match.group)])];
        yield {
          span: { start: match.start, end: match.end },
          message: `${quoted(match, reading.rendering.text)} ${messageOf(match.group)}`,
          ...(all.length > 0 && { suggestions: all }),
          ...(fix && { fix }),
        };
      }
    },
  };
  setNeeds(rule, ['phrase']);
  return rule;
}

interface Says {
  readonly names: readonly string[];
  messageOf(group: string): string;
  suggestionsOf(group: string): readonly string[];
  isReported(group: string): boolean;
}

/** Returns the messages by group. Phrases that a configuration adds get the message of the first group. */
function saysOf<O extends Options>(definition: AvoidanceDefinition<O>): Says {
  const { groups, reads = [], message, suggestions, excuses = {} } = definition;
  if (groups) {
    const [first] = Object.values(groups);
    return {
      names: [...Object.keys(groups), ...reads],
      messageOf: (group) => (groups[group] ?? groups.extra ?? first)?.message ?? '',
      suggestionsOf: (group) => {
        const own = (groups[group] ?? groups.extra)?.suggestion;
        return [...(own === undefined ? [] : [own]), ...((suggestions as readonly string[] | undefined) ?? [])];
      },
      isReported: (group) => group === 'extra' || Object.hasOwn(groups, group),
    };
  }
  return {
    names: [],
    messageOf: (group) =>
      typeof message === 'string' ? message : (message?.[group] ?? Object.values(message ?? {})[0] ?? ''),
    suggestionsOf: (group) =>
      Array.isArray(suggestions)
        ? (suggestions as readonly string[])
        : ((suggestions as Readonly<Record<string, readonly string[]>> | undefined)?.[group] ?? []),
    isReported: (group) => group !== 'allowed' && !(group in excuses),
  };
}

/**
 * Returns a fix that replaces a match with the replacement from its entry. Undefined for words in capitals, which
 * express more than the words alone, and for a match that begins or ends inside a written word, such as “we’re”.
 */
function fixOf(
  { entry, from, to, start, end }: Match,
  { rendering: { text, words } }: Reading,
): Replacement | undefined {
  const { fix } = entry;
  if (fix === undefined || (words[from - 1]?.end ?? 0) > start || (words[to]?.start ?? end) < end) return undefined;
  const [first = '', second = ''] = text.slice(start, end);
  const isCapital = (letter: string) => letter !== letter.toLowerCase();
  if (isCapital(first) && isCapital(second)) return undefined;
  return { span: { start, end }, text: isCapital(first) ? `${fix.slice(0, 1).toUpperCase()}${fix.slice(1)}` : fix };
}

function isExcused(
  reading: Reading,
  match: Match,
  group: string,
  reach: 'clause' | 'sentence' | 'neighbours' | 'reply',
): boolean {
  return reading.matches(group).some((excuse) => {
    if (excuse.from < match.to && match.from < excuse.to && reach !== 'clause') return false;
    if (reach === 'reply') return true;
    if (reach === 'neighbours') return Math.abs(excuse.sentence - match.sentence) <= 1;
    return excuse.sentence === match.sentence;
  });
}
