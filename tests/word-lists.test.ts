import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differencesBetween } from '../src/rule/near/differences.js';
import { hashOf } from '../src/rule/near/sketch.js';
import { DistinctValues, WordHasher } from '../src/rule/near/word-hashes.js';
import { WordLists } from '../src/rule/near/word-lists.js';

const word = fc.constantFrom(
  'the',
  'refund',
  'Refund',
  'takes',
  '#five',
  '5',
  'days',
  '!not',
  '{ticket}',
  '{order_no}',
);
const words = fc.array(word, { maxLength: 30 });

function numbered(words: readonly string[]): Uint16Array {
  return words.length === 0 ? new Uint16Array() : new WordHasher().of(words.join(' ')).numbers;
}

test('texts that share enough words are never ruled out', () => {
  fc.assert(
    fc.property(words, words, fc.integer({ min: 50, max: 100 }), (one, other, similarity) => {
      const lists = new WordLists();
      lists.add(3, numbered(one));
      lists.add(7, numbered([...other, 'more']));
      const most = Math.floor(((one.length + other.length) * (100 - similarity)) / 100);
      if (differencesBetween(one, other, most)) expect(lists.differ(3, numbered(other), similarity)).toBe(false);
    }),
  );
});

test('a text with other words is ruled out, but not for its placeholders', () => {
  const lists = new WordLists();
  const said = 'we have sent your refund to {ticket.card} today'.split(' ');
  lists.add(0, numbered(said));
  expect(lists.differ(0, numbered('please restart the router and wait for two minutes'.split(' ')), 85)).toBe(true);
  expect(lists.differ(0, numbered([...said.slice(0, 6), '{card_no}', 'today']), 85)).toBe(false);
});

test('a text that was not kept is not ruled out', () => {
  const lists = new WordLists();
  lists.add(0, numbered(['refund']));
  expect(lists.differ(1, numbered(['days']), 85)).toBe(false);
  lists.clear();
  expect(lists.differ(0, numbered(['days']), 85)).toBe(false);
});

test('the words of a text are hashed one by one, with and without their marks', () => {
  const written = fc.oneof(word, fc.string(), fc.constantFrom('', '!', '#', 'ÜBER', '#Zwölf', '!NE', 'İ', 'ΌΣΟΣ'));
  const hasher = new WordHasher();
  fc.assert(
    fc.property(fc.array(written, { minLength: 1 }), (words) => {
      const text = words.join(' ');
      const split = text.split(' ');
      expect([...hasher.of(text).words]).toEqual(split.map(hashOf));
      expect([...hasher.of(text).contents]).toEqual(split.map((word) => hashOf(word.replace(/^[!#](?=.)/su, ''))));
    }),
  );
});

test('each distinct value is found once, in order', () => {
  const distinct = new DistinctValues();
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(20), fc.integer({ min: 0, max: 0xffffffff })), { maxLength: 200 }), (all) => {
      const values = Uint32Array.from(all);
      expect([...values.subarray(0, distinct.gather(values))]).toEqual([...new Set(all)]);
    }),
  );
});
