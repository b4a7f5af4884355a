import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.js';
import { type Config, ResolvedConfig } from '../src/config/index.js';
import { examplesOf, lintFile, loadSource } from '../src/lint/index.js';
import { MappedText } from '../src/model/offset-map.js';
import { SourceFile } from '../src/model/source-file.js';
import type { BadExample, Rule } from '../src/rule/rule.js';
import { PROPERTY, runs } from './properties.js';

/**
 * A text in a file, with the encoded form and position of each UTF-16 unit. The positions are recorded by the test's
 * encoder, not by replylint.
 */
interface Encoded {
  readonly file: string;
  /** For each UTF-16 unit of the text, where its encoded form begins and ends in the file. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Chooses a random spelling for each unit: the character itself, or one of its equivalents. */
type Draw = (count: number) => number;

/**
 * Examples whose text reads the same in HTML: they contain no Markdown or other markup, and each marked text occurs in
 * one place only.
 */
const cases = rules.flatMap((rule) =>
  examplesOf(rule)
    .bad.flatMap(({ marks, library, ...example }): BadExample[] => (marks && !library ? [{ ...example, marks }] : []))
    .filter(
      ({ text, markup, marks, status }) =>
        markup === undefined &&
        // The status comes from an action of the macro, which the wrapped text does not include.
        status === undefined &&
        marks.length > 0 &&
        marks.every((mark) => text.split(mark).length === 2) &&
        !/[`*_#<>&\\]|\]\(|^\s*(?:[-+>]|\d+[.)])\s|^ {4}/m.test(withoutTemplate(text)),
    )
    .map((example) => ({ rule, example })),
);

describe('places', () => {
  test('most rules have examples that can be wrapped', () => {
    expect(new Set(cases.map(({ rule }) => rule.id)).size).toBeGreaterThan(rules.length / 2);
  });

  test('every mark is found at its place in the file, however the text is wrapped', PROPERTY, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cases),
        fc.infiniteStream(fc.nat(999)),
        fc.boolean(),
        async ({ rule, example }, stream, crlf) => {
          const encoded = wrap(example.text, drawFrom(stream), crlf ? '\r\n' : '\n');
          expect(await marked(rule, example, encoded.file)).toEqual(expected(example, encoded));
        },
      ),
      runs(300),
    );
  });

  test('the same check sees a map that is off by one', async () => {
    const [first] = cases;
    if (!first) throw new Error('no cases');
    const encoded = wrap(first.example.text, () => 0, '\n');
    const shifted = { ...encoded, starts: encoded.starts.map((start) => start + 1) };
    expect(await marked(first.rule, first.example, encoded.file)).not.toEqual(expected(first.example, shifted));
  });
});

describe('offset maps', () => {
  test('a span leads back to the pieces that it was made from', PROPERTY, () => {
    const piece = fc.record({
      text: fc.string({ minLength: 1, maxLength: 4 }),
      below: fc.string({ minLength: 1, maxLength: 6 }),
      gap: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), fc.nat(), fc.nat(), (pieces, a, b) => {
        const text = new MappedText();
        const units: { from: number; to: number }[] = [];
        let at = 0;
        for (const { text: above, below, gap } of pieces) {
          at += gap;
          const straight = above.length === below.length;
          text.add(above, at, at + below.length);
          for (let unit = 0; unit < above.length; unit += 1)
            units.push(straight ? { from: at + unit, to: at + unit + 1 } : { from: at, to: at + below.length });
          at += below.length;
        }
        const [start, last] = [a % units.length, b % units.length].sort((x, y) => x - y) as [number, number];
        expect(text.map().spanOf({ start, end: last + 1 })).toEqual({
          start: units[start]?.from,
          end: units[last]?.to,
        });
      }),
      runs(400),
    );
  });
});

function drawFrom(stream: fc.Stream<number>): Draw {
  return (count) => (stream.next().value ?? 0) % count;
}

/** Pairs of delimiters around text that editors write literally: placeholders and tags. */
const CLOSING = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['{', '}'],
  ['[[', ']]'],
  ['[', ']'],
  ['<', '>'],
] as const;

/** Wraps a text in HTML paragraphs with entities, in a JSON string with escapes, in an export after other macros. */
function wrap(text: string, draw: Draw, lineEnd: string): Encoded {
  const title = draw(2) === 0 ? '🎉 Überraschung' : 'Plain';
  let file = `{"macros": [${lineEnd}  {"id": 1, "title": "${title}", "actions": [{"field": "status", "value": "solved"}]},${lineEnd}`;
  file += `  {"id": 2, "title": "\\ud83c\\udf89", "active": true, "actions": [{"field": "comment_value_html", "value": "`;
  const starts: number[] = [];
  const ends: number[] = [];
  const json = (html: string) => {
    for (const unit of html) file += escaped(unit, draw);
  };
  json(draw(2) === 0 ? '<!-- 🎉 “é” -->' : '');
  json('<p>');
  let closing: string | undefined;
  for (let at = 0; at < text.length; ) {
    const size = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    const written = text.slice(at, at + size);
    closing ??= CLOSING.find(([opening]) => text.startsWith(opening, at))?.[1];
    const paragraph = /^\n\n+/.exec(text.slice(at))?.[0];
    const units = paragraph?.length ?? size;
    for (let unit = 0; unit < units; unit += 1) starts.push(file.length);
    if (paragraph) json('</p><p>');
    else if (written === '\n') json('<br>');
    else json(closing ? written : asHtml(written, draw));
    for (let unit = 0; unit < units; unit += 1) ends.push(file.length);
    at += units;
    if (closing && text.slice(0, at).endsWith(closing)) closing = undefined;
  }
  json('</p>');
  file += `"}]}${lineEnd}]}`;
  return { file, starts, ends };
}

function asHtml(character: string, draw: Draw): string {
  const named: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '’': '&rsquo;',
    '“': '&ldquo;',
    é: '&eacute;',
  };
  const code = character.codePointAt(0) ?? 0;
  if (named[character]) return named[character];
  // A blank written as an entity is the same blank, but it never collapses, so words stay separate.
  if (character === ' ') return ' ';
  // Runs of X and blanks to fill in are placeholders, too, and no editor writes them as entities.
  if (/[xX_]/.test(character)) return character;
  const ways = [character, character, character, `&#${code};`, `&#x${code.toString(16)};`];
  return ways[draw(ways.length)] ?? character;
}

function escaped(character: string, draw: Draw): string {
  const must: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  if (must[character]) return must[character];
  const unicode = [...Array(character.length).keys()]
    .map((unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`)
    .join('');
  const ways = [character, character, character, unicode, character === '/' ? '\\/' : character];
  return ways[draw(ways.length)] ?? character;
}

/** Returns the offsets in the file at which the encoder put each marked text. */
function expected({ text, marks }: BadExample, { starts, ends }: Encoded): [number, number][] {
  let from = 0;
  return marks.map((mark) => {
    const at = text.indexOf(mark, from);
    expect(at, `“${mark}” stands in the example`).toBeGreaterThanOrEqual(0);
    from = at + 1;
    return [starts[at] ?? -1, ends[at + mark.length - 1] ?? -1];
  });
}

/** Returns where replylint reports the marked texts, computed from its lines and columns. */
async function marked(rule: Rule, example: BadExample, file: string): Promise<[number, number][]> {
  const { form, intent, topics, locale, options = {} } = example;
  const config: Config = {
    rules: { [rule.id]: ['warn', options] },
    overrides: [
      {
        files: '**',
        ...(form && { form }),
        ...(intent && { intent }),
        ...(topics && { topics }),
        ...(locale && { locale }),
      },
    ],
  };
  const resolved = new ResolvedConfig(
    { parts: [{ config, where: 'test' }], plugins: [], file: undefined, root: '/' },
    rules,
  );
  const source = new SourceFile('macros.json', file);
  const loaded = await loadSource(source, '/macros.json', resolved, {
    named: true,
    includeInactive: false,
    inlineConfig: true,
  });
  const { messages } = lintFile(loaded, resolved, { inlineConfig: true, today: '2026-01-01' }).result;
  const lineStarts = [0, ...[...file.matchAll(/\r\n|\n/g)].map((match) => match.index + match[0].length)];
  const offset = (line: number, column: number) => (lineStarts[line - 1] ?? -1) + column - 1;
  return messages
    .filter(({ ruleId }) => ruleId === rule.id)
    .map(({ line, column, endLine, endColumn }): [number, number] => [offset(line, column), offset(endLine, endColumn)])
    .sort((a, b) => a[0] - b[0]);
}

function withoutTemplate(text: string): string {
  return text.replace(/\{\{.*?\}\}|\{%.*?%\}/g, '');
}
