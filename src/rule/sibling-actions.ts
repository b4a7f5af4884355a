import type { Context } from '../language/contexts.js';
import { languageCode } from '../language/index.js';
import type { Span } from '../model/span.js';
import { countWay, type WaysByLibrary } from './house/ways.js';
import type { LibraryPart } from './library.js';
import type { Digest, DigestReading, Digests, LibraryFinding, Place } from './library-steps.js';
import type { Options } from './options.js';
import type { Match, Reading } from './reading.js';

/** Groups of phrases by which a text says that a team gets the case, and the group that matches the team’s name. */
const TEAM_GROUPS: readonly string[] = ['to-team', 'team-has'];
const TEAM_NAME = 'team';
/** Groups of phrases by which a text tells a decision. The tags of a macro name it, too. */
const DECISION_GROUPS: readonly string[] = ['paid-back', 'paid-not'];

/** What a text says, and what its macro sets along with it. Plain data. */
interface Told {
  /** What the text says: the name of a team, or a decision. */
  readonly says: string;
  readonly sets: 'group' | 'tag';
  /** The values that exclude each other, such as the tags that begin with `refund`. */
  readonly family: string;
  readonly value: string;
  readonly place: Place;
}

/** The groups of phrases that say what other macros say, too. */
export const TOLD_GROUPS: readonly string[] = [...TEAM_GROUPS, TEAM_NAME, ...DECISION_GROUPS];

/** What the text of a macro says, with what the macro sets. Plain data. */
type ToldActions = readonly Told[];

/** A macro that sets another value than those that say the same. */
interface StrayAction {
  readonly at: Digest<ToldActions>;
  readonly told: Told;
  readonly usual: string;
  /** The number of macros that set the usual value. */
  readonly count: number;
  /** Indexes of the first of them. */
  readonly others: readonly number[];
}

/** Minimum number of macros that say the same and set the same value. */
const FEWEST = 3;
const IGNORED: readonly Context[] = ['code', 'quoted', 'negated', 'conditional', 'question'];

/** The part of a rule that compares what macros set with what others set that say the same. */
export const siblingActions: LibraryPart<Options, ToldActions> = {
  digest: toldActions,
  digestAlone: () => undefined,
  *judge(digests) {
    for (const stray of strayActions(digests)) yield strayInWords(stray);
  },
};

/** Returns what a macro sets along with what its text says. Undefined if it says or sets nothing of the kind. */
function toldActions(readings: readonly DigestReading[]): ToldActions | undefined {
  const { group, tags = [] } = readings[0]?.rendering.reply.declared ?? {};
  if (group === undefined && tags.length === 0) return undefined;
  const families = familiesOf(tags);
  const told = new Map<string, Told>();
  for (const reading of readings) {
    const add = (one: Omit<Told, 'place'>, span: Span) => {
      const key = `${one.says} ${one.family}`;
      if (!told.has(key)) told.set(key, { ...one, place: reading.place(span) });
    };
    if (group !== undefined)
      for (const { says, span } of teamsIn(reading)) add({ says, sets: 'group', family: '', value: group }, span);
    const decisions = statementsIn(reading, DECISION_GROUPS);
    const [decision] = decisions;
    // A text that refunds one thing and refuses another may have either tag.
    if (!decision || decisions.some((other) => other.group !== decision.group)) continue;
    for (const [family, value] of families) add({ says: decision.group, sets: 'tag', family, value }, decision);
  }
  return told.size > 0 ? [...told.values()] : undefined;
}

/** Returns the finding about a macro that sets another value than those that say the same. */
function strayInWords({ at, told, usual, count, others }: StrayAction): LibraryFinding {
  const { says, sets, value, place } = told;
  const same = sets === 'group' ? `name the ${says}` : 'say the same';
  return {
    at,
    place,
    message: `“${place.words}”, but the macro sets the ${sets} “${value}”, while ${count} macros that ${same} set “${usual}”`,
    suggestions: [`Set the ${sets} to “${usual}” if that is what you meant`],
    about: others.map((index) => ({ at: { index } })),
  };
}

/** Yields the macros that set another value than all other macros of their file that say the same. */
function* strayActions(digests: Digests<ToldActions>): Generator<StrayAction> {
  const known = countedActions(digests);
  for (const [key, values] of known) {
    const [first, stray] = [...values.values()].sort((one, other) => other.count - one.count);
    if (values.size !== 2 || !first || !stray) continue;
    const { as: usual, count, replies: others } = first;
    if (count < FEWEST || stray.count !== 1) continue;
    const at = digests.at(stray.replies[0] ?? 0);
    const told = at.data.find((one) => one.value === stray.as && keyOf(one, at) === key);
    if (told && (told.sets === 'group' || isOfOpposite(told))) yield { at, told, usual, count, others };

    /** Two tags may tell two kinds of one decision, unless macros with the opposite decision have one of them. */
    function isOfOpposite(one: Told): boolean {
      const opposite = DECISION_GROUPS.find((group) => group !== one.says) ?? '';
      return known.get(keyOf({ ...one, says: opposite }, at))?.has(one.value) === true;
    }
  }
}

function countedActions(digests: Digests<ToldActions>): WaysByLibrary {
  const known: WaysByLibrary = new Map();
  for (const digest of digests)
    for (const told of digest.data) countWay(known, keyOf(told, digest), told.value, digest);
  return known;
}

function keyOf({ says, sets, family }: Told, { reply }: Digest<ToldActions>): string {
  return [reply.file, languageCode(reply.locale), sets, family, says].join('\n');
}

function statementsIn(reading: Reading, groups: readonly string[]): readonly Match[] {
  return reading.matches().filter((match) => groups.includes(match.group) && !reading.inContext(match, IGNORED));
}

/** Returns the names of the teams that get the case, in lowercase and without the article. */
function teamsIn(reading: Reading): readonly { readonly says: string; readonly span: Span }[] {
  return statementsIn(reading, TEAM_GROUPS).flatMap((statement) => {
    const name = reading.matches(TEAM_NAME).find(({ from, to }) => from < statement.to && statement.from < to);
    if (!name) return [];
    const own = reading.rendering.words.slice(name.from + 1, name.to).map(({ folded }) => folded);
    const span = { start: statement.start, end: Math.max(statement.end, name.end) };
    return [{ says: own.join(' '), span }];
  });
}

/**
 * Returns the tags of a macro as pairs, such as `refund` and `refund_declined`. Families with several tags of the macro
 * are left out.
 */
function familiesOf(tags: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const several = new Set<string>();
  for (const tag of tags) {
    const [family = '', rest] = tag.toLowerCase().split(/[_:.-](.*)/s);
    if (!rest) continue;
    if (found.has(family)) several.add(family);
    found.set(family, tag.toLowerCase());
  }
  for (const family of several) found.delete(family);
  return found;
}
