import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languageOf } from '../src/language/index.js';
import { PhraseTable, tokens } from '../src/language/phrase/index.js';
import { KnownSentences } from '../src/language/phrase/known-sentences.js';
import type { Seen } from '../src/language/phrase/words.js';
import { PROPERTY, runs } from './properties.js';

const english = languageOf('en');
const seen = (code: number): Seen => ({ code, features: [], isFiller: false, sets: undefined });
/** Words with few codes, so that sentences recur. Words with the code 0 cannot be told apart. */
const LINE = fc.array(fc.constantFrom(0, 1, 2, 3, 0xffff).map(seen), { maxLength: 6 });

test('known sentences are found again by their words, like in a map', PROPERTY, () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(LINE, fc.nat(3)), { maxLength: 60 }), (lines) => {
      const known = new KnownSentences();
      const expected = new Map<string, number>();
      for (const [nth, [line, before]] of lines.entries()) {
        const from = Math.min(before, line.length);
        const codes = line.slice(from).map(({ code }) => code);
        const key = codes.join(' ');
        const found = known.find(line, from, line.length);
        expect(found?.[0]?.phrase).toBe(expected.get(key));
        if (found) continue;
        known.add(line, from, line.length, [{ phrase: nth, from: 0, to: 1 }]);
        if (!codes.includes(0)) expected.set(key, nth);
      }
    }),
    runs(200),
  );
});

test('more sentences than are kept are told apart too', () => {
  const known = new KnownSentences();
  for (let nth = 0; nth < 25_000; nth += 1) {
    const line = [seen(1 + (nth % 200)), seen(1 + Math.floor(nth / 200))];
    expect(known.find(line, 0, 2)).toBeUndefined();
    known.add(line, 0, 2, [{ phrase: nth, from: 0, to: 1 }]);
    expect(known.find(line, 0, 2)?.[0]?.phrase).toBe(nth);
  }
});

const PHRASES = ['(we|you) are', 'refund* … order', 'not? sorry', '^ sorry', 'order {number}? $'];
const WORD = fc.constantFrom(...'we you are not sorry refund refunded the your order 5 12 really . ?'.split(' '));

test('a search in all sentences finds what searches in each one find, also after groups were added', PROPERTY, () => {
  fc.assert(
    fc.property(fc.array(fc.array(WORD, { maxLength: 8 }), { maxLength: 5 }), fc.nat(8), (said, cut) => {
      const table = PhraseTable.of(PHRASES, english);
      const words = tokens(said.flat().join(' '), english);
      const middle = Math.min(cut, words.length);
      const sentences = [
        { from: 0, to: middle },
        { from: middle, to: words.length },
      ];
      const each = () => sentences.map(({ from, to }) => table.find(words, from, to));
      expect(table.findAll(words, sentences)).toEqual(each());
      table.include(Uint8Array.of(0));
      expect(table.findAll(words, sentences)).toEqual(each());
      table.include(Uint8Array.of(1));
      expect(table.findAll(words, sentences)).toEqual(each());
      expect(table.findOnce(words)).toEqual(table.find(words, 0, words.length));
    }),
    runs(100),
  );
});
