import { describe, expect, test } from 'vitest';
import rule from '../rules/consistent-names.js';
import { tryRule } from '../src/lint/index.js';
import type { LibraryReply } from '../src/rule/rule.js';

const check = (placeholder: string): LibraryReply => ({ text: `Please check ${placeholder}, and tell us.` });
const six = (placeholder: string) => Array<LibraryReply>(6).fill(check(placeholder));

async function messages(replies: readonly LibraryReply[]): Promise<readonly string[]> {
  return (await tryRule(rule, { replies })).map(({ message }) => message);
}

describe('a placeholder that one reply misspells', () => {
  test.each([
    ['a missing letter', '{{booking_code}}', '{{boking_code}}'],
    ['a letter twice', '{{voucher_code}}', '{{vouccher_code}}'],
    ['swapped letters', '[Flight Number]', '[Fligth Number]'],
    ['two slips in a long word', '{{reservation}}', '{{resrevatoin}}'],
    ['in one part of a path', '{{shop.delivery.window}}', '{{shop.delivrey.window}}'],
    ['in camel case', '{deliveryWindow}', '{delivreyWindow}'],
    ['in angle brackets', '<TRACKING CODE>', '<TRACKNG CODE>'],
  ])('%s', async (_, usual, rare) => {
    expect(await messages([...six(usual), check(rare)])).toEqual([
      `“${rare}” looks like a misspelling of “${usual}” (1 vs. 6 replies)`,
    ]);
  });

  test.each([
    ['another word', '{{order_number}}', '{{order_date}}'],
    ['a plural', '{{item_name}}', '{{items_name}}'],
    ['another number', '{{line_1}}', '{{line_2}}'],
    ['a short word', '{{city}}', '{{cite}}'],
    ['another first letter', '{{sender_id}}', '{{vender_id}}'],
    ['other brackets', '{{booking_code}}', '[boking code]'],
    ['two words', '{{booking_code}}', '{{boking_cod}}'],
  ])('but not %s', async (_, usual, rare) => {
    expect(await messages([...six(usual), check(rare)])).toEqual([]);
  });

  test('but not if two replies use it, or few the other one', async () => {
    const [usual, rare] = ['{{contact_id}}', '{{contract_id}}'];
    expect(await messages([...six(usual), check(rare), check(rare)])).toEqual([]);
    expect(await messages([...six(usual).slice(3), check(rare)])).toEqual([]);
  });

  test('but not if a reply uses both, or others use the word', async () => {
    const [usual, rare] = ['{{contact_id}}', '{{contract_id}}'];
    expect(await messages([...six(usual), check(`${rare} and ${usual}`)])).toEqual([]);
    const ends = check('{{contract_end}}');
    expect(await messages([...six(usual), ends, ends, check(rare)])).toEqual([]);
  });

  test('but not if it is reported as unknown already', async () => {
    expect(await messages([...six('{{customer_number}}'), check('{{custmer_number..}}')])).toEqual([]);
    expect(await messages([...six('{{organisation}}'), check('{{organisaton}}')])).toEqual([]);
  });
});
