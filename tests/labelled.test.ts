import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { rules } from '../rules/index.js';
import { ResolvedConfig } from '../src/config/index.js';
import { lintFile, loadSource } from '../src/lint/index.js';
import { SourceFile } from '../src/model/source-file.js';

/** A reply that was written for this project and labeled by an experienced reader. */
interface Labelled {
  readonly id: string;
  readonly title: string;
  readonly markup: 'text' | 'markdown' | 'html';
  readonly text: string;
  readonly labels: {
    readonly form: string;
    readonly intent: string;
    readonly present: readonly string[];
    readonly violations: readonly { readonly p: string; readonly quote: string }[];
  };
}

type Labels = Labelled['labels'];

/**
 * A message without greeting and signature. Among other replies it counts as a chat message, and among similar ones as
 * a whole message.
 */
const isBare = ({ form, present }: Labels) =>
  form === 'full' && !present.includes('greeting') && !present.includes('sign-off');
const isFull = (labels: Labels) => labels.form === 'full';
const closes = (labels: Labels) => isFull(labels) && !['ask', 'acknowledge'].includes(labels.intent);
const isMissing = (thing: string, owed: (labels: Labels) => boolean) => (labels: Labels) =>
  owed(labels) && !labels.present.includes(thing);
const has =
  (...kinds: readonly string[]) =>
  (labels: Labels) =>
    labels.violations.some(({ p }) => kinds.includes(p));

/** The measures: the rules for a label, when they should report, and the minimum values. */
const MEASURES: readonly {
  readonly rules: readonly string[];
  readonly due: (labels: Labels) => boolean;
  readonly precision: number;
  readonly recall: number;
}[] = [
  { rules: ['greeting'], due: isMissing('greeting', isFull), precision: 0.9, recall: 0.9 },
  { rules: ['personalization'], due: isMissing('personalization', isFull), precision: 0.9, recall: 0.9 },
  { rules: ['appreciation'], due: isMissing('appreciation', isFull), precision: 0.9, recall: 0.9 },
  { rules: ['conclusion-check'], due: isMissing('conclusion-check', closes), precision: 0.9, recall: 0.9 },
  { rules: ['future-reference'], due: isMissing('future-reference', isFull), precision: 0.9, recall: 0.9 },
  { rules: ['sign-off'], due: isMissing('sign-off', isFull), precision: 0.85, recall: 0.85 },
  { rules: ['no-blame-shifting'], due: has('blame-customer', 'blame-other'), precision: 0.95, recall: 0.9 },
  { rules: ['no-dead-end'], due: has('dead-end'), precision: 0.9, recall: 0.9 },
  { rules: ['no-dismissive'], due: has('dismissive'), precision: 0.9, recall: 0.9 },
  {
    rules: ['no-robotic-phrases', 'no-impersonal-greeting', 'no-hollow-apology'],
    due: has('robotic'),
    precision: 0.85,
    recall: 0.9,
  },
  { rules: ['no-shouting'], due: has('shouting'), precision: 0.95, recall: 0.95 },
  { rules: ['no-pressure'], due: has('pressure'), precision: 0.9, recall: 0.9 },
  { rules: ['no-burden-signal'], due: has('own-problems'), precision: 0.9, recall: 0.85 },
  { rules: ['no-internal-note', 'no-unfilled-placeholder'], due: has('leftover'), precision: 0.95, recall: 0.95 },
];

const replies: readonly Labelled[] = readFileSync(
  new URL('../fixtures/labelled/replies.jsonl', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));

describe('accuracy on the project’s own labelled replies', () => {
  let fired: ReadonlyMap<string, ReadonlySet<string>>;

  beforeAll(async () => {
    fired = await rulesThatFire();
  });

  test('there are enough of them, and their quotes stand in them', () => {
    expect(replies.length).toBeGreaterThanOrEqual(200);
    for (const { id, text, labels } of replies)
      for (const { quote } of labels.violations) expect(text.includes(quote), `${id}: ${quote}`).toBe(true);
  });

  test.each(MEASURES)('$rules', ({ rules: ids, due, precision, recall }) => {
    const said = replies.filter(({ id }) => ids.some((rule) => fired.get(id)?.has(rule)));
    const owed = replies.filter(({ labels }) => due(labels));
    const right = said.filter(({ labels }) => due(labels)).length;
    expect(right / said.length, 'precision').toBeGreaterThanOrEqual(precision);
    expect(right / owed.length, 'recall').toBeGreaterThanOrEqual(recall);
  });
});

/**
 * Returns the rules that report each reply, by reply id, before findings in many replies are merged into one for the
 * library. Messages without greeting and signature are checked among similar ones, as in a help desk that adds both.
 */
async function rulesThatFire(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const bare = replies.filter(({ labels }) => isBare(labels));
  const isAmongBare = new Set(bare.map(({ id }) => id));
  const found = new Map<string, Set<string>>();
  for (const library of [replies, bare])
    for (const { reply, ruleId } of await messagesIn(library))
      if (reply && ruleId && isAmongBare.has(reply.id) === (library === bare))
        found.set(reply.id, (found.get(reply.id) ?? new Set()).add(ruleId));
  return found;
}

/** Returns the findings in replies from one export. */
async function messagesIn(library: readonly Labelled[]) {
  const macros = library.map(({ id, title, markup, text }) => ({
    id,
    title,
    actions: [{ field: markup === 'html' ? 'comment_value_html' : 'comment_value', value: text }],
  }));
  const file = new SourceFile('macros.json', JSON.stringify({ macros }));
  // As in the presets `strict` and `all`, likely problems are reported, too.
  const wanted = rules
    .filter(({ id }) => MEASURES.some((measure) => measure.rules.includes(id)))
    .map(({ id, options }) => [id, options.strict ? (['error', { strict: true }] as const) : 'error'] as const);
  const config = new ResolvedConfig(
    {
      parts: [{ config: { rules: Object.fromEntries(wanted) }, where: 'test' }],
      plugins: [],
      file: undefined,
      root: '/',
    },
    // Each rule is measured on its own, even if another rule takes precedence.
    rules.map(({ yieldsTo: _, ...rule }) => rule),
  );
  const loaded = await loadSource(file, '/macros.json', config, {
    named: true,
    includeInactive: true,
    inlineConfig: true,
  });
  return lintFile(loaded, config, { inlineConfig: true, today: '2026-01-01' }).result.messages;
}
