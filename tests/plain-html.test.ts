import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../src/compose/markup/html.js';
import { PROPERTY, runs } from './properties.js';

/** Pieces of HTML. Blanks and elements that are common in replies occur most often. */
const PART = fc.constantFrom(
  ...[
    ' ',
    ' ',
    '  ',
    '\n',
    'word',
    'Two words',
    ' then',
    'é ',
    '\ue000\ue000',
    '.',
    '&nbsp;',
    '&amp;',
    '&lt;b',
    '\u00a0',
  ],
  ...['<p>', '</p>', '<p>', '</p>', '<br>', '<br/>', '<b>', '</b>', '<a href="x">', '</a>', '<ul>', '</ul>', '<li>'],
  ...['</li>', '<code>', '</code>', '<q>', '</q>', '<blockquote>', '</blockquote>', '<div class="a b">', '</div>', '<'],
);

/** Returns what is read, character by character, with the span of the body for each character. */
function unitsIn(body: string) {
  return readHtml(body).blocks.map(({ kind, pieces }) => ({
    kind,
    units: pieces.flatMap(({ text, from, to, ...marks }) =>
      text.length === to - from
        ? [...text].map((unit, at) => ({ unit, from: from + at, to: from + at + 1, ...marks }))
        : [{ unit: text, from, to, ...marks }],
    ),
  }));
}

describe('words of HTML with single spaces', () => {
  it('are read as they are where white space has to be folded', PROPERTY, () => {
    fc.assert(
      fc.property(fc.array(PART, { maxLength: 30 }), (parts) => {
        const body = parts.join('');
        expect(unitsIn(body)).toEqual(unitsIn(body.replaceAll(' ', '\t')));
      }),
      runs(300),
    );
  });

  it('keep their places', () => {
    expect(readHtml('<p>Dear all,<br>we are <b>back</b> now.</p>').blocks).toEqual([
      {
        kind: 'paragraph',
        pieces: [
          { text: 'Dear all,', from: 3, to: 12 },
          { text: '\n', from: 12, to: 16 },
          { text: 'we are', from: 16, to: 22 },
          { text: ' ', from: 22, to: 23 },
          { text: 'back', from: 26, to: 30 },
          { text: ' ', from: 34, to: 35 },
          { text: 'now.', from: 35, to: 39 },
        ],
      },
    ]);
  });
});
