import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.js';
import { createSession, nodeFileSystem } from '../src/lint/index.js';
import { FORMATS } from '../src/report/index.js';
import { folderWith, replylint } from './command-line.js';
import { PROPERTY, runs } from './properties.js';

const BARE =
  'The warranty covers faults in material and workmanship for two years from the day you bought the lamp. It does not cover wear and tear.';
const ASKED = `Thank you for asking us about it. ${BARE} Let us know if you have any questions.`;
const LETTER = 'Hi {{name}},\n\nyour refund is on its way and should arrive by Friday.\n\nBest,\n{{agent.name}}\n';
const FRAGMENT = 'The lamp is made of oak and brass.';

const DOCUMENT = { '.replylintrc.json': '{"extends": []}' };

/** Returns a folder with one reply per file: the bare text, and other replies of one kind. */
const folderOf = (others: string, count = 9) =>
  Object.fromEntries([
    ['replies/m.md', `${BARE}\n`],
    ...Array.from({ length: count }, (_, index) => [`replies/${index}.md`, others]),
  ]);
const macros = (bodies: readonly string[]) =>
  JSON.stringify({
    macros: bodies.map((body, id) => ({
      id,
      title: `Macro ${id}`,
      active: true,
      actions: [{ field: 'comment_value', value: body }],
    })),
  });

interface Row {
  readonly id: string;
  readonly file: string;
  readonly form: string;
  readonly text: string;
  readonly reasons: readonly string[];
}

async function listed(cwd: string, ...args: string[]): Promise<readonly Row[]> {
  return JSON.parse((await replylint(['list', '-f', 'json', ...args], { cwd })).out);
}

/** Returns the inferred form of the bare text. */
async function formIn(files: Record<string, string>, ...args: string[]): Promise<string | undefined> {
  const rows = await listed(folderWith({ ...DOCUMENT, ...files }), ...args);
  return rows.find(({ text }) => text.includes('The warranty'))?.form;
}

describe('a text without greeting and farewell is what its library makes it', () => {
  test.each<[string, Record<string, string>, string]>([
    ['among letters in a folder', folderOf(LETTER), 'full'],
    ['among letters in a file', { 'macros.json': macros([BARE, ...Array(9).fill(LETTER)]) }, 'full'],
    [
      'among a few letters',
      { 'macros.json': macros([BARE, ...Array(5).fill(LETTER), ...Array(4).fill(BARE)]) },
      'chat',
    ],
    ['among texts like it', { 'macros.json': macros(Array(10).fill(BARE)) }, 'full'],
    ['alone', { 'macros.json': macros([BARE]) }, 'chat'],
    [
      'beside another library',
      { 'macros.json': macros(Array(9).fill(LETTER)), 'm.json': macros([BARE, BARE]) },
      'chat',
    ],
  ])('%s', async (_, files, form) => {
    expect(await formIn(files, '.')).toBe(form);
  });

  test('sections are among those of the other files of their folder', async () => {
    const page = (text: string) =>
      `# Macros\n\n${[1, 2, 3, 4, 5, 6].map((n) => `## Case ${n}\n\n${text.trimEnd()}\n`).join('\n')}`;
    const letters = { 'macros/a.md': page(LETTER), 'macros/b.md': page(LETTER) };
    expect(await formIn({ 'macros/c.md': page(ASKED) }, '.')).toBe('full');
    expect(await formIn({ 'macros/c.md': page(ASKED), ...letters }, '.')).toBe('chat');
  });

  test('which is said', async () => {
    const rows = await listed(folderWith({ ...DOCUMENT, ...folderOf(LETTER) }), '.');
    const reasons = rows.find(({ text }) => text.includes('The warranty'))?.reasons;
    expect(reasons?.[0]).toBe(
      'form full: 25 words without a greeting or farewell, where 9 of the 10 nearby replies have a greeting or sign-off',
    );
  });
});

test('of a large library, the first replies decide, which is said', async () => {
  const cwd = folderWith({ ...DOCUMENT, 'macros.json': macros([...Array(210).fill(LETTER), ...Array(90).fill(BARE)]) });
  expect((await listed(cwd, '.')).at(-1)?.reasons[0]).toBe(
    'form full: 25 words without a greeting or farewell, where 200 of the 200 nearby replies have a greeting or sign-off (based on the first 200)',
  );
});

describe('the same in every run', () => {
  const rule = ['--rule', 'greeting: error', '-f', 'json'];
  const found = async (cwd: string, ...args: string[]) => {
    const { out, err, code } = await replylint([...rule, ...args], { cwd });
    return { out, err, code };
  };

  test('one file by its name, or the whole folder', async () => {
    const cwd = folderWith({ ...DOCUMENT, ...folderOf(LETTER) });
    const whole: { filePath: string }[] = JSON.parse((await found(cwd, 'replies')).out);
    const alone = JSON.parse((await found(cwd, 'replies/m.md')).out);
    expect(alone).toEqual(whole.filter(({ filePath }) => filePath.endsWith('m.md')));
    expect(alone[0].messages).toHaveLength(1);
  });

  test('a library beside it changes nothing', async () => {
    const files = { ...DOCUMENT, ...folderOf(LETTER) };
    const before = await found(folderWith(files), 'replies/m.md');
    const after = await found(folderWith({ ...files, 'replies/z.json': macros(Array(30).fill(BARE)) }), 'replies/m.md');
    expect(withoutFolder(after.out)).toEqual(withoutFolder(before.out));
  });

  test('the order of the arguments changes nothing', async () => {
    const cwd = folderWith({ ...DOCUMENT, ...folderOf(LETTER), 'other/b.json': macros(Array(6).fill(BARE)) });
    const byFile = (out: string) =>
      (JSON.parse(out) as { filePath: string }[]).sort((a, b) => (a.filePath < b.filePath ? -1 : 1));
    const one = await found(cwd, 'other', 'replies');
    const other = await found(cwd, 'replies/m.md', 'replies', 'other');
    expect(byFile(other.out)).toEqual(byFile(one.out));
  });

  test('in threads', async () => {
    const cwd = folderWith({ ...DOCUMENT, ...folderOf(LETTER, 150) });
    expect(await found(cwd, '--concurrency', '2', 'replies')).toEqual(await found(cwd, 'replies'));
  });

  test('a reply from standard input stands alone', async () => {
    const cwd = folderWith({ ...DOCUMENT, ...folderOf(LETTER) });
    const { out } = await replylint([...rule, '--stdin', '--stdin-filename', 'replies/m.md'], { cwd, input: BARE });
    expect(JSON.parse(out)[0].messages).toEqual([]);
  });

  test('from the cache, until a file beside it changes what the library does', async () => {
    const cwd = folderWith({ ...DOCUMENT, ...folderOf(LETTER) });
    const run = async () => await found(cwd, '--cache', 'replies');
    const first = await run();
    expect(JSON.parse(first.out).flatMap(({ messages }: { messages: unknown[] }) => messages)).toHaveLength(1);
    expect(await run()).toEqual(first);
    for (const name of [0, 1, 2, 3]) writeFileSync(join(cwd, `replies/${name}.md`), `${FRAGMENT} ${BARE}\n`);
    const changed = await run();
    expect(changed).toEqual(await found(cwd, 'replies'));
    expect(JSON.parse(changed.out).flatMap(({ messages }: { messages: unknown[] }) => messages)).toEqual([]);
    for (const name of [0, 1, 2, 3]) rmSync(join(cwd, `replies/${name}.md`));
    expect(await run()).toEqual(await found(cwd, 'replies'));
  });

  test.each<[string, number, readonly string[]]>([
    ['letters first', 200, [...Array(190).fill(LETTER), ...Array(200).fill(ASKED)]],
    ['bare texts first', 0, [...Array(100).fill(ASKED), ...Array(300).fill(LETTER)]],
  ])('a file that is read in parts, decided on its first 200 replies: %s', async (_, findings, bodies) => {
    const cwd = folderWith({
      ...DOCUMENT,
      'sent.ndjson': bodies.map((body, id) => `${JSON.stringify({ id, body })}\n`).join(''),
    });
    const run = async (longFrom: number) => {
      const session = createSession({
        fs: nodeFileSystem,
        cwd,
        rules,
        config: { lookup: true },
        override: { rules: { greeting: 'error' } },
        today: '2026-01-01',
        longFrom,
      });
      const [result] = (await session.lint(['sent.ndjson'])).results.whole();
      return result?.messages;
    };
    const inParts = await run(400);
    expect(inParts).toEqual(await run(1e9));
    expect(inParts?.length).toBe(findings);
  });
});

describe('what a library leaves out by convention', () => {
  const UNGREETED = (n: number) =>
    `Thank you for your order ${n}. Your refund is on its way and should arrive by Friday. Let us know if you have any questions.\n\nBest,\n{{agent.name}}\n`;
  const messages = (count: number) => Array.from({ length: count }, (_, n) => UNGREETED(n));
  const config = (more: object = {}) => ({
    '.replylintrc.json': JSON.stringify({ extends: [], rules: { greeting: 'warn' }, ...more }),
  });

  interface Message {
    readonly ruleId: string;
    readonly message: string;
    readonly line: number;
    readonly severity: number;
    readonly reply?: unknown;
    readonly library?: { readonly id: string; readonly replies: number; readonly missing: number };
  }
  const run = async (cwd: string, ...args: string[]) => {
    const { out, code } = await replylint(['-f', 'json', ...args], { cwd });
    const results: { filePath: string; messages: Message[]; warningCount: number; errorCount: number }[] =
      JSON.parse(out);
    return { results, code, messages: results.flatMap((result) => result.messages) };
  };

  test('is one finding, at the first reply concerned, that counts once', async () => {
    const cwd = folderWith({ ...config(), 'macros.json': macros([LETTER, ...messages(8)]) });
    const { results, messages: all } = await run(cwd, '.');
    expect(all).toMatchObject([
      {
        ruleId: 'greeting',
        severity: 1,
        message:
          '8 of the 9 whole messages in macros.json do not greet: “Macro 1”, “Macro 2”, “Macro 3” and 5 more. If your help desk adds the greeting, set "salutation": "appended"; if these are chat messages, set "form": "chat"',
        library: { id: 'macros.json', replies: 9, missing: 8, examples: ['Macro 1', 'Macro 2', 'Macro 3'] },
      },
    ]);
    expect(all[0]).not.toHaveProperty('reply');
    expect(results[0]?.warningCount).toBe(1);
  });

  test('names the greeting that lacks the name, if the replies greet', async () => {
    const letters = Array.from({ length: 8 }, (_, at) => LETTER.replace(/^.*/, `${at === 2 ? 'Hello' : 'Hi there'},`));
    const cwd = folderWith({ '.replylintrc.json': '{}', 'macros.json': macros(letters) });
    const { messages: all } = await run(cwd, '.');
    expect(all.find(({ ruleId }) => ruleId === 'personalization')?.message).toMatch(
      /never use the customer’s name: .*\. Add the placeholder for the customer’s name to the greeting, such as “Hi there”; if these are chat messages, set "form": "chat"$/,
    );
  });

  test('is many findings where a quarter of the replies do it', async () => {
    const cwd = folderWith({ ...config(), 'macros.json': macros([LETTER, LETTER, LETTER, ...messages(7)]) });
    expect((await run(cwd, '.')).messages).toHaveLength(7);
  });

  test('is one finding from half of the replies on where a preset asks for the rule, or from what the option says', async () => {
    const macrosFile = { 'macros.json': macros([LETTER, LETTER, LETTER, LETTER, ...messages(4)]) };
    const found = async (settings: object) => {
      const folder = { '.replylintrc.json': JSON.stringify(settings), ...macrosFile };
      const { messages: all } = await run(folderWith(folder), '.');
      return all.filter(({ ruleId }) => ruleId === 'greeting').map(({ library }) => library?.missing ?? 'a reply');
    };
    const each = Array(4).fill('a reply');
    expect(await found({ extends: ['replylint:recommended'] })).toEqual([4]);
    expect(await found({ extends: ['replylint:recommended'], rules: { greeting: 'warn' } })).toEqual(each);
    expect(await found({ extends: [], rules: { greeting: ['warn', { commonFrom: 40 }] } })).toEqual([4]);
    const overrides = [{ files: '**', titles: 'Macro 5', rules: { greeting: ['warn', { commonFrom: 50 }] } }];
    expect(await found({ extends: [], rules: { greeting: 'warn' }, overrides })).toEqual([
      each[0],
      4,
      ...each.slice(2),
    ]);
  });

  test('refuses a percentage above 100', async () => {
    const cwd = folderWith({
      '.replylintrc.json': '{"rules": {"greeting": ["warn", {"commonFrom": 101}]}}',
      'a.md': LETTER,
    });
    const { code, err } = await replylint(['.'], { cwd });
    expect([code, err]).toEqual([2, expect.stringContaining('expected a whole number from 1 to 100, found 101')]);
  });

  test('is not said of a library with few replies', async () => {
    const cwd = folderWith({ ...config(), 'macros.json': macros(messages(4)) });
    expect((await run(cwd, '.')).messages).toHaveLength(4);
  });

  test('is said of few replies where a preset asks for the rule, if all of them lack it', async () => {
    const preset = { '.replylintrc.json': JSON.stringify({ extends: ['replylint:recommended'] }) };
    const greetings = async (bodies: readonly string[]) => {
      const { messages: all } = await run(folderWith({ ...preset, 'macros.json': macros(bodies) }), '.');
      return all.flatMap(({ ruleId, library }) => (ruleId === 'greeting' ? [library?.missing ?? 'one'] : []));
    };
    const unthanked = (count: number) => messages(count).map((text) => text.replace('Thank you', 'This is'));
    expect(await greetings(unthanked(3))).toEqual([3]);
    expect(await greetings([LETTER, ...unthanked(3)])).toEqual(['one', 'one', 'one']);
    expect(await greetings(unthanked(2))).toEqual(['one', 'one']);
  });

  test('is not said where a configuration says that it is so', async () => {
    const macrosFile = { 'macros.json': macros(messages(8)) };
    for (const said of [{ salutation: 'appended' }, { overrides: [{ files: '**', form: 'chat' }] }])
      expect((await run(folderWith({ ...config(said), ...macrosFile }), '.')).messages).toEqual([]);
  });

  test('has the severity of the findings in whose place it stands', async () => {
    const cwd = folderWith({ ...config(), 'macros.json': macros(messages(8)) });
    const { messages: all, code } = await run(cwd, '--rule', 'greeting: error', '.');
    expect(all).toMatchObject([{ severity: 2 }]);
    expect(code).toBe(1);
  });

  test('is said of a folder whose files hold one reply each, whichever of them are named', async () => {
    const files = Object.fromEntries(messages(8).map((text, n) => [`replies/${n}.md`, text]));
    const cwd = folderWith({ ...config(), ...files });
    const whole = await run(cwd, 'replies');
    expect(whole.messages).toMatchObject([{ library: { id: 'replies/', replies: 8, missing: 8 } }]);
    expect(whole.results.find((result) => result.messages.length > 0)?.filePath).toBe(join(cwd, 'replies/0.md'));
    const one = await run(cwd, 'replies/5.md');
    expect(one.messages).toEqual(whole.messages);
    expect(one.results).toHaveLength(1);
    expect((await run(cwd, '--cache', 'replies')).messages).toEqual(whole.messages);
    expect((await run(cwd, '--cache', 'replies/5.md')).messages).toEqual(whole.messages);
    expect((await run(cwd, '--concurrency', '2', 'replies')).messages).toEqual(whole.messages);
  });

  test('can be suppressed, and is no longer needed there when the replies greet', async () => {
    const cwd = folderWith({ ...config(), 'macros.json': macros(messages(8)) });
    await replylint(['--suppress-all', '.'], { cwd });
    expect(readFileSync(join(cwd, 'replylint-suppressions.json'), 'utf8')).toContain(
      '{"reply":"macros.json","rule":"greeting","words":""}',
    );
    expect((await run(cwd, '.')).messages).toEqual([]);
    writeFileSync(join(cwd, 'macros.json'), macros([...messages(8), UNGREETED(9)]));
    expect((await run(cwd, '.')).messages).toEqual([]);
    writeFileSync(join(cwd, 'macros.json'), macros(Array(8).fill(LETTER)));
    expect((await replylint(['.'], { cwd })).err).toContain('1 unused suppression');
  });

  test.each(FORMATS.filter((format) => format !== 'json'))('stands in the report: %s', async (format) => {
    const cwd = folderWith({ ...config(), 'macros.json': macros(messages(8)) });
    const { out } = await replylint(['-f', format, '.'], { cwd });
    expect(out).toContain('8 of the 8 whole messages in macros.json never greet');
    expect(out.split('never greet')).toHaveLength(2);
  });

  test('also of a file that is read in parts', async () => {
    const cwd = folderWith({
      ...config(),
      'sent.ndjson': messages(300)
        .map((body, id) => `${JSON.stringify({ id, body })}\n`)
        .join(''),
    });
    const session = createSession({
      fs: nodeFileSystem,
      cwd,
      rules,
      config: { lookup: true },
      today: '2026-01-01',
      longFrom: 400,
    });
    const { results } = await session.lint(['sent.ndjson']);
    expect(results.whole()[0]?.messages).toMatchObject([{ line: 1, library: { replies: 300, missing: 300 } }]);
    expect(results.sums[0]).toMatchObject({ warningCount: 1 });
  });
});

describe('whatever the library holds', PROPERTY, () => {
  const kind = fc.constantFrom(
    BARE,
    ASKED,
    LETTER,
    FRAGMENT,
    'One moment, please!',
    'Hi there,\n\nthe lamp is back.\n',
  );
  const library = fc.array(kind, { minLength: 1, maxLength: 9 });
  const checks = ['--rule', 'greeting: warn', '--rule', 'sign-off: warn', '-f', 'json'];
  const filesOf = (bodies: readonly string[]) =>
    Object.fromEntries(bodies.map((body, index) => [`replies/${index}.md`, body.endsWith('\n') ? body : `${body}\n`]));
  const found = async (cwd: string, ...paths: string[]) => {
    const results: { filePath: string; messages: unknown[] }[] = JSON.parse(
      (await replylint([...checks, ...paths], { cwd })).out,
    );
    return Object.fromEntries(results.map(({ filePath, messages }) => [filePath.slice(cwd.length), messages]));
  };

  test('the order in which its files are named, and a library beside it, change no finding', async () => {
    await fc.assert(
      fc.asyncProperty(library, library, async (bodies, others) => {
        const cwd = folderWith({ ...DOCUMENT, ...filesOf(bodies) });
        const names = Object.keys(filesOf(bodies));
        const alone = await found(cwd, 'replies');
        expect(await found(cwd, ...[...names].reverse())).toEqual(alone);
        const beside = folderWith({ ...DOCUMENT, ...filesOf(bodies), 'others/macros.json': macros(others) });
        expect(await found(beside, 'replies')).toEqual(alone);
      }),
      runs(8),
    );
  });

  test('a reply that is added changes what others are taken for only by what the library does', async () => {
    await fc.assert(
      fc.asyncProperty(library, kind, async (bodies, added) => {
        const before = await listed(folderWith({ ...DOCUMENT, 'macros.json': macros(bodies) }), '.');
        const after = await listed(folderWith({ ...DOCUMENT, 'macros.json': macros([...bodies, added]) }), '.');
        for (const row of before) {
          const same = after.find(({ id }) => id === row.id);
          if (same?.form !== row.form) expect(`${row.reasons[0]} ${same?.reasons[0]}`).toMatch(/nearby replies/);
        }
      }),
      runs(8),
    );
  });

  const MESSAGE =
    'Thank you for the order 4411. Your refund is on its way. Let us know if you have any questions.\n\nBest,\nAna\n';
  const letters = fc.array(fc.constantFrom(LETTER, MESSAGE, BARE, ASKED), { minLength: 1, maxLength: 12 });

  test('one file that holds it, or a file for each reply: the findings are the same', async () => {
    const told = async (files: Record<string, string>, library: string) => {
      const cwd = folderWith({ ...DOCUMENT, ...files });
      const results: { messages: { ruleId: string; message: string; library?: object }[] }[] = JSON.parse(
        // The files are named so that none of them is skipped because of its words.
        (await replylint([...checks, library.replace(/\/$/, '')], { cwd })).out,
      );
      // Titles are not compared because each library has its own.
      const without = (message: string) => message.replaceAll(library, 'LIBRARY').replace(/: “.*?(?=\. If)/, '');
      return results.flatMap(({ messages }) => messages.map((one) => `${one.ruleId} ${without(one.message)}`)).sort();
    };
    await fc.assert(
      fc.asyncProperty(letters, async (bodies) => {
        const whole = await told({ 'macros.json': macros(bodies) }, 'macros.json');
        expect(await told(filesOf(bodies), 'replies/')).toEqual(whole);
      }),
      runs(8),
    );
  });

  test('a reply that is added changes findings about others only by a convention, which --debug names', async () => {
    await fc.assert(
      fc.asyncProperty(letters, kind, async (bodies, added) => {
        const run = async (all: readonly string[]) => {
          const cwd = folderWith({ ...DOCUMENT, 'macros.json': macros(all) });
          const { out, err } = await replylint([...checks, '--debug', '.'], { cwd });
          const results: { messages: { ruleId: string; reply?: { id: string } }[] }[] = JSON.parse(out);
          const found = results.flatMap(({ messages }) =>
            messages.map(({ ruleId, reply }) => `${ruleId} ${reply?.id}`),
          );
          return { found: found.filter((one) => !one.endsWith(` ${bodies.length}`)).sort(), err };
        };
        const before = await run(bodies);
        const after = await run([...bodies, added]);
        const conventions = (err: string) =>
          err.split('\n').filter((line) => /beside it|one finding|too few|no convention/.test(line));
        if (JSON.stringify(after.found) !== JSON.stringify(before.found))
          expect(conventions(after.err)).not.toEqual(conventions(before.err));
      }),
      runs(8),
    );
  });
});

describe('what agents fill in by hand, without brackets', () => {
  const rule = ['--rule', 'personalization: warn', '--rule', 'no-unfilled-placeholder: error', '-f', 'json', '.'];
  const letter = (name: string, code: string) =>
    `Hi ${name},\n\nyour lamp is ready, and the door code is ${code}. Ring the bell at the second door.\n\nBest,\nAna\n`;
  const found = async (bodies: readonly string[]) => {
    const cwd = folderWith({ ...DOCUMENT, 'macros.json': macros(bodies) });
    const results: { messages: { ruleId: string; message: string; reply: { id: string } }[] }[] = JSON.parse(
      (await replylint(rule, { cwd })).out,
    );
    return results.flatMap(({ messages }) => messages.map(({ ruleId, reply }) => [ruleId, reply.id]));
  };

  test('is a slot where it recurs over the library, and a name after a salutation is the customer’s', async () => {
    const bodies = [...Array(4).fill(letter('Customer Name', 'INSERT DOOR CODE')), letter('there', '4411')];
    expect(await found(bodies)).toEqual([['personalization', '4']]);
    const cwd = folderWith({ ...DOCUMENT, 'macros.json': macros(bodies) });
    const [row] = JSON.parse((await replylint(['list', '-f', 'json', '.'], { cwd })).out);
    expect(row.placeholders).toEqual([
      { text: 'Customer Name', role: 'customer-name', kind: 'manual' },
      { text: 'INSERT DOOR CODE', role: 'other', kind: 'manual' },
    ]);
  });

  test('is a gap where it stands once', async () => {
    const bodies = [...Array(4).fill(letter('{{name}}', '4411')), letter('Customer Name', 'INSERT DOOR CODE')];
    expect((await found(bodies)).map(([id]) => id).sort()).toEqual([
      'no-unfilled-placeholder',
      'no-unfilled-placeholder',
      'personalization',
    ]);
  });

  test('on a line of its own, is no note for colleagues where it recurs', async () => {
    const marked = letter('there', '4411').replace('Best,', 'INSERT STREET NAME\n\nBest,');
    const notes = async (count: number) => {
      const bodies = [...Array(count).fill(marked), ...Array(5 - count).fill(letter('there', '4411'))];
      const cwd = folderWith({ ...DOCUMENT, 'macros.json': macros(bodies) });
      const { out } = await replylint(['--rule', 'no-internal-note: error', '-f', 'compact', '.'], { cwd });
      return out.split('INSERT STREET NAME').length - 1;
    };
    expect(await notes(4)).toBe(0);
    expect(await notes(1)).toBe(1);
  });

  test('in a folder whose files hold one reply each, too', async () => {
    const files = Object.fromEntries([1, 2, 3].map((n) => [`replies/${n}.md`, letter('XXXX', 'XXXXXX')]));
    const cwd = folderWith({ ...DOCUMENT, ...files });
    expect((await replylint(rule, { cwd })).code).toBe(0);
  });
});

function withoutFolder(out: string): unknown {
  return JSON.parse(out).map(({ filePath: _, ...result }: { filePath: string }) => result);
}

describe('a library that everybody can read', () => {
  const BUG =
    'The crash comes from the driver of the plotter, which we cannot change. I recommend to ask its maker, who may know more about the settings.';
  const TRACKED = `${BUG} We close this issue.`;
  const preset = { '.replylintrc.json': '{"extends": ["replylint:recommended"]}' };
  const ASKED = ['greeting', 'personalization', 'conclusion-check', 'future-reference'];
  const askedOf = async (bodies: readonly string[], path = 'answers/macros.json') => {
    const cwd = folderWith({ ...preset, [path]: macros(bodies) });
    const results: { messages: { ruleId: string }[] }[] = JSON.parse(
      (await replylint(['-f', 'json', '.'], { cwd })).out,
    );
    const found = results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
    return ASKED.filter((rule) => found.includes(rule));
  };

  test.each<[string, readonly string[], string?]>([
    ['where some close issues', [TRACKED, TRACKED, ...Array(8).fill(BUG)]],
    [
      'where some speak of the forum',
      [...Array(2).fill(`${BUG} Please read the rules of our forum.`), ...Array(8).fill(BUG)],
    ],
    ['where some answer reviews', [...Array(2).fill(`Thank you for your review! ${BUG}`), ...Array(8).fill(BUG)]],
    ['in a folder for issues', Array(10).fill(BUG), '.github/macros.json'],
  ])('owes no greeting, name, question or outlook %s', async (_where, bodies, path) => {
    expect(await askedOf(bodies, path)).toEqual([]);
  });

  test.each<[string, readonly string[]]>([
    ['where none does', Array(10).fill(BUG)],
    ['where one does', [TRACKED, ...Array(9).fill(BUG)]],
    ['where customers report bugs', Array(10).fill(`We could see this bug, too. ${BUG}`)],
  ])('is none %s', async (_where, bodies) => {
    expect(await askedOf(bodies)).toEqual(['greeting', 'personalization', 'conclusion-check']);
  });

  test('says why', async () => {
    const rows = await listed(folderWith({ ...preset, 'macros.json': macros([TRACKED, TRACKED, BUG]) }));
    expect(rows[2]?.reasons).toContain(
      'public: 2 of the 3 nearby replies mention an issue tracker, a forum or reviews',
    );
  });

  test('includes full letters in files of their own', async () => {
    const letters = ['open a pull request', 'search the issue tracker', 'open a pull request for it'].map(
      (please, n) => [
        `replies/${n}.md`,
        `Hi {{name}},\n\nThank you for your help. Please ${please}, so that others can find it.\n\nBest,\n{{agent.name}}\n`,
      ],
    );
    const rows = await listed(folderWith({ ...preset, ...Object.fromEntries(letters) }));
    expect(rows.map(({ form, reasons }) => [form, reasons.find((reason) => reason.startsWith('public'))])).toEqual(
      Array(3).fill(['full', 'public: 3 of the 3 nearby replies mention an issue tracker, a forum or reviews']),
    );
  });
});

describe('instructions to take home', () => {
  const HANDOUT = `**Your new cast**\n\nThank you for your visit. We hope your arm feels better soon.\n\n**Keep it dry:**\n- Wrap it before a bath\n- Dry it with cold air\n- Ask for a cover\n\n**Call us if:**\n- It is too tight\n- It smells\n- It breaks\n\n**Do not:**\n- Drive\n- Swim\n- Lift anything\n`;
  const found = async (config: object) => {
    const files = Object.fromEntries(
      Array.from({ length: 6 }, (_, n) => [`replies/${n}.md`, HANDOUT.replace('cast', `cast ${n}`)]),
    );
    const cwd = folderWith({
      '.replylintrc.json': JSON.stringify({ locale: 'en', overrides: [{ files: '**', form: 'full' }], ...config }),
      ...files,
    });
    const results: { messages: { ruleId: string }[] }[] = JSON.parse(
      (await replylint(['-f', 'json', 'replies'], { cwd })).out,
    );
    return [...new Set(results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId)))];
  };

  test('need no greeting, name or question where a preset asks for the rules', async () => {
    const ids = await found({ extends: ['replylint:recommended'] });
    expect(ids.filter((id) => /greeting|personalization|conclusion/.test(id))).toEqual([]);
  });

  test('need a greeting where a configuration asks for it', async () => {
    expect(await found({ extends: [], rules: { greeting: 'warn' } })).toEqual(['greeting']);
  });
});
