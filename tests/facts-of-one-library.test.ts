import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import rule from '../rules/consistent-facts.js';
import { tryRule } from '../src/lint/index.js';

/** Replies about one subject. If they contradict each other, the last one gives another value than the others. */
interface Case {
  readonly case: string;
  readonly contradict: boolean;
  readonly replies: readonly (readonly [title: string, text: string])[];
}

/** The replies of one company. */
const CASES = readFileSync('fixtures/facts/library.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line): Case => JSON.parse(line));

/** The number of contradictions found, of 20, may only grow, and the number of wrong findings may only decrease. */
const [FEWEST_FOUND, MOST_WRONG] = [6, 4];

test('contradictions in one library of 40 subjects are found', async () => {
  const written = CASES.flatMap((subject) => subject.replies.map((reply, nth) => ({ subject, reply, nth })));
  const texts = written.map(({ reply: [title, text] }) => ({ title, text: `Hi Kim,\n\n${text}\n\nBest,\nSam` }));
  const found = await tryRule(rule, { replies: texts });
  const right = new Set<string>();
  let wrong = 0;
  for (const { reply: index } of found) {
    const at = written[index ?? 0];
    const isLast = at?.nth === (at?.subject.replies.length ?? 0) - 1;
    if (at?.subject.contradict && isLast) right.add(at.subject.case);
    else wrong += 1;
  }
  expect(right.size).toBeGreaterThanOrEqual(FEWEST_FOUND);
  expect(wrong).toBeLessThanOrEqual(MOST_WRONG);
});
