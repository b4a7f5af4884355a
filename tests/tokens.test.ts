import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languageOf } from '../src/language/index.js';
import { tokens } from '../src/language/phrase/index.js';
import { PROPERTY, runs } from './properties.js';

const PART = fc.oneof(
  fc.constantFrom(
    'word',
    'Two',
    'a',
    'I',
    "don't",
    "it's",
    'self-made',
    'café',
    'ſ',
    'ß',
    'e.g',
    'U.S',
    'www',
    'http',
    'naïve',
    'Ł',
    'ª',
    'µ',
    '×',
    '´',
    'ʻ',
    '‐',
    '‘',
    '—',
    '€',
    '²',
    '.',
    'é',
    'HTTPS',
  ),
  fc.constantFrom(
    ' ',
    ' ',
    ' ',
    '.',
    '.',
    ',',
    ':',
    '://',
    '/',
    "'",
    '’',
    '`',
    '-',
    '\u2011',
    '_',
    '+',
    '\n',
    '\u00ad',
    '\u200b',
  ),
  fc.constantFrom(
    '1',
    '23',
    '1.5',
    '12:30',
    '٣',
    '½',
    '\u0301',
    '\u00a0',
    '“',
    '🙂',
    '(',
    ')',
    '?',
    '!',
    'Mia.Next',
    'x.com',
  ),
  fc.string({ maxLength: 3 }),
);

test('plain words are read as the expression for all words reads them', PROPERTY, () => {
  const english = languageOf('en');
  fc.assert(
    fc.property(fc.array(PART, { maxLength: 14 }), (parts) => {
      const text = parts.join('').replaceAll('@', '').slice(0, 60).trimEnd();
      // Where an email address may begin, no word is read by its letters alone.
      const expected = tokens(`${text} a@`, english).slice(0, -1);
      expect(tokens(text, english)).toEqual(expected);
    }),
    runs(500),
  );
});
