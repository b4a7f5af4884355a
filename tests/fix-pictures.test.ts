import { describe, expect, test } from 'vitest';
import type { Config } from '../src/config/index.js';
import { fixed } from './fixing.js';

const config: Config = {
  rules: { 'no-casual-bad-news': 'warn' },
  overrides: [{ files: '**', form: 'full', intent: 'refuse' }],
  files: [{ glob: '*.{json,yaml,csv,ndjson}', body: 'text', title: 'title', markup: 'text' }],
};

async function check(name: string, before: string, after: string | undefined): Promise<void> {
  const wanted = after ?? before;
  const once = await fixed(name, before, config);
  expect(once).toBe(wanted);
  expect(await fixed(name, once, config), 'the second time').toBe(once);
}

describe('pictures beside bad news', () => {
  const AROUND: readonly (readonly [string, string, string])[] = [
    ['the end of a line', 'So sorry to hear this 😕\n', 'So sorry to hear this\n'],
    ['before a full stop', 'We are sorry 😕.\n', 'We are sorry.\n'],
    ['right before a full stop', 'We are sorry😕.\n', 'We are sorry.\n'],
    ['before a comma', 'Sorry 😕, it is gone.\n', 'Sorry, it is gone.\n'],
    ['the start of a line', '😕 Sorry, it is gone.\n', 'Sorry, it is gone.\n'],
    ['between words', 'We are 😕 sorry.\n', 'We are sorry.\n'],
    ['after a full stop', 'It is gone. 😕 We are sorry.\n', 'It is gone. We are sorry.\n'],
    ['after a word', 'We are sorry😕 about it.\n', 'We are sorry about it.\n'],
    ['before a word', 'We are 😕sorry.\n', 'We are sorry.\n'],
    ['after a bracket', 'It is gone (😕 sorry).\n', 'It is gone (sorry).\n'],
    ['a no-break space', 'Sorry\u00a0😕\n', 'Sorry\n'],
    ['several in a row', 'Sorry 😕😢 🙁.\n', 'Sorry.\n'],
    ['several at the start', '😕😢 🙁 Sorry.\n', 'Sorry.\n'],
    ['two places', 'Sorry 😕, it is gone 😢\n', 'Sorry, it is gone\n'],
    ['a variation selector', 'Sorry ☹️.\n', 'Sorry.\n'],
    ['a joined picture', 'Sorry 👩‍👩‍👧.\n', 'Sorry.\n'],
    ['a skin tone', 'Sorry 🤦🏽‍♀️ about it.\n', 'Sorry about it.\n'],
    ['a flag', 'Sorry 🇩🇪.\n', 'Sorry.\n'],
    ['the flag of a part of a country', 'Sorry 🏴󠁧󠁢󠁥󠁮󠁧󠁿.\n', 'Sorry.\n'],
    ['an emoticon', 'We cannot refund it :(\n', 'We cannot refund it\n'],
    ['a short code', 'We cannot refund it :cry:.\n', 'We cannot refund it.\n'],
    ['a line of its own', 'It is gone.\n😕\nBest,\nAna\n', 'It is gone.\nBest,\nAna\n'],
  ];
  const LEFT: readonly (readonly [string, string])[] = [
    ['alone in a paragraph', 'It is gone.\n\n😕\n\nBest,\nAna\n'],
    ['alone in an item', 'It is gone:\n\n- 😕\n- both\n'],
    ['alone in a heading', '# 😕\n\nIt is gone.\n'],
    ['alone in brackets', 'It is gone (😕).\n'],
    ['in place of a full stop', 'We cannot refund it 😕 You can sell it.\n'],
    ['in place of a full stop, before a placeholder', 'We cannot refund it 😕 {{ticket.id}} is closed.\n'],
    ['between two words that would become one', 'It is gone😕sorry.\n'],
    ['somebody else’s words', 'You wrote “gone 😕”, and we cannot refund it.\n'],
    ['alone in its emphasis', 'We are sorry **😕**.\n'],
    ['what follows would begin a list', 'We cannot refund:\n😕 1. the fee\n'],
  ];

  test.each(AROUND)('%s', (_, before, after) => check('a.md', before, after));
  test.each(LEFT)('%s: nothing changes', (_, before) => check('a.md', before, undefined));

  test.each([
    ['a.md', '**Sorry 😕**, it is gone.\n', '**Sorry**, it is gone.\n'],
    ['a.md', '> A quote.\n\nSorry 😕\nIt is gone.\n', '> A quote.\n\nSorry\nIt is gone.\n'],
    ['a.txt', 'Sorry 😕\r\nIt is gone.\r\n', 'Sorry\r\nIt is gone.\r\n'],
    ['a.html', '<p>Sorry &#128533;. It is gone &#x1F615;&#xFE0F;</p>\n', '<p>Sorry. It is gone</p>\n'],
    ['a.html', '<p>Sorry <b>so 😕</b></p><p>It is gone.<br>😕</p>\n', '<p>Sorry <b>so</b></p><p>It is gone.</p>\n'],
    ['a.html', '<p>Sorry</p><p>😕</p><p>It is gone.</p>\n', undefined],
    ['a.html', '<p>Sorry <b>😕</b> it is gone.</p>\n', undefined],
    ['a.json', '[{"text":"Sorry \\ud83d\\ude15.\\nGone"}]', '[{"text":"Sorry.\\nGone"}]'],
    ['a.ndjson', '{"text":"Sorry \\ud83d\\ude15."}\n{"text":"Gone 😕"}\n', '{"text":"Sorry."}\n{"text":"Gone"}\n'],
    ['a.yaml', '- text: Sorry 😕\n- text: "Gone \\U0001F615."\n', '- text: Sorry\n- text: "Gone."\n'],
    ['a.yaml', "- text: 'It''s gone 😕, sorry'\n", "- text: 'It''s gone, sorry'\n"],
    [
      'a.yaml',
      '- text: |\n    Gone 😕\n    sorry\n- text: >\n    Gone 😕\n    sorry\n',
      '- text: |\n    Gone\n    sorry\n- text: >\n    Gone\n    sorry\n',
    ],
    [
      'a.csv',
      'title,text\r\nA,"Gone 😕, ""sorry"""\r\nB,Gone 😕\r\n',
      'title,text\r\nA,"Gone, ""sorry"""\r\nB,Gone\r\n',
    ],
  ] as const)('%s %j', (name, before, after) => check(name, before, after));

  test('what is fine for others who read the same words stays', async () => {
    const text = '{% if late %}Unfortunately it is sold out.{% else %}It is on its way.{% endif %} 😕\n';
    const news: Config = { ...config, overrides: [{ files: '**', form: 'full', intent: 'answer' }] };
    expect(await fixed('a.md', text, news)).toBe(text);
    const both = text.replace('It is on its way', 'Unfortunately it is late');
    expect(await fixed('a.md', both, config)).toBe(both.replace(' 😕', ''));
  });
});
