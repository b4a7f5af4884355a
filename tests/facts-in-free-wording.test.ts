import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import rule from '../rules/consistent-facts.js';
import { tryRule } from '../src/lint/index.js';

/** Two texts of one team, each with a fact in its own words. */
interface Pair {
  readonly business: string;
  /** Whether the pair was read while the rule was extended. */
  readonly half: 'read' | 'unread';
  readonly contradict: boolean;
  readonly one: string;
  readonly other: string;
}

const PAIRS = readFileSync('fixtures/facts/pairs.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line): Pair => JSON.parse(line));

/** Minimum number of contradictions to find, of 20 in each half. */
const FLOORS = { read: 17, unread: 9 } as const;

async function isReported({ one, other }: Pair): Promise<boolean> {
  const found = await tryRule(rule, {
    replies: [
      { title: 'First case', text: `Hi Kim,\n\nthanks for your message. ${one}\n\nBest,\nSam` },
      { title: 'Something else', text: `Hi Lou,\n\nwe are sorry to hear that. ${other}\n\nBest,\nSam` },
    ],
  });
  return found.length > 0;
}

async function reported(pairs: readonly Pair[]): Promise<readonly Pair[]> {
  const found: Pair[] = [];
  for (const pair of pairs) if (await isReported(pair)) found.push(pair);
  return found;
}

describe('facts in free wording', () => {
  test.each(['read', 'unread'] as const)('contradictions of the %s half are found', async (half) => {
    const pairs = PAIRS.filter((pair) => pair.half === half && pair.contradict);
    expect(pairs).toHaveLength(20);
    expect((await reported(pairs)).length).toBeGreaterThanOrEqual(FLOORS[half]);
  });

  test('near misses are not reported', async () => {
    const pairs = PAIRS.filter(({ contradict }) => !contradict);
    expect(pairs).toHaveLength(40);
    expect(await reported(pairs)).toEqual([]);
  });
});

/** Pairs that differ in how a value is written, or in what limits it. */
const SAME_VALUE: readonly (readonly [one: string, other: string])[] = [
  ['Links stay valid for 60 minutes.', 'The link works for one hour.'],
  ['Passwords need at least 8 characters.', 'Use 8 or more characters for your password.'],
  ['We guarantee it for 2 years.', 'There is a two-year warranty on it.'],
  ['The deposit is $1,000.', 'We ask for a deposit of $1000.00.'],
  ['Delivery takes up to 5 days.', 'We usually deliver in 3 days.'],
  ['Repairs take 5 working days.', 'We repair it within a week.'],
  ['On weekdays we are here from 9 to 5.', 'You reach us from 9 am to 5 pm on weekdays.'],
  ['Pro costs $12 a month.', 'Pro costs $120 a year.'],
  ['We look at every return within 3 days.', 'Returns are accepted for 30 days.'],
];

const OTHER_VALUE: readonly (readonly [one: string, other: string])[] = [
  ['Links stay valid for 60 minutes.', 'The link works for two hours.'],
  ['Passwords need at least 8 characters.', 'Use 12 or more characters for your password.'],
  ['We guarantee it for 2 years.', 'There is a three-year warranty on it.'],
  ['The deposit is $1,000.', 'We ask for a deposit of $1,500.'],
  ['On weekdays we are here from 9 to 5.', 'You reach us from 8 am to 6 pm on weekdays.'],
  ['Check-in starts at 3 pm.', 'Your room is ready at 2 pm.'],
  ['You earn 2 points per euro.', 'Every euro gives you 3 points.'],
  ['VAT is 20%.', 'Prices include 19 percent VAT.'],
  ['Pro costs $12 per month.', 'The Pro plan is $15 a month.'],
  ['Defects are covered for 2 years.', 'The warranty runs for 3 years.'],
];

describe('values of matters', () => {
  const pairOf = ([one, other]: readonly [string, string]): Pair => ({
    ...{ business: 'shop', half: 'read', contradict: true, one, other },
  });
  test.each(SAME_VALUE)('are compatible: %s %s', async (...pair) => expect(await isReported(pairOf(pair))).toBe(false));
  test.each(OTHER_VALUE)('are contrary: %s %s', async (...pair) => expect(await isReported(pairOf(pair))).toBe(true));
});

test('a value that only the titles tell apart is not compared', async () => {
  const replies = [
    { title: 'Voucher', text: 'Hi Kim,\n\nthe code can be used for 30 days.\n\nBest,\nSam' },
    { title: 'Newsletter: code', text: 'Hi Lou,\n\nuse the code within 14 days.\n\nBest,\nSam' },
  ];
  const found = await tryRule(rule, { replies });
  expect(found).toEqual([]);
});

/** Two replies, each with its title. */
type Titled = readonly [titleOfOne: string, one: string, titleOfOther: string, other: string];

/** The title or the sentence before names the matter of one of the values. */
const ANCHORED: readonly Titled[] = [
  ['Your gift card', 'It stays good for 12 months.', 'Hello', 'The gift card is valid for 24 months.'],
  [
    'Hello',
    'Here is your gift card. It can be used for 12 months.',
    'Gift card',
    'Gift cards are valid for 24 months.',
  ],
  ['Voucher', 'It can be redeemed for 6 months.', 'Thanks', 'The voucher expires after 3 months.'],
  ['Thanks', 'We have sent you a voucher. It stays live for 6 months.', 'Voucher', 'The voucher lasts for 3 months.'],
  ['Link', 'It goes stale after 2 hours.', 'Hello', 'The link is valid for 24 hours.'],
  ['Hello', 'We have mailed you a link. It works for 2 hours.', 'Link', 'The link is valid for 24 hours.'],
  ['Points', 'They expire after 12 months.', 'Hello', 'Points are valid for 24 months.'],
  ['Warranty', 'It runs for 2 years.', 'Hello', 'The warranty lasts for 3 years.'],
  ['Refund', 'Expect it to take 5 working days.', 'Money', 'The refund takes 14 working days.'],
  ['Repair', 'It takes 8 working days.', 'Hello', 'Repairs take 15 working days.'],
];

/** The title or the sentence before names another matter, another case or several matters. */
const ANCHORED_ELSEWHERE: readonly Titled[] = [
  ['Your voucher', 'It stays good for 12 months.', 'Hello', 'The gift card is valid for 24 months.'],
  ['Gift card', 'You get a quote, which is valid for 30 days.', 'Hello', 'The gift card is valid for 24 months.'],
  ['Voucher and link', 'It is valid for 2 hours.', 'Voucher', 'The voucher is valid for 6 months.'],
  ['Link', 'The code works for 10 minutes.', 'Hello', 'The link is valid for 2 hours.'],
  ['Repair', 'Should tracking show nothing after 3 days, write to us.', 'Hello', 'Repairs take 15 working days.'],
  ['Repair', 'The express lane takes 3 working days.', 'Hello', 'Repairs take 15 working days.'],
  ['Refund', 'A bank transfer takes 10 working days.', 'Money', 'The refund takes 5 working days.'],
  ['Warranty: lamps', 'It runs for 2 years.', 'Warranty: desks', 'It runs for 3 years.'],
  ['Voucher: Ireland', 'It is valid for 5 years.', 'Voucher: UK', 'It is valid for 2 years.'],
  ['Thanks', 'We have sent a voucher. Your trial runs for 30 days.', 'Voucher', 'The voucher lasts for 3 months.'],
];

describe('matters that the title or the sentence before names', () => {
  const findingsIn = ([title, text, titleOfOther, other]: Titled) =>
    tryRule(rule, {
      replies: [
        { title, text: `Hi Kim,\n\n${text}\n\nBest,\nSam` },
        { title: titleOfOther, text: `Hi Lou,\n\n${other}\n\nBest,\nSam` },
      ],
    });
  test.each(ANCHORED)('are compared: %s: %s %s: %s', async (...pair) => expect(await findingsIn(pair)).not.toEqual([]));
  test.each(ANCHORED_ELSEWHERE)('are told apart: %s: %s %s: %s', async (...pair) =>
    expect(await findingsIn(pair)).toEqual([]),
  );
});
