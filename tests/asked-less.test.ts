import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.js';
import { tryRule } from '../src/lint/index.js';
import type { Example } from '../src/rule/index.js';

/** What a rule marks in a text. */
async function marked(id: string, example: string | Example): Promise<readonly string[]> {
  const rule = rules.find((one) => one.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return (await tryRule(rule, example)).map(({ marks }) => marks);
}

describe('gaps', () => {
  const LETTER = 'Dear Library,\n\nI returned the book on INSERT RETURN DATE.\n\nKind regards,\nYOUR NAME';
  const around = (letter: string) =>
    `Dear Mr. Okafor,\n\nYour loan is nearly settled. Please send us this statement:\n\n${letter}\n\nThen we close the loan.\n\nKind regards,\nAna`;

  test('in a letter that the customer is to copy are the customer’s', async () => {
    expect(await marked('no-unfilled-placeholder', around(LETTER))).toEqual([]);
  });

  test('in the letter itself are ours', async () => {
    expect(await marked('no-unfilled-placeholder', around('You returned it on INSERT RETURN DATE.'))).toEqual([
      'INSERT RETURN DATE',
    ]);
  });

  test('are not notes, too', async () => {
    const text =
      'Dear Mr. Okafor,\n\nThe shelf mark is **INSERT SHELF MARK**, and your desk is **INSERT TEXT**.\n\nAna';
    expect(await marked('no-internal-note', text)).toEqual([]);
    expect(await marked('no-internal-note', 'Your watch is here.\n\n**INSERT FINDINGS FROM JOB SHEET**')).toEqual([
      'INSERT FINDINGS FROM JOB SHEET',
    ]);
  });
});

describe('in automatic notices', () => {
  const NOTICE = 'This is an automated email. You have not signed the agreement yet.';

  test.each([
    ['no-robotic-phrases', 'This is an automated email'],
    ['no-blame-shifting', 'You have not signed'],
  ])('%s is not asked about plain facts where a preset asks for it', async (id, mark) => {
    const options = { inNotices: false };
    expect(await marked(id, { text: NOTICE, form: 'auto', options })).toEqual([]);
    expect(await marked(id, { text: NOTICE, form: 'auto' })).toEqual([mark]);
    expect(await marked(id, { text: NOTICE, form: 'full', options })).toEqual([mark]);
  });
});

describe('a greeting', () => {
  test('on a line of its own greets below a list that should not be sent', async () => {
    const text =
      'Fees, to be removed:\n\n- Oslo\n- Rome\n- Bonn\n- Lima\n\nHi there,\n\nWe ship to your town on Mondays.\n\nAna';
    expect(await marked('greeting', { text, form: 'full' })).toEqual([]);
  });

  test('within a sentence further down does not', async () => {
    const text =
      'Fees:\n\n- Oslo\n- Rome\n- Bonn\n- Lima\n\nHi there is what we say here, and we ship on Mondays.\n\nAna';
    expect(await marked('greeting', { text, form: 'full' })).toHaveLength(1);
  });
});
