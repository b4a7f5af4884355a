import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tsPlugin } from '@sveltejs/acorn-typescript';
import { Parser } from 'acorn';
import { check } from 'recheck';
import { expect, test } from 'vitest';
import { root } from './workshop.js';

/**
 * The regular expressions in the sources that a checker has examined: the hashes of those with linear time, and the
 * others with their attack. `UPDATE=1` checks new ones and rewrites the list.
 */
const LIST = join(root, 'tests/tools/regexes.json');

interface Attack {
  readonly pumps: readonly { readonly prefix: string; readonly pump: string }[];
  readonly suffix: string;
}

interface Checked {
  readonly linear: readonly string[];
  /** The attacks on other expressions. Null if the checker timed out. */
  readonly others: Readonly<Record<string, Attack | null>>;
}

/** Maximum length in UTF-16 units of a text that an expression with more than linear time searches at once. */
const LONGEST = 4_000;
/** Maximum CPU time in milliseconds for one text of that length. */
const MOST = 100;
/** Texts that are used if the checker knows no attack. */
const PUMPED = [
  'a',
  'A',
  '0',
  ' ',
  '\n',
  '/',
  '.',
  '-',
  '_',
  '%',
  '{',
  '{{',
  '<',
  '<!--',
  '<?',
  '"',
  'a ',
  'a/',
  'a.',
  '\\',
];

const parser = Parser.extend(tsPlugin());

function literalsOf(path: string): Map<string, RegExp> {
  const found = new Map<string, RegExp>();
  const options = { ecmaVersion: 'latest', sourceType: 'module', locations: true } as const;
  const open: unknown[] = [parser.parse(readFileSync(join(root, path), 'utf8'), options)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    const { type, regex } = node as { type?: string; regex?: { pattern: string; flags: string } };
    if (type === 'Literal' && regex)
      found.set(`/${regex.pattern}/${regex.flags}`, new RegExp(regex.pattern, regex.flags));
    open.push(...Object.values(node));
  }
  return found;
}

function allLiterals(): Map<string, { readonly path: string; readonly regex: RegExp }> {
  const all = new Map<string, { readonly path: string; readonly regex: RegExp }>();
  for (const top of ['src', 'rules', 'bin'])
    for (const name of readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).sort()) {
      if (!/\.m?[jt]s$/.test(name)) continue;
      const path = `${top}/${name}`;
      for (const [written, regex] of literalsOf(path)) all.set(written, { path, regex });
    }
  return all;
}

const digestOf = (written: string) => createHash('sha256').update(written).digest('hex').slice(0, 10);

/** Returns the attack on an expression. Undefined if its time is linear. */
async function attackOn({ source, flags }: RegExp): Promise<Attack | null | undefined> {
  const result = await check(source, flags.replace(/[dv]/g, ''), { timeout: 10_000 });
  if (result.status === 'safe') return undefined;
  return result.status === 'vulnerable' ? { pumps: result.attack.pumps, suffix: result.attack.suffix } : null;
}

function attackText({ pumps, suffix }: Attack): string {
  const fixed = pumps.reduce((sum, { prefix }) => sum + prefix.length, suffix.length);
  const pumped = pumps.reduce((sum, { pump }) => sum + pump.length, 0);
  const times = Math.max(1, Math.floor((LONGEST - fixed) / pumped));
  return pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix;
}

test('every regular expression is linear, or costs little on the longest text that it is asked about', async () => {
  const known = JSON.parse(readFileSync(LIST, 'utf8')) as Checked;
  const literals = allLiterals();
  const linear = new Set<string>();
  const others: Record<string, Attack | null> = {};
  const surprises: string[] = [];
  for (const [written, { path, regex }] of literals) {
    const digest = digestOf(written);
    if (known.linear.includes(digest)) {
      linear.add(digest);
      continue;
    }
    const isListed = Object.hasOwn(known.others, written);
    const attack = isListed ? known.others[written] : await attackOn(regex);
    if (attack === undefined) linear.add(digest);
    else {
      others[written] = attack;
      if (!isListed) surprises.push(`${path}: ${written}`);
    }
  }
  if (process.env.UPDATE) {
    const sorted = Object.fromEntries(Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(LIST, `${JSON.stringify({ linear: [...linear].sort(), others: sorted }, null, 1)}\n`);
  } else expect(surprises).toEqual([]);

  const dear: string[] = [];
  for (const [written, attack] of Object.entries(others)) {
    const literal = literals.get(written);
    const texts = attack ? [attackText(attack)] : PUMPED.map((pump) => `${pump.repeat(LONGEST / pump.length)}\0`);
    for (const text of texts) {
      const before = process.cpuUsage();
      text.replace(new RegExp(literal?.regex.source ?? '', literal?.regex.flags), '');
      const { user, system } = process.cpuUsage(before);
      if ((user + system) / 1000 > MOST) dear.push(`${literal?.path}: ${written} ${JSON.stringify(text.slice(0, 40))}`);
    }
  }
  expect(dear).toEqual([]);
});
