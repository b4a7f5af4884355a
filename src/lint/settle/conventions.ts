import { basename } from 'node:path';
import type { LintMessage, LintResult } from '../../model/finding.js';
import type { Rule } from '../../rule/rule.js';
import type { AppliedRules } from '../result/applied.js';
import { Fingerprints } from '../result/fingerprints.js';
import { resultOf } from '../result/lint-result.js';
import type { Results } from '../result/results.js';

/** Minimum number of replies that a rule must apply to in a library before a lack counts as a convention. */
const FEWEST_REPLIES = 5;
/**
 * The same minimum for a library in which no reply has what the rule requires. Used only if a lack in half of the
 * replies is enough for a convention.
 */
const FEWEST_IF_ALL_LACK = 3;
/** Percentage up to which `FEWEST_IF_ALL_LACK` applies. */
const HALF = 50;
/** Maximum number of replies that a message names. */
const EXAMPLES = 3;

/** A reply that lacks something. */
interface Lacking {
  readonly filePath: string;
  readonly message: LintMessage;
}

/** The results of one rule in a library. */
interface Count {
  readonly rule: Rule;
  /** The number of replies that the rule applied to. */
  replies: number;
  /** The number of replies that fail the rule. */
  missing: number;
  /** The first of the replies that fail the rule. */
  examples: readonly Lacking[];
  severity: LintMessage['severity'];
  /**
   * The percentage of failing replies at which a lack counts as a convention, according to the settings of most
   * replies.
   */
  commonFrom: number | undefined;
  /** The percentage for replies with different settings, by file and reply. */
  others: Map<string, number>;
  /** The files that contain replies to which the rule applied. */
  readonly files: Set<string>;
  /** How often each text stands where the rule reports a lack, if that is a greeting without a name. */
  readonly greetings: Map<string, number>;
}

/**
 * Determines what the libraries of a run leave out by convention. If most replies of a library fail the same rule, a
 * single finding replaces all of theirs.
 */
export class Conventions {
  /** The counts, by library and rule id. */
  readonly #counts = new Map<string, Map<string, Count>>();
  /** The library of each file. */
  readonly #libraries = new Map<string, string>();

  /**
   * Adds the result of a file or of a passage.
   * @param library the path of a file, or of a folder with a slash at the end
   */
  add(library: string, result: LintResult, applied: AppliedRules): void {
    const { filePath, messages } = result;
    this.#libraries.set(filePath, library);
    const counts = this.#counts.get(library) ?? new Map<string, Count>();
    this.#counts.set(library, counts);
    for (const [rule, { replies, unsaid, commonFrom, others = {} }] of applied) {
      const count: Count = counts.get(rule.id) ?? newCount(rule, commonFrom);
      const lacking = messages.filter((message) => message.ruleId === rule.id && lacks(message));
      count.replies += replies;
      if (replies > 0) count.files.add(filePath);
      if (rule.suppliedBy === 'salutation' && !requiresGreeting(rule))
        for (const greeting of beginningsOf(lacking, result.source)) addOne(count.greetings, greeting);
      count.missing += new Set(lacking.map(({ reply }) => reply?.id)).size + unsaid;
      count.examples = firstOf([...count.examples, ...lacking.map((message) => ({ filePath, message }))]);
      if (lacking.some(({ severity }) => severity === 2)) count.severity = 2;
      count.commonFrom ??= commonFrom;
      for (const { reply } of lacking) {
        const own = others[reply?.id ?? ''] ?? commonFrom;
        if (own !== undefined && own !== count.commonFrom) count.others.set(keyOf(filePath, reply), own);
      }
      counts.set(rule.id, count);
    }
  }

  /** The paths of all libraries. */
  get libraries(): Iterable<string> {
    return this.#counts.keys();
  }

  /** Returns true if a reply in the library of a file lacks something, whether or not that is a convention. */
  isLacking(filePath: string): boolean {
    const counts = this.#counts.get(this.#libraries.get(filePath) ?? '');
    return counts !== undefined && [...counts.values()].some(({ missing }) => missing > 0);
  }

  /** Yields lines that say what the replies of each library lack, and whether that is a convention. */
  *inWords(): Generator<string> {
    for (const [library, counts] of this.#counts)
      for (const count of counts.values())
        if (count.missing > 0) {
          const isTold = isConvention(count)
            ? 'one finding'
            : count.replies < FEWEST_REPLIES
              ? 'too few'
              : 'no convention';
          yield `${library}: ${count.missing} of the ${count.replies} ${countedBy(count.rule)} do not ${count.rule.convention}: ${isTold} (${count.rule.id})`;
        }
  }

  /** Returns the results in which one finding replaces many. It is reported at the first of the replies. */
  applyTo(results: Results): Results {
    const conventions = this.#conventions();
    const places = this.#placesIn(results, conventions);
    if (places.size === 0) return results;
    const told = new Set<Count>();
    return results.map((filePath) => {
      const counts = conventions.get(this.#libraries.get(filePath) ?? '');
      if (!counts) return undefined;
      return (result) => {
        const messages = result.messages.flatMap((message) => {
          const count = counts.get(message.ruleId ?? '');
          if (!count || !lacks(message) || !isCommon(count, filePath, message)) return [message];
          if (told.has(count) || !isAt(places.get(count), filePath, message)) return [];
          told.add(count);
          return [this.#findingOf(filePath, count, message)];
        });
        if (messages.length === result.messages.length && messages.every((one, at) => one === result.messages[at]))
          return result;
        const { suppressedMessages } = result;
        return { ...result, ...resultOf(result.filePath, messages, result.source), suppressedMessages };
      };
    });
  }

  /** Returns the first message that the finding about each convention replaces. */
  #placesIn(results: Results, conventions: ReadonlyMap<string, ReadonlyMap<string, Count>>): Map<Count, Lacking> {
    const places = new Map<Count, Lacking>();
    for (const { filePath, messages } of results) {
      const counts = conventions.get(this.#libraries.get(filePath) ?? '');
      for (const message of counts ? messages : []) {
        const count = counts?.get(message.ruleId ?? '');
        if (!count || !lacks(message) || !isCommon(count, filePath, message)) continue;
        const [first] = firstOf([places.get(count) ?? [], { filePath, message }].flat());
        if (first) places.set(count, first);
      }
    }
    return places;
  }

  /** Returns the counts by library and rule id, without rules that found no convention. */
  #conventions(): ReadonlyMap<string, ReadonlyMap<string, Count>> {
    const all = [...this.#counts].map(
      ([library, counts]) => [library, new Map([...counts].filter(([, count]) => isConvention(count)))] as const,
    );
    return new Map(all.filter(([, counts]) => counts.size > 0));
  }

  #findingOf(filePath: string, count: Count, { line, column, endLine, endColumn }: LintMessage): LintMessage {
    const { rule, replies, missing, severity } = count;
    const id = this.#libraries.get(filePath) ?? '';
    const greeting = greetsItself(this.#counts.get(id)) ? mostOften(count.greetings) : undefined;
    const examples = count.examples.map(({ message: { reply } }) => reply?.title ?? reply?.id ?? '');
    return {
      ruleId: rule.id,
      severity,
      message: messageOf(count, nameOf(id, count), examples, greeting),
      ...{ line, column, endLine, endColumn },
      segment: rule.segment,
      library: { id, replies, missing, examples },
      words: '',
      fingerprint: new Fingerprints().of(rule.id, id, ''),
    };
  }
}

/**
 * Returns the name of a library in words. If only one file of a folder contains such replies, it is the name of that
 * file.
 */
function nameOf(library: string, { files }: Count): string {
  const [file, ...others] = files;
  const isOneFile = file !== undefined && others.length === 0 && library.endsWith('/');
  const path = (isOneFile ? `${library}${basename(file)}` : library).replace(/^\.\//, '');
  return path === '' ? 'the top folder' : path;
}

function newCount(rule: Rule, commonFrom: number | undefined): Count {
  return {
    rule,
    replies: 0,
    missing: 0,
    examples: [],
    severity: 1,
    commonFrom,
    files: new Set(),
    others: new Map(),
    greetings: new Map(),
  };
}

/**
 * Returns true if enough replies lack something that one finding can stand for some of them, depending on their
 * settings.
 */
function isConvention(count: Count): boolean {
  const { commonFrom = 100, others } = count;
  return [commonFrom, ...new Set(others.values())].some((percentage) => reaches(count, percentage));
}

/** Returns true if the settings of the reply say that the finding about the library replaces this message. */
function isCommon(count: Count, filePath: string, { reply }: LintMessage): boolean {
  return reaches(count, count.others.get(keyOf(filePath, reply)) ?? count.commonFrom ?? 100);
}

function reaches({ replies, missing }: Count, percentage: number): boolean {
  const fewest = missing === replies && percentage <= HALF ? FEWEST_IF_ALL_LACK : FEWEST_REPLIES;
  return replies >= fewest && missing > 1 && missing * 100 >= replies * percentage;
}

function keyOf(filePath: string, reply: LintMessage['reply']): string {
  return `${filePath}\n${reply?.id ?? ''}`;
}

/** Describes the replies of a library that a rule applies to. */
function countedBy({ appliesTo: { forms = [], state, exceptTopics = [] } }: Rule, library?: string): string {
  const kind = forms.join() === 'full' ? 'whole messages' : 'replies';
  const where = library === undefined ? '' : ` in ${library}`;
  const ends = { open: ' that ask for or promise something', concluded: ' that settle the matter' };
  const apart = exceptTopics.length > 0 ? `${state ? ' and' : ''} that are not about ${exceptTopics.join(' or ')}` : '';
  return `${kind}${where}${state ? ends[state] : ''}${apart}`;
}

/**
 * Returns true for a message about something that is missing from a whole reply, in all of its renderings. Something
 * that a fix can add is not a convention.
 */
function lacks({ reply, when, fix, library }: LintMessage): boolean {
  return reply !== undefined && when === undefined && fix === undefined && library === undefined;
}

function isAt(place: Lacking | undefined, filePath: string, { line, column }: LintMessage): boolean {
  return place?.filePath === filePath && place.message.line === line && place.message.column === column;
}

/** Returns the first replies, by path and position. */
function firstOf(lacking: readonly Lacking[]): readonly Lacking[] {
  const before = (a: Lacking, b: Lacking) =>
    a.filePath === b.filePath
      ? a.message.line - b.message.line || a.message.column - b.message.column
      : a.filePath < b.filePath
        ? -1
        : 1;
  return [...lacking].sort(before).slice(0, EXAMPLES);
}

/** Matches a greeting without a name, such as `Hi there`. */
const WITHOUT_NAME = /^\p{Lu}[\p{L}’' ]{1,30}$/u;

/** Returns the greetings at which messages are reported. */
function beginningsOf(messages: readonly LintMessage[], source: string | undefined): readonly string[] {
  if (source === undefined || messages.length === 0) return [];
  const lines = source.split('\n');
  return messages.flatMap(({ line, column, endLine, endColumn }) => {
    const said = line === endLine ? (lines[line - 1]?.slice(column - 1, endColumn - 1) ?? '') : '';
    return WITHOUT_NAME.test(said) ? [said] : [];
  });
}

function addOne(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function mostOften(counts: ReadonlyMap<string, number>): string | undefined {
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

function requiresGreeting({ suppliedBy, segment }: Rule): boolean {
  return suppliedBy === 'salutation' && segment === 'greeting';
}

/** Returns true if most replies of a library greet, so that the help desk does not add the greeting. */
function greetsItself(counts: ReadonlyMap<string, Count> | undefined): boolean {
  const greeting = counts && [...counts.values()].find(({ rule }) => requiresGreeting(rule));
  return greeting !== undefined && greeting.missing * 2 < greeting.replies;
}

/** @param greeting what the replies begin with, if most replies greet */
function messageOf(
  { rule, replies, missing, examples: [first] }: Count,
  library: string,
  examples: readonly string[],
  greeting: string | undefined,
): string {
  const advice = greeting === undefined ? undefined : first?.message.suggestions?.[0]?.desc;
  const more = missing - examples.length;
  const named = `${examples.map((name) => `“${name}”`).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  const never = missing === replies ? 'never' : 'do not';
  const supplied = { salutation: 'greeting', signature: 'signature' };
  const cause = advice
    ? `${advice}, such as “${greeting}”`
    : rule.suppliedBy
      ? `If your help desk adds the ${supplied[rule.suppliedBy]}, set "${rule.suppliedBy}": "appended"`
      : `If this is intended, set "${rule.id}": "off"`;
  return `${missing} of the ${replies} ${countedBy(rule, library)} ${never} ${rule.convention}: ${named}. ${cause}; if these are chat messages, set "form": "chat"`;
}
