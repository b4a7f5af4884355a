import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safe, shownPath } from '../../src/report/index.js';
import { PROPERTY } from '../properties.js';
import { HOSTILE, NOT_INERT } from './hostile.js';

describe('safe', () => {
  test.each(HOSTILE)('shows $text', ({ text, shown }) => expect(safe(text)).toBe(shown));

  test('leaves nothing that can do harm', PROPERTY, () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !NOT_INERT.test(safe(text).replace(ARABIC, ''))));
  });

  test('is done at once', PROPERTY, () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => safe(safe(text)) === safe(text)));
  });
});

/**
 * Signs that come before digits, and marks of old scripts. They are visible, although Unicode classifies them as format
 * characters.
 */
const ARABIC =
  /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}\u{13430}-\u{1345f}\u{1bca0}-\u{1bca3}]/gu;

describe('shownPath', () => {
  test.each([
    ['/repo/a/b.md', 'a/b.md'],
    ['/repo', '/repo'],
    ['/other/a.md', '/other/a.md'],
    ['/repo/..a.md', '..a.md'],
    ['/repo/::error::x.md', './::error::x.md'],
    ['/repo/##[x]y.md', './##[x]y.md'],
    ['/repo/ a.md', './ a.md'],
    ['stdin.md', 'stdin.md'],
  ])('%s', (path, shown) => expect(shownPath(path, '/repo')).toBe(shown));
});
