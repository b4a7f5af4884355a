import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedOf, scoresOf } from '../../src/lint/result/scores.js';
import type { LintMessage } from '../../src/model/finding.js';
import { SEGMENTS } from '../../src/model/reply.js';
import { PROPERTY } from '../properties.js';
import { finding } from './hostile.js';

const BOTH = { required: 1, avoided: 1 };
const AVOIDED = { required: 0, avoided: 2 };
const ALL = { greeting: BOTH, responding: AVOIDED, concluding: BOTH, future: BOTH, personal: BOTH, hygiene: AVOIDED };

const found = (given: Partial<LintMessage>) => finding({ severity: 1, segment: 'responding', words: 'x', ...given });

describe('the score of a reply', () => {
  test('is 100 where nothing was found, with a basis of what was asked', () =>
    expect(scoresOf(ALL, [])).toEqual({
      total: 100,
      basis: 75,
      segments: { greeting: 100, responding: 100, concluding: 100, future: 100, personal: 100, hygiene: 100 },
    }));

  test.each<[string, Partial<LintMessage>[], number]>([
    ['a warning takes 30 points', [{}], 70],
    ['an error takes all', [{ severity: 2 as const }], 0],
    ['what is missing takes 60', [{ words: '' }], 40],
    ['on some texts only, it is half', [{ when: 'vip' }], 85],
    ['a rule counts once, by its worst finding', [{ when: 'vip' }, {}, {}], 70],
    ['two rules add up', [{}, { ruleId: 'no-policy' }], 40],
    ['it does not fall below 0', [{ severity: 2 as const }, { severity: 2 as const, ruleId: 'no-policy' }], 0],
    [
      'a file that could not be checked is no finding of a segment',
      [{ ruleId: null, segment: undefined } as object as Partial<LintMessage>],
      100,
    ],
  ])('%s', (_, messages, score) => {
    expect(scoresOf(ALL, messages.map(found)).segments.responding).toBe(score);
  });

  test('a segment counts by its weight', () => {
    // The segment “responding” weighs 20 of 75.
    expect(scoresOf(ALL, [found({ severity: 2 })]).total).toBe(Math.round((100 * 55) / 75));
  });

  test('a chat line is not punished for a greeting that it does not owe', () =>
    expect(scoresOf({ greeting: AVOIDED, responding: AVOIDED, hygiene: AVOIDED }, [])).toEqual({
      total: 100,
      basis: 30,
      segments: { responding: 100, hygiene: 100 },
    }));

  test('a part that need not be there is scored where something was found in it', () =>
    expect(scoresOf({ future: AVOIDED }, [found({ segment: 'future' })])).toEqual({
      total: 70,
      basis: 10,
      segments: { future: 70 },
    }));

  test('the segment library is scored only where something was found', () => {
    const asked = { responding: AVOIDED, library: AVOIDED };
    expect(scoresOf(asked, [])).toEqual({ total: 100, basis: 20, segments: { responding: 100 } });
    expect(scoresOf(asked, [found({ segment: 'library' })])).toEqual({
      total: Math.round((20 * 100 + 15 * 40) / 35),
      basis: 35,
      segments: { responding: 100, library: 40 },
    });
  });

  test('a further finding never raises the score', PROPERTY, () => {
    const one = fc.record({
      ruleId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      segment: fc.constantFrom(...SEGMENTS),
      severity: fc.constantFrom(1 as const, 2 as const),
      words: fc.constantFrom('', 'x'),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), one, (findings, more) => {
        const before = scoresOf(ALL, findings.map(found));
        const after = scoresOf(ALL, [...findings, { ...more, ruleId: 'more' }].map(found));
        expect(after.total).toBeLessThanOrEqual(before.total ?? 100);
        expect(after.basis).toBeLessThanOrEqual(100);
      }),
    );
  });

  test('of which nothing was asked, there is none', () =>
    expect(scoresOf({}, [])).toEqual({ total: null, basis: 0, segments: {} }));

  test('counts what was asked by segment', () =>
    expect(
      askedOf([
        { segment: 'future', kind: 'presence' },
        { segment: 'clarity', kind: 'check' },
        { segment: 'future', kind: 'avoidance' },
      ]),
    ).toEqual({ future: { required: 1, avoided: 1 }, clarity: { required: 0, avoided: 1 } }));
});
