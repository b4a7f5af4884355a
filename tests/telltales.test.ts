import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTelltales } from '../src/language/folder/telltales-file.js';
import { Parts } from '../src/language/pack/container.js';
import { bitsOf, foldTelltale } from '../src/language/telltale/index.js';
import { TelltaleTable } from '../src/language/telltale/table.js';
import { writeTelltales } from '../src/language/telltale/write.js';
import { PROPERTY } from './properties.js';

/** Creates a table for one language from the text of its telltales. */
function tableOf(text: string): TelltaleTable {
  const parts = new Parts(writeTelltales([{ code: 'xx', lists: readTelltales(text, 'telltales.txt') }]));
  const [units, children, siblings, ends] = ['units', 'children', 'siblings', 'ends'].map((name) =>
    parts.u16(`texts ${name}`),
  ) as [Uint16Array, Uint16Array, Uint16Array, Uint16Array];
  return new TelltaleTable({
    units,
    children,
    siblings,
    ends,
    masks: parts.u32('texts masks'),
    below: parts.u32('texts below'),
  });
}

const TABLE = `[greeting]
good (morning|day) | hi | hi there | 你好
[apology]
excus* | can't
[offer]
let(ting)? us know…`;
const [greeting, apology, offer] = [bitsOf('greeting'), bitsOf('apology'), bitsOf('offer')];

test.each<[string, number, string[]]>([
  ['Good morning, hi', greeting, ['good morning', 'hi']],
  ['HI THERE', greeting, ['hi there']],
  ['this, hit, shi, hi2', greeting, []],
  ['good  day', greeting, []],
  ['嗨你好吗', greeting, ['你好']],
  ['Excusez-moi, inexcusable', apology, ['excusez']],
  ['I can’t', apology, ["can't"]],
  ['good day', apology, []],
])('%j', (text, list, found) => {
  const folded = foldTelltale(text);
  const table = tableOf(TABLE);
  expect([...table.all(folded, list)].map(({ start, end }) => folded.slice(start, end))).toEqual(found);
  expect([table.isIn(folded, list), table.listsIn(folded, list)]).toEqual([
    found.length > 0,
    found.length > 0 ? list : 0,
  ]);
});

test.each<[string, number, boolean]>([
  ['hi', greeting, true],
  ['hi there', greeting, true],
  ['hi you', greeting, false],
  ['excusez', apology, true],
  ['excusez moi', apology, false],
  ['let us know which one it is', offer, true],
  [`letting us know${' and so on'.repeat(5)}`, offer, false],
])('%j alone', (text, list, isWhole) => {
  expect(tableOf(TABLE).isWhole(text, list)).toBe(isWhole);
});

test('finds what a plain search finds', PROPERTY, () => {
  const letters = fc.constantFrom('a', 'b', 'é', ' ');
  const word = fc.string({ unit: letters, maxLength: 4 }).map((rest) => `a${rest}`.trim().replace(/ {2,}/g, ' '));
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é', ' ', ',', '1'), maxLength: 20 });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), text, (words, said) => {
      const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'u');
      expect(tableOf(`[greeting]\n${words.join('\n')}`).isIn(said, greeting)).toBe(pattern.test(said));
    }),
  );
});
