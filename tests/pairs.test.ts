import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.js';
import { pageFor } from '../src/cli/pages.js';
import { tryRule } from '../src/lint/index.js';
import type { Topic } from '../src/model/reply.js';

const pairs = rules.flatMap(({ id, pairs = '' }) =>
  pairs === '' ? [] : pairs.split(' | ').map((pair) => [id, ...pair.split(' → ')] as [string, string, string]),
);

/** Returns whether a rule reports something in a text, including likely problems. */
async function reports(id: string, text: string): Promise<boolean> {
  const rule = rules.find((one) => one.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  const { forms, intents } = rule.appliesTo;
  const topics: readonly Topic[] = id === 'acknowledge-feelings' ? ['complaint'] : (rule.appliesTo.topics ?? []);
  const options = 'strict' in rule.options ? { strict: true } : {};
  const form = forms?.[0] ?? 'full';
  const found = await tryRule(rule, {
    text,
    form,
    options,
    ...(intents && { intent: intents[0] }),
    topics,
  });
  return found.length > 0;
}

describe('the pairs on the page of a rule', () => {
  test.each(pairs)('%s: %s → %s', async (id, wrong, better) =>
    expect([await reports(id, wrong), await reports(id, better)]).toEqual([true, false]),
  );

  test('every rule says when to switch it off', () =>
    expect(rules.filter(({ switchOff }) => switchOff === undefined).map(({ id }) => id)).toEqual([]));

  test('are listed below the reason', async () => {
    const rule = rules.find(({ id }) => id === 'no-hollow-apology');
    expect(rule && (await pageFor(rule))).toContain(
      '- Instead of “We apologize for any inconvenience.”, write “I’m sorry your order came two days late.”\n',
    );
  });
});
