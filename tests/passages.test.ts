import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compose, readerOf } from '../src/compose/index.js';
import type { Rendering } from '../src/model/rendering.js';
import { emphasisIn } from '../src/rule/emphasis.js';
import { passagesOf } from '../src/rule/index.js';
import { PROPERTY, runs } from './properties.js';
import { replyOf } from './reply-of.js';

const OPENS = /(?:\*{1,3}|_{1,3}|<(?:b|i|u|em|strong|mark|font|span)(?: [^<>]{0,60})?>) ?$/i;
const CLOSES = /^[^\p{L}\p{N}<*_\n]{0,3}(?:\*{1,3}|_{1,3}|<\/(?:b|i|u|em|strong|mark|font|span)>)/iu;

/** Finds emphasis by looking at the markup around every word. */
function emphasisAround({ words, toBody, reply: { body } }: Rendering): { start: number; end: number }[] {
  const found = [];
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at];
    const start = first && toBody.spanOf(first).start;
    if (!first || start === undefined || !OPENS.test(body.slice(Math.max(0, start - 80), start))) continue;
    const last = words.slice(at, at + 24).findIndex((word) => CLOSES.test(body.slice(toBody.spanOf(word).end)));
    const word = words[at + last];
    if (last < 0 || !word) continue;
    found.push({ start: first.start, end: word.end });
    at += last;
  }
  return found;
}

const PART = fc.constantFrom(
  ...[
    ' ',
    ' ',
    ' ',
    '\n',
    '\n\n',
    '. ',
    ': ',
    '-',
    '(',
    ')',
    '*',
    '*',
    '**',
    '**',
    '***',
    '_',
    '__',
    '>',
    '&nbsp;',
    '\\*',
  ],
  ...['word', 'Two words', 'it’s', 'ÉTÉ', '2', 'snake_case', '* item', '- item', '> quote', '# Title', '|'],
  ...['<b>', '</b>', '<span style="color:red">', '</span>', '<em>', '</em>', '<p>', '</p>', '<br>', '<i >', '</I>'],
  ...['{{first_name}}', '[Name]', '{% if a %}', '{% else %}', '{% endif %}', '*|NAME|*', '____', 'XXX', '`code`'],
);
const BODY = fc.array(PART, { maxLength: 30 }).map((parts) => parts.join(''));

test.each(['markdown', 'html'] as const)(
  'emphasis in %s is found as by looking around each word',
  PROPERTY,
  async (markup) => {
    await fc.assert(
      fc.asyncProperty(BODY, async (body) => {
        const { renderings } = compose(replyOf(body, markup), await readerOf(markup, body), 'en');
        for (const rendering of renderings) expect(emphasisIn(rendering)).toEqual(emphasisAround(rendering));
      }),
      runs(300),
    );
  },
);

test('passages that a caller wants are found as among all passages', PROPERTY, async () => {
  await fc.assert(
    fc.asyncProperty(BODY, async (body) => {
      const { renderings } = compose(replyOf(body, 'markdown'), await readerOf('markdown', body), 'en');
      for (const rendering of renderings) {
        const isWanted = (start: number) => !/^[a-z]/.test(rendering.text.slice(start));
        const among = passagesOf(rendering).filter(({ setting, start }) => setting !== 'line' || isWanted(start));
        expect(passagesOf(rendering, isWanted)).toEqual(among);
      }
    }),
    runs(300),
  );
});

test('passages are in order, with their settings', async () => {
  const body =
    'Ask Kim\n\n[insert the date] Hello **you all** (see below),\n\n(for staff only)\n\n== check it first ==\n\nBye';
  const [rendering] = compose(replyOf(body), await readerOf('markdown', body), 'en').renderings;
  expect(rendering && passagesOf(rendering).map(({ setting, inside }) => [setting, inside])).toEqual([
    ['line', 'Ask Kim'],
    ['slot', 'insert the date'],
    ['line', 'you all'],
    ['aside', 'see below'],
    ['loud', 'for staff only'],
    ['loud', ' check it first '],
    ['line', 'Bye'],
  ]);
});
