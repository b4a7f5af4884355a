import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languageOf } from '../src/language/index.js';
import { PhraseTable, tokens } from '../src/language/phrase/index.js';
import { PROPERTY, runs } from './properties.js';

const english = languageOf('en');
const PHRASES = [
  '(we|you) are',
  'refund* … order',
  '{number} (hours|days)',
  'not? sorry',
  '!(not) please',
  '^ sorry',
  'order {number}? $',
  '(our|the|your) (public forum|tracker)',
  '(please|sorry)',
  '(refund|the forum)',
];
const tables = [true, false].map((skips) => PhraseTable.of(PHRASES, english, { skips }));
const WORD = fc.constantFrom(
  ...'we you are not sorry please refund refunded the your our public forum tracker order 5 12 hours days really just'.split(
    ' ',
  ),
);

test('the first match of a phrase is the one that a search for all matches finds first', PROPERTY, () => {
  fc.assert(
    fc.property(fc.array(WORD, { maxLength: 12 }), fc.nat(4), fc.nat(4), (said, before, after) => {
      const words = tokens(said.join(' '), english);
      const [from, to] = [Math.min(before, words.length), Math.max(0, words.length - after)];
      for (const table of tables)
        for (const phrase of PHRASES.keys()) {
          const all = table.find(words, from, to).filter((hit) => hit.phrase === phrase);
          const [first] = all.sort((one, other) => one.from - other.from);
          expect(table.first(phrase, words, from, to)).toEqual(first);
        }
    }),
    runs(100),
  );
});
