import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createSession, nodeFileSystem, tryRule } from '../src/lint/index.js';
import type { LintMessage, LintResult } from '../src/model/finding.js';
import { FORMATS } from '../src/report/index.js';
import { defineLibraryRule, type Place } from '../src/rule/index.js';
import { built } from './built.js';
import { folderWith, replylint } from './command-line.js';

/** A rule in `plugin.mjs` that reports every price except the first. */
const DEFINITION = `{ id: 'acme/one-price', segment: 'library', principle: 'Name one price.', why: 'W.', source: 'S', presets: {},
  options: { currency: { type: 'text', default: 'EUR', description: 'The currency.' } },
  digest(readings, { currency }) {
    const [{ rendering: { text }, place }] = readings;
    const at = text.indexOf(currency + ' ');
    const price = /^\\d+/.exec(text.slice(at + currency.length + 1))?.[0];
    if (at < 0 || price === undefined) return undefined;
    if (price === '666') throw new Error('no such price');
    if (price === '777') return { price: 777n };
    const start = at + currency.length + 1;
    return { price, place: place({ start, end: start + price.length }) };
  },
  *judge(digests) {
    let first;
    for (const digest of digests) {
      const { data: { price, place }, reply } = digest;
      if (price === '999') throw new Error('too much');
      first ??= digest;
      if (price === first.data.price) continue;
      const other = digests.at(first.index);
      yield { at: digest, place, message: '“' + price + '” is another price than ' + other.data.price + ' in ' + (other.reply.title ?? other.reply.id),
        suggestions: ['Write ' + other.data.price], about: [{ at: other }] };
    }
  } }`;
const PLUGIN = () =>
  `import { defineLibraryRule } from ${JSON.stringify(built('rule.js'))};\nexport const rules = [defineLibraryRule(${DEFINITION})];\n`;
const config = (more: object = {}) =>
  JSON.stringify({ extends: [], plugins: ['./plugin.mjs'], rules: { 'acme/one-price': 'warn' }, ...more });

const letter = (price: string) => `Hi Maya,\n\nthe plan costs EUR ${price} a month.\n\nBest,\nTom\n`;
const macros = (prices: readonly string[]) =>
  JSON.stringify(
    {
      macros: prices.map((price, id) => ({
        id: id + 1,
        title: `Plan ${id + 1}`,
        actions: [{ field: 'comment_value', value: letter(price) }],
      })),
    },
    null,
    1,
  );
const files = (more: Readonly<Record<string, string>> = {}) => ({
  'a.json': macros(['5', '5', '7']),
  'sub/b.md': letter('5'),
  'sub/c.md': letter('9'),
  'plugin.mjs': PLUGIN(),
  '.replylintrc.json': config(),
  ...more,
});

async function results(cwd: string, ...args: string[]): Promise<readonly LintResult[]> {
  return JSON.parse((await replylint(['-f', 'json', ...args], { cwd })).out);
}

/** Returns the file, reply and words of each finding. */
async function found(cwd: string, ...args: string[]): Promise<readonly string[]> {
  return foundIn(cwd, await results(cwd, ...args));
}

function foundIn(cwd: string, all: readonly LintResult[]): readonly string[] {
  return all.flatMap(({ filePath, messages }) =>
    messages.map(
      ({ ruleId, reply, words }) => `${filePath.slice(cwd.length + 1)} ${reply?.id ?? ruleId} ${words ?? ''}`,
    ),
  );
}

const BOTH = ['a.json 3 7', 'sub/c.md sub/c.md 9'];

describe('a rule about all replies together', () => {
  test('finds what no reply shows by itself, at its place, with the other reply', async () => {
    const cwd = folderWith(files());
    const [a] = await results(cwd, '.');
    const [message] = (a?.messages ?? []) as [LintMessage];
    expect(message).toMatchObject({
      ruleId: 'acme/one-price',
      severity: 1,
      message: '“7” is another price than 5 in Plan 1',
      segment: 'library',
      words: '7',
      reply: { id: '3', title: 'Plan 3', form: 'full' },
      suggestions: [{ desc: 'Write 5' }],
      about: [{ filePath: join(cwd, 'a.json'), id: '1', title: 'Plan 1', line: 9 }],
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    const line = readFileSync(join(cwd, 'a.json'), 'utf8').split('\n')[message.line - 1] ?? '';
    expect(line.slice(message.column - 1, message.endColumn - 1)).toBe('7');
    expect(await found(cwd, '.')).toEqual(BOTH);
    expect((await replylint(['.'], { cwd })).code).toBe(0);
    expect((await replylint(['--max-warnings', '1', '.'], { cwd })).code).toBe(1);
  });

  test('stands in every report', async () => {
    const cwd = folderWith(files({ '.replylintrc.json': config({ rules: { 'acme/one-price': 'error' } }) }));
    for (const format of FORMATS) {
      const { out, code } = await replylint(['-f', format, '.'], { cwd });
      expect(out, format).toContain('another price than 5 in Plan 1');
      expect(code, format).toBe(1);
    }
    const pretty = await replylint(['-f', 'pretty', '.'], { cwd });
    expect(pretty.out).toContain('the plan costs EUR 9 a month.');
  });

  test('counts among what its reply was asked', async () => {
    const [a, b] = await results(folderWith(files()), '.');
    const replies = [...(a?.replies ?? []), ...(b?.replies ?? [])];
    expect(replies.map(({ found, asked }) => [found, asked.includes('acme/one-price')])).toEqual([
      [[], true],
      [[], true],
      [['acme/one-price'], true],
      [[], true],
    ]);
    const lowered = { total: 40, basis: 15, segments: { library: 40 } };
    const untouched = { total: null, basis: 0, segments: {} };
    for (const { found, scores } of replies) expect(scores).toEqual(found.length > 0 ? lowered : untouched);
  });

  test('has the severity and the options of the reply', async () => {
    const overrides = [
      { files: 'sub/**', rules: { 'acme/one-price': 'error' } },
      { titles: 'Plan 3', rules: { 'acme/one-price': 'off' } },
    ];
    const cwd = folderWith(files({ '.replylintrc.json': config({ overrides }) }));
    const { out, code } = await replylint(['.'], { cwd });
    expect(out).toMatch(/c\.md\n.*error .*another price/);
    expect(out).not.toContain('a.json');
    expect(code).toBe(1);
    const apart = [{ files: 'sub/**', rules: { 'acme/one-price': ['warn', { currency: 'CHF' }] } }];
    writeFileSync(join(cwd, '.replylintrc.json'), config({ overrides: apart }));
    expect(await found(cwd, '.')).toEqual([BOTH[0]]);
  });

  test('one that fails leaves the findings of the others, and says what was not checked', async () => {
    const cwd = folderWith(files({ 'd.md': letter('666'), 'e.md': letter('777') }));
    const digest = await replylint(['.'], { cwd });
    expect(digest.out).toMatch(/d\.md\n.*Not checked: acme\/one-price failed: no such price/);
    expect(digest.out).toMatch(/e\.md\n.*Not checked: acme\/one-price failed: .*BigInt/);
    expect(digest.out).toContain('another price than 5');
    expect(digest.code).toBe(2);
    writeFileSync(join(cwd, 'z.md'), letter('999'));
    const judge = await replylint(['.'], { cwd });
    expect(judge.err).toContain('replylint: acme/one-price failed: too much');
    expect(judge.out).toContain('another price than 5');
    expect(judge.code).toBe(2);
  });

  test('--stats counts both steps', async () => {
    const { err } = await replylint(['--stats', '.'], { cwd: folderWith(files()) });
    expect(err).toContain('acme/one-price');
  });

  test('reads the fixed text', async () => {
    const cwd = folderWith(
      files({ '.replylintrc.json': config({ rules: { 'acme/one-price': 'warn', 'no-shouting': 'warn' } }) }),
    );
    writeFileSync(join(cwd, 'sub/c.md'), letter('9').replace('Hi Maya,', 'Hi Maya!!!! Hello!!!!'));
    for (const option of ['--fix-dry-run', '--fix']) {
      const all = await results(cwd, option, '.');
      const { messages, output } = all.at(-1) as LintResult;
      expect(messages.map(({ ruleId, line, column }) => [ruleId, line, column])).toEqual([['acme/one-price', 3, 20]]);
      expect(output).toContain('Hi Maya! Hello!');
    }
  });

  test('texts from standard input are judged alone', async () => {
    const cwd = folderWith(files());
    const { out, code } = await replylint(['--stdin', '--stdin-filename', 'x.json'], {
      cwd,
      input: macros(['5', '8']),
    });
    expect(out).toContain('“8” is another price than 5');
    expect(code).toBe(0);
  });
});

describe('finds the same', () => {
  test('with --cache', async () => {
    const cwd = folderWith(files());
    const plain = await replylint(['-f', 'json', '.'], { cwd });
    for (const _ of [1, 2]) expect(await replylint(['-f', 'json', '--cache', '.'], { cwd })).toEqual(plain);
    writeFileSync(join(cwd, 'a.json'), macros(['7', '7', '7']));
    const changed = await replylint(['-f', 'json', '.'], { cwd });
    expect(changed.out).toContain('“5” is another price than 7');
    expect(await replylint(['-f', 'json', '--cache', '.'], { cwd })).toEqual(changed);
  });

  test('with --concurrency', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 150 }, (_, nth) => [`many/${nth}.md`, letter(`${5 + (nth % 3)}`)]),
    );
    const cwd = folderWith(files(many));
    const plain = await replylint(['-f', 'json', '.'], { cwd });
    expect(plain.out.split('another price than 5')).toHaveLength(103);
    expect(await replylint(['-f', 'json', '--concurrency', '2', '.'], { cwd })).toEqual(plain);
  });

  test('in a file that is read in passages', async () => {
    const prices = Array.from({ length: 60 }, (_, nth) => (nth % 10 === 7 ? '8' : '5'));
    const lines = prices
      .map((price, id) => `${JSON.stringify({ id, title: `T ${id}`, body: letter(price) })}\n`)
      .join('');
    const cwd = folderWith(files({ 'canned-replies.ndjson': lines }));
    const { rules } = await import(join(cwd, 'plugin.mjs'));
    const lint = async (longFrom: number) => {
      const session = createSession({
        fs: nodeFileSystem,
        cwd,
        rules: [],
        config: { lookup: true },
        today: '2026-01-01',
        keepsReplies: true,
        longFrom,
      });
      const outcome = await session.lint(['.']);
      const whole = outcome.results.whole().map(({ source: _, ...result }) => result);
      return { whole, isLong: outcome.results.isLong };
    };
    expect(rules).toHaveLength(1);
    const once = await lint(Number.POSITIVE_INFINITY);
    const parts = await lint(500);
    expect([once.isLong, parts.isLong]).toEqual([false, true]);
    expect(parts.whole).toEqual(once.whole);
    expect(foundIn(cwd, once.whole).filter((line) => line.startsWith('canned'))).toEqual(
      [7, 17, 27, 37, 47, 57].map((id) => `canned-replies.ndjson ${id} 8`),
    );
  });
});

describe('changed replies', () => {
  const repository = () => {
    const cwd = folderWith(files());
    rmSync(join(cwd, '.git'), { recursive: true });
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd, stdio: 'ignore' });
    git('init', '--quiet', '--initial-branch=main');
    git('add', '--all');
    git('commit', '--quiet', '-m', 'all');
    return { cwd, git };
  };

  test('are compared with all others', async () => {
    const { cwd, git } = repository();
    expect(await found(cwd, '--since', 'main', '.')).toEqual([]);
    writeFileSync(join(cwd, 'sub/b.md'), letter('11'));
    expect(await found(cwd, '--since', 'main', '.')).toEqual(['sub/b.md sub/b.md 11']);
    expect(await found(cwd, '--staged', '.')).toEqual([]);
    git('add', '--all');
    expect(await found(cwd, '--staged', '.')).toEqual(['sub/b.md sub/b.md 11']);
  });

  test('a finding at an unchanged reply is reported if it is about a changed one', async () => {
    const { cwd } = repository();
    writeFileSync(join(cwd, 'a.json'), macros(['9', '5', '7']));
    expect(await found(cwd, '--since', 'main', '.')).toEqual(['a.json 2 5', 'a.json 3 7', 'sub/b.md sub/b.md 5']);
  });
});

describe('a finding of a library rule can be accepted', () => {
  const OFF = '<!-- replylint-disable-next-line acme/one-price -- legal wording -->\n';
  const disabled = letter('9').replace('the plan', `${OFF}the plan`);

  test('by a directive', async () => {
    const cwd = folderWith(files({ 'sub/c.md': disabled }));
    const all = await results(cwd, '.');
    expect(foundIn(cwd, all)).toEqual([BOTH[0]]);
    expect(all.at(-1)?.suppressedMessages).toMatchObject([
      { words: '9', suppressions: [{ kind: 'directive', justification: 'legal wording' }] },
    ]);
    expect(all.at(-1)?.replies?.[0]).toMatchObject({ found: [], scores: { total: null, basis: 0, segments: {} } });
  });

  test('a directive that disables nothing is reported where all replies were seen', async () => {
    const cwd = folderWith(files({ 'sub/c.md': disabled.replace('EUR 9', 'EUR 5') }));
    expect(await found(cwd, '.')).toEqual([BOTH[0], 'sub/c.md unused-directive ']);
    expect(await found(cwd, 'sub/c.md')).toEqual([]);
    expect(await found(cwd, '--cache', '.')).toEqual([BOTH[0], 'sub/c.md unused-directive ']);
    expect(await found(cwd, '--cache', '.')).toEqual([BOTH[0], 'sub/c.md unused-directive ']);
  });

  test('by the suppressions file, which is not called outdated by a run that sees less', async () => {
    const cwd = folderWith(files());
    await replylint(['--suppress-all', '.'], { cwd });
    expect(await found(cwd, '.')).toEqual([]);
    const part = await replylint(['sub/c.md'], { cwd });
    expect(part).toMatchObject({ out: '', err: '', code: 0 });
    const list = readFileSync(join(cwd, 'replylint-suppressions.json'), 'utf8');
    await replylint(['--prune-suppressions', 'sub/c.md'], { cwd });
    expect(readFileSync(join(cwd, 'replylint-suppressions.json'), 'utf8')).toBe(list);
    writeFileSync(join(cwd, 'sub/c.md'), letter('5'));
    expect((await replylint(['.'], { cwd })).err).toContain('1 unused suppression');
  });
});

describe('tryRule', () => {
  const rule = defineLibraryRule({
    id: 'acme/once',
    segment: 'library',
    principle: 'P.',
    why: 'W.',
    source: 'S',
    presets: {},
    digest: ([reading]): { word: string; place: Place } | undefined => {
      const first = reading?.rendering.words[0];
      return first && { word: first.folded, place: reading.place(first) };
    },
    *judge(digests) {
      const known = new Set<string>();
      for (const digest of digests) {
        if (known.has(digest.data.word))
          yield { at: digest, place: digest.data.place, message: `Again in ${digest.reply.id}` };
        known.add(digest.data.word);
      }
    },
  });

  test('runs a library rule on a small library', async () => {
    const library = { replies: ['Hello Maya.', { text: 'Dear Maya,', title: 'Letter' }, '**hello** there'] };
    expect(await tryRule(rule, library)).toEqual([
      { marks: 'hello', message: 'Again in 3', when: undefined, suggestions: [], reply: 2, fixed: undefined },
    ]);
    expect(await tryRule(rule, 'Hello Maya.')).toEqual([]);
  });

  test('is off in the preset for chat', () => {
    expect(rule.presets).toEqual({ chat: 'off' });
  });
});
