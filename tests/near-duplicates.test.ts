import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import rule from '../rules/no-near-duplicates.js';
import { tryRule } from '../src/lint/index.js';
import type { DigestedReply, Digests } from '../src/rule/library-steps.js';
import { differencesBetween } from '../src/rule/near/differences.js';
import { duplicatesIn } from '../src/rule/near/duplicates.js';
import type { ComparableReply } from '../src/rule/near/kept.js';
import { Neighbors } from '../src/rule/near/neighbors.js';
import { hashOf } from '../src/rule/near/sketch.js';
import type { LibraryReply } from '../src/rule/rule.js';
import { cpuTimeOf } from './cpu-time.js';
import { PROPERTY, runs } from './properties.js';

/** Texts of replies about different cases. */
const BASES: readonly (readonly [title: string, text: string])[] = [
  [
    'Refund sent',
    'we have sent your refund today. Your bank needs three to five days to show it on your account. If it is missing after that, reply here and we will trace it for you.',
  ],
  [
    'Parcel late',
    'your parcel is still with the carrier and will arrive later than planned. We have asked them for a new date and will write to you as soon as we know it.',
  ],
  [
    'Password',
    'you can choose a new password with the link on the sign-in page. It is valid for one hour. Please check the spam folder if the message does not show up in your inbox.',
  ],
  [
    'Warranty',
    'thank you for the photos of the broken hinge. The warranty covers this kind of damage, so we will send a new part to the address in your order.',
  ],
  [
    'Invoice copy',
    'attached you find a copy of the invoice that you asked for. It shows the tax number of your company and can be used for your records.',
  ],
  [
    'Seat change',
    'the seat by the window that you wanted is free again. We have moved your booking there and sent a new ticket to your phone.',
  ],
  [
    'Allergy',
    'our kitchen can prepare the menu without nuts for the whole table. Please tell the waiter when you come in, so that nobody mixes up the plates.',
  ],
  [
    'Cancel plan',
    'your plan ends on the last day of this month and nothing more is charged. Until then you keep all features, and your files stay readable for a year.',
  ],
];

/** Changes that turn a text into a near duplicate. */
const DRIFT: readonly (readonly [name: string, edit: (text: string) => string])[] = [
  ['word for word', (text) => text],
  ['a filler more', (text) => text.replace(/ will /, ' will certainly ').replace(/ can /, ' can easily ')],
  [
    'another verb',
    (text) =>
      text
        .replace(/\bhave sent\b/, 'just sent')
        .replace(/\bneeds\b/, 'takes')
        .replace(/asked/, 'begged')
        .replace(/choose/, 'pick')
        .replace(/covers/, 'includes')
        .replace(/attached/, 'below')
        .replace(/moved/, 'put')
        .replace(/prepare/, 'cook')
        .replace(/ends/, 'stops'),
  ],
  ['a polite sentence more', (text) => `${text} Have a nice day and take care.`],
  ['an opening sentence more', (text) => `thank you for your message. ${text}`],
  ['a slip', (text) => text.replace(/your/, 'yuor').replace(/ the /, ' teh ')],
  ['other marks', (text) => text.replaceAll('. ', '! ').replaceAll(',', ' –')],
];

/** Returns a text with its statement negated. */
const negated = (text: string) => text.replace(/ (?:will|can|is|have) /, (verb) => `${verb}not `);

const letter = (text: string, name = 'Kim') => `Hi ${name},\n\n${text}\n\nBest,\nSam\n`;
const bases: readonly LibraryReply[] = BASES.map(([title, text]) => ({ title, text: letter(text), form: 'full' }));

async function found(replies: readonly LibraryReply[]): Promise<readonly number[]> {
  return (await tryRule(rule, { replies })).map(({ reply = -1 }) => reply);
}

describe('no-near-duplicates', () => {
  test('is silent on replies about cases of their own', async () => {
    expect(await found(bases)).toEqual([]);
  });

  test.each(DRIFT)('finds each reply again: %s', async (_, edit) => {
    const copies = BASES.map(
      ([, text], nth): LibraryReply => ({ title: `Text ${nth}`, text: letter(edit(text), 'Lou'), form: 'full' }),
    );
    expect(await found([...bases, ...copies])).toEqual(BASES.map((_, nth) => nth + BASES.length));
  });

  test('keeps what says another case apart', async () => {
    for (const [name, text] of BASES) {
      const twice = text.replace(/\bthree\b/, 'four').replace(/\bone\b/, 'two');
      const others = [negated(text), ...(twice === text ? [] : [twice])].filter((other) => other !== text);
      const replies = others.map(
        (other): LibraryReply => ({ title: `Other ${name}`, text: letter(other), form: 'full' }),
      );
      for (const reply of replies)
        expect(await found([{ title: name, text: letter(text), form: 'full' }, reply]), reply.text).toEqual([]);
    }
  });

  test('names the first reply, what differs, and the others, once', async () => {
    const [[title, text] = ['', '']] = BASES;
    const [finding, ...more] = await tryRule(rule, {
      replies: [
        { title, text: letter(text) },
        { title: 'Money is back', text: letter(text.replace('today', 'this morning')) },
        { title: 'Paid back', text: letter(text.replace('If it is missing', 'If it is still missing')) },
      ],
    });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      reply: 1,
      message: 'Nearly repeats “Refund sent”: “this morning” instead of “today”; so does “Paid back”',
      suggestions: ['Keep one of them, or say in the title and text of each which case it is for'],
    });
  });
});

describe('differencesBetween', () => {
  const words = fc.array(fc.constantFrom('a', 'B', 'c', 'd'), { maxLength: 12 });

  test('finds the fewest differences, and all of them', PROPERTY, () => {
    fc.assert(
      fc.property(words, words, fc.nat(10), (before, after, most) => {
        const fewest = before.length + after.length - 2 * longestCommon(before, after);
        const differences = differencesBetween(before, after, most);
        expect(differences === undefined).toBe(fewest > most);
        if (!differences) return;
        const [removed, added] = [differences.flatMap((one) => one.before), differences.flatMap((one) => one.after)];
        expect(removed.length + added.length).toBe(fewest);
        expect(isPartOf(removed, before) && isPartOf(added, after)).toBe(true);
      }),
      runs(200),
    );
  });

  test('letter case does not count, and what stands together is one difference', () => {
    expect(differencesBetween(['A', 'b', 'c', 'd'], ['a', 'x', 'y', 'd', 'e'], 9)).toEqual([
      { before: ['b', 'c'], after: ['x', 'y'] },
      { before: [], after: ['e'] },
    ]);
  });
});

test('ten times as many texts take about ten times as long', () => {
  const texts = Array.from({ length: 8000 }, (_, nth) =>
    Uint32Array.from({ length: 40 }, (_, at) => hashOf(at % 8 < 5 ? `all${at}` : `w${(nth * 31 + at * 7) % 9973}`)),
  );
  const cost = (count: number) =>
    cpuTimeOf(() => {
      const neighbors = new Neighbors(count);
      for (const text of texts.slice(0, count)) neighbors.count(text);
      for (const text of texts.slice(0, count)) {
        const sketch = neighbors.sketchOf(text);
        neighbors.near(sketch);
        neighbors.add(sketch);
      }
    });
  cost(800);
  expect(cost(8000) / cost(800)).toBeLessThan(25);
});

test('a library that does not fit in a block has the same duplicates', () => {
  const digests = libraryOf(
    Array.from({ length: 700 }, (_, nth) => {
      const [, text] = BASES[nth % BASES.length] as (typeof BASES)[number];
      const [, drift] = DRIFT[Math.floor(nth / BASES.length) % DRIFT.length] as (typeof DRIFT)[number];
      return nth % 3 === 0
        ? `reply ${nth} ${text
            .split(' ')
            .reverse()
            .slice(nth % 20)
            .join(` w${nth} `)}`
        : drift(text);
    }),
  );
  const inOrder = (most?: number) => duplicatesIn(digests, 85, most).toSorted((a, b) => a.first - b.first);
  const whole = inOrder();
  expect(whole.length).toBeGreaterThan(5);
  expect(whole.reduce((sum, { others }) => sum + others.length, 0)).toBeGreaterThan(300);
  for (const most of [1, 7, 90, 300]) expect(inOrder(most)).toEqual(whole);
});

/** Returns the digests of replies of one file. */
function libraryOf(texts: readonly string[]): Digests<ComparableReply> {
  const digests = texts.map((text, index) => {
    const reply = {
      id: `${index}`,
      pointer: `/${index}`,
      form: 'email',
      locale: 'en',
      file: 'replies.md',
      title: `Text ${index}`,
    };
    return { index, reply: reply as unknown as DigestedReply, data: { words: text, opening: 0, closing: 0 } };
  });
  return {
    length: digests.length,
    at: (index) => digests[index] as (typeof digests)[number],
    store: (bytes) => {
      const stored = bytes.slice();
      return () => stored;
    },
    [Symbol.iterator]: () => digests[Symbol.iterator](),
  };
}

function longestCommon(a: readonly string[], b: readonly string[]): number {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i += 1)
    for (let j = 1; j <= b.length; j += 1) {
      const [row, above] = [table[i] as number[], table[i - 1] as number[]];
      row[j] = a[i - 1] === b[j - 1] ? (above[j - 1] ?? 0) + 1 : Math.max(above[j] ?? 0, row[j - 1] ?? 0);
    }
  return table[a.length]?.[b.length] ?? 0;
}

/** Returns true if the words occur in the others in this order. */
function isPartOf(words: readonly string[], others: readonly string[]): boolean {
  let at = 0;
  for (const word of others) if (word === words[at]) at += 1;
  return at === words.length;
}

describe('a reply with the same words', () => {
  const says = async (text: string, other: string) => {
    const [found] = await tryRule(rule, {
      replies: [
        { title: 'Sent', text },
        { title: 'Gone', text: other },
      ],
    });
    return found?.message;
  };
  const text = letter('your parcel left our warehouse today, and you can follow it with the number in your account.');

  test.each([
    ['nothing', text, 'Repeats “Sent” word for word'],
    ['the salutation', text.replace('Hi', 'Hello'), 'Repeats “Sent” word for word, except for the opening'],
    [
      'thanks',
      text.replace('your parcel', 'thank you for your message.\n\nYour parcel'),
      'Repeats “Sent” word for word, except for the opening',
    ],
    ['the signature', text.replace('Sam', 'Alex'), 'Repeats “Sent” word for word, except for the closing'],
    [
      'both',
      text.replace('Hi', 'Dear').replace('Best', 'Kind regards'),
      'Repeats “Sent” word for word, except for the opening and the closing',
    ],
    [
      'letter case and line breaks',
      text.replace('Hi', 'HI').replaceAll('\n\n', '\n\n\n'),
      'Repeats “Sent” word for word',
    ],
    ['a name', text.replace('Kim', 'Lou'), 'Repeats “Sent” word for word, except for the opening'],
  ])('different: %s', async (_, other, message) => {
    expect(await says(text, other)).toBe(message);
  });

  test('with another placeholder for the name does not differ', async () => {
    const [one, other] = ['[Name]', '{{customer.first_name}}'].map((name) => text.replace('Kim', name));
    expect(await says(one ?? '', other ?? '')).toBe('Repeats “Sent” word for word');
  });
});
