import { linkSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.js';
import { createSession, type LintOutcome, nodeFileSystem, type SessionOptions } from '../src/lint/index.js';
import type { LintResult } from '../src/model/finding.js';
import { FORMATS, type ReportContext, reporterOf } from '../src/report/index.js';
import { folderWith, replylint } from './command-line.js';
import { PROPERTY, runs } from './properties.js';

const BAD = 'Hi Maya,\n\nYou failed to send the form!! We will look at it “soon” 🙂.\n\nKind regards,\nTom\n';
const FINE = 'Hi Maya,\n\nyour refund is on its way and arrives by Friday. Is there anything else?\n\nBest,\nTom';
const GERMAN = 'Hallo Maya,\n\nvielen Dank für Ihre Nachricht. Wir kümmern uns darum.\n\nMit freundlichen Grüßen\nTom';
const BARE = 'The parcel left our warehouse today and reaches you on Monday morning. Please keep the box for now.';

const record = (value: object) => JSON.stringify(value);
const lines = (values: readonly (object | string)[], end = '\n') =>
  values.map((value) => `${typeof value === 'string' ? value : record(value)}${end}`).join('');
const replies = (bodies: readonly string[]) => bodies.map((body, index) => ({ id: index + 1, body }));
const MIXED = [BAD, FINE, GERMAN, BAD, FINE, BAD];

function sessionIn(cwd: string, more: Partial<SessionOptions>) {
  return createSession({
    fs: nodeFileSystem,
    cwd,
    rules,
    config: { lookup: true },
    today: '2026-01-01',
    showsLines: true,
    keepsReplies: true,
    ...more,
  });
}

/** Returns all output of a run, except the text of files, which is not kept for long files. */
async function said(cwd: string, paths: readonly string[], more: Partial<SessionOptions>) {
  const debug: string[] = [];
  const outcome = await sessionIn(cwd, { ...more, debug: (line) => debug.push(line) }).lint(paths);
  const { notices, linted, trackedReplies, failed } = outcome;
  const results = outcome.results.whole();
  return {
    said: { results: results.map(withoutText), notices, linted, trackedReplies, failed, debug: debug.sort() },
    reports: await reportsOf(outcome, cwd),
    isLong: outcome.results.isLong,
  };
}

function withoutText({ source: _, output: __, ...result }: LintResult): LintResult {
  return result;
}

/** Creates reports in the same way as the command, piece by piece if possible. */
async function reportsOf({ results, lines: kept }: LintOutcome, cwd: string): Promise<Record<string, string>> {
  const context: ReportContext = {
    cwd,
    root: cwd,
    color: false,
    hyperlinks: false,
    env: {},
    now: new Date(0),
    failures: [],
    rulesMeta: {},
    append: () => undefined,
    lines: kept,
  };
  const reports: Record<string, string> = {};
  for (const name of FORMATS) {
    const reporter = await reporterOf(name);
    if (!reporter) throw new Error('gone');
    const given = results.map(() => (name === 'json' ? withoutText : (result) => result));
    reports[name] =
      reporter.pieces && results.isLong
        ? [...(await reporter.pieces(given, context))].join('')
        : await reporter(given.whole(), context);
  }
  return reports;
}

const LOCALE = { '.replylintrc.json': '{"rules": {"no-shouting": "error"}, "extends": ["replylint:recommended"]}' };

const FILES: readonly (readonly [name: string, content: string | Buffer, body?: string])[] = [
  ['records with ids', lines(replies(MIXED))],
  ['CRLF', lines(replies(MIXED), '\r\n')],
  ['no line end at the end', lines(replies(MIXED)).trimEnd()],
  ['blank lines', `\n${lines(replies(MIXED), '\n\n  \n')}\r\n\n`],
  ['lone carriage returns between values', lines(replies(MIXED)).replaceAll(',"body"', ',\r\r"body"')],
  ['a byte order mark', `\ufeff${lines(replies(MIXED))}`],
  ['UTF-16LE', Buffer.from(`\ufeff${lines(replies(MIXED), '\r\n')}`, 'utf16le')],
  ['UTF-16BE', Buffer.from(`\ufeff${lines(replies(MIXED))}`, 'utf16le').swap16()],
  ['ids that repeat', lines([...replies(MIXED), ...replies(MIXED), ...replies([BAD])])],
  ['titles, no ids', lines(MIXED.map((body, index) => ({ title: `Late ${index % 2}`, body })))],
  ['one reply', lines([{ title: 'Late', body: BAD }, { other: 1 }, { other: 2 }, { title: 'x', body: '' }])],
  ['internal notes and what is none', lines([...replies(MIXED), { id: 9, body: BAD, public: false }, { id: 10 }, '7'])],
  ['broken lines', lines([...replies(MIXED), '{"id": 7, "body": "Hi', '}', ...replies([BAD])])],
  ['a first line that is broken', lines(['hello', ...replies(MIXED)])],
  ['greetings that the help desk adds', lines(replies(Array.from({ length: 30 }, () => BARE)))],
  ['a help desk’s shape', lines(MIXED.map((content, id) => ({ id, short_code: `late-${id}`, content })))],
  ['entries without text', lines(MIXED.map((_, id) => ({ id, name: `n ${id}`, preview: 'Hi Maya, you failed to' })))],
  ['no replies', lines(MIXED.map((_, id) => ({ id, level: 'info', path: '/a' })))],
  ['nothing but blank lines', '\n\n \n\r\n'.repeat(60)],
  ['bytes that are no UTF-8', Buffer.from(lines(replies([BAD, FINE])).replaceAll('“', '\xe4'), 'latin1')],
  ['half a character at the end', Buffer.from(`${lines(replies([BAD, FINE]))}€`).subarray(0, -1)],
  ['zero bytes', lines(replies([BAD, FINE, '\u0001'])).replace('\\u0001', '\u0000')],
  ['a lone surrogate in UTF-16', Buffer.from(`\ufeff${lines(replies(MIXED))}\ud800 `, 'utf16le')],
  ['half a unit in UTF-16', Buffer.from(`\ufeff${lines(replies(MIXED))}`, 'utf16le').subarray(0, -1)],
  ['a path to the texts', lines(MIXED.map((say) => ({ out: { say } }))), '$[*].out.say'],
  ['a path to one, and a broken line', lines([...MIXED.map((say) => ({ out: { say } })), '{']), '$[3].out.say'],
  ['a path that leads nowhere', lines([...replies(MIXED), '{']), 'nothing'],
];

describe('a file that is read in parts says what it says when it is read at once', () => {
  test.each(FILES.map(([name, content, body = '']) => [name, content, body] as const))(
    '%s',
    async (_, content, body) => {
      const config = { extends: ['replylint:recommended'], rules: { 'no-shouting': 'error' } };
      const files = body === '' ? {} : { files: [{ glob: '*.ndjson', body }] };
      const cwd = folderWith({ 'sent.ndjson': content, '.replylintrc.json': JSON.stringify({ ...config, ...files }) });
      for (const [path, longs] of [['sent.ndjson', [64, 1500, 4000]] as const, ['.', [300]] as const]) {
        const more = { askedAbout: new Set(['1', '1~2', '3', 'sent.ndjson#late-0~2']) };
        const whole = await said(cwd, [path], { ...more, longFrom: Number.POSITIVE_INFINITY });
        for (const long of longs) {
          const parts = await said(cwd, [path], { ...more, longFrom: long });
          expect(parts.said).toEqual(whole.said);
          expect(parts.reports).toEqual(whole.reports);
        }
      }
    },
  );

  test('any records, cut anywhere', PROPERTY, async () => {
    const value = fc.oneof(
      fc.record({ id: fc.nat(5), body: fc.constantFrom(...MIXED) }),
      fc.record({ title: fc.constantFrom('a', 'b', '🙂'), body: fc.constantFrom(BAD, FINE, BARE) }),
      fc.constantFrom<object | string>('{', ' ', '', {}, '[1]', '{"id":1,\r"body":"Hi, you failed to!!"}'),
    );
    const { numRuns } = runs(20);
    let long = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { maxLength: 12 }),
        fc.constantFrom('\n', '\r\n', '\n\n'),
        fc.integer({ min: 0, max: 120 }),
        async (values, end, percent) => {
          const text = lines([...replies([BAD, FINE]), ...values], end);
          const cwd = folderWith({ 'canned-replies.ndjson': text, ...LOCALE });
          const whole = await said(cwd, ['.'], { longFrom: Number.POSITIVE_INFINITY });
          const parts = await said(cwd, ['.'], { longFrom: Math.round((Buffer.byteLength(text) * percent) / 100) });
          if (parts.isLong) long += 1;
          expect(parts.said).toEqual(whole.said);
          expect(parts.reports).toEqual(whole.reports);
        },
      ),
      { numRuns },
    );
    expect(long).toBeGreaterThan(numRuns / 4);
  });

  test('a line longer than a record may be', async () => {
    const long = `{"id":5,"body":"${'Hi Maya, you failed to. '.repeat(200_000)}"}`;
    for (const end of ['\n', '\r\n']) {
      const cwd = folderWith({ 'sent.ndjson': lines([...replies(MIXED), long, ...replies([BAD])], end), ...LOCALE });
      const whole = await said(cwd, ['sent.ndjson'], { longFrom: Number.POSITIVE_INFINITY });
      const parts = await said(cwd, ['sent.ndjson'], {});
      expect(parts.isLong).toBe(true);
      expect(parts.said).toEqual(whole.said);
      expect(parts.said.results[0]?.messages).toContainEqual(
        expect.objectContaining({ line: 7, column: 1, message: 'Not checked: the line is longer than 2 MiB' }),
      );
      expect(parts.reports.pretty).toBe(whole.reports.pretty);
    }
  });
});

describe('--fix of a file that is read in parts', () => {
  const shouting = { '.replylintrc.json': '{"rules": {"no-shouting": "error", "no-blame-shifting": "error"}}' };

  test.each([
    ['UTF-8', (text: string) => Buffer.from(text)],
    ['UTF-8 with its mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16LE', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16BE', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ])('%s: the same bytes, and the same is left', async (_, bytes) => {
    const text = lines([...replies([...MIXED, BAD, BARE]), '{', ...replies([BAD])], '\r\n').trimEnd();
    const done = async (long: number, fix: SessionOptions['fix']) => {
      const cwd = folderWith({ 'sent.ndjson': bytes(text), ...shouting });
      const outcome = await sessionIn('/', { cwd, fix, longFrom: long }).lint(['sent.ndjson']);
      const [result] = outcome.results.whole();
      return {
        result: result && JSON.parse(JSON.stringify(withoutText(result)).replaceAll(cwd, '')),
        bytes: readFileSync(join(cwd, 'sent.ndjson')),
        failed: outcome.failed,
      };
    };
    const whole = await done(Number.POSITIVE_INFINITY, 'apply');
    expect(whole.bytes).not.toEqual(bytes(text));
    for (const long of [64, 700, 2000]) {
      expect(await done(long, 'apply')).toEqual(whole);
      expect(await done(long, 'try')).toEqual({ ...whole, bytes: bytes(text) });
    }
  });

  test('only what would change is shown', async () => {
    const cwd = folderWith({
      'sent.ndjson': lines(replies([FINE, FINE, FINE, BAD, ...Array.from({ length: 20 }, () => FINE)])),
      ...shouting,
    });
    const { fixed } = await sessionIn(cwd, { fix: 'try', longFrom: 2000 }).lint(['sent.ndjson']);
    expect(fixed).toHaveLength(1);
    expect(fixed[0]?.file.text).toContain('failed to send the form!!');
    expect(fixed[0]?.output).toContain('failed to send the form! ');
    expect(fixed[0]?.output.split('\n').length).toBeLessThan(7);
  });

  test.each([
    ['a link', (from: string, to: string) => symlinkSync(from, to), 'the path is a symbolic link'],
    ['a file of two names', (from: string, to: string) => linkSync(from, to), 'the file has other hard links'],
  ])('%s is left alone, and its findings are told', async (_, make, says) => {
    const cwd = folderWith({ 'sent.ndjson': lines(replies(MIXED)), ...shouting });
    make(join(cwd, 'sent.ndjson'), join(cwd, 'other.ndjson'));
    const outcome = await sessionIn(cwd, { fix: 'apply', longFrom: 500 }).lint(['other.ndjson']);
    expect(outcome.notices.join()).toContain(says);
    expect(outcome.failed).toBe(true);
    expect(outcome.results.whole()[0]?.messages.filter(({ fix }) => fix)).not.toEqual([]);
    expect(readFileSync(join(cwd, 'sent.ndjson'), 'utf8')).toBe(lines(replies(MIXED)));
  });
});

test('a file that changes under the linter is said not to be checked', async () => {
  const cwd = folderWith({ 'sent.ndjson': lines(replies(Array.from({ length: 400 }, () => BAD))), ...LOCALE });
  let isCut = false;
  const outcome = await sessionIn(cwd, {
    longFrom: 400,
    fixes: () => {
      if (!isCut) writeFileSync(join(cwd, 'sent.ndjson'), lines(replies([BAD])));
      isCut = true;
      return false;
    },
    fix: 'try',
  }).lint(['sent.ndjson']);
  expect(isCut).toBe(true);
  expect(outcome.failed).toBe(true);
  expect(outcome.results.whole()[0]?.messages.at(-1)).toMatchObject({
    fatal: true,
    message: 'Not checked: the file changed while being read',
  });
});

describe('the command', () => {
  /** The file needs more than one read, and its records consist mostly of fields other than the text. */
  const LONG = lines(
    Array.from({ length: 600 }, (_, id) => ({ id, body: MIXED[id % MIXED.length], beside: 'x'.repeat(7000) })),
  );
  const long = () => folderWith({ 'sent.ndjson': LONG, 'a.md': FINE, ...LOCALE });

  test('threads change nothing', async () => {
    const cwd = long();
    const one = await replylint(['-f', 'json', '.'], { cwd });
    expect(JSON.parse(one.out)[1]).toMatchObject({ errorCount: 600, filePath: join(cwd, 'sent.ndjson') });
    expect(await replylint(['-f', 'json', '--concurrency', '2', '.'], { cwd })).toEqual(one);
  });

  test('a report in a file is the one that is printed', async () => {
    const cwd = long();
    for (const format of ['stylish', 'json', 'pretty']) {
      const { out } = await replylint(['-f', format, 'sent.ndjson'], { cwd });
      await replylint(['-f', format, '-o', 'report', 'sent.ndjson'], { cwd });
      expect(readFileSync(join(cwd, 'report'), 'utf8')).toBe(out);
    }
  });

  test('what is listed is all that is in it', async () => {
    const { out } = await replylint(['list', '-f', 'json', 'sent.ndjson'], { cwd: long() });
    expect(out).toBe(`${JSON.stringify(JSON.parse(out), null, 2)}\n`);
    expect(JSON.parse(out).map(({ id, line }: { id: string; line: number }) => [id, line])).toEqual(
      Array.from({ length: 600 }, (_, id) => [String(id), id + 1]),
    );
  });

  test('a cache has no place for it, and says so', async () => {
    const cwd = long();
    const plain = await replylint(['sent.ndjson'], { cwd });
    for (let times = 0; times < 2; times += 1)
      expect(await replylint(['--cache', 'sent.ndjson'], { cwd })).toEqual({
        ...plain,
        err: `replylint: sent.ndjson: not cached: files this large are read in parts on every run\n${plain.err}`,
      });
  });

  test('the suppressions file holds for it', async () => {
    const cwd = long();
    const all = await replylint(['--suppress-all', 'sent.ndjson'], { cwd });
    expect(all.err).toContain('replylint-suppressions.json written');
    expect(all.code).toBe(0);
    writeFileSync(join(cwd, 'sent.ndjson'), LONG.replaceAll('You failed to', 'We will'));
    expect((await replylint(['sent.ndjson'], { cwd })).err).toContain('300 unused suppressions');
    writeFileSync(join(cwd, 'sent.ndjson'), `${LONG}${lines([{ id: 'new', body: BAD }])}`);
    expect((await replylint(['sent.ndjson'], { cwd })).out).toContain('✖ 2 problems (2 errors');
  });

  test('--fix-dry-run shows the lines that would change, where they stand', async () => {
    const text = lines(
      Array.from({ length: 600 }, (_, id) => ({ id, body: id % 500 === 60 ? BAD : FINE, beside: 'x'.repeat(7000) })),
    );
    const cwd = folderWith({ 'sent.ndjson': text, ...LOCALE });
    const { out } = await replylint(['--fix-dry-run', 'sent.ndjson'], { cwd });
    // The second line begins a passage, so that nothing before it is shown.
    expect(out.match(/^@@.*/gm)).toEqual(['@@ -59,5 +59,5 @@', '@@ -561,3 +561,3 @@']);
    expect(out.match(/^Index: .*/gm)).toEqual(['Index: sent.ndjson']);
    expect(out.match(/^[-+]\{"id":\d+/gm)).toEqual(['-{"id":60', '+{"id":60', '-{"id":560', '+{"id":560']);
  });
});
