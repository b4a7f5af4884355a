import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsed, readMarkdown } from '../src/compose/markup/markdown.js';
import { PROPERTY, runs } from './properties.js';

const whole = (body: string) => ({ blocks: parsed(body, { from: 0, to: body.length }) });

/** A text that is too complex for one reader must be too complex for the other. */
function outcome<T>(read: () => T): T | string {
  try {
    return read();
  } catch (error) {
    return String((error as Error).message).slice(0, 20);
  }
}

/** Pieces of all kinds of Markdown. The marks with the most meanings occur most often. */
const PART = fc.constantFrom(
  ...[
    '\n',
    '\n',
    '\n\n',
    '\n\n',
    ' ',
    ' ',
    'word',
    'Two words',
    'é',
    '\ue000\ue000',
    '.',
    ',',
    '(',
    ')',
    '!',
    '?',
    ':',
  ],
  ...[
    '- ',
    '* ',
    '+ ',
    '1. ',
    '2. ',
    '10) ',
    '1) ',
    '12.',
    '**',
    '**',
    '*',
    '_',
    '`',
    '> ',
    '>',
    '# ',
    '#',
    '===',
    '---',
  ],
  ...[
    '  ',
    '   ',
    '    ',
    '|',
    '| a | b |\n|---|---|\n',
    '[',
    ']',
    '](',
    '[a]: b',
    '<',
    '<br>',
    '<b>',
    '</p>',
    '&amp;',
  ],
  ...[
    '&',
    '\\',
    '~',
    '~~~',
    '```',
    '\t',
    '\r\n',
    '"',
    '“',
    '=',
    '-',
    '+',
    '\u00a0',
    '1',
    '<!--',
    'https://a.example',
    '<https://a.example>',
    '[a](b)',
    '[two words](https://a.example/b)',
    '<',
    '!',
  ],
);
const MARKDOWN = fc.array(PART, { maxLength: 24 }).map((parts) => parts.join(''));
/** Texts that are mostly read without the parser. */
const PLAIN = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'Word here.',
        'And **more** words, (here)',
        '**Bold** first',
        'ends **bold**',
        'a\nb',
        '\ue000 c',
        'See <https://a.example/b?c=d>.',
        '<mailto:a@b.example> here',
        'Read [this page](https://a.example/b#c), and [that](../d).',
        '[First](x) word',
        '**[bold](x)** or **a [b](c) d**',
        '[\ue000](https://a.example/\ue000)',
      ),
      fc.constantFrom(
        '- one\n- two',
        '1. one\n2. two',
        '1. one\n3. x\n12. y',
        '* a\n* **b** c',
        '- a\n1. b',
        '1) a\n2. b',
      ),
      fc.constantFrom(
        '  indented',
        '   - x',
        '    code',
        '> quoted',
        '# Head',
        '- [link](x)',
        'a\n- b',
        'a\n===',
        '2. b',
      ),
      fc.constantFrom(
        '-',
        '1.',
        '- ',
        '**',
        '1234567890. x',
        'a *b* c',
        'a  \nb',
        'a \nb',
        'x | y\n- | -',
        '<b>a</b>',
        '![a](b)',
        '[a',
        '](b)',
        '[a](b "c")',
        '[a]()',
        '[*a*](b)',
        '[a b](c d)',
        '<a:b',
        '<ab:c d>',
        '[a](b)[c](d)',
        '[ a ](b)',
        '<x:>',
        '<xy:>',
        '[a\nb](c)',
        '[a](<b>)',
        '[[a](b)](c)',
        '[a](b)]',
        '<p:q>\nc',
        '[x](y)\n===',
        '-[a](b)',
      ),
    ),
    { maxLength: 7 },
  )
  .chain((parts) =>
    fc.tuple(fc.constant(parts), fc.infiniteStream(fc.constantFrom('\n\n', '\n \n', '\n\n\n', '\n', ' '))),
  )
  .map(([parts, gaps]) => parts.map((part) => part + gaps.next().value).join(''));

describe('plain Markdown', () => {
  it('is read as the parser reads it', PROPERTY, () => {
    fc.assert(
      fc.property(fc.oneof(MARKDOWN, PLAIN), (body) => {
        expect(outcome(() => readMarkdown(body))).toEqual(outcome(() => whole(body)));
      }),
      runs(300),
    );
  });

  it('keeps its places where part of it goes to the parser', () => {
    const body = 'Hello there,\n\n- one\n- two\n\nRead [this](https://a.example) now.\n\nBest,\nThe team';
    expect(readMarkdown(body)).toEqual(whole(body));
    expect(
      readMarkdown(body).blocks.map(({ kind, pieces }) => [kind, pieces.map(({ text }) => text).join('')]),
    ).toEqual([
      ['paragraph', 'Hello there,'],
      ['item', 'one'],
      ['item', 'two'],
      ['paragraph', 'Read this now.'],
      ['paragraph', 'Best,\nThe team'],
    ]);
  });
});
