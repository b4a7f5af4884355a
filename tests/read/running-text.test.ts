import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chosenFrom } from '../../src/read/chosen.js';
import { dividedIn } from '../../src/read/divided.js';
import { cellsIn, itemsIn } from '../../src/read/listed.js';
import { blocksOf, type Line, linesOf } from '../../src/read/markdown-blocks.js';
import { OneText } from '../../src/read/one-text.js';
import { pageOf } from '../../src/read/page.js';
import { markedPassagesOf, passagesOf } from '../../src/read/passages.js';
import { isSkeleton, withoutPlaceholders, withoutTemplateTags } from '../../src/read/placeholders.js';
import { runningTextIn } from '../../src/read/running-text.js';
import { isSigned, signatureIn } from '../../src/read/signature.js';
import { bodyOf, textOf } from '../../src/read/text-of-lines.js';
import { withTitleLines } from '../../src/read/title-lines.js';
import { PROPERTY, runs } from '../properties.js';

const SENTENCE = fc.constantFrom(
  'Hi {{name}},',
  'Dear [Name],',
  'Thanks for writing, we are sorry for the delay.',
  'Please let us know if you need anything else.',
  'Best regards,',
  'Ana',
  'X',
  '[Solution]',
  '{% if vip %}',
  '{{ticket.id}} · 1.5 kg: yes',
);
const MARK = fc.constantFrom(
  ...['', '', '', '# ', '## ', '> ', '- ', '* ', '1. ', '2) ', '**', '- **', '1. “', '- "', '---', '=== ', '| ', '```'],
  ...[
    'Note: ',
    'Reply: ',
    'When to use: ',
    'Subject: ',
    '\u00a0**Reply** ',
    '<summary>',
    '###[Q] ',
    '\t',
    '  ',
    '__',
    '\u3000',
  ],
);
const END = fc.constantFrom('', '', '**', ':**', '”', '"', ' |', '</summary>', ' #', '\r');
const LINE = fc.tuple(MARK, fc.oneof(SENTENCE, fc.constant('')), END).map((parts) => parts.join(''));
const BREAK = fc.constantFrom('\n', '\n\n', '\n\n', '\r\n');
const TEXT = fc.array(fc.tuple(LINE, BREAK), { maxLength: 9 }).map((lines) => lines.flat().join(''));

/** Finds replies in a Markdown text by its blocks, whether or not it is running text. */
function repliesIn(text: string) {
  const blocks = blocksOf(text);
  const page = pageOf(new OneText(text, 'markdown'), 'support/replies/canned.md', false);
  const titled = withTitleLines(text, blocks, true);
  const readings = [passagesOf(text, titled), itemsIn(text, titled), cellsIn(text, titled)];
  return [...dividedIn(text, 0, { page, isPlain: false }), ...chosenFrom(text, readings, page)];
}

describe('running text', () => {
  test.each([
    ['Hi {{name}},\n\n1. Open **Invoices**.\n- Save\n\nBest,\nAna', { start: 0, title: undefined }],
    ['\n# Late parcel\n\nHi {{name}},\nsorry: it is late.', { start: 1, title: 'Late parcel' }],
    ['Hi\n\n# Late', undefined],
    ['Hi\n---', undefined],
    ['**Reply**\nHi', undefined],
    ['- “Thank you for your patience.”', undefined],
    ['Note: only for members\n\nHi', undefined],
    ['\u00a0> Hi', undefined],
  ])('%j', (text, expected) => expect(runningTextIn(text, 0)).toEqual(expected));

  test('contains no replies of a library and no marked reply', PROPERTY, () =>
    fc.assert(
      fc.property(TEXT, (text) => {
        const running = runningTextIn(text, 0);
        if (!running) return;
        expect(repliesIn(text)).toEqual([]);
        const [block] = blocksOf(text);
        expect(running.start).toBe(block?.start ?? 0);
        expect(running.title).toBe(block?.kind === 'heading' ? block.text : undefined);
        if (new OneText(text, 'markdown').isUnmarked) expect(markedPassagesOf(text, blocksOf(text))).toEqual([]);
      }),
      runs(1_000),
    ),
  );
});

test('lines have the same text in one piece as line by line', PROPERTY, () =>
  fc.assert(
    fc.property(TEXT, fc.nat(3), (text, marks) => {
      const lines: Line[] = linesOf(text).map((line, index) =>
        index % 3 === marks ? { ...line, start: Math.min(line.end, line.start + marks) } : line,
      );
      const { body, map } = textOf(text, lines);
      const pieces = lines.map((line, index) => text.slice(line.start, lines[index + 1] ? line.next : line.end));
      expect(body).toBe(pieces.join(''));
      expect(bodyOf(text, lines)).toBe(body);
      let at = 0;
      for (const [index, piece] of pieces.entries()) {
        const { start = 0, end = 0 } = lines[index] ?? {};
        if (start < end) expect(map.spanOf({ start: at, end: at + 1 })).toEqual({ start, end: start + 1 });
        at += piece.length;
      }
    }),
    runs(500),
  ),
);

test('a skeleton and a signature are recognized like in a text that is split into all its lines', PROPERTY, () =>
  fc.assert(
    fc.property(TEXT, (text) => {
      const lines = withoutPlaceholders(withoutTemplateTags(text))
        .split('\n')
        .filter((line) => line.trim() !== '');
      const gaps = lines.slice(0, -1).filter((line) => /^[^\p{L}\p{N}]*X[^\p{L}\p{N}]*$/u.test(line));
      const words = lines.join(' ').match(/\p{L}+(?:['’]\p{L}+)?/gu) ?? [];
      expect(isSkeleton(text)).toBe(gaps.length >= 2 && words.filter((word) => word !== 'X').length <= 5);
      const last = text.trimEnd().split('\n').slice(-12);
      expect(isSigned(text)).toBe(signatureIn(last, 1) === last.length - 1);
    }),
    runs(500),
  ),
);
