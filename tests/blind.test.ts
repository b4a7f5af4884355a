import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.js';
import { tryRule } from '../src/lint/index.js';

/** Texts by somebody who had not seen the rule's phrases: ten that it should report, ten that it should not. */
interface Blind {
  readonly violations: readonly string[];
  readonly nearMisses: readonly string[];
}

const folder = new URL('../fixtures/blind/', import.meta.url);

for (const { id } of rules)
  if (process.env.SHOW && existsSync(new URL(`${id}.json`, folder)))
    test(`show ${id}`, async () => {
      const { violations, nearMisses } = JSON.parse(readFileSync(new URL(`${id}.json`, folder), 'utf8')) as Blind;
      const rule = rules.find((r) => r.id === id)!;
      for (const text of violations)
        if ((await tryRule(rule, { text })).length === 0) console.log(`MISS ${id}: ${JSON.stringify(text)}`);
      for (const text of nearMisses) {
        const f = await tryRule(rule, { text });
        if (f.length) console.log(`FALSE ${id}: ${JSON.stringify(text)} → ${f.map((x) => x.marks).join(' | ')}`);
      }
    });
describe('x', () => test('files', () => expect(readdirSync(folder).length).toBeGreaterThan(0)));
