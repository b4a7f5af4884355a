import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SourceFile } from '../src/model/source-file.js';
import { decode, encode, NotEncodable, NotText, read } from '../src/read/index.js';
import { blocksOf } from '../src/read/markdown-blocks.js';
import { textOf } from '../src/read/text-of-lines.js';
import { xmlText } from '../src/read/xml/text.js';
import { cpuTimeOf } from './cpu-time.js';
import { PROPERTY } from './properties.js';
import { expectWords, Written } from './written.js';

const word = fc.stringMatching(/^[a-zA-Zäßéł日本😀&<>"'=_.,!?{}-]{1,9}$/u).filter((text) => /^[a-zA-Zäé]/.test(text));
/** Lines of words, in which an empty line separates paragraphs. */
const lines = fc
  .array(
    fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) => all.flatMap((line, index) => (index > 0 && line.length % 3 === 0 ? ['', line] : [line])));
const ending = fc.constantFrom('\n', '\r\n');

function write(written: Written, line: string): void {
  for (const character of line) written.character(character, character);
}

describe('places through Markdown', () => {
  test('the marks of a block quote are not of its text', PROPERTY, () => {
    fc.assert(
      fc.property(
        lines,
        ending,
        fc.infiniteStream(fc.constantFrom('> ', '>', ' > ', '   >  ', '>\t')),
        (text, end, marks) => {
          const written = new Written().around(`## T${end}${end}`);
          for (const [index, line] of text.entries()) {
            const mark = marks.next().value;
            // One blank after the mark belongs to the mark, and the rest is text.
            const kept = mark.endsWith('  ') ? ' ' : '';
            if (index > 0) written.character(end, end);
            written.around(mark.slice(0, mark.length - kept.length));
            write(written, kept + line);
          }
          written.around(`${end}${end}After.${end}`);
          const quote = blocksOf(written.file).find(({ kind }) => kind === 'quote');
          const found = textOf(written.file, quote?.kind === 'quote' ? quote.lines : []);
          expectWords(written, found);
        },
      ),
    );
  });

  test('the indentation of a fence in a list is not of its text', PROPERTY, () => {
    fc.assert(
      fc.property(
        lines,
        ending,
        fc.constantFrom('- ', '* ', '1. ', '10) '),
        fc.constantFrom('```', '````', '~~~'),
        fc.nat(4),
        (text, end, marker, fence, deeper) => {
          const indent = ' '.repeat(marker.length);
          const written = new Written().around(`${marker}Item:${end}${end}${indent}${fence}text${end}`);
          for (const [index, line] of text.entries()) {
            if (index > 0) written.character(end, end);
            written.around(line === '' ? '' : indent);
            write(written, line === '' ? '' : ' '.repeat(deeper) + line);
          }
          written.around(`${end}${indent}${fence}${end}${end}After.${end}`);
          const block = blocksOf(written.file).find(({ kind }) => kind === 'fence');
          const found = textOf(written.file, block?.kind === 'fence' ? block.lines : []);
          expectWords(written, found);
        },
      ),
    );
  });

  test('a nested fence and an unclosed one end where they should', () => {
    const kinds = (text: string) => blocksOf(text).map((block) => block.kind);
    expect(kinds('> ```\n> a\n\nb')).toEqual(['fence', 'text']);
    expect(kinds('```\na\n\nb')).toEqual(['fence']);
    expect(kinds('````\n```\n````\nb')).toEqual(['fence', 'text']);
    expect(kinds('A\n===\n\n- x\n\n      ```\n\nT\n---\n***')).toEqual(['heading', 'text', 'text', 'heading', 'rule']);
  });

  test('a large file of marks is read in linear time', () => {
    const took = cpuTimeOf(() => {
      for (const unit of ['> ', '`', '- ', '#', '---\n', '**a**\n\n', '\t']) blocksOf(unit.repeat(200_000));
    });
    expect(took).toBeLessThan(5_000);
  });
});

const paragraphs = fc.tuple(lines, ending).map(([all, end]) => all.join(end));

/** Checks an email with one part. Its words are found through the adapter, as in a user's file. */
async function expectMail(written: Written): Promise<void> {
  const { replies, problems } = await read(new SourceFile('a.eml', written.file), 'a.eml', { named: true });
  expect(problems).toEqual([]);
  const [reply] = replies;
  if (!reply) throw new Error('no reply');
  expectWords(written, reply);
}

describe('places through a mail', () => {
  const head = (encoding: string) =>
    `From: a@example.com\nSubject: x\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: ${encoding}\n\n`;

  test('quoted-printable', PROPERTY, async () => {
    await fc.assert(
      fc.asyncProperty(paragraphs, fc.infiniteStream(fc.nat(9)), async (text, draws) => {
        const written = new Written().around(head('quoted-printable'));
        const units = text.match(/\r\n|./gsu) ?? [];
        for (const character of units) {
          const draw = draws.next().value;
          if (draw === 0) written.around('=\r\n');
          if (draw === 1) written.around('= \t\n');
          if (/^\s/.test(character) && character !== ' ') written.character(character, character);
          else {
            const plain = /^[!-<>-~ ]$/.test(character) && draw !== 2 && character !== ' ';
            const bytes = [...Buffer.from(character, 'utf8')].map((byte) => byte.toString(16).padStart(2, '0'));
            const escaped = bytes.map((byte) => `=${draw === 3 ? byte : byte.toUpperCase()}`).join('');
            written.character(character, plain ? character : escaped);
          }
        }
        await expectMail(written.around('=\n'));
      }),
    );
  });

  test('base64', PROPERTY, async () => {
    await fc.assert(
      fc.asyncProperty(
        paragraphs,
        fc.integer({ min: 1, max: 19 }).map((n) => n * 4),
        async (text, width) => {
          const opening = head('base64');
          const code = Buffer.from(text, 'utf8').toString('base64');
          const wrapped = code.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
          // A byte maps to the two characters that contain its eight bits. A line break follows every `width`
          // characters.
          const place = (sign: number) => opening.length + sign + 2 * Math.floor(sign / width);
          const written = new Written();
          let byte = 0;
          for (const character of text) {
            const bits = Buffer.byteLength(character) * 8;
            const first = Math.floor((byte * 8) / 6);
            const last = Math.floor((byte * 8 + bits - 1) / 6);
            for (let unit = 0; unit < character.length; unit += 1) {
              written.starts.push(place(first));
              written.ends.push(place(last) + 1);
            }
            byte += bits / 8;
          }
          written.text = text;
          written.file = opening + wrapped.join('\r\n');
          await expectMail(written);
        },
      ),
    );
  });
});

describe('places through XML', () => {
  const NAMED: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
  };

  test('entities and CDATA sections', PROPERTY, () => {
    fc.assert(
      fc.property(paragraphs, fc.infiniteStream(fc.nat(5)), fc.nat(50), (text, draws, offset) => {
        const written = new Written().around(' '.repeat(offset)).around('<a>');
        let section = false;
        for (const character of text.match(/\r\n|./gsu) ?? []) {
          const draw = draws.next().value;
          if (draw === 0) {
            // `]]>` would end a section, so the section is ended before a character that could complete the sequence.
            written.around(section ? ']]>' : '<![CDATA[');
            section = !section;
          }
          const code = character.codePointAt(0) ?? 0;
          const entity =
            draw === 1 ? `&#${code};` : draw === 2 ? `&#x${code.toString(16)};` : (NAMED[character] ?? character);
          const lineEnd = /^\s/.test(character);
          written.character(character, section || lineEnd ? character : entity);
        }
        written.around(section ? ']]>' : '').around('</a>');
        expectWords(written, xmlText(written.file, { start: offset, end: written.file.length }));
      }),
    );
  });
});

describe('encodings', () => {
  const TEXT = 'Grüße,\r\nhéllo wörld\n';

  test.each([
    ['utf-8', [], 'utf8'],
    ['utf-8', [0xef, 0xbb, 0xbf], 'utf8'],
    ['utf-16le', [0xff, 0xfe], 'utf16le'],
  ] as const)('%s with mark %j is read, and written back the same', (encoding, mark, node) => {
    const bytes = Buffer.concat([Buffer.from(mark), Buffer.from(TEXT, node)]);
    const file = decode('a.md', bytes);
    expect(file).toMatchObject({ text: TEXT, encoding, bom: mark.length > 0 });
    expect(encode(file, file.text).equals(bytes)).toBe(true);
  });

  test('UTF-16 with its bytes the other way round', () => {
    const bytes = Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16();
    const file = decode('a.md', bytes);
    expect(file.text).toBe(TEXT);
    expect(encode(file, file.text).equals(bytes)).toBe(true);
  });

  test.each(['latin1', 'windows-1251', 'cp1252', 'koi8-r', 'iso-8859-15'])('%s where it is declared', (label) => {
    const above = Buffer.from([0xc0, 0xe0, 0xff, 0xa4]);
    const bytes = Buffer.concat([Buffer.from(`encoding=${label}\na=`), above, Buffer.from('\n')]);
    const file = decode('locales/x/properties', bytes);
    expect(file.text).toBe(new TextDecoder(label).decode(bytes));
    expect(encode(file, file.text).equals(bytes)).toBe(true);
  });

  test('curly quotes of Windows-1252 are read as such, and written back', () => {
    const bytes = Buffer.from('<meta charset="windows-1252"><p>\x93Gr\xfc\xdfe\x94 \x80</p>', 'latin1');
    const file = decode('a.html', bytes);
    expect(file.text).toContain('“Grüße” €');
    expect(encode(file, file.text).equals(bytes)).toBe(true);
  });

  test('HTML and XML declare in their own ways; Markdown has none', () => {
    const latin = (declaration: string) => Buffer.from(`${declaration}<p>Gr\xfc\xdfe</p>`, 'latin1');
    expect(decode('a.html', latin('<meta charset="iso-8859-1">')).text).toContain('Grüße');
    expect(decode('a.email', latin('<?xml version="1.0" encoding="ISO-8859-1"?>')).text).toContain('Grüße');
    expect(() => decode('a.md', latin('<meta charset="iso-8859-1">'))).toThrow(NotText);
  });

  test.each([
    ['a lone byte', Buffer.from('ab\ncd\xfce', 'latin1'), 'byte 0xfc at offset 5, line 2'],
    ['a cut character', Buffer.from([0x61, 0xe2, 0x82]), 'byte 0xe2 at offset 1, line 1'],
    ['NUL', Buffer.from('ab\0c'), 'byte 0x00 at offset 2'],
    [
      'half of UTF-16',
      Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8, 0x61, 0x00]),
      'lone surrogate at byte offset 4',
    ],
    ['an odd byte of UTF-16', Buffer.from([0xff, 0xfe, 0x61, 0x00, 0x62]), 'incomplete character at byte offset 4'],
  ])('%s is an error at its place', (_, bytes, place) => {
    expect(() => decode('a.md', bytes)).toThrow(place);
  });

  test('what an encoding does not have cannot be written', () => {
    expect(() => encode({ encoding: 'windows-1251', bom: false }, 'ж 日')).toThrow(NotEncodable);
    expect(() => encode({ encoding: 'shift_jis', bom: false }, 'a')).toThrow(NotEncodable);
  });
});
