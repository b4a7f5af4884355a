import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { nodeFileSystem } from '../src/lint/node-file-system.js';
import { SourceFile } from '../src/model/source-file.js';
import { decode, type FileContent, NotText, read, Surroundings } from '../src/read/index.js';
import { newFolder } from './command-line.js';

/** Writes files to a folder and reads one of them as if a walk had found it. */
async function walked(files: Readonly<Record<string, string>>, path: string, given = false): Promise<FileContent> {
  const root = newFolder(onTestFinished);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  const absolute = join(root, path);
  const file = decode(path, readFileSync(absolute));
  return read(file, path, {
    named: false,
    disk: { absolute, surroundings: new Surroundings(nodeFileSystem, root), given },
  });
}

async function named(path: string, text: string): Promise<FileContent> {
  return read(new SourceFile(path, text), path, { named: true });
}

const shown = ({ replies }: FileContent) => replies.map(({ title, body }) => [title, body]);

const HELLO = 'Hi [Name],\n\nThank you for your patience. We have sent your refund.\n\nKind regards,\nAna';
const [FIRST, REST] = HELLO.split(' We ').map((part, at) => (at === 0 ? part : `We ${part}`)) as [string, string];
const LATE = 'Hello {customer_name},\n\nI am sorry that your parcel is late. I will write on Friday.\n\nBest,\nSam';
const TOUR =
  'We are happy that you join the tour of the caves.\n\n**What to bring**\n\nPlease wear shoes with a good sole.\n\n**Where we meet**\n\nWe wait at the gate from nine.\n\n**If you are late**\n\nWrite to us, and we open the gate again. What questions do you have?\n\nWarmly,\n\n[Name]';
const quoted = (text: string) => text.replace(/^/gm, '> ').replace(/ $/gm, '');
const fenced = (text: string, info = '') => `\`\`\`${info}\n${text}\n\`\`\``;

describe('libraries in Markdown', () => {
  const cases: readonly {
    name: string;
    path?: string;
    text: string;
    expected: readonly (readonly [string, string])[];
  }[] = [
    {
      name: 'a letter with a subject, bold headings and a signature, but no greeting',
      text: `# Email templates\n\n## Refund\n\n${HELLO}\n\n## Late\n\n${LATE}\n\n## Before the tour\nSubject: Your tour\n\n${TOUR}\n`,
      expected: [
        ['Refund', HELLO],
        ['Late', LATE],
        ['Before the tour', TOUR],
      ],
    },
    {
      name: 'a page with the subject of a letter, but no signature below its bold headings',
      text: `# Email templates\n\n## Refund\n\n${HELLO}\n\n## Late\n\n${LATE}\n\n## Before the tour\nSubject: Your tour\n\n${TOUR.replace('Warmly,\n\n[Name]', 'See you.')}\n`,
      expected: [
        ['Refund', HELLO],
        ['Late', LATE],
        ['Before the tour', 'We are happy that you join the tour of the caves.'],
      ],
    },
    {
      name: 'fences under headings, usage notes in quotes left out',
      text: `# Replies\n\n> You can copy these.\n\n## Refund\n\n> For refunds.\n\n${fenced(HELLO, 'markdown')}\n\n## Late\n\n${fenced(LATE, 'md')}\n\n## Setup\n\n${fenced('npm install thing', 'sh')}\n`,
      expected: [
        ['Refund', HELLO],
        ['Late', LATE],
      ],
    },
    {
      name: 'a fence within a longer fence is of the reply',
      text: `## Sync\n\n\`\`\`\`markdown\n${HELLO}\n\n${fenced('git pull', 'bash')}\n\`\`\`\`\n\n## Late\n\n${fenced(LATE)}\n`,
      expected: [
        ['Sync', `${HELLO}\n\n${fenced('git pull', 'bash')}`],
        ['Late', LATE],
      ],
    },
    {
      name: 'a block quote that goes on below a note in parentheses',
      text: `## 1. Refund\n\n${quoted(FIRST)}\n\n_(Useful when they paid twice,\nor by card.)_\n\n${quoted(REST)}\n\n(For late parcels.)\n\n## 2. Late\n\n${quoted(LATE)}\n`,
      expected: [
        ['Refund', `${FIRST}\n\n\n${REST}`],
        ['Late', LATE],
      ],
    },
    {
      name: 'block quotes that are two letters, with a note in parentheses between them',
      text: `## 1. Refund\n\n${quoted(HELLO)}\n\n(Or, for late parcels:)\n\n${quoted(LATE)}\n`,
      expected: [
        ['Refund', HELLO],
        ['Refund', LATE],
      ],
    },
    {
      name: 'block quotes with what to know around them',
      text: `## 1. Refund approved\n\n**Use when:** it was sent.\n${'\n'}${quoted(HELLO)}\n\nNotes follow.\n\n## 2. Late\n\n${quoted(LATE)}\n\n## Internal notes\n\n${quoted(LATE)}\n`,
      expected: [
        ['Refund approved', HELLO],
        ['Late', LATE],
      ],
    },
    {
      name: 'sections, their subject left out',
      text: `# Mails\n\nThese are our mails.\n\n### Refund\nSubject: Your refund\n\n${HELLO}\n\n### Late\n\n**Subject:** Your parcel\n\n${LATE}\n`,
      expected: [
        ['Refund', HELLO],
        ['Late', LATE],
      ],
    },
    {
      name: 'a subject inside a fence is left out',
      text: `## Refund\n\n${fenced(`Subject: Refund\n\n${HELLO}`)}\n\n## Late\n\n${fenced(LATE)}\n`,
      expected: [
        ['Refund', HELLO],
        ['Late', LATE],
      ],
    },
    {
      name: 'answers, not questions',
      text: `## Refund\n\n**Question**\n\n${fenced('Hi, where is my money? Thank you, and please hurry, I am sorry to ask.')}\n\n**Answer**\n\n${fenced(HELLO)}\n\n## Late\n\n**Question**\n\n${fenced('Hello, where is my parcel? Thanks!')}\n\n**Answer**\n\n${fenced(LATE)}\n`,
      expected: [
        ['Refund', HELLO],
        ['Late', LATE],
      ],
    },
    {
      name: 'labels over fences are titles',
      text: `# Reviews\n\n## Five stars\n\n**Short**\n${fenced('Thank you for your review! We are glad you like it.')}\n\n**Long**\n${fenced(HELLO)}\n\n**Longer**\n${fenced(LATE)}\n`,
      expected: [
        ['Short', 'Thank you for your review! We are glad you like it.'],
        ['Long', HELLO],
        ['Longer', LATE],
      ],
    },
    {
      name: 'Stack Exchange comments',
      text: `###[Q] More than one question\nWelcome to $SITENAME$, [username]! Please ask one question per post.\n\n###[A] Link only\nHi [OP], thank you for your answer. Please say here what the link says.\n`,
      expected: [
        ['More than one question', 'Welcome to $SITENAME$, [username]! Please ask one question per post.'],
        ['Link only', 'Hi [OP], thank you for your answer. Please say here what the link says.'],
      ],
    },
    {
      name: 'dashes with titles',
      text: `---- NOT A BUG\n\n${HELLO}\n\n---- DUPLICATE ----\n\n${LATE}\n`,
      expected: [
        ['NOT A BUG', HELLO],
        ['DUPLICATE', LATE],
      ],
    },
    {
      name: 'several front matters',
      text: `---\ntitle: Refund\nchannel: email\n---\n${HELLO}\n---\ntitle: Late\nlocale: en-GB\n---\n${LATE}\n`,
      expected: [
        ['Refund', HELLO],
        ['Late', LATE],
      ],
    },
    {
      name: 'MDX',
      path: 'docs/reply-templates.mdx',
      text: `---\ntitle: Replies\n---\n\nimport { Steps } from 'x';\n\n## Refund\n\n${fenced(HELLO)}\n\n## Late\n\n${fenced(LATE)}\n`,
      expected: [
        ['Refund', HELLO],
        ['Late', LATE],
      ],
    },
  ];
  test.each(cases)('$name', async ({ path = 'support/replies.md', text, expected }) => {
    expect(shown(await walked({ [path]: text }, path))).toEqual(expected);
    expect(shown(await named(path, text))).toEqual(expected);
  });

  test('ids and pointers come from the headings, and tell repeated ones apart', async () => {
    const text = `## Refund\n\n${fenced(HELLO)}\n\n${fenced(LATE)}\n`;
    const { replies } = await named('a/b.md', text);
    expect(replies.map(({ id, pointer, start }) => [id, pointer, start])).toEqual([
      ['a/b.md#refund', '#refund', text.indexOf('Hi')],
      ['a/b.md#refund~2', '#refund~2', text.indexOf('Hello')],
    ]);
  });

  test.each([
    ['text', ''],
    ['text', 'plain'],
    ['text', 'text'],
    ['markdown', 'md'],
    ['html', 'html'],
  ])('markup %s for a fence in “%s”', async (markup, info) => {
    const { replies } = await named('a.md', `## A\n\n${fenced(HELLO, info)}\n\n## B\n\n${fenced(LATE, info)}\n`);
    expect(replies.map((reply) => reply.markup)).toEqual([markup, markup]);
  });

  test('front matter of the file holds for all of its replies', async () => {
    const text = `---\nlocale: de\naudience: internal\n---\n## A\n\n${fenced(HELLO)}\n\n## B\n\n${fenced(LATE)}\n`;
    const { replies } = await named('a.md', text);
    expect(replies.map(({ audience, declared }) => [audience, declared.locale])).toEqual([
      ['staff', 'de'],
      ['staff', 'de'],
    ]);
  });

  test('a template with what to know around it is the template alone', async () => {
    const text = `# Refund approved\n\nUse this when it was sent.\n\n## Template\n\n${HELLO}\n\n## Variables to Replace\n- \`[Name]\` - the name\n\n## Notes\n- Be warm, and thank you for reading, please.\n`;
    expect(shown(await walked({ 'x/refund.md': text }, 'x/refund.md'))).toEqual([['Refund approved', HELLO]]);
  });

  test('a reply that shows a command in a fence stays one reply', async () => {
    const text = `${HELLO}\n\n${fenced('Hi there, thanks, please run me, sorry.', 'text')}\n`;
    expect((await named('reply.md', text)).replies).toHaveLength(1);
  });

  test('a page that only documents holds none', async () => {
    const docs = `# Tool\n\nThanks for using it. Please read on.\n\n## Install\n\n${fenced('npm i tool')}\n\n## Use\n\n${fenced('tool --help')}\n`;
    const { replies, leftAlone } = await walked({ 'docs/tool.md': docs }, 'docs/tool.md');
    expect(replies).toEqual([]);
    expect(leftAlone?.reason).toContain('no reply-like text');
    expect(leftAlone?.kind).toBe('unknown');
  });

  test('the examples of a rule’s page are no replies', async () => {
    const docs = `# greeting\n\n## Reported\n\n${fenced(HELLO, 'text')}\n\n${fenced(LATE, 'text')}\n\n## Not reported\n\n${fenced(HELLO, 'text')}\n`;
    expect((await walked({ 'rules/greeting.md': docs }, 'rules/greeting.md')).replies).toEqual([]);
  });
});

describe('one reply per file, met on a walk', () => {
  const NOTE = 'The build needs Node 20. Set the flag and start it again; the log tells the rest.';
  const cases: readonly { name: string; files: Record<string, string>; path: string; read: boolean }[] = [
    { name: 'alone in a folder and greeting', files: { 'a/x.md': HELLO }, path: 'a/x.md', read: true },
    { name: 'plain text', files: { 'a/x.txt': HELLO }, path: 'a/x.txt', read: true },
    {
      name: 'HTML mail',
      files: { 'a/x.html': `<p>Hi {{name}},</p><p>Thank you. We have sent it.</p>` },
      path: 'a/x.html',
      read: true,
    },
    { name: 'documentation', files: { 'docs/x.md': NOTE }, path: 'docs/x.md', read: false },
    { name: 'README that greets', files: { 'README.md': HELLO }, path: 'README.md', read: false },
    {
      name: 'a letter among pages',
      files: { 'docs/a.md': NOTE, 'docs/b.md': NOTE, 'docs/c.md': NOTE, 'docs/x.md': HELLO },
      path: 'docs/x.md',
      read: false,
    },
    {
      name: 'a short one among replies',
      files: { 'r/a.md': HELLO, 'r/b.md': LATE, 'r/c.md': HELLO, 'r/x.md': 'It is on its way.' },
      path: 'r/x.md',
      read: true,
    },
    {
      name: 'single-template folders side by side, promised by the path',
      files: {
        'canned-replies/moved/moved.md': 'Your post was **MOVED** to a better place.',
        'canned-replies/split/split.md': 'Please do not hijack this topic.',
        'canned-replies/merge/merge.md': '**MERGED.** Could you have a look at the rules?',
      },
      path: 'canned-replies/merge/merge.md',
      read: true,
    },
    {
      name: 'front matter with a key of a reply',
      files: { 'docs/x.md': `---\nchannel: chat\n---\n${NOTE}` },
      path: 'docs/x.md',
      read: true,
    },
    {
      name: 'front matter of a site',
      files: { 'docs/x.md': `---\ntitle: Build\nlayout: page\n---\n${NOTE}` },
      path: 'docs/x.md',
      read: false,
    },
    {
      name: 'a form of the forge',
      files: { '.github/ISSUE_TEMPLATE/bug.md': HELLO },
      path: '.github/ISSUE_TEMPLATE/bug.md',
      read: false,
    },
  ];
  test.each(cases)('$name: $read', async ({ files, path, read: expected }) => {
    const { replies, leftAlone } = await walked(files, path);
    expect(replies.length > 0).toBe(expected);
    if (!expected) expect(leftAlone?.reason).toMatch(/\w/);
  });

  test('in a folder given by name, less is asked of each', async () => {
    const short = 'Your parcel is on its way.';
    const files = { 'r/a.md': HELLO, 'r/b.md': short, 'r/c.md': short, 'r/d.md': 'It has left the warehouse.' };
    expect((await walked(files, 'r/d.md', true)).replies).toHaveLength(1);
    expect((await walked(files, 'r/d.md', false)).replies).toHaveLength(0);
    const page = `# A\n\n## B\n\n${NOTE}\n\n## C\n\n${NOTE}\n\n### D\n`;
    expect((await walked({ ...files, 'r/e.md': page }, 'r/d.md', true)).replies).toHaveLength(0);
  });

  test('named, each of them is read', async () => {
    for (const { files, path } of cases) expect((await named(path, files[path] ?? '')).replies).toHaveLength(1);
  });

  test('a first heading is the title', async () => {
    expect(shown(await named('a.md', `# Refund sent\n\n${HELLO}`))).toEqual([['Refund sent', HELLO]]);
  });
});

describe('Salesforce', () => {
  const meta = (more: string, type = 'html') =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<EmailTemplate xmlns="http://soap.sforce.com/2006/04/metadata">\n<available>true</available><name>Case &amp; Reply</name><type>${type}</type>${more}\n</EmailTemplate>`;
  const read1 = async (text: string, about?: string) => {
    const files = { 'email/F/A.email': text, ...(about !== undefined && { 'email/F/A.email-meta.xml': about }) };
    const [reply] = (await walked(files, 'email/F/A.email')).replies;
    return reply;
  };

  test('without its meta file, by its merge fields', async () => {
    const reply = await read1('Dear {!Contact.FirstName},\n\nThank you.\n');
    expect(reply).toMatchObject({ markup: 'text', helpdesk: 'salesforce', active: true, audience: 'customer' });
  });

  test('CDATA of a letterhead is unwrapped, in place', async () => {
    const text = '<table><tr><td><![CDATA[<p>Hi {{{Recipient.FirstName}}}, it works</p>]]></td></tr></table>';
    const reply = await read1(text, meta(''));
    expect(reply?.title).toBe('Case & Reply');
    expect(reply?.markup).toBe('html');
    expect(reply?.body).toBe('<table><tr><td><p>Hi {{{Recipient.FirstName}}}, it works</p></td></tr></table>');
    const at = reply?.body.indexOf('works') ?? -1;
    const span = reply?.map.spanOf({ start: at, end: at + 5 });
    expect(text.slice(span?.start, span?.end)).toBe('works');
  });

  test.each([
    ['text', 'text'],
    ['html', 'html'],
    ['custom', 'html'],
  ])('type %s is read as %s', async (type, markup) => {
    expect((await read1('Hi {!Contact.Name}, thanks', meta('', type)))?.markup).toBe(markup);
  });

  test('Visualforce: the HTML body, else the plain one with its entities', async () => {
    const open = '<messaging:emailTemplate subject="S" recipientType="Contact" language="de">';
    const html = `${open}<messaging:htmlEmailBody><p>Hallo</p></messaging:htmlEmailBody></messaging:emailTemplate>`;
    expect(await read1(html, meta('', 'visualforce'))).toMatchObject({
      body: '<p>Hallo</p>',
      markup: 'html',
      declared: { locale: 'de' },
    });
    const plain = `${open}<messaging:plainTextEmailBody>Q &amp; A <apex:outputText value="x"/>ok</messaging:plainTextEmailBody></messaging:emailTemplate>`;
    expect(await read1(plain, meta('', 'visualforce'))).toMatchObject({ body: 'Q & A ok', markup: 'text' });
  });

  test('not available, and for staff', async () => {
    const about = meta('<description>Internal: notify staff</description>').replace('>true<', '>false<');
    expect(await read1('Hi {!User.FirstName}', about)).toMatchObject({ active: false, audience: 'staff' });
  });
});

describe('Mibew', () => {
  const text = (encoding: string, answers: string) =>
    `encoding=${encoding}\noutput_encoding=utf-8\ncanned.title=Canned\nchat.predefined_answers=${answers}\nchat.x=y\n`;

  test('each message is a reply in its folder’s language, read in the declared encoding', async () => {
    const bytes = Buffer.concat([
      Buffer.from('encoding=cp1251\nchat.predefined_answers='),
      Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]),
      Buffer.from('\\nok\n'),
    ]);
    const file = decode('locales/ru/properties', bytes);
    expect(file.encoding).toBe('windows-1251');
    const { replies } = await read(file, file.path, { named: false });
    expect(
      replies.map(({ body, declared, helpdesk }) => [body, declared.localeInPath, declared.channel, helpdesk]),
    ).toEqual([
      ['Привет', 'ru', 'chat', 'mibew'],
      ['ok', 'ru', 'chat', 'mibew'],
    ]);
    for (const { body, map } of replies) {
      const { start, end } = map.spanOf({ start: 0, end: body.length });
      expect(file.text.slice(start, end)).toBe(body);
    }
  });

  test('the list of later versions', async () => {
    const text = "# ours\n- 'How can I help?'\n- 'It''s on its way, O''Neil.'\n- Please wait\n- \"One moment\"\n";
    const { replies } = await walked({ 'locales/en/canned_messages.yml': text }, 'locales/en/canned_messages.yml');
    expect(replies.map(({ body }) => body)).toEqual([
      'How can I help?',
      "It's on its way, O'Neil.",
      'Please wait',
      'One moment',
    ]);
    const { start, end } = replies[1]?.map.spanOf({ start: 0, end: 4 }) ?? { start: 0, end: 0 };
    expect(text.slice(start, end)).toBe("It''s");
    const other = await walked({ 'canned_messages.yml': 'a:\n  - b\n' }, 'canned_messages.yml');
    expect(other.adapter).toBeUndefined();
  });

  test('Spanish is sp there; other properties hold none', async () => {
    const { replies } = await read(new SourceFile('locales/sp/properties', text('utf-8', 'Hola\\nAdios')), 'x', {
      named: false,
    });
    expect(replies.map(({ declared }) => declared.localeInPath)).toEqual(['es', 'es']);
    expect((await walked({ 'a.properties': 'log.level=debug\n' }, 'a.properties')).adapter).toBeUndefined();
  });
});

describe('mail', () => {
  const headers =
    'Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe_an?= =?utf-8?B?IFNpZQ==?=\r\nTo: \r\nX-Unsent: 1\r\nMIME-Version: 1.0\r\n';
  const body = 'Hi [Name],\r\n\r\nThanks for your patience.\r\n';

  test('one part, in quoted-printable', async () => {
    const text = `${headers}Content-Type: text/plain; charset="iso-8859-1"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nSch=F6ne Gr=FC=\r\n=DFe\r\n`;
    const [reply] = (await walked({ 'a.eml': text }, 'a.eml')).replies;
    expect(reply).toMatchObject({
      title: 'Grüße an Sie',
      body: 'Schöne Grüße\r\n',
      markup: 'text',
      declared: { channel: 'email' },
    });
    const span = reply?.map.spanOf({ start: 7, end: 12 }) ?? { start: 0, end: 0 };
    expect(text.slice(span.start, span.end)).toBe('Gr=FC=\r\n=DFe');
  });

  const multipart = (plain: string) =>
    `${headers}Content-Type: multipart/mixed; boundary="out"\r\n\r\nPreamble\r\n--out\r\nContent-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${plain}\r\n--in\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from('<p>Hi [Name],</p><p>Thanks for your patience, we are on it.</p>').toString('base64')}\r\n--in--\r\n--out\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nNo\r\n--out--\r\n`;

  test('the plain part, and the HTML where the plain one is a stub', async () => {
    expect((await named('a.eml', multipart(body))).replies).toMatchObject([{ body, markup: 'text' }]);
    expect((await named('a.eml', multipart('See HTML.'))).replies).toMatchObject([
      { body: '<p>Hi [Name],</p><p>Thanks for your patience, we are on it.</p>', markup: 'html' },
    ]);
  });

  test('a charset that nobody knows is an error', async () => {
    const { problems } = await named(
      'a.eml',
      `${headers}Content-Type: text/plain; charset=klingon\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n`,
    );
    expect(problems).toMatchObject([{ fatal: true, message: expect.stringContaining('klingon') }]);
  });

  test('mail that was received is left alone on a walk', async () => {
    const text = `Received: from a\r\nFrom: a@example.com\r\nSubject: x\r\n\r\n${body}`;
    expect((await walked({ 'a.eml': text }, 'a.eml')).leftAlone?.reason).toContain('received');
    expect((await named('a.eml', text)).replies).toHaveLength(1);
  });

  test('Outlook’s own format is refused, with a way out', () => {
    const bytes = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    expect(() => decode('a.oft', bytes)).toThrow(/save it from Outlook as text/);
    expect(() => decode('a.oft', bytes)).toThrow(NotText);
  });
});
