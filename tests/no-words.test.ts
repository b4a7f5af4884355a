import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tsPlugin } from '@sveltejs/acorn-typescript';
import { type Node, Parser } from 'acorn';
import { expect, test } from 'vitest';
import { languagesIn } from '../bin/languages.mjs';

// Program code must not look for words of a natural language. Such words belong in `rules/languages`, where a support
// lead can review them and a translator can write them. Words in a regular expression, a list, a set, a comparison or a
// search call count as looked for; words in other places are messages.

const root = fileURLToPath(new URL('..', import.meta.url));
const languages = languagesIn(`${root}/rules/languages`);

/**
 * For each file, the number of literals with English words that are technical names: placeholders, front matter keys,
 * columns, folders and tags. A number may only decrease.
 */
const NAMES_LEFT: Readonly<Record<string, number>> = {
  'src/compose/infer/form.ts': 1,
  'src/compose/infer/machine.ts': 2,
  'src/compose/template/roles.ts': 7,
  'src/read/about-pages.ts': 3,
  'src/read/declared.ts': 1,
  'src/read/front-matter.ts': 1,
  'src/read/gate/gate.ts': 2,
  'src/read/gate/ordinary.ts': 1,
  'src/read/mail.ts': 1,
  'src/read/opening.ts': 1,
  'src/read/placeholders.ts': 1,
  'src/read/reply-keys.ts': 1,
  'src/read/salesforce.ts': 1,
  'src/read/script/gate.ts': 3,
  'src/read/several-front-matters.ts': 1,
  'src/read/table/choice.ts': 1,
  'src/read/table/replies.ts': 1,
  'src/read/table/trade.ts': 1,
  'src/read/text-kind.ts': 2,
  'src/rule/length.ts': 1,
  'src/rule/placeholder/braces.ts': 1,
  'src/rule/placeholder/known.ts': 2,
  'src/rule/placeholder/meaning.ts': 1,
  'src/rule/placeholder/written.ts': 3,
};

/** Small English words that are keywords of programs or names in file formats. */
const TECHNICAL = new Set(
  'and any all are as at be before after by can day do else for from get has have help here how if in is it just let me more my need needs no not now of on one or other out so some than that the then there this to up verb was we what when where which who will with'.split(
    ' ',
  ),
);
/** Folders that read other formats and template languages. Words in them are names from those formats. */
const FORMATS =
  /^src\/(?:cli\/|compose\/markup\/|compose\/template\/(?:dialect\/|syntax|test-of|fallback)|read\/(?:helpdesk|container|catalog|xml)\/)/;
/** Small libraries that show what a rule finds. */
const EXAMPLES = /^rules\/[a-z-]+\/examples\.ts$/;
/** Functions and classes that search for their arguments. */
const SEARCHES = new Set(
  'includes words startsWith endsWith indexOf lastIndexOf has get match matchAll search test exec split replace replaceAll RegExp Set Map'.split(
    ' ',
  ),
);
/** Properties with texts that users read, or that show what a rule finds. */
const SHOWN = new Set(['examples', 'pairs', 'switchOff', 'suggestion', 'suggestions', 'message', 'description']);

test('no word of a natural language is looked for by a program', () => {
  expect(programs().length).toBeGreaterThan(500);
  const found = programs().flatMap((file) => [...wordsSought(readFileSync(`${root}/${file}`, 'utf8'), file)]);
  const counts: Record<string, number> = {};
  for (const { file } of found) counts[file] = (counts[file] ?? 0) + 1;
  const beyond = found.filter(({ file }) => (counts[file] ?? 0) > (NAMES_LEFT[file] ?? 0));
  expect(beyond.map(({ file, line, words, text }) => `${file}:${line}: ${words.join(', ')}: ${text}`)).toEqual([]);
  expect(counts, 'fewer than allowed: lower the number').toEqual(NAMES_LEFT);
});

test('it sees words in each way of looking for them, and no messages', () => {
  const seen = (source: string) => [...wordsSought(source, 'a.ts')].flatMap(({ words }) => words);
  expect(seen('const OPENS = /^(?:dear|hello)\\b/i;')).toEqual(['dear', 'hello']);
  expect(seen("const LIST = new Set(['bonsoir', 'veuillez']);")).toEqual(['bonsoir', 'veuillez']);
  expect(seen("const LIST = 'danke leider'.split(' ');")).toEqual(['danke', 'leider']);
  expect(seen("if (text.startsWith('thank you')) stop();")).toEqual(['thank', 'you']);
  expect(seen("if (word === 'désolé') stop();")).toEqual(['désolé']);
  expect(seen("switch (word) { case 'gracias': stop(); }")).toEqual(['gracias']);
  expect(seen("const ALTERNATIVES = 'kind regards|cheers|sincerely';")).toEqual([
    'kind',
    'regards',
    'cheers',
    'sincerely',
  ]);
  expect(seen("const LEADS = ['your (order|parcel)', 'what you should'];")).toEqual(['your', 'you', 'should']);
  expect(seen("const NAMES = ['refund', 'delay', 'apology', 'complaint'];")).toEqual([]);
  expect(seen('const KINDS = /refund|delay|apology|complaint/;')).toEqual(['refund', 'delay', 'apology', 'complaint']);
  expect(seen('const GREETED = { グ: /お客様/ };')).toEqual(['お客様']);
  expect(seen("const SMALL = { de: 'der die nicht auch oder' };")).toEqual(['nicht', 'auch', 'oder']);
  expect(seen("throw new Error('your file could not be read, sorry');")).toEqual([]);
  expect(seen("const rule = { message: 'thanks the customer', principle: 'Say what you could do.' };")).toEqual([]);
  expect(seen("const rule = { examples: { good: ['Dear Ana, thanks!'], bad: ['Sorry.'] } };")).toEqual([]);
  expect(seen("import { please } from './your.js';")).toEqual([]);
});

interface Sought {
  readonly file: string;
  readonly line: number;
  readonly words: readonly string[];
  readonly text: string;
}

function programs(): string[] {
  const below = (folder: string) =>
    readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`);
  const all = [...below('src'), ...below('rules')];
  return all.filter((name) => name.endsWith('.ts') && !FORMATS.test(name) && !EXAMPLES.test(name)).sort();
}

const parser = Parser.extend(tsPlugin());

/** Yields literals that code searches for and that contain words of a natural language. */
function* wordsSought(source: string, file: string): Generator<Sought> {
  const tree = parser.parse(source, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  for (const { node, isSought } of literalsIn(tree, false)) {
    const text = textOf(node);
    const isPattern = isRegex(node) || (text.match(/\S\|\S/g)?.length ?? 0) > 1;
    const words = isSought || isPattern ? wordsOfLanguage(text, isPattern) : foreignIn(text);
    if (words.length > 0) yield { file, line: node.loc?.start.line ?? 0, words, text: text.slice(0, 100) };
  }
}

type Any = Node & Record<string, unknown>;

function* literalsIn(value: unknown, isSought: boolean): Generator<{ readonly node: Any; readonly isSought: boolean }> {
  if (Array.isArray(value)) for (const one of value) yield* literalsIn(one, isSought);
  if (typeof value !== 'object' || value === null || !('type' in value)) return;
  const node = value as Any;
  if (/^(?:Import|Export(?:All|Named))Declaration$/.test(node.type) && node.source) return;
  if (node.type === 'Property' && SHOWN.has(nameOf(node.key))) return;
  if (node.type === 'Literal' || node.type === 'TemplateElement') yield { node, isSought };
  for (const [name, child] of Object.entries(node))
    if (!['loc', 'type', 'typeAnnotation', 'typeParameters'].includes(name))
      yield* literalsIn(child, seeks(node, name, isSought));
}

/** Returns true if code searches for a part of a node. */
function seeks(node: Any, part: string, isSought: boolean): boolean {
  if (node.type === 'CallExpression' || node.type === 'NewExpression') {
    const callee = node.callee as Any;
    const name = nameOf(callee.type === 'MemberExpression' ? callee.property : callee);
    return SEARCHES.has(name) && (part === 'arguments' || name === 'split');
  }
  if (node.type === 'BinaryExpression') return /^[!=]==?$/.test(String(node.operator));
  if (node.type === 'SwitchCase') return part === 'test';
  if (node.type === 'ArrayExpression') return true;
  return isSought && !/Function|Property$|BlockStatement/.test(node.type);
}

function nameOf(node: unknown): string {
  const { name, value } = node as { readonly name?: unknown; readonly value?: unknown };
  return String(name ?? value ?? '');
}

function isRegex(node: Any): boolean {
  return node.regex !== undefined;
}

function textOf(node: Any): string {
  const { regex, value } = node as { readonly regex?: { readonly pattern: string }; readonly value?: unknown };
  if (regex) return regex.pattern.replace(/\\[a-z]|\[\^?[^\]]*\]/g, ' ');
  if (typeof value === 'string') return value;
  return String((value as { readonly cooked?: string } | null)?.cooked ?? '');
}

const FOREIGN = new Set(
  Object.keys(languages)
    .filter((code) => code !== 'en')
    .flatMap((code) => listed(code)),
);
const ENGLISH = new Set(listed('en', undefined, /^(?!.*-(?:column|kind)$)/));
/** Words that only people say to people. */
const SPOKEN = new Set(
  listed(
    'en',
    'telltales.txt',
    /^(?:small-words|greeting|thanks|apology|sign-off|sign-off-alone|offer|second-person|please)$/,
  ),
);
/** Minimum number of English words in one pattern that make it a word list. */
const LIST = 4;

function wordsOfLanguage(text: string, isPattern: boolean): string[] {
  const words = [...new Set((text.match(/[\p{L}\p{M}]{3,}/gu) ?? []).map((word) => word.toLowerCase()))];
  const isName = /^[\w@./-]*$/.test(text) && !isPattern;
  const sure = words.filter((word) => isForeign(word) || (!isName && !TECHNICAL.has(word) && SPOKEN.has(word)));
  if (sure.length > 0) return sure;
  const english = words.filter((word) => word.length > 3 && ENGLISH.has(word));
  return english.length >= LIST ? english : [];
}

/** Messages are in English, so several words of another language are a word list. */
function foreignIn(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]{3,}/gu) ?? [];
  const foreign = words.filter(isForeign);
  return foreign.length > 1 ? foreign : [];
}

function isForeign(word: string): boolean {
  if (/[^\0-\x7f]/.test(word)) return true;
  return word.length > 3 && FOREIGN.has(word) && !ENGLISH.has(word) && !TECHNICAL.has(word);
}

/**
 * Removes the name of a word class that code looks up, because such a class has the same English name in all languages.
 */
function withoutName(line: string): string {
  return line.replace(/^[a-z]+(?:-[a-z]+)+(?=\s)/, (name) =>
    languages.en?.['words.txt']?.includes(`\n${name} `) ? '' : name,
  );
}

/** Returns the words in a language’s lists. */
function listed(code: string, only?: string, sections = /./): string[] {
  const texts = Object.entries(languages[code] ?? {}).filter(([name]) =>
    only ? name === only : !name.startsWith('phrases/'),
  );
  let isIn = true;
  return texts.flatMap(([, text]) =>
    text.split('\n').flatMap((line) => {
      const heading = /^\[([^\]]*)\]/.exec(line)?.[1];
      if (heading !== undefined) isIn = sections.test(heading);
      const said = heading === undefined && isIn ? withoutName(line).replace(/(?:^|\s)#(?:\s.*)?$/, '') : '';
      return (said.match(/\p{L}{2,}/gu) ?? []).map((word) => word.toLowerCase());
    }),
  );
}
