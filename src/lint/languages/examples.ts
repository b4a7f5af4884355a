import type { Evidence } from '../../language/folder/phrase-file.js';
import { ANY_LANGUAGE, evidenceOf, languagesWithPack, packOf } from '../../language/pack/load.js';
import { type Example, IN_FILES, type LibraryExample, type Rule } from '../../rule/rule.js';

/** An example of a rule, with the words that it marks, if its author specified them. */
export interface Shown extends Example {
  readonly marks?: readonly string[];
  /** The library of an example for a library rule. `text` contains its replies one after the other. */
  readonly library?: LibraryExample;
  /** The group that the example belongs to. Undefined if it belongs to the rule as a whole. */
  readonly group?: string;
}

/** Texts in which a rule reports nothing, and texts in which it has findings. */
export interface AllExamples {
  readonly good: readonly Shown[];
  readonly bad: readonly Shown[];
}

/** The language whose examples are preferred. */
const MODEL = 'en';

/** A line that proves a phrase, in the form that the build keeps. */
export type Kept = Pick<Evidence, 'sign' | 'text' | 'given'> & {
  readonly marks?: readonly string[];
  readonly group?: string;
};

/**
 * Returns all examples of a rule: those in its code, or the `+` and `-` lines of its English file and of the file for
 * all languages. For a rule that requires phrases or processes them in code, the lines below a phrase do not show what
 * the rule reports, so only the lines below `[examples]` count.
 */
export function examplesOf(rule: Rule): AllExamples {
  const { good = [], bad = [] } = rule.library?.examples ?? {};
  const own = rule.kind === 'library' ? { good: [], bad: [] } : ownExamplesOf(rule);
  return { good: [...own.good, ...good.map(asShown)], bad: [...own.bad, ...bad.map(asShown)] };
}

/** Returns the examples that consist of a single reply. */
function ownExamplesOf({ id, reported, examples }: Rule): AllExamples {
  if (examples)
    return {
      good: examples.good.map((one) => (typeof one === 'string' ? { text: one } : one)),
      bad: examples.bad,
    };
  const shownIn = (code: string) =>
    ((evidenceOf(code)[id] ?? []) as readonly Kept[])
      .filter(({ group }) => group === undefined || reported.includes(group))
      .map((kept) =>
        code === MODEL || code === ANY_LANGUAGE ? kept : { ...kept, given: { locale: code, ...kept.given } },
      );
  const own = [MODEL, ANY_LANGUAGE].flatMap(shownIn);
  // A rule without English examples uses those of the other languages.
  const all = own.length > 0 ? own : languagesWithPack().flatMap(shownIn);
  const of = (wanted: '+' | '-') => all.filter(({ sign }) => sign === wanted).map(asExample);
  return { good: of('-'), bad: of('+') };
}

function asShown(library: LibraryExample & { readonly marks?: readonly string[] }): Shown {
  const { replies, options, marks } = library;
  const texts = replies.map((reply) => (typeof reply === 'string' ? reply : reply.text));
  return { text: texts.join('\n\n'), library, ...(options && { options }), ...(marks && { marks }) };
}

function asExample({ text, given, marks, group }: Kept): Shown {
  return { text, ...(given as Omit<Example, 'text'>), ...(marks && { marks }), ...(group !== undefined && { group }) };
}

/** Says for how many of a rule's groups a language has phrases: `5`, `2 of 5`, `all` if the rule needs none, or `-`. */
export function coverageOf(rule: Rule, code: string): string {
  const { id, groups, phrases } = rule;
  if (phrases !== IN_FILES && Object.hasOwn(phrases, '*') && Object.keys(phrases).length === 1) return 'all';
  const had = new Set(packOf(code).groups.flatMap((group) => (group.rule === id ? [group.name] : [])));
  if (had.size === 0) return '-';
  const wanted = groups.filter((name) => had.has(name)).length;
  return wanted < groups.length ? `${wanted} of ${groups.length}` : `${had.size}`;
}

/** Returns the languages that a rule has phrases for. `['*']` if it works in all languages. */
export function languagesOf({ id, phrases }: Rule): readonly string[] {
  if (phrases !== IN_FILES) return Object.hasOwn(phrases, '*') ? ['*'] : Object.keys(phrases);
  if (packOf(ANY_LANGUAGE).covers(id)) return ['*'];
  return languagesWithPack().filter((code) => packOf(code).covers(id));
}
