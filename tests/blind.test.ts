import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PART_OF } from '../bin/labels.mjs';
import { rules } from '../rules/index.js';
import { tryRule } from '../src/lint/index.js';
import type { Example } from '../src/rule/rule.js';

/** Texts by someone who had not seen the rule's phrases: ten to report, ten not to report. */
interface Blind {
  /** What is known about all of them besides their text. */
  readonly given?: Omit<Example, 'text'>;
  readonly violations: readonly string[];
  readonly nearMisses: readonly string[];
}

const folder = new URL('../fixtures/blind/', import.meta.url);

describe('texts by somebody who had not seen the phrases', () => {
  const names = readdirSync(folder).map((file) => file.replace(/\.json$/, ''));

  test('each is for a rule, and there are ten of each kind', () => {
    for (const name of names) {
      expect(rules.map(({ id }) => id)).toContain(PART_OF[name] ?? name);
      const { violations, nearMisses } = read(name);
      expect([violations.length, nearMisses.length]).toEqual([10, 10]);
    }
  });

  test('how many are reported, of each kind', async () => {
    const lines = await Promise.all(
      names.map(async (name) => {
        const { violations, nearMisses, given } = read(name);
        const count = async (texts: readonly string[]) =>
          (await Promise.all(texts.map((text) => reported(name, { ...given, text })))).filter(Boolean).length;
        const [right, wrong] = [await count(violations), await count(nearMisses)];
        expect(right, `${name}: violations reported`).toBeGreaterThanOrEqual(6);
        expect(wrong, `${name}: near-misses reported`).toBeLessThanOrEqual(1);
        return `${name.padEnd(28)} ${right}/10 violations, ${wrong}/10 near-misses`;
      }),
    );
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('expected/blind.txt');
  });
});

function read(name: string): Blind {
  return JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
}

async function reported(name: string, example: Example): Promise<boolean> {
  const rule = rules.find(({ id }) => id === (PART_OF[name] ?? name));
  return rule !== undefined && (await tryRule(rule, example)).length > 0;
}
