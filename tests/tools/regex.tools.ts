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
  readonly others: Readonly<Record<string, Other>>;
}

/** An expression whose time is not linear, or whose time the checker could not tell. */
interface Other {
  /** What bounds the text that it searches, or the steps from one place in the text. */
  readonly bound: string;
  /** Null if the checker timed out. */
  readonly attack: Attack | null;
}

/** Maximum length in UTF-16 units of a text that an expression with more than linear time searches at once. */
const LONGEST = 4_000;
/** Maximum CPU time in milliseconds for one text of that length. */
const MOST = 100;
/** The modules that build an expression in a function. This one joins endings of words, without any quantifier. */
const BUILT_LATE = ['src/language/folder/forms-file.ts'];
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

type Any = Readonly<Record<string, unknown>>;

/** Every node of a program, and if a function contains it. */
const programsRead = new Map<string, readonly (readonly [Any, boolean])[]>();

/** Returns the nodes of a program, or only those that a function contains (true) or does not contain (false). */
function nodesOf(path: string, within?: boolean): Any[] {
  const nodes = programsRead.get(path) ?? readNodes(path);
  programsRead.set(path, nodes);
  return nodes.filter(([, isWithin]) => within === undefined || within === isWithin).map(([node]) => node);
}

function readNodes(path: string): readonly (readonly [Any, boolean])[] {
  const options = { ecmaVersion: 'latest', sourceType: 'module', locations: true } as const;
  const open: [unknown, boolean][] = [[parser.parse(readFileSync(join(root, path), 'utf8'), options), false]];
  const found: [Any, boolean][] = [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [node, isWithin] = next;
    if (typeof node !== 'object' || node === null) continue;
    const { type } = node as Any;
    if (type !== undefined) found.push([node as Any, isWithin]);
    const isFunction = /Function/.test(String(type));
    for (const child of Object.values(node)) open.push([child, isWithin || isFunction]);
  }
  return found;
}

function literalsOf(path: string): RegExp[] {
  return nodesOf(path).flatMap(({ type, regex }) => {
    if (type !== 'Literal' || !regex) return [];
    const { pattern, flags } = regex as { readonly pattern: string; readonly flags: string };
    return [new RegExp(pattern, flags)];
  });
}

/** Counts the expressions in a program without parsing it. Some may be missed, but none counted twice. */
function literalsSeenIn(path: string): number {
  const code = readFileSync(join(root, path), 'utf8').replace(/^\s*(?:\/?\*|\/\/|#!).*$/gm, '');
  const seen =
    code.match(/(?<=[=(,:[!&|?>]\s*|return )\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[dgimsuvy]*/g) ?? [];
  return seen.filter((one) => !one.includes('${') && !one.includes('`')).length;
}

/** The files of the folders that hold programs. */
function programs(tops: readonly string[]): string[] {
  return tops.flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.m?[jt]s$/.test(name))
      .map((name) => `${top}/${name}`)
      .sort(),
  );
}

interface Found {
  readonly path: string;
  readonly regex: RegExp;
}

async function allExpressions(): Promise<Map<string, Found>> {
  const all = new Map<string, Found>();
  const add = (path: string, found: readonly RegExp[]) => {
    for (const regex of found) if (!all.has(String(regex))) all.set(String(regex), { path, regex });
  };
  for (const path of programs(['src', 'rules', 'bin'])) add(path, literalsOf(path));
  let expected = 0;
  const built: RegExp[] = [];
  for (const path of programs(['src', 'rules'])) {
    if (builtBy(path).length === 0) continue;
    expected += builtBy(path, false).length;
    built.push(...(await patternsBuiltBy(path)));
    add(path, built);
  }
  expect(built.length, 'expressions built from text').toBeGreaterThanOrEqual(expected);
  return all;
}

/** Returns the places in a program where it builds an expression from text. */
function builtBy(path: string, within?: boolean): Any[] {
  return nodesOf(path, within).filter(
    ({ type, callee }) => /^(?:New|Call)Expression$/.test(String(type)) && (callee as Any).name === 'RegExp',
  );
}

/** Loads a module, and returns the expressions that it and its imports build from text when they are loaded. */
async function patternsBuiltBy(path: string): Promise<RegExp[]> {
  const built: RegExp[] = [];
  const plain = globalThis.RegExp;
  globalThis.RegExp = new Proxy(plain, {
    construct(target, given: [string, string?], as) {
      const regex = Reflect.construct(target, given, as) as RegExp;
      if (new Error().stack?.includes(join(root, 'src'))) built.push(regex);
      return regex;
    },
  });
  try {
    await import(join(root, path));
  } finally {
    globalThis.RegExp = plain;
  }
  return built;
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

test('no expression is overlooked', () => {
  const paths = programs(['src', 'rules', 'bin']);
  const found = paths.map((path) => literalsOf(path).length);
  const seen = paths.map(literalsSeenIn);
  const sum = (counts: readonly number[]) => counts.reduce((total, one) => total + one, 0);
  expect(sum(seen)).toBeGreaterThan(1200);
  expect(sum(found)).toBeGreaterThanOrEqual(sum(seen));
});

test('an expression is built from text only when a module is loaded, where the checker sees it', () => {
  const late = programs(['src', 'rules']).filter((path) => builtBy(path, true).length > 0);
  expect(late).toEqual(BUILT_LATE);
});

test('every regular expression is linear, or costs little on the longest text that it is asked about', async () => {
  const known = JSON.parse(readFileSync(LIST, 'utf8')) as Checked;
  const expressions = await allExpressions();
  const linear = new Set<string>();
  const others: Record<string, Other> = {};
  const surprises: string[] = [];
  for (const [written, { path, regex }] of expressions) {
    const digest = digestOf(written);
    if (known.linear.includes(digest)) {
      linear.add(digest);
      continue;
    }
    const listed = known.others[written];
    const attack = listed ? listed.attack : await attackOn(regex);
    if (attack === undefined) linear.add(digest);
    else {
      others[written] = { bound: listed?.bound ?? '', attack };
      if (!listed?.bound) surprises.push(`${path}: ${written}`);
    }
  }
  if (process.env.UPDATE) {
    const sorted = Object.fromEntries(Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(LIST, `${JSON.stringify({ linear: [...linear].sort(), others: sorted }, null, 1)}\n`);
  }
  expect(surprises, 'make it linear, or write what bounds its text into the list').toEqual([]);
  if (!process.env.UPDATE) expect(Object.keys(known.others).filter((written) => !expressions.has(written))).toEqual([]);

  const dear: string[] = [];
  for (const [written, { attack }] of Object.entries(others)) {
    const found = expressions.get(written);
    const texts = attack ? [attackText(attack)] : PUMPED.map((pump) => `${pump.repeat(LONGEST / pump.length)}\0`);
    for (const text of texts) {
      const before = process.cpuUsage();
      text.replace(new RegExp(found?.regex.source ?? '', found?.regex.flags), '');
      const { user, system } = process.cpuUsage(before);
      if ((user + system) / 1000 > MOST) dear.push(`${found?.path}: ${written} ${JSON.stringify(text.slice(0, 40))}`);
    }
  }
  expect(dear).toEqual([]);
});
