import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differencesBetween } from '../src/rule/near/differences.js';
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

test('texts that share enough words are never ruled out', () => {
  fc.assert(
    fc.property(words, words, fc.integer({ min: 50, max: 100 }), (one, other, similarity) => {
      const lists = new WordLists();
      lists.add(3, one);
      lists.add(7, [...other, 'more']);
      const most = Math.floor(((one.length + other.length) * (100 - similarity)) / 100);
      if (differencesBetween(one, other, most)) expect(lists.differ(3, other, similarity)).toBe(false);
    }),
  );
});

test('a text with other words is ruled out, but not for its placeholders', () => {
  const lists = new WordLists();
  const said = 'we have sent your refund to {ticket.card} today'.split(' ');
  lists.add(0, said);
  expect(lists.differ(0, 'please restart the router and wait for two minutes'.split(' '), 85)).toBe(true);
  expect(lists.differ(0, [...said.slice(0, 6), '{card_no}', 'today'], 85)).toBe(false);
});

test('a text that was not kept is not ruled out', () => {
  const lists = new WordLists();
  lists.add(0, ['refund']);
  expect(lists.differ(1, ['days'], 85)).toBe(false);
  lists.clear();
  expect(lists.differ(0, ['days'], 85)).toBe(false);
});
