import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PART_OF } from '../bin/labels.mjs';
import { rules } from '../rules/index.js';
import { tryRule } from '../src/lint/index.js';
import type { Example } from '../src/rule/rule.js';

/** Texts by someone who had not seen the phrases of the rule. Some must be reported, and others must not. */
interface Blind {
  /** Properties that all texts share in addition to their text. */
  readonly given?: Omit<Example, 'text'>;
  readonly violations: readonly string[];
  readonly nearMisses: readonly string[];
}

const folder = new URL('../fixtures/blind/', import.meta.url);
/** Texts by another author who knew only the principle. What they show is recorded but not required. */
const second = new URL('../fixtures/blind-twenty/', import.meta.url);

describe('texts by somebody who had not seen the phrases', () => {
  const names = namesIn(folder);

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
        const [right, wrong] = await reportedOf(name, read(name));
        expect(right, `${name}: violations reported`).toBeGreaterThanOrEqual(6);
        expect(wrong, `${name}: near-misses reported`).toBeLessThanOrEqual(1);
        return `${name.padEnd(28)} ${right}/10 violations, ${wrong}/10 near-misses`;
      }),
    );
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('expected/blind.txt');
  });

  test('how many of the second twenty are reported, of each kind', async () => {
    const lines = await Promise.all(
      namesIn(second).map(async (name) => {
        const blind = read(name, second);
        expect([blind.violations.length, blind.nearMisses.length]).toEqual([20, 20]);
        const [right, wrong] = await reportedOf(name, blind);
        return `${name.padEnd(28)} ${right}/20 violations, ${wrong}/20 near-misses`;
      }),
    );
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('expected/blind-twenty.txt');
  });
});

function namesIn(texts: URL): string[] {
  return readdirSync(texts).map((file) => file.replace(/\.json$/, ''));
}

function read(name: string, texts: URL = folder): Blind {
  return JSON.parse(readFileSync(new URL(`${name}.json`, texts), 'utf8'));
}

async function reportedOf(name: string, { violations, nearMisses, given }: Blind): Promise<readonly [number, number]> {
  const count = async (texts: readonly string[]) =>
    (await Promise.all(texts.map((text) => reported(name, { ...given, text })))).filter(Boolean).length;
  return [await count(violations), await count(nearMisses)];
}

async function reported(name: string, example: Example): Promise<boolean> {
  const rule = rules.find(({ id }) => id === (PART_OF[name] ?? name));
  return rule !== undefined && (await tryRule(rule, example)).length > 0;
}
