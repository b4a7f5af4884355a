import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import nodemailer from 'nodemailer';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.js';
import { ResolvedConfig } from '../src/config/index.js';
import { fixFile } from '../src/lint/fix/fix-file.js';
import { loadSource } from '../src/lint/index.js';
import { SourceFile } from '../src/model/source-file.js';
import { inBytes, quotedPrintable } from '../src/read/charset.js';
import { built } from './built.js';
import { folderWith, replylint } from './command-line.js';
import { PROPERTY, runs } from './properties.js';

/** Returns an email draft with one part. */
function draft(content: string, charset = 'utf-8', { feed = '\r\n', type = 'text/plain', encoding = 'base64' } = {}) {
  return [
    'Subject: =?utf-8?Q?Thanks!!?=',
    'X-Unsent: 1',
    'MIME-Version: 1.0',
    `Content-Type: ${type}; charset=${charset}`,
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    content,
  ].join(feed);
}

function base64(bytes: Buffer | string, width = 76, feed = '\r\n'): string {
  const code = Buffer.from(bytes).toString('base64');
  return (code.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(feed);
}

async function fixed(content: string | Buffer, name = 'a.eml') {
  const cwd = folderWith({ [name]: content });
  const ran = await replylint(['--no-config-lookup', '--rule', 'no-shouting: warn', '--fix', name], { cwd });
  return { ...ran, bytes: readFileSync(join(cwd, name)) };
}

describe('--fix in mail', () => {
  const LONG = `${'Thank you for writing. '.repeat(12)}Größe 🎉`;
  /** Rows with the text before and after, and the rest of the part. */
  const TABLE: readonly (readonly [string, (text: string) => string])[] = [
    ['lines of 76, ended by CR LF', (text) => draft(`${base64(text)}\r\n`)],
    ['lines of 76, ended by LF', (text) => draft(`${base64(text, 76, '\n')}\n`, 'utf-8', { feed: '\n' })],
    ['lines of 60', (text) => draft(`${base64(text, 60)}\r\n`)],
    ['one long line', (text) => draft(`${base64(text, 9_999)}\r\n`)],
    ['no line end at the end', (text) => draft(base64(text))],
    ['blank lines around', (text) => draft(`\r\n${base64(text)}\r\n\r\n`)],
    ['UTF-16', (text) => draft(base64(Buffer.from(text, 'utf16le')), 'utf-16le')],
  ];

  test.each(TABLE)('%s', async (_, write) => {
    const text = (mark: string) => `${LONG}\nWe are glad${mark}\n\nSee you${mark} ${LONG} Bye${mark}\n`;
    expect((await fixed(write(text('!!!')))).bytes.toString()).toBe(write(text('!')));
  });

  test.each([
    ['iso-8859-1', Buffer.from('Sch\xf6n!! Gr\xfc\xdfe', 'latin1'), Buffer.from('Sch\xf6n! Gr\xfc\xdfe', 'latin1')],
    ['gb18030', Buffer.from([0xc4, 0xe3, 0x21, 0x21]), Buffer.from([0xc4, 0xe3, 0x21])],
    ['shift_jis', Buffer.from([0x82, 0xcd, 0x82, 0xa2, 0x21, 0x21]), Buffer.from([0x82, 0xcd, 0x82, 0xa2, 0x21])],
    // Bytes that are not valid characters stay unchanged.
    ['utf-8', Buffer.from([0xff, 0x41, 0x62, 0x21, 0x21, 0xc3]), Buffer.from([0xff, 0x41, 0x62, 0x21, 0xc3])],
  ])('%s stays', async (charset, before, after) => {
    expect((await fixed(draft(base64(before), charset))).bytes.toString()).toBe(draft(base64(after), charset));
  });

  test('HTML, through both layers, and more fixes than there are passes', async () => {
    const html = (mark: string) => `<p>${`Thanks &amp; bye${mark} `.repeat(30)}</p>`;
    const write = (text: string) => draft(base64(text), 'utf-8', { type: 'text/html' });
    expect((await fixed(write(html('!!')))).bytes.toString()).toBe(write(html('!')));
  });

  test('only the part that is shown changes', async () => {
    const write = (plain: string) =>
      [
        'Subject: x',
        'X-Unsent: 1',
        'Content-Type: multipart/alternative; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain; charset=utf-8',
        'Content-Transfer-Encoding: BASE64',
        '',
        base64(plain),
        '--b',
        'Content-Type: text/html; charset=utf-8',
        'Content-Transfer-Encoding: base64',
        '',
        base64('<p>Thanks!!</p>'),
        '--b--',
        '',
      ].join('\r\n');
    expect((await fixed(write('Thanks!! And bye.'))).bytes.toString()).toBe(write('Thanks! And bye.'));
  });

  test.each([
    ['in uneven lines', `${base64('Thanks!! And more of it')}\r\n`.replace(/^(.{8})/, '$1\r\n')],
    ['with signs that are none', base64('Thanks!! And more of it').replace(/^(.{8})/, '$1*')],
    ['without its padding', base64('Thanks!! And more of it.').replace(/=/g, '').slice(0, -1)],
  ])('base64 %s is left alone, and that is said', async (_, content) => {
    const { bytes, err, out } = await fixed(draft(content));
    expect(bytes.toString()).toBe(draft(content));
    expect(err).toMatch(/a\.eml:[78]:\d+: not fixed: its base64 lines differ in length/);
    expect(out).toContain('no-shouting');
  });

  test('what the charset does not have is not written, and that is said', async () => {
    const plugin = `import { defineAvoidanceRule } from ${JSON.stringify(built('rule.js'))};
      export const rules = [defineAvoidanceRule({ id: 'acme/name', segment: 'clarity', principle: 'P.', why: 'W.', source: 'S',
        presets: {}, phrases: { '*': { words: [{ phrase: 'the cafe', fix: 'the café' }] } }, message: 'is our café',
        examples: { good: [], bad: [] } })];\n`;
    const run = async (charset: string) => {
      const before = draft(base64('We are at the cafe.'), charset);
      const cwd = folderWith({
        'a.eml': before,
        'plugin.mjs': plugin,
        '.replylintrc.json': '{"plugins": ["./plugin.mjs"], "rules": {"acme/name": "warn"}}',
      });
      const { err } = await replylint(['--fix', 'a.eml'], { cwd });
      return { err, after: readFileSync(join(cwd, 'a.eml'), 'utf8'), before };
    };
    const refused = await run('us-ascii');
    expect(refused.err).toMatch(/^replylint: a\.eml:7:\d+: not fixed: “é” cannot be written in us-ascii$/m);
    expect(refused.after).toBe(refused.before);
    expect((await run('iso-8859-1')).after).toBe(
      draft(base64(Buffer.from('We are at the caf\xe9.', 'latin1')), 'iso-8859-1'),
    );
  });

  test('quoted-printable stays quoted-printable', async () => {
    const write = (text: string) => draft(text, 'iso-8859-1', { encoding: 'quoted-printable' });
    expect((await fixed(write('Sch=F6n!! Gr=FC=\r\n=DFe\r\n'))).bytes.toString()).toBe(
      write('Sch=F6n! Gr=FC=\r\n=DFe\r\n'),
    );
    const HERE = { start: 0, end: 0 };
    expect(quotedPrintable('utf-8', '\n')('é=1', HERE)).toBe('=C3=A9=3D1');
    expect(quotedPrintable('us-ascii', '\n')('é', HERE)).toBeUndefined();
  });
});

describe('texts in charsets', () => {
  test.each<readonly [string, string, readonly number[]]>([
    ['é', 'utf-8', [0xc3, 0xa9]],
    ['é', 'ISO-8859-1', [0xe9]],
    ['€', 'windows-1252', [0x80]],
    ['a', 'us-ascii', [0x61]],
    ['a', 'big5', [0x61]],
    ['é', 'utf-16be', [0x00, 0xe9]],
    ['я', 'koi8-r', [0xd1]],
  ])('%s in %s', (text, charset, bytes) => expect([...inBytes(text, charset)]).toEqual(bytes));

  test.each([
    ['€', 'iso-8859-1'],
    ['é', 'us-ascii'],
    ['я', 'latin1'],
    ['é', 'shift_jis'],
    ['a', 'iso-2022-jp'],
    ['\ud800', 'utf-8'],
  ])('%j not in %s', (text, charset) =>
    expect(() => inBytes(text, charset)).toThrow(/cannot be written|not written|not write/),
  );
});

describe('mail that a mail program wrote', () => {
  const word = fc.oneof(
    fc.constantFrom('thanks', 'Größe', '🎉', 'a=b', '  ', 'ありがとう', '<b>', '&', '{{name}}'),
    fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }),
  );
  const line = fc
    .tuple(fc.array(word, { maxLength: 14 }), fc.constantFrom('!!!', '!!', '!', '.', '???', ''))
    .map(([words, end]) => `We write ${words.join(' ').replace(/[!?\r\n]/g, '')} today${end}`);
  const text = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => `${lines.join('\n\n')}\n`);
  const config = { rules: { 'no-shouting': 'warn' as const } };
  const resolved = new ResolvedConfig(
    { parts: [{ config, where: 'test' }], plugins: [], file: undefined, root: '/' },
    rules,
  );

  test('the marks change and nothing else, as another mail program reads it', PROPERTY, async () => {
    const { numRuns } = runs(40);
    let changes = 0;
    await fc.assert(
      fc.asyncProperty(text, fc.boolean(), fc.constantFrom('unix', 'windows'), async (said, isLonely, newline) => {
        const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline });
        const { message } = await transport.sendMail({
          from: 'team@example.com',
          subject: 'Grüße!!!',
          text: said,
          ...(!isLonely && { html: '<p>Hi!!!</p>' }),
          textEncoding: 'base64',
          headers: { 'X-Unsent': '1' },
        });
        const before = String(message);
        const file = new SourceFile('a.eml', before);
        const loaded = await loadSource(file, '/a.eml', resolved, {
          named: true,
          includeInactive: false,
          inlineConfig: true,
        });
        const body = newline === 'windows' ? said.replaceAll('\n', '\r\n') : said;
        expect([body, said]).toContain(loaded.content.replies[0]?.body);
        const options = { inlineConfig: true, today: '2026-01-01', fixes: () => true };
        const { output = before, messages } = (await fixFile(loaded, resolved, options)).result;
        const wanted = said.replace(/([!?])\1+(?=\n)/g, '$1');
        if (wanted !== said) changes += 1;
        expect(messages.filter(({ fix }) => fix)).toEqual([]);
        const [was, is] = [await PostalMime.parse(before), await PostalMime.parse(output)];
        expect(is).toEqual({ ...was, text: is.text });
        expect(is.text?.trim()).toBe(wanted.trim());
        expect(Math.max(...output.split(/\r?\n/).map(({ length }) => length))).toBeLessThanOrEqual(
          Math.max(76, ...before.split(/\r?\n/).map(({ length }) => length)),
        );
        // The result must be equal, byte for byte, to what the same program writes for the new text.
        const again = await transport.sendMail({ text: wanted, textEncoding: 'base64' });
        const code = String(again.message).split(/\r?\n\r?\n/)[1];
        expect(output).toContain(code?.trim());
      }),
      { numRuns },
    );
    expect(changes).toBeGreaterThan(numRuns / 2);
  });
});
