import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { parseAst } from 'rolldown/parseAst';
import { expect, test } from 'vitest';
import { withNarrowPatterns } from '../bin/narrow-patterns.mjs';
import { PROPERTY, runs } from './properties.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The patterns with a class of Unicode in the sources, with their flags. */
function patternsInSources(): readonly string[] {
  const files = ['src', 'rules'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => join(ROOT, folder, path)),
  );
  return [...new Set(files.flatMap((file) => patternsOf(readFileSync(file, 'utf8'))))];
}

function patternsOf(code: string): string[] {
  const found: string[] = [];
  JSON.stringify(parseAst(code, { lang: 'ts' }), (_, node) => {
    const { pattern, flags } = Object(Object(node).regex);
    if (typeof pattern === 'string' && /\\p\{/i.test(pattern)) found.push(`/${pattern}/${flags}`);
    return node;
  });
  return found;
}

/** A program that says what a pattern finds in a text, in every way in which it can be asked. */
function program(pattern: string, index: number): string {
  const flags = pattern.slice(pattern.lastIndexOf('/') + 1);
  const asked = ['search', 'split', 'match'].map((method) => `text.${method}(${pattern})`);
  asked.push(`text.replace(${pattern}, '<$&>')`);
  if (!/[gy]/.test(flags)) asked.push(`${pattern}.test(text)`, `${pattern}.exec(text.concat(''))`);
  if (flags.includes('g')) asked.push(`[...text.concat('').matchAll(${pattern})].map(({ index }) => index)`);
  if (!/[gy]/.test(flags)) return `(text) => JSON.stringify([${asked.join(',')}])`;
  const sought = `SOUGHT_${index}.lastIndex = 1;\nconst match = SOUGHT_${index}.exec(text.concat(''));`;
  return `(text) => {${sought}\nreturn JSON.stringify([match, match?.index, ${asked.join(',')}]);}`;
}

/** Runs a program before and after it was rewritten. */
function both(patterns: readonly string[]) {
  const constants = patterns.map((pattern, index) => `const SOUGHT_${index} = ${pattern};\n`).join('');
  const code = `${constants}globalThis.ask = [${patterns.map(program).join(',\n')}];`;
  const ask = (text: string) => runInNewContext(`${text};globalThis.ask`) as ((text: string) => string)[];
  return { code, before: ask(code), after: ask(withNarrowPatterns(code, { calls: Infinity })) };
}

const ORDINARY = fc.constantFrom(...'aZéÀßœŁµª1²½ \n.,:-_’“”–…({[<%#@&+/|€→\u00a0\u00ad\u200b\u2028\0');
const OTHER = fc.constantFrom('日', 'я', '😀', '\ud800', 'K', '\u0301', 'ǅ');
const TEXT = fc.string({ unit: fc.oneof({ weight: 30, arbitrary: ORDINARY }, OTHER), maxLength: 30 });

test('a pattern that was made for ordinary texts finds what the pattern itself finds', PROPERTY, () => {
  const patterns = patternsInSources();
  expect(patterns.length).toBeGreaterThan(100);
  const { code, before, after } = both(patterns);
  expect(withNarrowPatterns(code).length).toBeGreaterThan(code.length * 2);
  fc.assert(
    fc.property(TEXT, (text) => {
      for (const [index, ask] of before.entries()) expect([text, after[index]?.(text)]).toEqual([text, ask(text)]);
    }),
    runs(60),
  );
});

test('every character that may be in an ordinary text is in the same classes', () => {
  const patterns = patternsInSources();
  const { before, after } = both(patterns);
  const units = [...Array(0x190).keys(), ...[...Array(0x210).keys()].map((unit) => 0x1ff8 + unit)];
  for (const unit of units) {
    const text = String.fromCharCode(unit);
    for (const [index, ask] of before.entries())
      if (after[index]?.(text) !== ask(text)) expect([patterns[index], unit.toString(16)]).toEqual([]);
  }
});

test('after some calls, the patterns are used as they are', () => {
  const code = 'globalThis.ask = (text) => /^\\p{L}$/u.test(text);';
  const rewritten = withNarrowPatterns(code, { calls: 2 });
  const ask = runInNewContext(`${rewritten};$pattern0$narrow.test = () => 'narrow';globalThis.ask`) as (
    text: string,
  ) => unknown;
  expect(['a', 'a', 'a', '1'].map(ask)).toEqual(['narrow', 'narrow', true, false]);
});

test('a text is evaluated once, and the rest of a call stays as it is', () => {
  const code = `const LETTER = /\\p{L}/gu; let count = 0; const next = () => { count += 1; return 'aé日' };
    globalThis.ask = [next().replace(LETTER, (one) => '<' + one + '>').match(/\\p{L}/u)?.[0], /^\\p{L}+$/u.test(next()), count];`;
  const rewritten = withNarrowPatterns(code);
  expect(rewritten).toContain('$narrow');
  expect(runInNewContext(`${rewritten};globalThis.ask`)).toEqual(runInNewContext(`${code};globalThis.ask`));
});

test.each([
  ["given?.name.replace(/\\p{L}/u, '-')", undefined, undefined],
  ["given?.name.replace(/\\p{L}/u, '-')", { name: 'a1' }, '-1'],
  ['given.list?.[0].trim().split(/\\p{L}/u).length', {}, undefined],
  ["given?.replace(/\\p{L}/u, '-')", undefined, undefined],
  ["given?.replace(/\\p{L}/u, '-')", 'a1', '-1'],
])('a chain that ends early still does: %s', (call, given, expected) => {
  const scope: { given: unknown; result?: unknown } = { given };
  runInNewContext(withNarrowPatterns(`result = ${call};`), scope);
  expect(scope.result).toBe(expected);
});

test('a pattern that is searched for from an offset is rewritten only where the offset is set before each search', () => {
  const searched = (statements: string) =>
    withNarrowPatterns(`const WORD = /\\p{L}+/gu;\nglobalThis.ask = (text) => {${statements}};`).includes('$from = ');
  expect(searched('WORD.lastIndex = 2; const match = WORD.exec(text); return match?.[0];')).toBe(true);
  expect(searched('WORD.lastIndex = 2; if (WORD.test(text)) return 1;')).toBe(true);
  expect(searched('WORD.lastIndex = 2; const match = WORD.exec(text); return WORD.lastIndex;')).toBe(false);
  expect(searched('WORD.lastIndex = 2; while (WORD.exec(text)) text += 1;')).toBe(false);
  expect(searched('WORD.lastIndex = 2; text += 1; return WORD.exec(text);')).toBe(false);
});
