import { describe, expect, test } from 'vitest';
import { askedOf, scoresOf } from '../../src/lint/result/scores.js';
import type { LintMessage } from '../../src/model/finding.js';
import { finding } from './hostile.js';

const ALL = { greeting: 2, responding: 5, concluding: 2, future: 2, personal: 2, hygiene: 4 } as const;

const found = (given: Partial<LintMessage>) => finding({ severity: 1, segment: 'responding', words: 'x', ...given });

describe('the score of a reply', () => {
  test('is 100 where nothing was found, with a basis of what was asked', () =>
    expect(scoresOf(ALL, [])).toEqual({
      total: 100,
      basis: 75,
      segments: { greeting: 100, responding: 100, concluding: 100, future: 100, personal: 100, hygiene: 100 },
    }));

  test.each([
    ['a warning takes 30 points', [{}], 70],
    ['an error takes 60', [{ severity: 2 as const }], 40],
    ['what is missing takes 60', [{ words: '' }], 40],
    ['on some texts only, it is half', [{ when: 'vip' }], 85],
    ['a rule counts once, by its worst finding', [{ when: 'vip' }, {}, {}], 70],
    ['two rules add up', [{}, { ruleId: 'no-policy' }], 40],
    ['it does not fall below 0', [{ severity: 2 as const }, { severity: 2 as const, ruleId: 'no-policy' }], 0],
    [
      'a file that could not be checked is no finding of a segment',
      [{ ruleId: null, segment: undefined } as object],
      100,
    ],
  ])('%s', (_, messages, score) => {
    expect(scoresOf(ALL, messages.map(found)).segments.responding).toBe(score);
  });

  test('a segment counts by its weight', () => {
    // Responding weighs 20 of 75: 40 × 20 + 100 × 55.
    expect(scoresOf(ALL, [found({ severity: 2 })]).total).toBe(Math.round((40 * 20 + 100 * 55) / 75));
  });

  test('a chat line is not punished for a greeting that it does not owe', () =>
    expect(scoresOf({ greeting: 1, responding: 5, hygiene: 4 }, [])).toEqual({
      total: 100,
      basis: 30,
      segments: { responding: 100, hygiene: 100 },
    }));

  test('one rule gives a score where it found something', () =>
    expect(scoresOf({ future: 1 }, [found({ segment: 'future' })])).toEqual({
      total: 70,
      basis: 10,
      segments: { future: 70 },
    }));

  test('of which nothing was asked, there is none', () =>
    expect(scoresOf({}, [])).toEqual({ total: null, basis: 0, segments: {} }));

  test('counts what was asked by segment', () =>
    expect(askedOf([{ segment: 'future' }, { segment: 'clarity' }, { segment: 'future' }])).toEqual({
      future: 2,
      clarity: 1,
    }));
});
