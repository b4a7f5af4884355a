// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the languages that are read write placeholders so
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/model/source-file.js';
import { read } from '../../src/read/index.js';
import { folderWith, replylint } from '../command-line.js';

/**
 * Returns what is read from a file: id, title, position of the text’s first letter, and its text on one line. If
 * nothing is read, returns the reason.
 */
async function found(path: string, text: string, named = false): Promise<string[]> {
  const file = new SourceFile(path, text);
  const { replies, problems, leftAlone } = await read(file, path, { named });
  const shown = replies.map(({ id, title, body, map, markup, active, declared }) => {
    const first = body.search(/\S/);
    const { line, column } = file.placeOf(map.spanOf({ start: first, end: first + 1 }).start);
    const said = [id, title ?? '-', `${line}:${column}`, markup, body.trim().replace(/\s+/g, ' ')];
    return [...said, declared.locale, active ? undefined : 'inactive'].filter((part) => part !== undefined).join(' | ');
  });
  return [...shown, ...problems.map(({ message }) => message), ...(leftAlone ? [`(${leftAlone.reason})`] : [])];
}

const KILN = 'Hi {{name}},\n\nyour bowl is glazed and fired. It waits on the shelf by the door.\n\nBest,\nThe kiln';
const CRACK = 'Hello {{name}},\n\nyour vase has a crack, and I am sorry. Shall we throw a new one?\n\nBest,\nThe kiln';
const one = (text: string) => text.replace(/\s+/g, ' ');
const literal = (text: string) => JSON.stringify(text);

describe('modules', () => {
  test.each<[string, string, string, string[]]>([
    [
      'a list, texts in template literals',
      'src/cannedReplies.ts',
      `export const replies: Reply[] = [\n  { id: 'kiln', title: 'Fired', body: \`${KILN}\` },\n  { id: 'crack', title: 'Crack', body: \`${CRACK}\` },\n] as const;\n`,
      [`kiln | Fired | 2:40 | text | ${one(KILN)}`, `crack | Crack | 8:41 | text | ${one(CRACK)}`],
    ],
    [
      'a map, strings with escapes',
      'lib/macros.js',
      `module.exports = {\n  fired: ${literal(KILN)},\n  'has a crack': ${literal(CRACK)},\n};\n`,
      [
        `lib/macros.js#fired | fired | 2:11 | text | ${one(KILN)}`,
        `lib/macros.js#has-a-crack | has a crack | 3:19 | text | ${one(CRACK)}`,
      ],
    ],
    [
      'functions that only return a text, and values in it',
      'src/replies.mjs',
      'export const fired = ({ name }) => `Hi ${name},\n\nyour bowl is fired. It waits by the door.\n\nBest,\n${team.name}`;\nexport function crack(name) {\n  return "Hello " + name + ",\\n\\nyour vase has a crack, and I am sorry.\\n\\nBest,\\nThe kiln";\n}\n',
      [
        'src/replies.mjs#fired | fired | 1:37 | text | Hi ${name}, your bowl is fired. It waits by the door. Best, ${team.name}',
        'src/replies.mjs#crack | crack | 8:11 | text | Hello ${name}, your vase has a crack, and I am sorry. Best, The kiln',
      ],
    ],
    [
      'lines that are joined, a list that is exported by its name',
      'src/saved-replies.cjs',
      "const list = [\n  { name: 'Fired', text: ['Hi {{name}},', '', 'your bowl is fired, and it waits for you.', '', 'Best,', 'The kiln'].join('\\n') },\n  { name: 'Crack', text: ['Hello {{name}},', '', 'your vase has a crack, and I am sorry.', '', 'Best,', 'The kiln'].join('\\n') },\n];\nmodule.exports = list;\n",
      [
        'src/saved-replies.cjs#fired | Fired | 2:28 | text | Hi {{name}}, your bowl is fired, and it waits for you. Best, The kiln',
        'src/saved-replies.cjs#crack | Crack | 3:28 | text | Hello {{name}}, your vase has a crack, and I am sorry. Best, The kiln',
      ],
    ],
    [
      'no name that promises replies, but letters',
      'app/data.ts',
      `export default { fired: { label: 'Fired', content: ${literal(KILN)} }, crack: { label: 'Crack', content: ${literal(CRACK)} } };`,
      [
        `app/data.ts#fired | Fired | 1:53 | text | ${one(KILN)}`,
        `app/data.ts#crack | Crack | 1:${53 + literal(KILN).length + 38} | text | ${one(CRACK)}`,
      ],
    ],
  ])('%s', async (_, path, text, expected) => expect(await found(path, text)).toEqual(expected));

  test.each<[string, string, string]>([
    [
      'messages of errors',
      'src/errors.ts',
      "export const errors = { a: 'Sorry, we could not save your file.', b: 'Hello? Please sign in first.' };",
    ],
    [
      'words of pages',
      'src/copy.js',
      "export const copy = { hero: 'Welcome to the kiln', cta: 'Please book your place today and thank you' };",
    ],
    ['what a test tries', 'src/replies.test.ts', `export const replies = [${literal(KILN)}, ${literal(CRACK)}];`],
    [
      'examples of rules',
      'src/replies.ts',
      `export default { tests: { bad: [${literal(KILN)}, ${literal(CRACK)}] } };`,
    ],
    ['a program that greets', 'src/main.js', "import x from 'y';\nconsole.log('Hello, thank you for your help');\n"],
    [
      'a chat',
      'src/chat.ts',
      `export const chat = [{ role: 'user', content: ${literal(KILN)} }, { role: 'assistant', content: ${literal(CRACK)} }];`,
    ],
  ])('%s: nothing is read', async (_, path, text) => {
    const lines = await found(path, text);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^\(code/);
  });

  test('one that cannot be parsed is an error where it is named, and code where it is not', async () => {
    const broken = `export const replies = [\n  { title: 'A', body: \`${KILN} }\n`;
    expect(await found('src/replies.ts', broken)).toEqual(['(not JavaScript or TypeScript: unterminated template)']);
    expect(await found('src/replies.ts', broken, true)).toEqual([
      'Not JavaScript or TypeScript: unterminated template',
    ]);
  });

  test('nothing in them runs', async () => {
    const cwd = folderWith({
      'replies.js': `globalThis.hasRun = true;\nmodule.exports = { a: ${literal(KILN)}, b: ${literal(CRACK)} };\n`,
    });
    const { out } = await replylint(['list', 'replies.js'], { cwd });
    expect(out).toContain('2 replies');
    expect(globalThis).not.toHaveProperty('hasRun');
  });
});

describe('XML', () => {
  const record = (fields: string, rest = '') =>
    `<odoo>\n<record id="kiln" model="mail.template"${rest}>\n${fields}\n</record>\n</odoo>`;

  test.each<[string, string, string, boolean, string[]]>([
    [
      'an Odoo mail template with HTML in it',
      'data/mail.xml',
      record('<field name="name">Fired</field><field name="body_html" type="html"><p>Hi &amp; welcome,</p></field>'),
      false,
      ['kiln | Fired | 3:69 | html | <p>Hi &amp; welcome,</p>'],
    ],
    [
      'HTML as CDATA, not in use',
      'data/mail.xml',
      record(
        '<field name="subject">Fired</field><field name="active" eval="False"/><field name="body_html"><![CDATA[<p>Hi & welcome,</p>]]></field>',
      ),
      false,
      ['kiln | Fired | 3:104 | html | <p>Hi & welcome,</p> | inactive'],
    ],
    [
      'another model',
      'data/data.xml',
      '<odoo><record id="a" model="ir.cron"><field name="name">Hi there, thank you</field></record></odoo>',
      false,
      ['(no help-desk fields and no reply-like text)'],
    ],
    [
      'ServiceNow’s records',
      'unload.xml',
      '<unload>\n<sys_email_canned_message action="INSERT_OR_UPDATE"><title>Fired</title><body>&lt;p&gt;Your bowl is &#8220;fired&#8221;.&lt;/p&gt;</body><active>true</active><sys_id>9f</sys_id></sys_email_canned_message>\n<sysevent_email_action action="INSERT_OR_UPDATE"><name>Crack</name><message_html/><message_text>Your vase has a crack.</message_text><active>false</active><sys_id>7c</sys_id></sysevent_email_action>\n</unload>',
      false,
      [
        '9f | Fired | 2:79 | html | <p>Your bowl is “fired”.</p>',
        '7c | Crack | 3:97 | text | Your vase has a crack. | inactive',
      ],
    ],
    [
      'XLIFF, the translation or else the source',
      'mails.xlf',
      '<xliff version="1.2"><file source-language="en" target-language="de"><body>\n<trans-unit id="a" resname="fired"><source>Your bowl is fired.</source><target>Ihre Schale ist gebrannt und wartet auf Sie.</target></trans-unit>\n<trans-unit id="b"><source>Your vase, <x id="1" equiv-text="{{name}}"/>, has a crack.</source><target/></trans-unit>\n</body></file></xliff>',
      true,
      [
        'fired | fired | 2:80 | text | Ihre Schale ist gebrannt und wartet auf Sie. | de',
        'b | - | 3:28 | text | Your vase, {{name}}, has a crack. | en',
      ],
    ],
    [
      'a library of a team’s own',
      'macros/all.xml',
      `<macros>\n<macro title="Fired"><body>${KILN}</body></macro>\n<macro title="Crack"><body><![CDATA[${CRACK}]]></body></macro>\n</macros>`,
      false,
      [
        `macros/all.xml#fired | Fired | 2:28 | text | ${one(KILN)}`,
        `macros/all.xml#crack | Crack | 8:37 | text | ${one(CRACK)}`,
      ],
    ],
    [
      'what was meant for us and is no XML',
      'data/mail.xml',
      '<odoo><record id="a" model="mail.template"><field name="body_html">Hi</fild></record></odoo>',
      false,
      ['Not XML: unexpected close tag'],
    ],
  ])('%s', async (_, path, text, named, expected) => expect(await found(path, text, named)).toEqual(expected));
});

describe('catalogs of translations, where they are named', () => {
  test.each<[string, string, string, string[]]>([
    [
      'PO: the translation, or the source where there is none; labels are left out',
      'mails.po',
      'msgid ""\nmsgstr ""\n"Language: de\\n"\n\nmsgctxt "fired"\nmsgid "Your bowl is fired."\nmsgstr ""\n"Ihre Schale ist \\"fertig\\",\\n"\n"und sie wartet auf Sie."\n\n#, fuzzy\nmsgid "Your vase has a crack."\nmsgstr "Nein"\n\nmsgid "Save"\nmsgstr "Sichern"\n',
      [
        'mails.po#fired | fired | 8:2 | text | Ihre Schale ist "fertig", und sie wartet auf Sie. | de',
        'mails.po#your-vase-has-a-crack | - | 12:8 | text | Your vase has a crack.',
      ],
    ],
    [
      'properties: continued lines and escapes',
      'mails.properties',
      '# mails\nmail.fired = Your bowl is fired,\\\n    and it waits \\u2013 for you.\nmail.title=Fired\nmail.crack:Your vase has\\na crack\\: sorry.\n',
      [
        'mails.properties#mail-fired | mail.fired | 2:14 | text | Your bowl is fired,and it waits – for you.',
        'mails.properties#mail-crack | mail.crack | 5:12 | text | Your vase has a crack: sorry.',
      ],
    ],
    [
      'ARB',
      'app_en.arb',
      '{\n "@@locale": "en",\n "fired": "Hi {name},\\nyour bowl is fired.",\n "@fired": { "description": "Sent when the kiln is open." }\n}',
      ['app_en.arb | fired | 3:12 | text | Hi {name}, your bowl is fired. | en'],
    ],
  ])('%s', async (_, path, text, expected) => {
    expect(await found(path, text, true)).toEqual(expected);
    expect((await found(path, text)).join()).toMatch(/^\(/);
  });
});

/** Returns the replies that a walk finds in a folder with these files, with their markup. */
async function walked(files: Readonly<Record<string, string | Buffer>>) {
  const cwd = folderWith(files);
  const { out, err, code } = await replylint(['list', '--format', 'json', '.'], { cwd });
  const replies: { file: string; line: number }[] = JSON.parse(out === '' ? '[]' : out);
  return { files: replies.map(({ file, line }) => `${file}:${line}`), err, code };
}

describe('templates', () => {
  const ERB =
    '<p>Hi <%= @user.name %>,</p>\n<% if @vip %><p>Thank you for your patience.</p><% end %>\n<p>Your bowl is fired.</p>\n<p>Best,<br>The kiln</p>\n';
  const PLAIN = 'Hello ${user.name},\n\nyour bowl is fired, and we keep it for you.\n\nCheers,\nThe kiln\n';

  test.each<[string, Record<string, string>, string[]]>([
    [
      'in folders of mails, by whatever language',
      {
        'app/views/order_mailer/fired.html.erb': ERB,
        'mails/fired.txt.j2': KILN,
        'emails/fired.hbs': KILN,
        'emails/crack.vm': PLAIN,
      },
      ['app/views/order_mailer/fired.html.erb:1', 'emails/crack.vm:1', 'emails/fired.hbs:1', 'mails/fired.txt.j2:1'],
    ],
    [
      'beside replies',
      { 'desk/a.txt': KILN, 'desk/b.ftl': PLAIN, 'desk/c.mustache': CRACK },
      ['desk/a.txt:1', 'desk/b.ftl:1', 'desk/c.mustache:1'],
    ],
    [
      'pages of a site are not read',
      { 'app/views/home/index.html.erb': ERB, 'templates/motd.j2': KILN, 'a.md': KILN },
      ['a.md:1'],
    ],
    [
      'nor parts of mails',
      { 'mails/_footer.hbs': KILN, 'mails/layout.hbs': KILN, 'mails/a.hbs': CRACK },
      ['mails/a.hbs:1'],
    ],
  ])('%s', async (_, files, expected) => expect((await walked(files)).files).toEqual(expected));

  test.each<[string, string, string]>([
    ['a.html.erb', 'Hi there, your bowl is fired.', 'html'],
    ['a.text.erb', '<p>Hi there</p>', 'text'],
    ['a.md.liquid', 'Hi there', 'markdown'],
    ['a.liquid', '<p>Hi {{ name }}</p>', 'html'],
    ['a.liquid', 'Hi {{ name }}', 'text'],
    ['a.ftl', '<#if vip>Hi ${name}</#if>', 'text'],
    ['a.mjml', '<mj-text>Hi there</mj-text>', 'html'],
    ['a.blade.php', "@component('mail::message')\nHi there", 'markdown'],
  ])('%s is %j: %s', async (path, text, markup) =>
    expect((await found(path, text, true))[0]).toContain(` | ${markup} | `),
  );

  test('the parts of MJML are paragraphs, and its head is not shown', async () => {
    const text =
      '<mjml><mj-head><mj-title>You failed to log in</mj-title></mj-head><mj-body><mj-text>Hi {{name}},</mj-text><mj-text>you failed to call.</mj-text></mj-body></mjml>';
    const { out } = await replylint(['-f', 'json', 'a.mjml'], { cwd: folderWith({ 'a.mjml': text }) });
    const [{ messages }] = JSON.parse(out);
    expect(messages.map(({ words }: { words: string }) => words)).toContain('you failed to');
    expect(messages.map(({ words }: { words: string }) => words)).not.toContain('You failed to');
  });
});

describe('what the configuration says of files', () => {
  test('files of any name, as text, Markdown, HTML or XML; replies for the team', async () => {
    const files = [
      { glob: 'desk/*.msg', format: 'text' },
      { glob: 'desk/*.page', markup: 'html' },
      { glob: 'desk/*.json', format: 'markdown' },
      { glob: 'desk/*.xml', body: '$.desk.reply[*].text', title: 'name', id: 'key', internal: 'team', active: 'on' },
      { glob: 'desk/*.po' },
    ];
    const cwd = folderWith({
      '.replylintrc.json': JSON.stringify({ files }),
      'desk/a.msg': KILN,
      'desk/b.page': '<p>Hi {{name}},</p><p>your bowl is fired.</p>',
      'desk/c.json': `# Fired\n\n${KILN}`,
      'desk/d.xml':
        '<desk><reply name="A" key="1" team="yes"><text>Look at the kiln.</text></reply><reply name="B" key="2" on="no"><text>Your bowl is fired.</text></reply></desk>',
      'desk/e.po': 'msgid "mail.fired"\nmsgstr "Your bowl is fired, come by."\n',
      'desk/f.bin': 'Hi there, thank you',
    });
    const { out } = await replylint(['list', '--format', 'json', '--include-inactive', '.'], { cwd });
    const rows: Record<string, unknown>[] = JSON.parse(out);
    expect(rows.map(({ id, title, active, audience }) => [id, title, active, audience])).toEqual([
      ['desk/a.msg', null, true, 'customer'],
      ['desk/b.page', null, true, 'customer'],
      ['desk/c.json', 'Fired', true, 'customer'],
      ['1', 'A', true, 'staff'],
      ['2', 'B', false, 'customer'],
      ['desk/e.po', 'mail.fired', true, 'customer'],
    ]);
  });

  test.each([
    [{ glob: '*', format: 'htm' }, 'Did you mean "html"?'],
    [{ glob: '*', intern: 'x' }, 'unknown key "intern". Did you mean "internal"?'],
  ])('%j is refused', async (entry, message) => {
    const cwd = folderWith({ '.replylintrc.json': JSON.stringify({ files: [entry] }), 'a.md': KILN });
    const { code, err } = await replylint(['a.md'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe('office files', () => {
  const sheet = Buffer.from('PK\u0003\u0004\0');

  test('one that is named is not checked, and its user is told what to do', async () => {
    const cwd = folderWith({ 'macros.xlsx': sheet, 'macros.docx': sheet, 'saved_replies.sql': 'INSERT' });
    const { code, out } = await replylint(['macros.xlsx', 'macros.docx', 'saved_replies.sql'], { cwd });
    expect(code).toBe(2);
    expect(out).toContain('Not checked: replylint cannot read a spreadsheet; save it as CSV (UTF-8)');
    expect(out).toContain('Not checked: replylint cannot read a document; save it as Markdown or plain text');
    expect(out).toContain('Not checked: replylint cannot read a database dump; export the table as CSV or JSON');
  });

  test('those beside replies, and where the path promises some, are counted; others are not', async () => {
    const { err, files } = await walked({
      'desk/a.md': KILN,
      'desk/b.xlsx': sheet,
      'desk/c.ods': sheet,
      'desk/d.pdf': sheet,
      'canned-replies/e.numbers': sheet,
      'papers/f.docx': sheet,
    });
    expect(files).toEqual(['desk/a.md:1']);
    expect(err.split('\n')).toEqual([
      'replylint: canned-replies/e.numbers: a spreadsheet, not read; save it as CSV (UTF-8)',
      'replylint: desk: 2 spreadsheets not read (b.xlsx and 1 more); save each as CSV (UTF-8)',
      'replylint: desk/d.pdf: a document, not read; save it as Markdown or plain text',
      '',
    ]);
  });
});

test('what stands above the folder of a run tells nothing about its files', async () => {
  const beside = Object.fromEntries(
    ['one', 'two', 'three', 'four'].map((name) => [`${name}/notes.md`, 'Restart the service, then look at the log.\n']),
  );
  const root = folderWith({ ...beside, 'ours/a.md': KILN });
  const { out } = await replylint(['list'], { cwd: join(root, 'ours') });
  expect(out).toMatch(/^ {2}Line {2}.*\n\na\.md\n/);
});
