import type { Context } from '../language/contexts.js';
import type { Finding } from '../model/finding.js';
import type { Replacement } from '../model/span.js';
import { asMeta, grouped } from './meta.js';
import type { AnyValues, Options, Values } from './options.js';
import type { Match, PhraseGroups, Reading, Rule, RuleMeta } from './rule.js';

/**
 * A rule with code of its own: looks at one rendering and yields what it found. An option of type `phrases` is a group
 * of phrases under the option's name.
 */
export function defineRule<const O extends Options = Record<never, never>>(
  definition: RuleMeta<O> & {
    /** Language code → phrases by group; leave it out where the rule needs no words. */
    readonly phrases?: Readonly<Record<string, PhraseGroups>>;
    check(reading: Reading, options: Values<O>): Iterable<Finding>;
  },
): Rule {
  return {
    ...asMeta(definition),
    kind: 'check',
    phrases: definition.phrases ?? { '*': {} },
    ownPhrases: (values) => phraseOptionsOf(definition.options, values),
    check: (reading, values) => definition.check(reading, values as Values<O>),
  };
}

/** A rule that wants none of its phrases in the reply. */
export function defineAvoidanceRule<const O extends Options = Record<never, never>>(
  definition: RuleMeta<O> & {
    readonly phrases: Readonly<Record<string, PhraseGroups | readonly (string | PhraseGroups[string][number])[]>>;
    /** Contexts in which a phrase does not count; code and quotations if not said. */
    readonly ignoredIn?: readonly Context[];
    /** What the words do, after the words in quotes; one for all groups, or one a group. */
    readonly message: string | Readonly<Record<string, string>>;
    readonly suggestions?: readonly string[] | Readonly<Record<string, readonly string[]>>;
    /** Groups whose phrases are no violation but excuse one that stands in reach. */
    readonly excuses?: Readonly<Record<string, 'clause' | 'sentence' | 'neighbours' | 'reply'>>;
    /** The last word on a match: false where it is none after all. */
    counts?(match: Match, reading: Reading, options: Values<O>): boolean;
    /** Groups that count only under some options. */
    groupsOff?(options: Values<O>): readonly string[];
  },
): Rule {
  const { message, ignoredIn = ['code', 'quoted'], excuses = {} } = definition;
  const messageFor = (group: string) =>
    typeof message === 'string' ? message : (message[group] ?? Object.values(message)[0] ?? '');
  return {
    ...asMeta(definition, {
      extra: { type: 'phrases', default: [], description: 'Further phrases to report.' },
      allow: { type: 'phrases', default: [], description: 'Phrases that are fine here, whatever they contain.' },
    }),
    kind: 'avoidance',
    phrases: grouped(definition.phrases),
    ownPhrases: ({ extra, allow }) => ({ extra: extra as readonly string[], allowed: allow as readonly string[] }),
    ...(definition.groupsOff && {
      groupsOff: (values: AnyValues) => definition.groupsOff?.(values as Values<O>) ?? [],
    }),
    *check(reading, values) {
      const allowed = reading.matches('allowed');
      let reported = -1;
      for (const match of reading.matches()) {
        if (match.group === 'allowed' || match.group in excuses) continue;
        if (match.start < reported) continue;
        if (allowed.some(({ from, to }) => from < match.to && match.from < to)) continue;
        if (reading.inContext(match, match.entry.ignoredIn ?? ignoredIn)) continue;
        if (Object.entries(excuses).some(([group, reach]) => isExcused(reading, match, group, reach))) continue;
        if (definition.counts && !definition.counts(match, reading, values as Values<O>)) continue;
        reported = match.end;
        const fix = fixOf(match, reading);
        const instead = match.entry.instead ?? (fix && `Write “${fix.text}”`);
        const { suggestions } = definition;
        const more = Array.isArray(suggestions)
          ? (suggestions as readonly string[])
          : ((suggestions as Readonly<Record<string, readonly string[]>> | undefined)?.[match.group] ?? []);
        const all = [...new Set([...(instead ? [instead] : []), ...more])];
        yield {
          span: { start: match.start, end: match.end },
          message: `“${shown(reading.rendering.text.slice(match.start, match.end))}” ${messageFor(match.group)}`,
          ...(all.length > 0 && { suggestions: all }),
          ...(fix && { fix }),
        };
      }
    },
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

/** The phrases that a configuration adds, by the option's name. */
function phraseOptionsOf(options: Options | undefined, values: AnyValues): PhraseGroups {
  const names = Object.entries(options ?? {}).flatMap(([name, { type }]) => (type === 'phrases' ? [name] : []));
  return Object.fromEntries(names.map((name) => [name, values[name] as readonly string[]]));
}

/** Words as they are shown in a message: on one line. */
export function shown(words: string): string {
  return words.replace(/\s+/g, ' ');
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
