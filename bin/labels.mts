// Reads texts that people have labeled with the principles they violate: the project's own texts, and others passed to
// `npm run records`.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Example, Rule } from '../src/rule/rule.js';

/** A text, with the label that says whether it violates the principle of a rule. */
export interface JudgedText {
  readonly rule: string;
  readonly breaks: boolean;
  /** The author of the text, or the library that it comes from. */
  readonly source: string;
  /** False if someone read the text while writing the phrases. Such a text proves little. */
  readonly isUnseen: boolean;
  readonly example: Example;
}

/**
 * Files of texts that were kept hidden until the phrases were finished, but have been read since. They now prove
 * little.
 */
export const CLOSED_HANDS = /^hand-[5-8]\.jsonl$/;

/** The rules that correspond to the principles in the hand-written sets. */
export const HAND_RULES = {
  blame: 'no-blame-shifting',
  'dead-end': 'no-dead-end',
  dismissive: 'no-dismissive',
  pressure: 'no-pressure',
  burden: 'no-burden-signal',
} as const;

/** Principles with hidden texts that belong to a different rule. */
export const PART_OF: Readonly<Record<string, string>> = {
  'no-policy-shield': 'no-blame-shifting',
  'no-buck-passing': 'no-blame-shifting',
};

/** The violations that labeled replies can name, by the rule that reports them. */
const VIOLATIONS: Readonly<Record<string, readonly string[]>> = {
  'no-blame-shifting': ['blame-customer', 'blame-other'],
  'no-dead-end': ['dead-end'],
  'no-dismissive': ['dismissive'],
  'no-robotic-phrases': ['robotic'],
  'no-impersonal-greeting': ['robotic'],
  'no-hollow-apology': ['robotic'],
  'no-pressure': ['pressure'],
  'no-burden-signal': ['own-problems'],
  'no-internal-note': ['leftover'],
};

/** Returns the project’s own labeled texts. */
export function ownTexts(root: string): JudgedText[] {
  const folder = join(root, 'fixtures/labelled/hands');
  const hands = readdirSync(folder).sort();
  const blind = readdirSync(join(root, 'fixtures/blind')).sort();
  return [
    ...hands.flatMap((name) => textsOfHand(join(folder, name))),
    ...blind.flatMap((name) => blindTexts(join(root, 'fixtures/blind', name))),
    ...labelledTexts(join(root, 'fixtures/labelled/replies.jsonl'), false),
  ];
}

function textsOfHand(file: string): JudgedText[] {
  const name = basename(file);
  return rowsOf<{ principle: keyof typeof HAND_RULES; breaks: boolean; text: string }>(file).map(
    ({ principle, breaks, text }) => ({
      rule: HAND_RULES[principle],
      breaks,
      source: name.replace('.jsonl', ''),
      isUnseen: false,
      example: { text },
    }),
  );
}

function blindTexts(file: string): JudgedText[] {
  const name = basename(file, '.json');
  const { given, violations, nearMisses } = JSON.parse(readFileSync(file, 'utf8'));
  const judged = (breaks: boolean) => (text: string) => ({
    rule: PART_OF[name] ?? name,
    breaks,
    source: 'blind',
    isUnseen: true,
    example: { ...given, text },
  });
  return [...violations.map(judged(true)), ...nearMisses.map(judged(false))];
}

/** A labeled reply, as one line of JSON. */
interface Labelled {
  readonly source?: string;
  readonly title?: string;
  readonly markup?: 'text' | 'markdown' | 'html';
  readonly text?: string;
  readonly labels?: {
    readonly form: NonNullable<Example['form']>;
    readonly intent: NonNullable<Example['intent']>;
    readonly violations: readonly { readonly p: string }[];
    readonly disputed?: readonly string[];
  };
}

/**
 * Returns the replies in a file of labels, which has one JSON value per line. Each reply is judged for every rule whose
 * violations the labels name. Labels on which two readers disagree are left out, as are notes for colleagues and rows
 * without text or labels.
 */
export function labelledTexts(file: string, isUnseen: boolean): JudgedText[] {
  return rowsOf<Labelled>(file).flatMap(({ source = basename(file), title, markup = 'markdown', text, labels }) => {
    if (text === undefined || !labels || labels.form === 'internal') return [];
    const { form, intent, violations, disputed = [] } = labels;
    const example = { text, markup, form, intent, ...(title !== undefined && { title }) };
    return Object.entries(VIOLATIONS)
      .filter(([, kinds]) => !kinds.some((kind) => disputed.includes(kind)))
      .map(([rule, kinds]) => ({
        rule,
        breaks: violations.some(({ p }) => kinds.includes(p)),
        source,
        isUnseen,
        example,
      }));
  });
}

function rowsOf<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

/** Returns the texts that are judged for a rule. */
export function textsFor({ id }: Rule, texts: readonly JudgedText[]): readonly JudgedText[] {
  return texts.filter(({ rule }) => rule === id);
}
