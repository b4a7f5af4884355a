import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folderWith, replylint } from './command-line.js';
import { CONTAINERS } from './containers.js';
import { awkward, fixed as fixedText } from './fixing.js';
import { PROPERTY, runs } from './properties.js';

const macros = (...values: readonly string[]) => ({
  macros: values.map((value, id) => ({ id, title: `Macro ${id}`, actions: [{ field: 'comment_value_html', value }] })),
});

describe('--fix', () => {
  /** The name of a file, and its text before and after fixing. */
  const TABLE: readonly (readonly [string, string, string])[] = [
    ['a.md', 'Thanks!! We *will* write!!!\n', 'Thanks! We *will* write!\n'],
    ['a.md', '> Thanks!!\n> And more.\n\nThanks!!\n', '> Thanks!!\n> And more.\n\nThanks!\n'],
    ['a.txt', 'Thanks!!\r\nBye??\r\n', 'Thanks!\r\nBye?\r\n'],
    ['a.html', '<p>Thanks&excl;&#33; 🎉 <b>Bye</b>!!</p>\n', '<p>Thanks! 🎉 <b>Bye</b>!</p>\n'],
    ['a.html', '<p>Thanks!<b>!</b></p>\n', '<p>Thanks!<b>!</b></p>\n'],
    [
      'a.json',
      JSON.stringify(macros('<p>\u00e9 "Thanks!!"</p>', 'Thanks!!'), null, 1),
      JSON.stringify(macros('<p>\u00e9 "Thanks!!"</p>', 'Thanks!'), null, 1),
    ],
    [
      'a.json',
      '{"macros":[{"id":1,"actions":[{"field":"comment_value","value":"\\u0054hanks\\u0021!\\n\\"ok\\""}]}]}',
      '{"macros":[{"id":1,"actions":[{"field":"comment_value","value":"\\u0054hanks!\\n\\"ok\\""}]}]}',
    ],
  ];

  test.each(TABLE)('%s %j', async (name, before, after) => {
    const cwd = folderWith({ [name]: before });
    const args = ['--no-config-lookup', '--rule', 'no-shouting: warn', '--fix', name];
    await replylint(args, { cwd });
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(after);
    const { mtimeMs } = statSync(join(cwd, name));
    await replylint(args, { cwd });
    expect(readFileSync(join(cwd, name), 'utf8')).toBe(after);
    expect(statSync(join(cwd, name)).mtimeMs, 'the second run writes nothing').toBe(mtimeMs);
  });

  test.each([
    ['a byte order mark', Buffer.from('\ufeffThanks!!\r\n'), Buffer.from('\ufeffThanks!\r\n')],
    ['UTF-16', Buffer.from('\ufeffThanks!!\n', 'utf16le'), Buffer.from('\ufeffThanks!\n', 'utf16le')],
    ['no line end at the end', Buffer.from('Thanks!!'), Buffer.from('Thanks!')],
  ])('%s stays', async (_, before, after) => {
    const cwd = folderWith({ 'a.md': before });
    await replylint(['--no-config-lookup', '--rule', 'no-shouting: warn', '--fix', 'a.md'], { cwd });
    expect(readFileSync(join(cwd, 'a.md'))).toEqual(after);
  });

  test('what stands beside the file is known after a fix, too', async () => {
    const cwd = folderWith({
      'email/Late.email': 'Hi {!Contact.FirstName},<br>Thank you for writing. Your parcel left today!!\n',
      'email/Late.email-meta.xml':
        '<EmailTemplate><available>true</available><name>A late parcel</name><type>html</type></EmailTemplate>',
    });
    const args = ['--no-config-lookup', '--rule', 'no-shouting: warn', '--fix-dry-run', '-f', 'json'];
    const [result] = JSON.parse((await replylint(args, { cwd })).out);
    expect(result.output).toContain('left today!\n');
    expect(result.messages[0].reply.title).toBe('A late parcel');
  });

  test.each([
    ['At this point in time we wait.\n', 'Now we wait.\n'],
    ['It is full at the present time.\n', 'It is full now.\n'],
    ['Sign it *prior to submission*, and send it forthwith.\n', 'Sign it *before submission*, and send it at once.\n'],
    ['With regard to your order: it left.\n', 'About your order: it left.\n'],
    ['With regards to your wife.\n', 'With regards to your wife.\n'],
    ['FORTHWITH it goes. `prior to submission`\n', 'FORTHWITH it goes. `prior to submission`\n'],
    ['At this **point** in time we wait.\n', 'At this **point** in time we wait.\n'],
    ['At this point\nin time we wait.\n', 'At this point\nin time we wait.\n'],
  ])('worn words with a plain equal: %j', async (before, after) => {
    const cwd = folderWith({ 'a.md': before });
    await replylint(['--no-config-lookup', '--rule', 'no-robotic-phrases: warn', '--fix', 'a.md'], { cwd });
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(after);
  });

  test('--fix-dry-run shows a diff and changes nothing', async () => {
    const cwd = folderWith({ 'a.md': 'One.\n\nThanks!!\n' });
    const { out } = await replylint(['--no-config-lookup', '--rule', 'no-shouting: warn', '--fix-dry-run', 'a.md'], {
      cwd,
    });
    expect(out).toContain('-Thanks!!\n+Thanks!\n');
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe('One.\n\nThanks!!\n');
  });

  test('--fix-type takes only the rules of a segment', async () => {
    const cwd = folderWith({ 'a.md': 'Thanks!!\n' });
    await replylint(['--no-config-lookup', '--rule', 'no-shouting: warn', '--fix', '--fix-type', 'greeting', 'a.md'], {
      cwd,
    });
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe('Thanks!!\n');
  });

  test('--stdin with --fix-dry-run gives editors the fixed text', async () => {
    const cwd = folderWith({});
    const args = [
      '--no-config-lookup',
      '--rule',
      'no-shouting: warn',
      '--stdin',
      '--stdin-filename',
      'a.md',
      '--fix-dry-run',
      '-f',
      'json',
    ];
    const [result] = JSON.parse((await replylint(args, { cwd, input: 'Thanks!!\n' })).out);
    expect(result).toMatchObject({ output: 'Thanks!\n', messages: [] });
  });

  test('a link is not written through', async () => {
    const outside = folderWith({ 'a.md': 'Thanks!!\n' });
    const cwd = folderWith({});
    symlinkSync(join(outside, 'a.md'), join(cwd, 'link.md'));
    const { err, code } = await replylint(['--no-config-lookup', '--rule', 'no-shouting: warn', '--fix', 'link.md'], {
      cwd,
    });
    expect(err).toContain('link.md: not fixed: the path is a symbolic link');
    expect(code).toBe(2);
    expect(readFileSync(join(outside, 'a.md'), 'utf8')).toBe('Thanks!!\n');
  });

  test('the mode stays, and nothing is left beside the file', async () => {
    const cwd = folderWith({ 'a.md': 'Thanks!!\n' });
    chmodSync(join(cwd, 'a.md'), 0o640);
    await replylint(['--no-config-lookup', '--rule', 'no-shouting: warn', '--fix', 'a.md'], { cwd });
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe('Thanks!\n');
    expect(statSync(join(cwd, 'a.md')).mode & 0o777).toBe(0o640);
    expect(readdirSync(cwd).sort()).toEqual(['.git', 'a.md']);
  });
});

describe('fixes in every container', () => {
  const word = awkward('Thanks', '-');
  const line = fc
    .tuple(fc.array(word, { maxLength: 3 }), fc.boolean())
    .map(([words, shouts]) => `${['We write', ...words].join(' ')}${shouts ? '!!' : '.'}`);
  const text = fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n\n'));
  const entries = fc.array(fc.record({ title: fc.constantFrom('One', 'Two: 2', '"Three"'), text }), {
    minLength: 2,
    maxLength: 4,
  });
  test.each(CONTAINERS)('$name: the marks and nothing else', PROPERTY, async ({ name, write, read }) => {
    const config = {
      rules: { 'no-shouting': 'warn' as const },
      files: [{ glob: name, body: 'text', title: 'title', markup: 'text' as const }],
    };
    const { numRuns } = runs(60);
    let fixed = 0;
    await fc.assert(
      fc.asyncProperty(entries, async (values) => {
        const before = write(values);
        const output = await fixedText(name, before, config);
        if (output !== before) fixed += 1;
        const wanted = values.map((value) => ({ ...value, text: value.text.replaceAll('!!', '!') }));
        // A place that cannot be mapped safely stays unchanged, and nothing else ever changes.
        const got = read(output);
        expect(got.map(({ title }) => title)).toEqual(values.map(({ title }) => title));
        for (const [index, value] of got.entries())
          expect([wanted[index]?.text, values[index]?.text]).toContain(value.text);
      }),
      { numRuns },
    );
    expect(fixed).toBeGreaterThan(numRuns / 3);
  });
});
