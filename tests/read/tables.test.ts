import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/model/source-file.js';
import { read } from '../../src/read/index.js';

/**
 * Returns what is read from a file: id, title, position of the text's first letter, and the text's first words. If
 * nothing is read, returns the reason.
 */
async function found(path: string, content: unknown): Promise<string[]> {
  const text = typeof content === 'string' ? content : JSON.stringify(content, null, 1);
  const file = new SourceFile(path, text);
  const { replies, problems, leftAlone } = await read(file, path, { named: false });
  const shown = replies.map(({ id, title, body, map, declared, active }) => {
    const { line, column } = file.placeOf(map.spanOf({ start: 0, end: 1 }).start);
    const start = body.replace(/\s+/g, ' ').slice(0, 12).trim();
    return [
      id,
      title ?? '-',
      `${line}:${column}`,
      start,
      declared.locale,
      declared.channel,
      active ? undefined : 'inactive',
    ]
      .filter((part) => part !== undefined)
      .join(' | ');
  });
  return [
    ...shown,
    ...problems.map(({ message }) => message),
    ...(leftAlone === undefined ? [] : [`(${leftAlone.reason})`]),
  ];
}

const LOAN =
  'Hi {{name}},\n\nyour book is ready at the desk. Please bring your card along.\n\nKind regards,\nThe library';
const LATE =
  'Hello {{name}},\n\nthank you for telling us. We have put your loan back until Monday.\n\nKind regards,\nThe library';
const SPÄT =
  'Guten Tag {{name}},\n\nvielen Dank für Ihre Nachricht. Ihr Buch liegt bereit.\n\nViele Grüße\nDie Bücherei';
const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const macro = (id: number, title: string, value: string) => ({
  id,
  title,
  actions: [{ field: 'comment_value', value }],
});

describe('a help desk’s entries, wherever they stand', () => {
  const one = macro(1, 'Loan', LOAN);
  const two = macro(2, 'Late', LATE);
  test.each<[string, string, unknown, string[]]>([
    [
      'pages in an array',
      'a.json',
      [
        { macros: [one], count: 2 },
        { macros: [two], next_page: null },
      ],
      ['1 | Loan', '2 | Late'],
    ],
    [
      'a page a line',
      'a.ndjson',
      `${JSON.stringify({ macros: [one] })}\n${JSON.stringify({ macros: [two] })}\n`,
      ['1 | Loan', '2 | Late'],
    ],
    ['a response around them', 'a.json', { status: 200, body: { macros: [one, two] } }, ['1 | Loan', '2 | Late']],
    ['by brand', 'a.json', { north: [one], south: [two] }, ['1 | Loan', '2 | Late']],
    ['by id', 'a.json', { 1: one, 2: two }, ['1 | Loan', '2 | Late']],
    [
      'among other assets',
      'a.json',
      { ids: [1], assets: { Macro: { 1: one }, User: { 9: { id: 9, name: 'Kim' } } } },
      ['1 | Loan'],
    ],
    [
      'several documents',
      'a.yaml',
      `---\n${JSON.stringify([one])}\n---\n${JSON.stringify([two])}\n`,
      ['1 | Loan', '2 | Late'],
    ],
    [
      'values after each other',
      'a.json',
      `${JSON.stringify({ macros: [one] }, null, 1)}\n${JSON.stringify([two])}\n`,
      ['1 | Loan', '2 | Late'],
    ],
    [
      'a map merged into another',
      'a.yaml',
      `- &m\n  id: 1\n  title: Loan\n  actions: [{field: comment_value, value: Hi there}]\n- <<: *m\n  id: 2\n`,
      ['1 | Loan', '2 | Loan'],
    ],
    [
      'a map merged into itself',
      'a.yaml',
      `&m\n<<: *m\nid: 1\ntitle: Loan\nactions: [{field: comment_value, value: Hi there}]\n`,
      ['1 | Loan'],
    ],
    [
      'two kinds in one file',
      'a.json',
      {
        macros: [one],
        dynamic_content: {
          items: [{ name: 'End', placeholder: '{{dc.end}}', variants: [{ id: 5, content: 'Bye for now' }] }],
        },
      },
      ['1 | Loan', '5 | End'],
    ],
  ])('%s', async (_, path, content, expected) => {
    const shown = (await found(path, content)).map((line) => line.split(' | ').slice(0, 2).join(' | '));
    expect(shown).toEqual(expected);
  });

  test('what stands in a list of many, the same as each by itself', async () => {
    const many = Array.from({ length: 300 }, (_, index) => macro(index, `M${index}`, LOAN));
    const byId = Object.fromEntries(many.map((each) => [`m${each.id}`, each]));
    expect((await found('a.json', byId)).length).toBe(300);
    expect(
      (
        await found(
          'a.json',
          many.map((each) => ({ macros: [each] })),
        )
      ).length,
    ).toBe(300);
  });
});

describe('tables of a team’s own making', () => {
  test.each<[string, string, unknown, string[]]>([
    [
      'JSON:API, with the text in an object',
      'a.json',
      {
        data: [
          { id: 'x', attributes: { name: 'Loan', draft: { text: LOAN } } },
          { id: 'y', attributes: { name: 'Late', deleted: true, draft: { text: LATE } } },
        ],
      },
      ['x | Loan | 8:15 | Hi {{name}},', 'y | Late | 18:15 | Hello {{name'],
    ],
    [
      'one a file',
      'replies/loan.json',
      { title: 'Loan', body: LOAN },
      ['replies/loan.json | Loan | 3:11 | Hi {{name}},'],
    ],
    [
      'one a file, in YAML',
      'loan.yaml',
      `subject: Your book\nbody: |\n  ${LOAN.replaceAll('\n', '\n  ')}\n`,
      ['loan.yaml | Your book | 3:3 | Hi {{name}},'],
    ],
    [
      'one below its name',
      'mail.json',
      { invite: { subject: 'Come in, and our thanks', body: LOAN, bcc: '' } },
      ['mail.json | Come in, and our thanks | 4:12 | Hi {{name}},'],
    ],
    [
      'three levels of names',
      'a.json',
      { Desk: { Loans: { Ready: LOAN } }, Post: { Letters: { Late: LATE } } },
      ['a.json#ready | Ready | 4:14 | Hi {{name}},', 'a.json#late | Late | 9:13 | Hello {{name'],
    ],
    [
      'a key a language',
      'a.json',
      { late: { en: LATE, de: SPÄT }, loan: { en: LOAN, de: SPÄT } },
      [
        'a.json#late-en | late | 3:10 | Hello {{name | en',
        'a.json#late-de | late | 4:10 | Guten Tag {{ | de',
        'a.json#loan-en | loan | 7:10 | Hi {{name}}, | en',
        'a.json#loan-de | loan | 8:10 | Guten Tag {{ | de',
      ],
    ],
    [
      'a text with and without markup',
      'a.json',
      [LOAN, LATE].map((text, id) => ({
        id,
        name: `N${id}`,
        message: text,
        message_html: `<p>${text.replaceAll('\n', '<br>')}</p>`,
      })),
      ['0 | N0 | 6:20 | <p>Hi {{name', '1 | N1 | 12:20 | <p>Hello {{n'],
    ],
    [
      'a key a channel',
      'a.json',
      [1, 2].map((id) => ({
        id,
        name: `N${id}`,
        text: LOAN,
        chat_text: 'Hi {{name}}, your book is ready. Please bring your card.',
      })),
      [
        '1 | N1 | 5:12 | Hi {{name}},',
        '1-chat | N1 | 6:17 | Hi {{name}}, | chat',
        '2 | N2 | 11:12 | Hi {{name}},',
        '2-chat | N2 | 12:17 | Hi {{name}}, | chat',
      ],
    ],
    [
      'resources of a cluster that are mails',
      'limit.yaml',
      `apiVersion: mail.example/v1\nkind: MailTemplate\nspec:\n  textBody: |\n    ${LATE.replaceAll('\n', '\n    ')}\n`,
      ['limit.yaml | - | 5:5 | Hello {{name'],
    ],
    [
      'trials among them',
      'canned.json',
      ['test', LOAN, 'Asdf asdf.', 'This is just a test', LATE].map((content, id) => ({
        id,
        title: `T${id}`,
        content,
      })),
      [
        '1 | T1 | 10:15 | Hi {{name}},',
        '4 | T4 | 25:15 | Hello {{name',
        ...Array(3).fill('Skipped: looks like a test entry'),
      ],
    ],
  ])('%s', async (_, path, content, expected) => {
    const shown = await found(path, content);
    expect(shown.map((line) => line.replace(' | inactive', ''))).toEqual(expected);
  });

  test('what is deleted is inactive', async () => {
    const entry = { title: 'A', body: LOAN };
    expect((await found('a.json', [entry, { ...entry, archived: true }]))[1]).toMatch(/inactive$/);
  });
});

describe('CSV as people have it', () => {
  test.each<[string, string, string, string[]]>([
    [
      'no header',
      'replies.csv',
      `Ready,${cell(LOAN)}\nLate,${cell(LATE)}\n`,
      ['replies.csv#ready | Ready | 1:8 | Hi {{name}},', 'replies.csv#late | Late | 7:7 | Hello {{name'],
    ],
    [
      'no header, and a number in front',
      'replies.csv',
      `1;${cell(LOAN)};Book ready\n2;${cell(LATE)};Book late\n`,
      [
        'replies.csv#book-ready | Book ready | 1:4 | Hi {{name}},',
        'replies.csv#book-late | Book late | 7:4 | Hello {{name',
      ],
    ],
    [
      'the sheet’s title above the header',
      'desk.csv',
      `"Our replies, 2024",,\n,,\nNo,Title,Body\n1,Ready,${cell(LOAN)}\n2,Late,${cell(LATE)}\n`,
      ['desk.csv#ready | Ready | 4:10 | Hi {{name}},', 'desk.csv#late | Late | 10:9 | Hello {{name'],
    ],
    [
      'bars between the cells',
      'desk.csv',
      `id|title|body\n1|Ready|${cell(LOAN)}\n2|Late|${cell(LATE)}\n`,
      ['1 | Ready | 2:10 | Hi {{name}},', '2 | Late | 8:9 | Hello {{name'],
    ],
    [
      'short answers to questions',
      'desk.csv',
      'id,question,answer\n7,May I bring tea?,"You can, please keep the lid on."\n8,Is it free?,"Yes, your card is all that we ask for."\n',
      ['7 | May I bring tea? | 2:21 | You can, ple', '8 | Is it free? | 3:16 | Yes, your ca'],
    ],
    [
      'what the customer says beside what we say',
      'desk.csv',
      `id,subject,message,reply\n1,Book,"Hello, where is my book? I need it. Thanks, Ann",${cell(LOAN)}\n2,Late,"Hi, I am sorry that I am late. Please wait.",${cell(LATE)}\n`,
      ['1 | Book | 2:59 | Hi {{name}},', '2 | Late | 8:55 | Hello {{name'],
    ],
    [
      'a switch called html',
      'desk.csv',
      `name,html,body\nReady,true,${cell(LOAN)}\nLate,false,${cell(LATE)}\n`,
      ['desk.csv#ready | Ready | 2:13 | Hi {{name}},', 'desk.csv#late | Late | 8:13 | Hello {{name'],
    ],
    [
      'a column a language',
      'desk.csv',
      `Title,Text (EN),Text (DE)\nReady,${cell(LOAN)},${cell(SPÄT)}\nLate,${cell(LATE)},\n`,
      [
        'desk.csv#ready-en | Ready | 2:8 | Hi {{name}}, | en',
        'desk.csv#ready-de | Ready | 7:15 | Guten Tag {{ | de',
        'desk.csv#late-en | Late | 13:7 | Hello {{name | en',
      ],
    ],
  ])('%s', async (_, path, content, expected) => {
    expect(await found(path, content)).toEqual(expected);
  });
});

describe('left alone, with a reason', () => {
  const asked = 'Hello, my parcel is late and I need it. Please help me. Thank you';
  const answered = 'Hello Ann, sorry for the wait. We have sent it again, please let us know.';
  test.each<[string, string, unknown, RegExp]>([
    [
      'a chat',
      'log.json',
      [asked, answered].map((text, at) => ({ role: at === 0 ? 'user' : 'assistant', text })),
      /conversation/,
    ],
    [
      'a chat by who writes',
      'log.json',
      { chats: [{ lines: [asked, answered].map((body, at) => ({ from: at === 0 ? 'customer' : 'agent', body })) }] },
      /conversation/,
    ],
    ['a chat in CSV', 'log.csv', `time,sender,message\n1,ann,"${asked}"\n2,us,"${answered}"\n`, /conversation/],
    [
      'tickets',
      'tickets.json',
      [1, 2].map((id) => ({ id, subject: 'Late', body: asked, requester: 'a@x.example' })),
      /customers/,
    ],
    [
      'texts for a model',
      'set.jsonl',
      [1, 2, 3].map(() => JSON.stringify({ instruction: 'Answer', output: LOAN })).join('\n'),
      /model/,
    ],
    ['a prompt', 'prompt.json', { system: 'You are kind. Thank the customer, please.', user: asked }, /\w/],
    [
      'issues',
      'issues.json',
      [1, 2].map((number) => ({ number, title: 'Crash', body: asked, user: { login: 'ann' } })),
      /issues/,
    ],
    [
      'articles',
      'posts.json',
      [1, 2].map((id) => ({ id, title: 'News', body: LOAN, author: 'Kim', date: '2024-05-01' })),
      /articles/,
    ],
    ['goods', 'goods.csv', `Title,Body,Price\nMug,"Thank you for choosing our mug. We hope you like it."\n`, /\w/],
    [
      'a survey',
      'survey.json',
      [1, 2, 3].map((id) => ({
        id,
        question: 'How was it?',
        response: `I liked your desk, thank you, please keep on ${id}`,
      })),
      /\w/,
    ],
    [
      'notices of a program',
      'codes.csv',
      'code,message\nE1,"Sorry, your session has ended. Please sign in again."\nE2,"We are sorry, you cannot do this. Please let us know."\n',
      /\w/,
    ],
    [
      'a cluster’s message',
      'motd.yaml',
      `apiVersion: v1\nkind: ConfigMap\ndata:\n  text: |\n    ${LOAN.replaceAll('\n', '\n    ')}\n`,
      /\w/,
    ],
    [
      'labels',
      'macros/labels.json',
      { a: 'Send it', b: 'Go back' },
      /none of the 2 texts is long enough to be a reply/,
    ],
    ['a notebook', 'a.json', { cells: [{ cell_type: 'markdown', source: [LOAN, LATE] }], nbformat: 4 }, /titles/],
  ])('%s', async (_, path, content, why) => {
    const [only, ...more] = await found(path, content);
    expect(only).toMatch(/^\(/);
    expect(only).toMatch(why);
    expect(more).toEqual([]);
  });
});
