import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CLOSED_HANDS, HAND_RULES } from '../bin/labels.mjs';
import { rules } from '../rules/index.js';
import { tryRule } from '../src/lint/index.js';

/** A text that violates a principle, or nearly does. */
interface Written {
  readonly id: string;
  readonly principle: keyof typeof HAND_RULES;
  readonly breaks: boolean;
  readonly text: string;
  /** The words that violate the principle. */
  readonly quote?: string;
}

const folder = new URL('../fixtures/labelled/hands/', import.meta.url);
const hands = readdirSync(folder)
  .sort()
  .map((name) => ({ name, texts: linesOf(name) }));

describe('texts of eleven people, none of whom had seen the phrases or the others’ texts', () => {
  test.each(hands)('$name: eight that break each principle, and twelve near misses', ({ texts }) => {
    for (const principle of Object.keys(HAND_RULES)) {
      const own = texts.filter((text) => text.principle === principle);
      expect([own.filter(({ breaks }) => breaks).length, own.length]).toEqual([8, 20]);
    }
    for (const { breaks, text, quote } of texts) expect(breaks ? text : '', text).toContain(quote ?? '');
  });

  test('how many are reported of each', async () => {
    const lines = [];
    for (const [principle, id] of Object.entries(HAND_RULES))
      for (const isClosed of [false, true])
        for (const strict of [true, false]) {
          const texts = hands
            .filter(({ name }) => CLOSED_HANDS.test(name) === isClosed)
            .flatMap((hand) => hand.texts.filter((text) => text.principle === principle));
          const found = await Promise.all(texts.map(({ text }) => isReported(id, text, strict)));
          const count = (isBreach: boolean) =>
            texts.filter(({ breaks }, at) => breaks === isBreach && found[at]).length;
          const kind = `${isClosed ? 'closed' : 'read'}, ${strict ? 'strict' : 'default'}`;
          const breaching = texts.filter(({ breaks }) => breaks).length;
          const shown = `${count(true)}/${breaching} found, ${count(false)}/${texts.length - breaching} near misses`;
          lines.push(`${id.padEnd(18)} ${kind.padEnd(16)} ${shown}`);
          expect(count(false), `${id}, ${kind}: near misses`).toBeLessThanOrEqual(strict ? 5 : 3);
        }
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('expected/hands.txt');
  });
});

async function isReported(id: string, text: string, strict: boolean): Promise<boolean> {
  const rule = rules.find((one) => one.id === id);
  return rule !== undefined && (await tryRule(rule, { text, options: { strict } })).length > 0;
}

function linesOf(name: string): readonly Written[] {
  return readFileSync(new URL(name, folder), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}
