import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import conclusionCheck from '../rules/conclusion-check.js';
import type { Config } from '../src/config/index.js';
import { tryRule } from '../src/lint/index.js';
import { CONTAINERS } from './containers.js';
import { awkward, fixed } from './fixing.js';
import { PROPERTY, runs } from './properties.js';

const LINE = 'Is there anything else I can do for you?';

function configWith(closingLine: string, more: Config = {}): Config {
  return {
    rules: { 'conclusion-check': ['warn', { closingLine }] },
    overrides: [{ files: '**', form: 'full', intent: 'resolve' }],
    files: [{ glob: '*.{json,yaml,csv,ndjson}', body: 'text', title: 'title', markup: 'text' }],
    ...more,
  };
}

async function check(name: string, before: string, after: string | undefined, config = configWith(LINE)) {
  const wanted = after ?? before;
  const once = await fixed(name, before, config);
  expect(once).toBe(wanted);
  expect(await fixed(name, once, config), 'the second time').toBe(once);
}

describe('the closing line', () => {
  test.each([
    [
      'before a farewell',
      'Hi [Name],\n\nIt is on.\n\nBest,\nAna\n',
      `Hi [Name],\n\nIt is on.\n\n${LINE}\n\nBest,\nAna\n`,
    ],
    [
      'before a farewell right below',
      'Hi [Name],\n\nIt is on.\nBest,\nAna',
      `Hi [Name],\n\nIt is on.\n\n${LINE}\n\nBest,\nAna`,
    ],
    [
      'before a wish',
      'It is on.\n\nHave a great day!\n\nBest,\nAna',
      `It is on.\n\n${LINE}\n\nHave a great day!\n\nBest,\nAna`,
    ],
    ['before a name alone', 'It is on.\n\n— Ana, Acme Support\n', `It is on.\n\n${LINE}\n\n— Ana, Acme Support\n`],
    ['before a placeholder that signs', 'It is on.\n\n{{agent.name}}\n', `It is on.\n\n${LINE}\n\n{{agent.name}}\n`],
    ['before a sign-off in bold', 'It is on.\n\n**Best**,\n_Ana_\n', `It is on.\n\n${LINE}\n\n**Best**,\n_Ana_\n`],
    [
      'before the line above the sign-off',
      'It is on.\n\n---\n\nBest,\nAna\n',
      `It is on.\n\n${LINE}\n\n---\n\nBest,\nAna\n`,
    ],
    ['after a list', 'Now on:\n\n- one\n- two\n\nBest,\nAna\n', `Now on:\n\n- one\n- two\n\n${LINE}\n\nBest,\nAna\n`],
    ['at the end', 'Hi [Name],\n\nIt is on.\n', `Hi [Name],\n\nIt is on.\n\n${LINE}\n`],
    ['at the end, without a line end', 'It is on.', `It is on.\n\n${LINE}`],
    ['at the end, before a comment', 'It is on.\n<!-- note -->\n', `It is on.\n\n${LINE}\n\n<!-- note -->\n`],
    [
      'with the file’s line ends',
      'Hi,\r\n\r\nIt is on.\r\nBest,\r\nAna\r\n',
      `Hi,\r\n\r\nIt is on.\r\n\r\n${LINE}\r\n\r\nBest,\r\nAna\r\n`,
    ],
    [
      'after front matter with other line ends',
      '---\r\ntitle: A\r\n---\r\nIt is on.',
      `---\r\ntitle: A\r\n---\r\nIt is on.\r\n\r\n${LINE}`,
    ],
    [
      'after a part that not all receive',
      'It is on.\n\n{% if vip %}Enjoy the extra.\n\n{% endif %}Best,\nAna\n',
      `It is on.\n\n{% if vip %}Enjoy the extra.\n\n{% endif %}${LINE}\n\nBest,\nAna\n`,
    ],
    [
      'after a part on lines of its own',
      'It is on.\n\n{% if vip %}\nEnjoy the extra.\n{% endif %}\n\nBest,\nAna\n',
      `It is on.\n\n{% if vip %}\nEnjoy the extra.\n{% endif %}\n\n${LINE}\n\nBest,\nAna\n`,
    ],
  ])('Markdown, %s', (_, before, after) => check('a.md', before, after));

  test.each([
    ['It is there already', `It is on. ${LINE}\n\nBest,\nAna\n`],
    ['the reply is asked something', 'It is on. Does it work now?\n\nBest,\nAna\n'],
    ['the sign-off is chosen', 'It is on.\n\n{% if vip %}Best,\nAna{% else %}Cheers,\nAna{% endif %}\n'],
    ['the end is chosen', 'It is on.\n\n{% if vip %}Enjoy the extra.{% endif %}\n'],
    ['one of the texts asks already', 'It is on.\n\n{% if vip %}Anything else?{% endif %}\n\nBest,\nAna\n'],
    [
      'one of the texts is in another language',
      '{% case ticket.language %}{% when "de" %}Es ist an und wir sind für Sie da.{% else %}It is on.{% endcase %}\n\nBest,\nAna\n',
    ],
    ['an include that nobody sees', 'It is on.\n\n{{dc.closing}}\n\nBest,\nAna\n'],
    ['a tag takes the white space away', 'It is on.\n\n{% if a %}So.{% endif -%}\n\nBest,\nAna\n'],
    [
      'something is said after the sign-off',
      'It is on.\n\nBest,\nAna\n\nThis mail is for its reader only, and nobody else.\n',
    ],
    ['a last line that may sign', 'It is on.\n\nSecond floor\n'],
    ['a name under a line that may be one', 'It is on.\n\nAna Lima\nAcme\n'],
    ['it ends in a list', 'Now on:\n\n- one thing.\n- another thing.\n'],
    ['it ends in a quotation', 'You wrote:\n\n> It is off.\n'],
    ['it ends in code', 'Type this:\n\n    npm start.\n'],
    ['the sign-off ends a list', '- It is on.\n- All of it.\nBest,\nAna\n'],
    ['nothing but a sign-off', 'Best,\nAna\n'],
    ['in the line of the text', 'It is on. Kind regards, Ana\n'],
    ['under the heading’s line', 'It is on.\n---\nKind regards,\nAna\n'],
  ])('nothing is put in: %s', (_, text) => check('a.md', text, undefined));

  test.each([
    [
      'Is that all? 2 * 3 * 4 is <b> & _so_ [on](x), let me know if 1 < 2 `a`',
      '2 \\* 3 \\* 4 is \\<b> & \\_so\\_ \\[on\\](x)',
    ],
    ['{{ticket.my_key}} is *here*; is there anything else?', '{{ticket.my_key}} is \\*here\\*;'],
    ['1. Anything else we can do?', '1\\. Anything'],
    ['- Anything else we can do?', '\\- Anything'],
    ['Anything else? See https://a.example/b_c_d', 'https://a.example/b_c_d'],
  ])('is plain text to Markdown: %j', async (line, expected) => {
    const config = configWith(line);
    const once = await fixed('a.md', 'It is on.\n\nBest,\nAna\n', config);
    expect(once).toContain(expected);
    expect(await fixed('a.md', once, config)).toBe(once);
  });

  test('is plain text to HTML', () =>
    check(
      'a.html',
      '<p>It is on.</p>',
      '<p>It is on.</p><p>1 &lt; 2 &amp; {{ticket.id}}, anything else?</p>',
      configWith('1 < 2 & {{ticket.id}}, anything else?'),
    ));

  test.each([
    [
      'paragraphs',
      '<p>Hi,</p>\n<p>It is on.</p>\n<p>Best,<br>Ana</p>\n',
      `<p>Hi,</p>\n<p>It is on.</p>\n<p>${LINE}</p>\n<p>Best,<br>Ana</p>\n`,
    ],
    ['paragraphs, at the end', '<p>Hi,</p>\n<p>It is on.</p>\n', `<p>Hi,</p>\n<p>It is on.</p>\n<p>${LINE}</p>\n`],
    ['one paragraph', '<p style="a">It is on.</p>', `<p style="a">It is on.</p><p style="a">${LINE}</p>`],
    [
      'lines of their own',
      '<div>Hi,</div><div><br></div><div>It is on.</div><div><br></div><div>Best,</div><div>Ana</div>',
      `<div>Hi,</div><div><br></div><div>It is on.</div><div><br></div><div>${LINE}</div><div><br></div><div>Best,</div><div>Ana</div>`,
    ],
    [
      'empty paragraphs between',
      '<p>It is on.</p><p>&nbsp;</p><p>Best,</p>',
      `<p>It is on.</p><p>&nbsp;</p><p>${LINE}</p><p>&nbsp;</p><p>Best,</p>`,
    ],
    [
      'breaks',
      'Hi,<br /><br />It is on.<br /><br />Best,<br />Ana',
      `Hi,<br /><br />It is on.<br /><br />${LINE}<br /><br />Best,<br />Ana`,
    ],
    ['breaks, at the end', 'Hi,<br/>\n<br/>\nIt is on.', `Hi,<br/>\n<br/>\nIt is on.<br/>\n<br/>\n${LINE}`],
    [
      'one break',
      '<div>Hi,<br><br>It is on.<br>Best,<br>Ana</div>',
      `<div>Hi,<br><br>It is on.<br><br>${LINE}<br><br>Best,<br>Ana</div>`,
    ],
    [
      'breaks in a span',
      '<span>It is on.<br><br>Best,<br>Ana</span>',
      `<span>It is on.<br><br>${LINE}<br><br>Best,<br>Ana</span>`,
    ],
    [
      'a span before the breaks',
      '<div><b>It is on.</b><br><br><i>Best,</i><br>Ana</div>',
      `<div><b>It is on.</b><br><br>${LINE}<br><br><i>Best,</i><br>Ana</div>`,
    ],
    [
      'a list',
      '<ul><li>One is on.</li></ul><p>Best,<br>Ana</p>',
      `<ul><li>One is on.</li></ul><p>${LINE}</p><p>Best,<br>Ana</p>`,
    ],
    [
      'a signature’s own block',
      '<div><p>It is on.</p></div><div class="s"><p>Best,</p><p>Ana</p></div>',
      `<div><p>It is on.</p><p>${LINE}</p></div><div class="s"><p>Best,</p><p>Ana</p></div>`,
    ],
    [
      'a line across',
      '<p>It is on.</p><hr><p>Best,<br>Ana</p>',
      `<p>It is on.</p><p>${LINE}</p><hr><p>Best,<br>Ana</p>`,
    ],
    [
      'a part of the template',
      '<p>It is on.</p>\n{% if vip %}<p>Enjoy.</p>\n{% endif %}<p>Best,<br>Ana</p>',
      `<p>It is on.</p>\n{% if vip %}<p>Enjoy.</p>\n{% endif %}<p>${LINE}</p><p>Best,<br>Ana</p>`,
    ],
    [
      'a cell that holds a text',
      '<table><tr><td>Hi,<br><br>It is on.</td></tr><tr><td>Best,<br>Ana</td></tr></table>',
      `<table><tr><td>Hi,<br><br>It is on.<br><br>${LINE}</td></tr><tr><td>Best,<br>Ana</td></tr></table>`,
    ],
    ['a paragraph with a name', '<p>It is on.</p><p id="x">It is here.</p>', undefined],
    ['a cell', '<table><tr><td>It is on.</td></tr><tr><td>Best,<br>Ana</td></tr></table>', undefined],
    ['paragraphs that nobody closes', '<p>It is on.<p>Best,<br>Ana', undefined],
    ['a list at the end', '<ul><li>One is on.</li></ul>', undefined],
    ['an item’s text', '<ul><li>One is on.<br>Best,<br>Ana</li></ul>', undefined],
    ['a quotation', '<blockquote><p>It is on.</p><p>Best,<br>Ana</p></blockquote>', undefined],
    ['a heading', '<h2>It is on.</h2>', undefined],
  ])('HTML, %s', (_, before, after) => check('a.html', before, after));

  test.each([
    [
      'a.txt',
      'Hi,\r\n\r\nIt is on.\r\n-- \r\nAna Lima\r\nAcme\r\n',
      `Hi,\r\n\r\nIt is on.\r\n\r\n${LINE}\r\n\r\n-- \r\nAna Lima\r\nAcme\r\n`,
    ],
    ['a.txt', '  Hi,\n\n  It is on.\n', `  Hi,\n\n  It is on.\n\n  ${LINE}\n`],
  ])('plain text: %s %j', (name, before, after) => check(name, before, after));

  const SIGNED = 'Hi,\n\nIt is on.\n\nBest,\nAna';
  const CLOSED = `Hi,\n\nIt is on.\n\n${LINE}\n\nBest,\nAna`;
  const json = (text: string) =>
    JSON.stringify(
      [
        { title: 'A', text },
        { title: 'B', text: LINE },
      ],
      null,
      2,
    );
  const indented = (text: string, by: string) => text.replace(/^(?=.)/gm, by);
  const quoted = (text: string) => text.replace(/^(?=.)/gm, '> ').replace(/^$/gm, '>');
  const library = (one: string, two: string) => `## Plan is on\n\n${one}\n\n## Plan is off\n\n${two}\n`;
  const THANKED = 'Hi [Name],\n\nThank you for waiting. It is on now.\n\nKind regards,\nAna';
  const THANKED_CLOSED = THANKED.replace('\n\nKind', `\n\n${LINE}\n\nKind`);
  const ASKED = `Hi [Name],\n\nThank you for waiting. It is off now.\n\n${LINE}\n\nKind regards,\nAna`;

  test.each([
    ['JSON', 'a.json', json(SIGNED), json(CLOSED)],
    [
      'JSON with its own line ends',
      'a.json',
      json(SIGNED.replaceAll('\n', '\r\n')),
      json(CLOSED.replaceAll('\n', '\r\n')),
    ],
    [
      'JSON on one line',
      'a.json',
      '[{"text":"It \\u0069s \\"on\\"."}]',
      `[{"text":"It \\u0069s \\"on\\".\\n\\n${LINE}"}]`,
    ],
    [
      'NDJSON',
      'a.ndjson',
      `${JSON.stringify({ text: SIGNED })}\n{"text":"Thanks, anything else?"}\n`,
      `${JSON.stringify({ text: CLOSED })}\n{"text":"Thanks, anything else?"}\n`,
    ],
    [
      'a literal block of YAML',
      'a.yaml',
      `- text: |\n${indented(SIGNED, '    ')}\n- text: x\n`,
      `- text: |\n${indented(CLOSED, '    ')}\n- text: x\n`,
    ],
    [
      'a literal block with CRLF',
      'a.yaml',
      '- text: |-\r\n    It is on.\r\n    Best,\r\n    Ana\r\n',
      `- text: |-\r\n    It is on.\r\n\r\n    ${LINE}\r\n\r\n    Best,\r\n    Ana\r\n`,
    ],
    [
      'a folded block',
      'a.yaml',
      '- text: >-\n    It is\n    on.\n\n\n    Best,\n\n    Ana\n',
      `- text: >-\n    It is\n    on.\n\n\n    ${LINE}\n\n\n    Best,\n\n    Ana\n`,
    ],
    [
      'a folded block, at the end',
      'a.yaml',
      '- text: >\n    It is\n    on.\n- text: x\n',
      `- text: >\n    It is\n    on.\n\n\n    ${LINE}\n- text: x\n`,
    ],
    [
      'double quotes',
      'a.yaml',
      '- text: "It is on.\\n\\nBest,\\nAna" # note\n',
      `- text: "It is on.\\n\\n${LINE}\\n\\nBest,\\nAna" # note\n`,
    ],
    [
      'single quotes',
      'a.yaml',
      "- text: 'It''s on.\n\n\n    Best,\n\n    Ana'\n",
      `- text: 'It''s on.\n\n\n    ${LINE}\n\n\n    Best,\n\n    Ana'\n`,
    ],
    ['single quotes on one line', 'a.yaml', "- text: 'It is on.'\n- text: 'Or off.'\n", undefined],
    [
      'a quoted cell',
      'a.csv',
      `title,text\r\nA,"Hi,\n\nIt is ""on"".\n\nBest,\nAna"\r\n`,
      `title,text\r\nA,"Hi,\n\nIt is ""on"".\n\n${LINE}\n\nBest,\nAna"\r\n`,
    ],
    ['a bare cell', 'a.csv', 'title,text\r\nA,It is on.\r\n', undefined],
    [
      'block quotes',
      'macros/a.md',
      library(quoted(THANKED), quoted(ASKED)),
      library(quoted(THANKED_CLOSED), quoted(ASKED)),
    ],
    [
      'fences',
      'macros/a.md',
      library(`\`\`\`\n${THANKED}\n\`\`\``, `\`\`\`\n${ASKED}\n\`\`\``),
      library(`\`\`\`\n${THANKED_CLOSED}\n\`\`\``, `\`\`\`\n${ASKED}\n\`\`\``),
    ],
    [
      'fences with CRLF',
      'macros/a.md',
      library(`\`\`\`\n${THANKED}\n\`\`\``, `\`\`\`\n${ASKED}\n\`\`\``).replaceAll('\n', '\r\n'),
      library(`\`\`\`\n${THANKED_CLOSED}\n\`\`\``, `\`\`\`\n${ASKED}\n\`\`\``).replaceAll('\n', '\r\n'),
    ],
    ['sections', 'macros/a.md', library(THANKED, ASKED), library(THANKED_CLOSED, ASKED)],
  ])('in %s', (_, name, before, after) => check(name, before, after));

  test.each([
    [
      'utf-8',
      'caf=C3=A9 =\nis on',
      'Voilà – is there anything else that I can do for you, or for your team, today?',
      'Voil=C3=A0 =E2=80=93 is there anything else that I can do for you, or =\nfor your team, today?',
    ],
    ['iso-8859-1', 'caf=E9 is on', LINE, LINE],
  ])('in a mail in quoted-printable, %s', (charset, text, line, written) => {
    const head = `Subject: A\nMIME-Version: 1.0\nContent-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: quoted-printable\n\n`;
    const mail = `${head}Hi [Name],\n\nYour ${text}.\n\nKind regards,\nAna\n`;
    return check('a.eml', mail, mail.replace('\n\nKind', `\n\n${written}\n\nKind`), configWith(line));
  });

  test('in a mail in base64', () => {
    const head =
      'Subject: A\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n';
    const inBase64 = (text: string) => `${head}${Buffer.from(text).toString('base64')}\n`;
    return check('a.eml', inBase64(THANKED), inBase64(THANKED_CLOSED));
  });

  test('in the plain text of a template in XML', () => {
    const page = (text: string) =>
      `<messaging:emailTemplate subject="A" recipientType="Contact">\n<messaging:plainTextEmailBody>\nHi,\n\nIt is &quot;on&quot;.\n${text}\nKind regards,\nAna\n</messaging:plainTextEmailBody>\n</messaging:emailTemplate>\n`;
    const config = configWith('Questions & 1 < 2? Just let me know.');
    return check('a.email', page(''), page('\nQuestions &amp; 1 &lt; 2? Just let me know.\n'), config);
  });

  test('in CDATA, where nothing is escaped but what is HTML', async () => {
    const config = configWith('Questions & 1 < 2? Just let me know.');
    const plain = (text: string) =>
      `<messaging:emailTemplate subject="A" recipientType="Contact">\n<messaging:plainTextEmailBody><![CDATA[Hi,\n\nIt is on & well.\n${text}\nKind regards,\nAna]]></messaging:plainTextEmailBody>\n</messaging:emailTemplate>\n`;
    await check('a.email', plain(''), plain('\nQuestions & 1 < 2? Just let me know.\n'), config);
    const html = (text: string) =>
      `<html><body><table><tr><td><![CDATA[<p>It is on &amp; well.</p>${text}<p>Kind regards,<br>Ana</p>]]></td></tr></table></body></html>\n`;
    await check('a.email', html(''), html('<p>Questions &amp; 1 &lt; 2? Just let me know.</p>'), config);
  });

  test('a line that does not count is not put in, and the finding says so', async () => {
    const text = 'It is on.\n\nBest,\nAna\n';
    await check('a.md', text, undefined, configWith('All is well that ends well.'));
    const options = { closingLine: 'All is well that ends well.' };
    const [tried] = await tryRule(conclusionCheck, { text, form: 'full', intent: 'resolve', options });
    expect(tried).toMatchObject({
      fixed: undefined,
      suggestions: [expect.stringContaining('this rule does not accept it')],
    });
    const accepted: Config = {
      ...configWith(''),
      rules: { 'conclusion-check': ['warn', { closingLine: 'All is well.', accept: ['all is well'] }] },
    };
    await check('a.md', text, 'It is on.\n\nAll is well.\n\nBest,\nAna\n', accepted);
  });

  test('nor one in another language than the reply’s', () => {
    const config: Config = {
      ...configWith(''),
      rules: {
        'conclusion-check': [
          'warn',
          {
            closingLine: 'Können wir sonst noch etwas für Sie tun oder ist das nicht nötig, und gibt es auch Fragen?',
            accept: ['fragen'],
          },
        ],
      },
    };
    return check('a.md', 'We have switched it on for you.\n\nBest,\nAna\n', undefined, config);
  });

  test('a rule of one’s own has one, too', () => {
    const config: Config = {
      ...configWith(''),
      rules: {
        'team/hours': ['warn', { require: ['weekdays'], in: 'ending', closingLine: 'We are here on weekdays.' }],
      },
    };
    return check('a.md', 'It is on.\n\nBest,\nAna\n', 'It is on.\n\nWe are here on weekdays.\n\nBest,\nAna\n', config);
  });

  test('a configuration with a line of two, with a tag, or in the opening, is refused', async () => {
    await expect(fixed('a.md', '', configWith('One?\nTwo?'))).rejects.toThrow(/a single line of text/);
    await expect(fixed('a.md', '', configWith('More {% if x %}?'))).rejects.toThrow(/without template tags/);
    const opening: Config = { rules: { 'team/a': ['warn', { require: ['a'], in: 'opening', closingLine: 'a' }] } };
    await expect(fixed('a.md', '', opening)).rejects.toThrow(/cannot be used with "in": "opening"/);
  });
});

describe('the closing line in every container', () => {
  const word = awkward('{{id}}');
  const said = fc.array(word, { maxLength: 3 }).map((words) => `${['We write', ...words, 'today'].join(' ')}.`);
  const paragraphs = fc.array(said, { minLength: 1, maxLength: 3 });
  const signOff = fc.constantFrom('', '\n\nBest,\nAna', '\nKind regards,\nThe Acme team', '\n\n{{agent.name}}');
  const entries = fc.array(fc.record({ title: fc.constantFrom('One', 'Two: 2'), paragraphs, signOff }), {
    minLength: 1,
    maxLength: 3,
  });

  test.each(CONTAINERS)('$name: the line and nothing else, once', PROPERTY, async ({ name, write, read }) => {
    const files = [{ glob: name, body: 'text', title: 'title', markup: 'text' as const }];
    const config = configWith(LINE, { files });
    const { numRuns } = runs(20);
    let put = 0;
    await fc.assert(
      fc.asyncProperty(entries, async (made) => {
        const values = made.map((one) => ({ title: one.title, text: one.paragraphs.join('\n\n') + one.signOff }));
        const closed = made.map((one) =>
          [...one.paragraphs, LINE, ...(one.signOff === '' ? [] : [one.signOff.trim()])].join('\n\n'),
        );
        const before = write(values);
        const once = await fixed(name, before, config);
        expect(await fixed(name, once, config)).toBe(once);
        const got = read(once);
        expect(got.map(({ title }) => title)).toEqual(values.map(({ title }) => title));
        for (const [index, { text }] of got.entries()) {
          // A value stays unchanged if the line cannot be inserted safely.
          expect([closed[index], values[index]?.text]).toContain(text);
          if (text === closed[index]) put += 1;
        }
      }),
      { numRuns },
    );
    expect(put).toBeGreaterThan(numRuns / 2);
  });
});
