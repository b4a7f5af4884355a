import { describe, expect, test } from 'vitest';
import consistentFacts from '../rules/consistent-facts.js';
import noNearDuplicates from '../rules/no-near-duplicates.js';
import { tryRule } from '../src/lint/index.js';
import { mirrorsIn } from '../src/rule/near/mirrors.js';
import type { LibraryReply } from '../src/rule/rule.js';
import { folderWith, replylint } from './command-line.js';

const said = async (rule: Parameters<typeof tryRule>[0], ...replies: readonly (LibraryReply | string)[]) =>
  (await tryRule(rule, { replies })).map(({ reply, message }) => `${reply}: ${message}`);

/** Refers to the guidelines of a project. */
const upstream = (name: string, path: string) =>
  `This comes from the ${name} plug-in. Please open an issue there, and read its [contribution guide](https://code.example/${path}/blob/main/contribution-guide.md) before you do.`;

describe('the page of a topic', () => {
  test.each<[string, string, string]>([
    ['two projects have a page each', upstream('Kiln', 'acme/kiln'), upstream('Loom', 'weavers/loom')],
    [
      'a path writes a name with a hyphen',
      upstream('GlazeBoard', 'acme/glaze-board'),
      upstream('ShuttleRun', 'acme/shuttle-run'),
    ],
    [
      'upper and lower case differ',
      'See our [returns page](https://lumo.example/Help/Returns).',
      'See our [returns page](https://lumo.example/help/returns).',
    ],
    [
      'one is typed and one is a link',
      'Open our returns page at https://lumo.example/Help/Returns and print the label.',
      'Print the label on our [returns page](https://lumo.example/Help/Returns).',
    ],
  ])('is not contradicted if %s', async (_, one, other) => expect(await said(consistentFacts, one, other)).toEqual([]));

  test.each<[string, string, string]>([
    ['an unknown product', upstream('Kiln', 'acme/kiln'), upstream('Kiln', 'acme/kiln/docs')],
    [
      'the company',
      'Lumo explains it in its [privacy policy](https://shop.example/privacy).',
      'Read the [privacy policy](https://shop.example/legal/privacy-policy) of Lumo.',
    ],
  ])('is contradicted if the name is that of %s', async (_, one, other) =>
    expect(await said(consistentFacts, one, other)).toHaveLength(1),
  );
});

describe('a contradiction in words', () => {
  const secure = 'See https://lumo.example/returns for the steps.';
  const insecure = 'See http://lumo.example/returns for the steps.';

  test('says how many replies state each variant', async () =>
    expect(await said(consistentFacts, secure, secure, secure, insecure, insecure)).toEqual([
      '3: “http://lumo.example/returns” (2 replies) is written “https://lumo.example/returns” in 3 replies, such as “1”',
    ]));

  test('names a reply other than its own', async () => {
    expect(await said(consistentFacts, `${secure} ${insecure}`)).toEqual([
      '0: “http://lumo.example/returns” is written “https://lumo.example/returns” in the same reply',
    ]);
    expect(await said(consistentFacts, `${secure} ${insecure}`, secure)).toEqual([
      '0: “http://lumo.example/returns” is written “https://lumo.example/returns” in 2 replies, such as “2”',
    ]);
  });

  test('tells replies with the same title apart by their place', async () => {
    const title = 'Returns';
    expect(
      await said(consistentFacts, { title, file: 'a.md', text: secure }, { title, file: 'b.md', text: insecure }),
    ).toEqual(['1: “http://lumo.example/returns” is written “https://lumo.example/returns” in “Returns” in a.md']);
    expect(await said(consistentFacts, { title, text: secure }, { title, text: insecure })).toEqual([
      '1: “http://lumo.example/returns” is written “https://lumo.example/returns” in “Returns” in line 1',
    ]);
  });
});

/** A reply of a series. */
const series = (title: string, name: string): LibraryReply => ({
  title,
  text: `This page is about the ${name} edition of the course. If you signed up for ${name} by mistake, tell us the number on your receipt, and we move you to the edition that you wanted.`,
});

/** A reply to one of several parties. */
const toParty = (title: string, name: string): LibraryReply => ({
  title,
  text: `Dear ${name},\n\nplease upload a scan of the signed contract in your account until Friday. Your case is closed if we do not have it by then.\n\nYours sincerely,\nThe registry`,
});

describe('nearly equal replies are variants', () => {
  test.each<[string, LibraryReply, LibraryReply]>([
    ['a name of one letter', series('s1', 'R'), series('s2', 'Julia')],
    ['two names of one letter', series('s1', 'R'), series('s2', 'S')],
    ['a symbol after a letter', series('s1', 'F'), series('s2', 'F#')],
    ['other symbols', series('s1', 'C++'), series('s2', 'C#')],
    ['the shipper and the consignee', toParty('Contract', '[[SHIPPER_NAME]]'), toParty('Papers', '[[CONSIGNEE_NAME]]')],
    ['the pledger and the lender', toParty('Contract', '{{pledger.name}}'), toParty('Papers', '{{lender.name}}')],
  ])('that differ in %s', async (_, one, other) => expect(await said(noNearDuplicates, one, other)).toEqual([]));

  test.each<[string, LibraryReply, LibraryReply]>([
    ['the same name of one letter', series('s1', 'R'), series('s2', 'R')],
    ['the same symbol', series('s1', 'C++'), series('s2', 'C++')],
    ['any customer and a shipper', toParty('Contract', '{{customer.name}}'), toParty('Papers', '{{shipper.name}}')],
    [
      'two names for any customer',
      toParty('Contract', '{{first_name}}'),
      toParty('Papers', '{{ticket.requester.name}}'),
    ],
    ['one party', toParty('Contract', '[[SHIPPER_NAME]]'), toParty('Papers', '{{shipper.name}}')],
  ])('but not with %s', async (_, one, other) => expect(await said(noNearDuplicates, one, other)).toHaveLength(1));

  test('says “I” without meaning a name', async () => {
    const text = (says: string) =>
      `Thanks for waiting. ${says} moved the date to Monday, and the driver has the new address and your number.`;
    expect(await said(noNearDuplicates, text('Now I'), text('Now Ana has'))).toHaveLength(1);
  });
});

test('duplicates with one title are told apart by their line', async () => {
  const text =
    'Your table is booked for the evening that you asked for. Please call us if you will be more than ten minutes late.';
  expect(await said(noNearDuplicates, { title: 'Table', text }, { title: 'Table', text })).toEqual([
    '1: Repeats “Table” in line 1 word for word',
  ]);
});

/** Returns a library with these titles in a file, and with a file for each of them in a folder. */
const mirrored = (...titles: readonly string[]) => {
  const replies = [
    ...titles.map((title) => ({ file: 'all.md', title })),
    ...titles.map((title) => ({ file: `macros/${title.toLowerCase().replaceAll(' ', '_')}.md` })),
  ];
  return { length: replies.length, at: (index: number) => ({ index, reply: replies[index], data: {} }) } as never;
};

describe('duplicates in a folder that a file mirrors', () => {
  const library = mirrored('Broken hinge', 'Lost key', 'Wrong color', 'Late van', 'Slow truck');
  const pairs = [0, 1, 2].map((first) => ({ first, others: [first + 5] }));

  test('are reported in the file only', () => {
    const { mirrors, others } = mirrorsIn([...pairs, { first: 3, others: [4] }, { first: 8, others: [9] }], library);
    expect(mirrors).toHaveLength(1);
    expect(others).toEqual([{ first: 3, others: [4] }]);
  });

  test.each([
    ['the file does not repeat them', [...pairs, { first: 8, others: [9] }]],
    ['the file repeats others', [...pairs, { first: 2, others: [3] }, { first: 8, others: [9] }]],
    [
      'nothing is mirrored',
      [
        { first: 3, others: [4] },
        { first: 8, others: [9] },
      ],
    ],
  ])('are reported if %s', (_, found) =>
    expect(mirrorsIn(found, library).others).toContainEqual({ first: 8, others: [9] }),
  );
});

const CONFIG = JSON.stringify({
  extends: ['replylint:recommended'],
  files: [{ glob: '**/[csw]*.md', format: 'text', markup: 'markdown' }],
});

/** Returns the findings about the whole library. */
async function foundAbout(files: Record<string, string>): Promise<readonly string[]> {
  const { out } = await replylint(['-f', 'json', '.'], { cwd: folderWith({ '.replylintrc.json': CONFIG, ...files }) });
  return (JSON.parse(out) as { messages: { ruleId: string; library?: object; message: string }[] }[])
    .flatMap(({ messages }) => messages)
    .flatMap(({ ruleId, library, message }) => (library ? [`${ruleId}: ${message}`] : []));
}

const macros = (texts: readonly string[]) =>
  JSON.stringify(texts.map((body, index) => ({ title: `Case ${index + 1}`, body })));

const CURT = [
  'Your invoice is in the customer area under “Payments”, where you can print it or save it for your books.',
  'We moved the delivery to Monday, because the lift in your building is out of order until the weekend.',
  'The charger of the lamp has been replaced by the maker, and the new one is in the parcel that left today.',
  'Your seat is in the second row. You can change it in the app until the evening before the concert.',
  'The garden is closed for visitors this week. Your tickets stay valid until the end of the season.',
].map((text) => `${text}\n\nBest,\nAna`);

describe('findings about a whole library', () => {
  test('count only replies that the rule can judge', async () => {
    const handout = (part: string) =>
      ['Dressing', 'Sleep', 'Food', 'Walks']
        .map((name) => `<h3>${name}</h3><p>Take good care of the ${part}, and ask the ward if you are unsure.</p>`)
        .join('');
    const found = await foundAbout({ 'replies/after.json': macros([...CURT, handout('wound'), handout('stitches')]) });
    expect(found.find((one) => one.startsWith('greeting'))).toMatch(
      /^greeting: 5 of the 5 whole messages in replies\/after.json never greet/,
    );
  });

  test('name the folder at the top', async () => {
    const [first, ...more] = await foundAbout(
      Object.fromEntries(CURT.map((text, index) => [`c${index}.md`, `${text}\n`])),
    );
    expect([first, ...more].join('\n')).toContain('5 of the 5 whole messages in the top folder never greet');
    expect([first, ...more].join('\n')).not.toContain('./');
    expect(
      (
        await foundAbout({
          'replies.md': CURT.map((text, at) => `# Case ${at}\n\n> ${text.replaceAll('\n', '\n> ')}\n`).join('\n'),
        })
      ).join('\n'),
    ).toContain('whole messages in replies.md never greet');
  });

  test('are not made about answers to store reviews', async () => {
    const reviews = CURT.map((text, index) => (index % 2 ? text : `Thank you for your balanced review. ${text}`));
    expect((await foundAbout({ 'replies.json': macros(reviews) })).join('\n')).not.toContain('customer’s name');
    const orders = CURT.map((text, index) => (index % 2 ? text : `Thank you for your balanced menu. ${text}`));
    expect((await foundAbout({ 'replies.json': macros(orders) })).join('\n')).toContain(
      'never use the customer’s name',
    );
  });

  test.each([
    [
      'ru',
      'Это против правил форума.',
      'Мы проверили настройки вашего кабинета и включили доставку на выходные дни для всех заказов.',
    ],
    [
      'ro',
      'Vezi regulile generale ale forumului.',
      'Am verificat setările contului tău și am pornit din nou livrarea în zilele de sâmbătă pentru toate comenzile.',
    ],
    [
      'de',
      'Das steht in den Regeln dieses Forums.',
      'Wir haben die Einstellungen geprüft und die Lieferung am Samstag für alle Bestellungen wieder eingeschaltet.',
    ],
    [
      'fr',
      'C’est contraire aux règles du forum.',
      'Nous avons vérifié les réglages et remis en route la livraison du samedi pour toutes les commandes en cours.',
    ],
  ])('are not made about a forum in %s', async (locale, rule, text) => {
    const texts = (second: string) =>
      macros(
        CURT.map((_, index) =>
          index < 2 ? `${text} ${second}\n\n${index}. Best,\nAna` : `${text}\n\n${index}. Best,\nAna`,
        ),
      );
    const found = async (second: string) =>
      (await foundAbout({ [`replies/${locale}.json`]: texts(second) })).join('\n');
    expect(await found(rule)).not.toContain('customer’s name');
    expect(await found('')).toContain('never use the customer’s name');
  });
});
