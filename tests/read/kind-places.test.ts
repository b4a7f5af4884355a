// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the languages that are read write placeholders so
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { readPo } from '../../src/read/catalog/po.js';
import { readProperties } from '../../src/read/catalog/properties.js';
import { openTree } from '../../src/read/container/open.js';
import type { DecodedText } from '../../src/read/container/value.js';
import { elementsIn } from '../../src/read/xml/element.js';
import { readXml } from '../../src/read/xml/parse.js';
import { xmlText } from '../../src/read/xml/text.js';
import { expectWords, Written } from '../written.js';

/** Characters of all kinds: escaped ones, those beyond the first plane, and line breaks. */
const texts = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...'abc xyz ÄßÉ 日本 😀 “” — é') },
      { weight: 2, arbitrary: fc.constantFrom(...'\'"`\\${}<>&\t\n') },
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((characters) => characters.join(''));
const draws = fc.infiniteStream(fc.nat(5));

const hex = (character: string, width: number) => character.charCodeAt(0).toString(16).padStart(width, '0');

/** Returns one of the ways to write a character in a literal. */
function inLiteral(character: string, quote: string, draw: number): string {
  const point = character.codePointAt(0) ?? 0;
  if (draw === 1) return `\\u{${point.toString(16)}}`;
  if (draw === 2 && character.length === 1) return `\\u${hex(character, 4)}`;
  if (draw === 3 && point < 256) return `\\x${hex(character, 2)}`;
  if (draw === 4 && /[^\dux\n\w]/.test(character) && character.length === 1) return `\\${character}`;
  const named: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\\': '\\\\', [quote]: `\\${quote}` };
  if (quote === '`' && character === '\n') return '\n';
  if (quote === '`' && character === '$') return '\\$';
  return named[character] ?? character;
}

/** Checks that fixing any part results in a file in which the text reads as intended. */
async function expectWritten(
  file: string,
  decode: (file: string) => Promise<DecodedText | undefined> | DecodedText | undefined,
  { from, to, text }: { readonly from: number; readonly to: number; readonly text: string },
): Promise<void> {
  const decoded = await decode(file);
  if (!decoded) throw new Error('nothing was read');
  const { body, map } = decoded;
  const end = Math.min(Math.max(from, to), body.length);
  const span = { start: Math.min(from, to, end), end };
  const written = map.written(text, span);
  const cutsPair = [span.start, span.end].some((at) => /^[\udc00-\udfff]/.test(body.slice(at)));
  if (written === undefined || cutsPair || !map.isUnbroken(span)) return;
  const at = map.spanOf(span);
  const again = await decode(file.slice(0, at.start) + written + file.slice(at.end));
  expect(again?.body).toBe(body.slice(0, span.start) + text + body.slice(span.end));
}

const changes = fc.record({
  from: fc.nat(40),
  to: fc.nat(40),
  text: fc.constantFrom('x', 'a "b" \'c\' `d`\\ ${e}\n& <f>'),
});

describe('literals of code', () => {
  const textIn = async (file: string, extension: string) => {
    const { roots = [] } = await openTree(file, 'script', extension);
    return roots[0]?.member('a')?.text();
  };

  test.each([
    ['ts', "'"],
    ['js', '"'],
    ['tsx', '`'],
  ])('.%s, in %s: every character is placed where it is written', async (extension, quote) => {
    await fc.assert(
      fc.asyncProperty(texts, draws, changes, async (text, ways, change) => {
        const written = new Written().around(
          `export const x = 1;\nexport const a: string = ${quote}`.replace(extension === 'js' ? ': string' : '', ''),
        );
        for (const character of text) written.character(character, inLiteral(character, quote, ways.next().value));
        written.around(`${quote};\n`);
        const decoded = await textIn(written.file, extension);
        expect(decoded).toBeDefined();
        if (decoded) expectWords(written, decoded);
        await expectWritten(written.file, (file) => textIn(file, extension), change);
      }),
    );
  });

  test('pieces that are added, joined and continued', async () => {
    const file = "module.exports = { a: 'Hi, ' +\n  `you \\\nare` + ['', \"two\"].join('\\n') };";
    const decoded = await textIn(file, 'js');
    expect(decoded?.body).toBe('Hi, you are\ntwo');
    const wordAt = (word: string) =>
      decoded?.map.spanOf({ start: decoded.body.indexOf(word), end: decoded.body.indexOf(word) + word.length });
    expect(wordAt('are')).toEqual({ start: file.indexOf('are'), end: file.indexOf('are') + 3 });
    expect(wordAt('two')).toEqual({ start: file.indexOf('two'), end: file.indexOf('two') + 3 });
    expect(decoded?.map.isUnbroken({ start: 2, end: 6 })).toBe(false);
  });

  test('what a tag takes away from the beginnings of lines is no text', async () => {
    const file = 'export const a = dedent`\n    Hi ${name},\n      you are\n    late\n  `;';
    const decoded = await textIn(file, 'ts');
    expect(decoded?.body).toBe('\nHi ${name},\n  you are\nlate\n');
    const at = decoded?.body.indexOf('late') ?? 0;
    expect(decoded?.map.spanOf({ start: at, end: at + 4 }).start).toBe(file.indexOf('late'));
  });
});

describe('catalogs', () => {
  const inPo = (file: string) => [...readPo(file)][0]?.text;
  const inProperties = (file: string) => [...readProperties(file)][0]?.text;

  test('PO: every character is placed where it is written, over several strings', async () => {
    await fc.assert(
      fc.asyncProperty(texts, draws, changes, async (text, ways, change) => {
        fc.pre(text.trim() !== '');
        const named: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '"': '\\"', '\\': '\\\\' };
        const written = new Written().around('msgid "a b"\nmsgstr "');
        for (const character of text) {
          if (ways.next().value === 0) written.around('"\n"');
          written.character(character, named[character] ?? character);
        }
        written.around('"\n');
        expectWords(written, inPo(written.file) as DecodedText);
        await expectWritten(written.file, inPo, change);
      }),
    );
  });

  test('properties: every character is placed where it is written, over continued lines', async () => {
    await fc.assert(
      fc.asyncProperty(texts, draws, changes, async (text, ways, change) => {
        const value = text.trimStart();
        fc.pre(value !== '');
        const named: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\\': '\\\\' };
        const written = new Written().around('# a\nkey = ');
        for (const [index, character] of [...value].entries()) {
          const draw = ways.next().value;
          // Whitespace at the beginning of a continued line is dropped.
          if (draw === 0 && index > 0 && character !== ' ') written.around('\\\n   ');
          const isEscaped = draw === 1 && character.length === 1;
          written.character(character, isEscaped ? `\\u${hex(character, 4)}` : (named[character] ?? character));
        }
        written.around('\nother=x\n');
        expectWords(written, inProperties(written.file) as DecodedText);
        await expectWritten(written.file, inProperties, change);
      }),
    );
  });
});

describe('XML', () => {
  test('elements and texts are those that another reader finds', () => {
    const name = fc.constantFrom('a', 'b:c', 'd');
    const piece = fc.oneof(
      texts.map((text) => text.replace(/[<&]/g, '').replace(/\]\]>/g, '')),
      fc.constantFrom('&lt;', '&#8220;', '&#x1F600;', '<!-- < & -->', '<![CDATA[ <x> & ]]>', '<?p <x> ?>'),
    );
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc
        .tuple(name, texts, fc.array(fc.oneof({ maxDepth: 3 }, piece, tie('tree')), { maxLength: 5 }))
        .map(([tag, value, inside]) => {
          const attribute = value.replace(/[<&"]/g, '').replace(/[\t\n]/g, ' ');
          return inside.length === 0
            ? `<${tag} v="${attribute}"/>`
            : `<${tag}\n v='x' w="${attribute}">${inside.join('')}</${tag}>`;
        }),
    }));
    fc.assert(
      fc.property(tree, (source) => {
        const { root, error } = readXml(source);
        expect(error).toBeUndefined();
        for (const { name: own, span, inner, attributes } of root ? elementsIn(root) : []) {
          const written = source.slice(span.start, span.end);
          expect(written.startsWith(`<${own}`)).toBe(true);
          expect(written.endsWith('/>') ? inner.end : span.end).toBe(span.end);
          for (const { span: place } of attributes.values()) expect(source[place.start - 1]).toMatch(/["']/);
          expect(xmlText(source, inner).body).toBe(textBySaxes(written));
        }
      }),
    );
  });
});

/** Returns the text of an element and its descendants. */
function textBySaxes(source: string): string {
  let text = '';
  const parser = new SaxesParser();
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('cdata', (piece) => {
    text += piece;
  });
  parser.write(source).close();
  return text;
}
