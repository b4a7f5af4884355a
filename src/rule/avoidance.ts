import type { Context } from '../language/contexts.js';
import type { Replacement } from '../model/span.js';
import { shown } from './define.js';
import { asMeta, grouped, STRICT } from './meta.js';
import type { AnyValues, Options, Values } from './options.js';
import { IN_FILES, type Match, type PhraseGroups, type Reading, type Rule, type RuleMeta } from './rule.js';

/** What a group of phrases does, after the words in quotes, and what to write instead. */
export interface GroupSays {
  readonly message: string;
  readonly suggestion?: string;
}

/** A rule whose phrases stand in files: what their groups say. */
interface InFiles<O extends Options> {
  readonly groups: Readonly<Record<string, GroupSays>>;
  /** Groups that only the code reads, and that are no violation. */
  readonly reads?: readonly string[];
  /** What to write instead, whatever the group. */
  readonly suggestions?: readonly string[];
  readonly phrases?: never;
  readonly message?: never;
  readonly excuses?: never;
  readonly groupsOff?: (options: Values<O>) => readonly string[];
}

/** A rule whose phrases stand in its code. */
interface InCode<O extends Options> {
  readonly phrases: Readonly<Record<string, PhraseGroups | readonly (string | PhraseGroups[string][number])[]>>;
  /** What the words do, after the words in quotes; one for all groups, or one a group. */
  readonly message: string | Readonly<Record<string, string>>;
  readonly suggestions?: readonly string[] | Readonly<Record<string, readonly string[]>>;
  /** Groups whose phrases are no violation but excuse one that stands in reach. */
  readonly excuses?: Readonly<Record<string, 'clause' | 'sentence' | 'neighbours' | 'reply'>>;
  readonly groups?: never;
  readonly reads?: never;
  /** Groups that count only under some options. */
  readonly groupsOff?: (options: Values<O>) => readonly string[];
}

/** What a rule says that wants none of its phrases in the reply. */
export type AvoidanceDefinition<O extends Options> = RuleMeta<O> &
  (InFiles<O> | InCode<O>) & {
    /** Contexts in which a phrase does not count; code and quotations if not said. */
    readonly ignoredIn?: readonly Context[];
    /** The last word on a match: false where it is none after all. */
    counts?(match: Match, reading: Reading, options: Values<O>): boolean;
  };

/** A rule that wants none of its phrases in the reply. */
export function defineAvoidanceRule<const O extends Options = Record<never, never>>(
  definition: AvoidanceDefinition<O>,
): Rule {
  const { ignoredIn = ['code', 'quoted'], excuses = {} } = definition;
  const { messageOf, suggestionsOf, isReported, names } = saysOf(definition);
  return {
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
          message: `“${shown(reading.rendering.text.slice(match.start, match.end))}” ${messageOf(match.group)}`,
          ...(all.length > 0 && { suggestions: all }),
          ...(fix && { fix }),
        };
      }
    },
  };
}

interface Says {
  readonly names: readonly string[];
  messageOf(group: string): string;
  suggestionsOf(group: string): readonly string[];
  isReported(group: string): boolean;
}

/** What a definition says of its groups; of phrases that a configuration adds it says what it says of the first. */
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
 * The replacement of an entry, in the match's place. None in capitals, whose sense is not in the words alone, and none
 * where the match begins or ends inside a written word, such as “we’re”.
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
