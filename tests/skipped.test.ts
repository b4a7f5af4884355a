import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, replylint } from './command-line.js';

const REPLY =
  'Hi [Name],\n\nthank you for writing. Your refund is on its way, and I will write on Friday.\n\nIs there anything else I can do for you?\n\nKind regards,\n[Your Name]\n';
const FILES = {
  'macros/refund.md': REPLY,
  'macros/README.md': '# Macros\n\nHow to edit our macros.\n',
  'stock.json': '{"items": [{"sku": 1, "count": 3}]}',
  'tsconfig.json': '{}',
};

describe('files without replies', () => {
  test('are counted by kind in one line, and listed with what to do', async () => {
    const cwd = folderWith(FILES);
    const { code, err } = await replylint(['.'], { cwd });
    expect({ code, err }).toEqual({
      code: 0,
      err: 'replylint: skipped 3 files: 1 looks like documentation, 1 contains other data, 1 is code; `replylint list --skipped` shows them\n',
    });
    expect((await replylint(['--quiet', '.'], { cwd })).err).toBe('');
    const { out } = await replylint(['list', '--skipped', '.'], { cwd });
    expect(out).toContain('macros/README.md\n  the file name suggests project documentation\n');
    expect(out).toContain('reply-like text\n  nothing to do: it contains no sentences\n');
    expect(out).toContain('tsconfig.json\n  the file name suggests a program’s configuration file\n  nothing to do\n');
    const rows = JSON.parse((await replylint(['list', '--skipped', '--format', 'json', '.'], { cwd })).out);
    expect(rows.map(({ file, kind }: { file: string; kind: string }) => `${file} ${kind}`)).toEqual([
      'macros/README.md documentation',
      'stock.json data',
      'tsconfig.json code',
    ]);
  });

  test.each<[string, string, boolean]>([
    [
      'a plan of the team',
      '# Roadmap\n\nThe team plans three releases. See the list of files below.\n\n- alpha\n- beta\n',
      true,
    ],
    ['minutes, with a year', '# Meeting notes 2026\n\nWe have moved the refunds to their own folder.\n', true],
    ['what is open', '# Support backlog\n\nThe macro about parcels still lacks a Spanish text.\n', true],
    ['a list of files', '# About this folder\n\nEach file holds one text; the name says when it is used.\n', true],
    ['the same title over a message', '# Roadmap\n\nThe export you asked for comes in spring.\n', false],
    ['a title about the matter', '# Return window\n\nThe team takes parcels back for thirty days.\n', false],
  ])('notes of the team beside replies are none: %s', async (_, notes, isLeftOut) => {
    const cwd = folderWith({ 'chat/notes.md': notes, 'chat/a.md': REPLY });
    const rows = JSON.parse((await replylint(['list', '-f', 'json', 'chat'], { cwd })).out);
    expect(rows.map(({ file }: { file: string }) => file)).toEqual([
      'chat/a.md',
      ...(isLeftOut ? [] : ['chat/notes.md']),
    ]);
  });

  test('links and pipes in a folder are counted, and not opened', async () => {
    const cwd = folderWith({ 'macros/refund.md': REPLY, 'more/late.md': REPLY });
    symlinkSync('refund.md', join(cwd, 'macros/same.md'));
    symlinkSync('nowhere.md', join(cwd, 'macros/gone.md'));
    symlinkSync('round.md', join(cwd, 'macros/round.md'));
    symlinkSync('../more', join(cwd, 'macros/more'));
    symlinkSync('refund.md', join(cwd, 'macros/picture.png'));
    execFileSync('mkfifo', [join(cwd, 'macros/pipe.md')]);
    const { code, err } = await replylint(['macros'], { cwd });
    expect({ code, err }).toEqual({
      code: 0,
      err: 'replylint: skipped 5 files that are links or not regular files; `replylint list --skipped` shows them\n',
    });
    const { out } = await replylint(['list', '--skipped', 'macros'], { cwd });
    expect(out).toContain('macros/gone.md\n  a symbolic link\n  to lint it, pass it by name');
    expect(out).toContain('macros/more\n  a symbolic link\n');
    expect(out).toContain('macros/pipe.md\n  not a regular file\n');
    expect((await replylint(['--debug', 'macros'], { cwd })).err).toContain(
      'macros/same.md: a symbolic link, not read\n',
    );
  });

  const LAMP = 'Your lamp is on its way to you.';
  test.each([
    ['an object', 'a.json', JSON.stringify({ store: { late: { says: LAMP, id: 1 } } }), '$.store.late.says'],
    ['a list', 'a.json', JSON.stringify([{ n: 1, says: LAMP }]), '$[*].says'],
    ['entries by name', 'a.json', JSON.stringify({ all: { a: { 'the text': LAMP }, b: {} } }), "$.all[*]['the text']"],
    ['lines', 'a.ndjson', `{"says": "${LAMP}"}\n{"says": "${LAMP}"}\n`, '$[*].says'],
    ['a map of two', 'a.json', JSON.stringify({ late: LAMP, packed: LAMP, end: 'Bye!' }), '$[*]'],
    ['a record', 'a.json', JSON.stringify({ title: LAMP, says: `${LAMP} ${LAMP}` }), '$.says'],
    ['YAML', 'a.yaml', `store:\n  - n: 1\n    says: ${LAMP}\n`, '$.store[*].says'],
  ])('the proposed path leads to the texts: %s', async (_, name, text, path) => {
    const { out } = await replylint(['list', '--skipped', '-f', 'json', '.'], { cwd: folderWith({ [name]: text }) });
    const [, proposed] = JSON.parse(out)[0].remedy.split('say where: ');
    expect(JSON.parse(`{${proposed}}`)).toEqual({ files: [{ glob: name, body: path }] });
    const cwd = folderWith({ [name]: text, '.replylintrc.json': `{${proposed}}` });
    expect((await replylint(['list', '.'], { cwd })).out).toContain(' repl');
  });

  const SHEET = Buffer.from('PK\u0003\u0004\0');
  test('documents in any folder are counted and listed', async () => {
    const cwd = folderWith({
      'macros/refund.md': REPLY,
      'macros/a.docx': SHEET,
      'macros/misc/b.xlsx': SHEET,
      'macros/misc/old/c.pdf': SHEET,
      'macros/misc/old/d.sql': 'INSERT',
    });
    expect(await replylint(['macros'], { cwd })).toMatchObject({
      code: 0,
      err:
        'replylint: macros/a.docx: a document, not read; save it as Markdown or plain text\n' +
        'replylint: skipped 4 files that are documents, spreadsheets or database dumps; `replylint list --skipped` shows them\n',
    });
    expect((await replylint(['list', '--skipped', 'macros'], { cwd })).out).toBe(
      [
        'macros/a.docx\n  a document, which replylint cannot read\n  if it contains replies, save it as Markdown or plain text\n',
        'macros/misc/b.xlsx\n  a spreadsheet, which replylint cannot read\n  if it contains replies, save it as CSV (UTF-8)\n',
        'macros/misc/old/c.pdf\n  a document, which replylint cannot read\n  if it contains replies, save it as Markdown or plain text\n',
        'macros/misc/old/d.sql\n  a database dump, which replylint cannot read\n  if it contains replies, export the table as CSV or JSON\n',
      ].join(''),
    );
  });

  test.each(['docm', 'dotx', 'gdoc', 'pptx', 'odp', 'xlsb', 'gsheet', 'numbers'])(
    'so are those in .%s',
    async (extension) => {
      const file = `macros/misc/old.${extension}`;
      const cwd = folderWith({ 'macros/refund.md': REPLY, [file]: SHEET });
      const { out } = await replylint(['list', '--skipped', '.'], { cwd });
      expect(out).toMatch(new RegExp(`^${file}\\n  a (?:document|spreadsheet), which replylint cannot read\\n`));
    },
  );

  const NOTES = '# Shelf\n\nThe crates stand beside the door, sorted by size.\n';
  const CAFE = 'Hi there,\n\nthank you for writing. The caf\u00e9 opens on Friday.\n\nKind regards,\nKim\n';
  test.each([
    ['among notes', '.', {}],
    ['alone in a subfolder', 'macros', { 'macros/refund.md': REPLY }],
    ['in a folder that is given', 'macros/misc', {}],
  ])('a reply that is not UTF-8 is an error: %s', async (_, path, more) => {
    const notes = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`macros/misc/${name}.md`, NOTES]));
    const cwd = folderWith({ ...more, ...notes, 'macros/misc/cafe.md': Buffer.from(CAFE, 'latin1') });
    const { code, out } = await replylint([path], { cwd });
    expect(out).toContain(
      'macros/misc/cafe.md\n  1:1  error  Not checked: the file is not UTF-8: byte 0xe9 at offset 41, line 3; save it as UTF-8\n',
    );
    expect(code).toBe(2);
  });

  test('other text that is not UTF-8, and an empty file, are skipped for that reason', async () => {
    const notes = 'Restart the caf\u00e9 door, then look at the lock. It sticks.\n';
    const cwd = folderWith({
      'macros/refund.md': REPLY,
      'notes/a.txt': Buffer.from(notes, 'latin1'),
      'notes/b.md': '',
    });
    expect(await replylint(['.'], { cwd })).toMatchObject({
      code: 0,
      err: 'replylint: skipped 2 files: 1 is empty, 1 is not UTF-8 text; `replylint list --skipped` shows them\n',
    });
    expect((await replylint(['list', '--skipped', '.'], { cwd })).out).toBe(
      'notes/a.txt\n  the file is not UTF-8: byte 0xe9 at offset 15, line 1\n  if it contains replies, save it as UTF-8\n' +
        'notes/b.md\n  an empty file\n  nothing to do\n',
    );
  });

  test('one file is said in one clause', async () => {
    const cwd = folderWith({ 'macros/refund.md': REPLY, 'macros/README.md': FILES['macros/README.md'] });
    expect((await replylint(['.'], { cwd })).err).toBe(
      'replylint: skipped 1 file that looks like documentation; `replylint list --skipped` shows it\n',
    );
  });

  test('hidden folders and files that seem to contain replies are named, and not linted', async () => {
    const cwd = folderWith({
      'macros/refund.md': REPLY,
      '.claude/settings.json': '{}',
      '.claude/templates/refund.md': REPLY,
      '.claude/templates/late.md': REPLY,
      '.team/exports/macros.json': '{}',
      'macros/.late.md': REPLY,
      '.cache/macros/late.md': REPLY,
      '.devcontainer/devcontainer.json': '{}',
      '.devcontainer/notes.md': '# Container\n\nRun the script. Then start the server.\n',
      '.gitlab/issue_templates/bug.md': '## Steps\n\nHello, please tell us what you did. Thank you!\n',
      '.old/late.md': REPLY,
      '.replylintignore': '.old\n',
    });
    const { code, err } = await replylint(['.'], { cwd });
    expect({ code, err }).toEqual({
      code: 0,
      err: 'replylint: skipped 3 files or folders that are hidden but seem to contain replies; `replylint list --skipped` shows them\n',
    });
    const { out } = await replylint(['list', '--skipped', '-f', 'json', '.'], { cwd });
    expect(JSON.parse(out).map(({ file }: { file: string }) => file)).toEqual(['.claude', '.team', 'macros/.late.md']);
    const text = (await replylint(['list', '--skipped', '.'], { cwd })).out;
    expect(text).toContain('.claude\n  a hidden folder that seems to contain replies\n  to lint it, pass it by name;');
    expect((await replylint(['list', '.claude'], { cwd })).out).toContain('2 replies');
  });

  test('of a kind that nothing reads: the configuration that is proposed has them read', async () => {
    const cwd = folderWith({ 'late.rst': REPLY });
    const { out } = await replylint(['list', '--skipped', 'late.rst'], { cwd });
    expect(out).toBe(
      'late.rst\n  an unknown file type\n  if it is a reply: "files": [{ "glob": "late.rst", "format": "text" }]\n',
    );
    const proposed = `{${out.split('if it is a reply: ')[1]}}`;
    const configured = folderWith({ 'late.rst': REPLY, '.replylintrc.json': proposed });
    expect((await replylint(['late.rst'], { cwd: configured })).code).toBe(0);
  });

  test('that are named end with 2, unless that is allowed', async () => {
    const cwd = folderWith(FILES);
    const named = ['macros/refund.md', 'stock.json'];
    expect(await replylint(named, { cwd })).toMatchObject({
      code: 2,
      err: 'replylint: stock.json: no reply found; run `replylint list --skipped` to see why\n',
    });
    expect((await replylint([...named, '--no-error-on-unmatched-pattern'], { cwd })).code).toBe(0);
  });

  test('an empty export among replies is no mistake; alone it is one', async () => {
    const cwd = folderWith({ ...FILES, 'macros/empty.json': '{"macros": [], "next_page": null, "count": 0}' });
    const path = 'macros/empty.json';
    const beside = await replylint(['macros/refund.md', path], { cwd });
    expect(beside).toMatchObject({
      code: 0,
      err: `replylint: ${path}: no reply found; run \`replylint list --skipped\` to see why\n`,
    });
    expect((await replylint([path], { cwd })).code).toBe(2);
    expect((await replylint(['list', '--skipped', 'macros/empty.json'], { cwd })).out).toContain('an empty list');
  });

  test('do not pass in the reports of machines', async () => {
    const cwd = folderWith({ 'a/refund.md': REPLY, 'a/stock.json': FILES['stock.json'] });
    const report = async (format: string) => (await replylint(['-f', format, '.'], { cwd })).out;
    expect(await report('junit')).toContain('<skipped message="not checked: ');
    expect(await report('markdown')).toContain(
      '1 file checked, nothing to report.\n\n1 file not checked:\n\n- `a/stock.json`: ',
    );
    const [{ invocations }] = JSON.parse(await report('sarif')).runs;
    expect(invocations[0].toolExecutionNotifications).toHaveLength(1);
    const results = JSON.parse(await report('json'));
    expect(results.map(({ skipped }: { skipped?: { kind: string } }) => skipped?.kind)).toEqual([undefined, 'data']);
  });
});

describe('a reply as the customer reads it', () => {
  const CHOICE = `Hi {{ticket.requester.name}},\n\n{% if vip %}Thank you for your loyalty.{% else %}Thank you for writing.{% endif %} We will write on Friday.\n\nKind regards,\n{{agent.name}}\n`;

  test('is shown for each path through its conditionals, by path and by id', async () => {
    const cwd = folderWith({ 'replies/choice.md': CHOICE });
    const { code, out } = await replylint(['show', 'replies/choice.md'], { cwd });
    expect(code).toBe(0);
    expect(out).toBe(
      [
        '== replies/choice.md:1',
        '-- when vip',
        'Hi {{ticket.requester.name}},\n\nThank you for your loyalty. We will write on Friday.\n\nKind regards,\n{{agent.name}}',
        '-- when not vip',
        'Hi {{ticket.requester.name}},\n\nThank you for writing. We will write on Friday.\n\nKind regards,\n{{agent.name}}\n',
      ].join('\n'),
    );
    const [{ id }] = JSON.parse((await replylint(['list', '--format', 'json', '.'], { cwd })).out);
    expect((await replylint(['show', id], { cwd })).out).toBe(out);
  });

  test('list tells its first text and where it ends', async () => {
    const cwd = folderWith({ 'replies/choice.md': CHOICE });
    const [row] = JSON.parse((await replylint(['list', '--format', 'json', '.'], { cwd })).out);
    expect(row).toMatchObject({ line: 1, column: 1, endLine: 6, text: expect.stringContaining('your loyalty') });
  });
});
