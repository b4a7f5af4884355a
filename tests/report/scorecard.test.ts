import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Scorecard } from '../../src/report/scorecard/scorecard.js';
import { folderWith, newFolder, replylint } from '../command-line.js';

const GOOD = `---
title: Parcel sent
tags: [parcel]
---

Hi {{ticket.requester.first_name}},

Your parcel left today and should reach you by Friday. I will write to you then. Is there anything else I can do for you?

Best,
Ana
`;
const BILL = `# Open bill

Hi {{ticket.requester.first_name}},

You failed to attach the invoice.{% if vip %} Our policy does not allow a refund.{% endif %}

Best,
Ana
`;
const FILES = {
  'macros/parcel.md': GOOD,
  'macros/bill.md': BILL,
  'macros/late.md': BILL.replace('Open', 'Late').replace('You failed to attach the invoice.', 'The invoice came late.'),
  'macros/chat/wait.md': '---\nform: chat\n---\n\nOne moment, I am looking it up for you now.\n',
};

const cardOf = (out: string) => JSON.parse(out) as Scorecard;

describe('figures that need enough replies', () => {
  const reportOf = async (count: number, format: string, text = GOOD) => {
    const files = Array.from({ length: count }, (_, at) => [
      `macros/${at}.md`,
      text.replace('left today', `left at ${at}`),
    ]);
    return (await replylint(['report', '-f', format], { cwd: folderWith(Object.fromEntries(files)) })).out;
  };

  const POOR = GOOD.replace('Your parcel left', 'You failed to pay. Your parcel left');

  test('what nine in ten score is not shown for 29 replies, and is for 30', async () => {
    for (const format of ['html', 'markdown']) {
      expect(await reportOf(29, format, POOR)).not.toContain('in ten');
      expect(await reportOf(30, format, POOR)).toMatch(/nine in ten score \d\d or more/);
    }
  });

  test('that nine in ten score 100 is not said', async () =>
    expect(await reportOf(30, 'markdown')).not.toContain('in ten'));

  test('a segment without a score is explained', async () => {
    const out = await reportOf(1, 'html');
    expect(out).toContain('determining <tspan class="figure">–</tspan>');
    expect(out).toMatch(/– means no score: no rule applied to determining(?:,| and|\.)/);
  });
});

describe('the report in JSON', () => {
  const cwd = folderWith(FILES, afterAll);
  let card: Scorecard;
  beforeAll(async () => {
    const { out, code, err } = await replylint(['report', '-f', 'json'], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    card = cardOf(out);
  });

  const replyOf = (file: string) => card.replies.find((reply) => reply.file === file);

  test('counts the replies', () =>
    expect(card).toMatchObject({
      replylintReport: 1,
      summary: { replies: 4, scored: 4, notChecked: 0, littleAsked: 1, clean: 2, withErrors: 2 },
    }));

  test('scores each reply, and what was asked of it', () => {
    expect(replyOf('macros/parcel.md')).toMatchObject({
      title: 'Parcel sent',
      tags: ['parcel'],
      score: 100,
      findings: [],
    });
    expect(replyOf('macros/chat/wait.md')).toMatchObject({ form: 'chat', score: 100 });
    expect(replyOf('macros/chat/wait.md')?.segments).not.toHaveProperty('greeting');
    expect(replyOf('macros/chat/wait.md')?.basis).toBeLessThan(replyOf('macros/parcel.md')?.basis ?? 0);
    const bill = replyOf('macros/bill.md');
    expect(bill?.segments).toMatchObject({ greeting: 100, responding: 0 });
    expect(bill?.findings).toContainEqual(
      expect.objectContaining({
        rule: 'no-blame-shifting',
        severity: 'error',
        words: 'You failed to',
        line: 5,
        column: 1,
      }),
    );
  });

  test('an error that only some customers read costs half', () =>
    expect(replyOf('macros/late.md')?.segments.responding).toBe(50));

  test('begins with the reply that gains most', () => {
    const [first] = card.begin;
    expect(card.replies[first?.reply ?? -1]?.file).toBe('macros/bill.md');
    expect(first?.steps[0]).toMatchObject({ rule: 'no-blame-shifting', line: 5, instead: expect.stringMatching(/./) });
    // The other reply is not listed below it, because only one of them blames the customer.
    expect(first?.alike).toEqual([]);
    expect(card.begin.map(({ reply }) => card.replies[reply]?.file)).toEqual(['macros/bill.md', 'macros/late.md']);
  });

  test('groups replies with findings that differ only in the words, and no others', async () => {
    const bill = (claim: string) => BILL.replace('You failed to attach the invoice.', claim);
    const files = {
      'a.md': bill('You failed to attach the invoice.'),
      'b.md': bill('You neglected to pay the second bill.'),
      'c.md': bill('Our policy does not allow this.'),
    };
    const { out } = await replylint(['report', '-f', 'json'], { cwd: folderWith(files) });
    const { begin, replies } = cardOf(out);
    const fileOf = (index: number) => replies[index]?.file;
    expect(begin.map(({ reply, alike }) => [reply, ...alike].map(fileOf))).toEqual([['a.md', 'b.md'], ['c.md']]);
  });

  test('lists the rules that found something, and those that are on', () => {
    expect(card.rules.find(({ rule }) => rule === 'no-blame-shifting')).toMatchObject({
      segment: 'responding',
      asked: 4,
      replies: 2,
      errors: 3,
      warnings: 0,
      gain: 9.966,
    });
    expect(card.quietRules).toContain('greeting');
    expect(card.quietRules).not.toContain('no-blame-shifting');
  });

  test('is the same each time', async () =>
    expect(cardOf((await replylint(['report', '-f', 'json'], { cwd })).out)).toEqual(card));

  test('says what it does not know', () =>
    expect(card.notKnown.join('\n')).toContain(
      'Little could be checked in 1 of 4 replies: few rules apply to chat messages and fragments, or in some languages. Do not rely on its score.',
    ));
});

describe('the points to gain', () => {
  const meanOf = ({ replies }: Scorecard) => {
    const scored = replies.filter(({ score }) => score !== null);
    const weight = scored.reduce((sum, { basis }) => sum + basis, 0);
    return scored.reduce((sum, { score, basis }) => sum + (score ?? 0) * basis, 0) / weight;
  };
  const run = async (files: Readonly<Record<string, string>>, ...args: string[]) =>
    cardOf((await replylint(['report', '-f', 'json', ...args], { cwd: folderWith(files) })).out);
  const withoutFindings = (text: string) =>
    `${text}\n<!-- replylint-disable-file no-blame-shifting, conclusion-check, future-reference -->\n`;

  test('of a reply are what the score of the library rises by without its findings', async () => {
    const before = await run(FILES);
    const after = await run({ ...FILES, 'macros/bill.md': withoutFindings(BILL) });
    expect(after.replies.find(({ file }) => file === 'macros/bill.md')).toMatchObject({ findings: [], score: 100 });
    const { gain = 0 } = before.begin[0] ?? {};
    expect(gain).toBeGreaterThan(5);
    expect(gain).toBeCloseTo(meanOf(after) - meanOf(before), 2);
  });

  test('of a rule, too', async () => {
    const [before, after] = [await run(FILES), await run(FILES, '--rule', 'no-blame-shifting: off')];
    const rule = before.rules.find((row) => row.rule === 'no-blame-shifting');
    expect(rule?.gain).toBeGreaterThan(5);
    expect(rule?.gain).toBeCloseTo(meanOf(after) - meanOf(before), 2);
  });

  test('of similar replies are added up', async () => {
    const other = BILL.replace('You failed to attach the invoice.', 'You neglected to pay the second bill.');
    const before = await run({ 'a.md': BILL, 'b.md': other, 'c.md': GOOD });
    expect(before.begin).toMatchObject([{ alike: [expect.any(Number)], together: expect.any(Number) }]);
    expect(before.begin[0]?.together).toBeCloseTo(100 - meanOf(before), 2);
    const { out } = await replylint(['report'], { cwd: folderWith({ 'a.md': BILL, 'b.md': other, 'c.md': GOOD }) });
    expect(out).toMatch(/: \d+, \+[\d.]+ to gain \(1 similar reply; together \+[\d.]+ to gain\)$/m);
  });

  test('below a tenth are no +0, and a score of 100 has no error', async () => {
    const letters = Array.from({ length: 300 }, (_, at) => [`m/${at}.md`, GOOD.replace('left today', `left at ${at}`)]);
    const greetless = GOOD.replace('Hi {{ticket.requester.first_name}},\n\n', '');
    const stiff = GOOD.replace('Is there', 'Please do not hesitate to write. Is there');
    const cwd = folderWith({ ...Object.fromEntries(letters), 'm/bare.md': greetless, 'm/stiff.md': stiff });
    const { out } = await replylint(['report'], { cwd });
    expect(out).toContain('| greeting | 99 | 301 of 302 |');
    expect(out).toMatch(/^### replylint: 99 of 100$/m);
    expect(out).toContain('`m/bare.md:5`): 77, +0.1 to gain');
    expect(out).toContain('`m/stiff.md:5`): 96, <0.1 to gain');
    expect(out).not.toContain('+0 ');
  });
});

describe('what is not punished', () => {
  test('a library that leaves the greeting out by convention has no score for it', async () => {
    const replies = Array.from({ length: 6 }, (_, index) => [
      `m/${index}.md`,
      `---\nform: full\n---\n\nYour parcel ${index} left on Monday, and the label is in your account now.\n`,
    ]);
    const { out } = await replylint(['report', '-f', 'json'], { cwd: folderWith(Object.fromEntries(replies)) });
    const { segments, library } = cardOf(out);
    expect(library.find(({ rule }) => rule === 'greeting')?.message).toContain('6 of the 6 whole messages');
    expect(segments.map(({ segment }) => segment)).not.toContain('greeting');
  });

  test('a score of 100 beside a finding about the library does not stand alone', async () => {
    const bare = (index: number) =>
      `---\nform: full\n---\n\nYour parcel ${index} left on Monday, and the label is in your account now.\n`;
    const replies = Array.from({ length: 9 }, (_, index) => [`m/${index}.md`, bare(index)]);
    const cwd = folderWith({ ...Object.fromEntries(replies), 'm/parcel.md': GOOD });
    const { out } = await replylint(['report', '-f', 'json'], { cwd });
    const { segments, library } = cardOf(out);
    expect(segments.find(({ segment }) => segment === 'greeting')).toMatchObject({
      score: 100,
      conventions: ['greeting'],
    });
    const { convention } = library.find(({ rule }) => rule === 'greeting') ?? {};
    expect(convention).toEqual({ segment: 'greeting', replies: 10, missing: 9 });
    const { out: markdown } = await replylint(['report'], { cwd });
    expect(markdown).toContain('| greeting | 100 (see The library as a whole) | 1 of 1 |');
    expect(markdown).toMatch(/^Left out by convention, so not in the score: .*greeting \(9 of 10 replies\)/m);
    const { out: page } = await replylint(['report', '-f', 'html'], { cwd });
    expect(page).toContain('greeting <tspan class="figure">100*</tspan>');
    expect(page).toContain('<td class="num partial">100*</td>');
  });

  test('a reply that could not be checked has no score, and the report says so', async () => {
    const cwd = folderWith({ ...FILES, 'macros/deep.md': `${'> '.repeat(3000)}Hi Maya,\n\nBest,\nTom\n` });
    const { out } = await replylint(['report', '-f', 'json', 'macros', 'macros/deep.md'], { cwd });
    const { summary, replies, notKnown } = cardOf(out);
    expect(summary).toMatchObject({ replies: 5, notChecked: 1 });
    expect(replies.find(({ file }) => file === 'macros/deep.md')).toMatchObject({ score: null, basis: 0 });
    expect(notKnown.join('\n')).toContain('1 reply could not be checked and has no score');
  });
});

describe('findings of library rules', () => {
  const twin = (words: string) => GOOD.replace('title: Parcel sent', 'title: Parcel').replace('left today', words);
  const files = {
    'macros/a.md': twin('left our warehouse today'),
    'macros/b.md': twin('left our warehouse yesterday'),
  };

  test('deduct points, and are where to start', async () => {
    const { out } = await replylint(['report', '-f', 'json'], { cwd: folderWith(files) });
    const { begin, replies, rules, segments } = cardOf(out);
    expect(segments.at(-1)).toEqual({ segment: 'library', score: 70, replies: 2, clean: 1 });
    const found = replies.find(({ findings }) => findings.length > 0);
    expect(found?.segments.library).toBe(40);
    expect(replies.find(({ findings }) => findings.length === 0)?.segments).not.toHaveProperty('library');
    expect(begin.map(({ steps }) => steps.map(({ rule }) => rule))).toEqual([['no-near-duplicates']]);
    expect(rules).toMatchObject([{ rule: 'no-near-duplicates', segment: 'library', gain: expect.any(Number) }]);
    expect(rules[0]?.gain).toBeGreaterThan(0);
  });

  test('name files as the rest of the report does, also outside of the current folder', async () => {
    const others = newFolder(onTestFinished);
    mkdirSync(join(others, 'macros'));
    for (const [path, text] of Object.entries(files)) writeFileSync(join(others, path), text);
    const { out } = await replylint(['report', join(others, 'macros')], { cwd: newFolder(onTestFinished) });
    const [named] = /(?<= in )\S+\/macros\/a\.md/.exec(out) ?? [];
    expect(named).toMatch(/^\.\.\//);
    expect(out).toContain(`\`${named?.replace('a.md', 'b.md')}:5\``);
    expect(out).not.toContain(others);
  });
});

describe('what the report left out', () => {
  test('is counted: internal notes, skipped files, and rules without phrases', async () => {
    const german = 'Hallo Frau Meier,\n\nIhr Paket ist heute unterwegs und kommt am Freitag an.\n\nViele Grüße\nAna\n';
    const note = '---\nform: internal\n---\n\nEscalate this ticket to the second tier.\n';
    const files = { ...FILES, 'macros/note.md': note, 'macros/de.md': german, 'macros/data.csv': 'a,b\n1,2\n' };
    const { out, err } = await replylint(['report', '-f', 'json'], { cwd: folderWith(files) });
    const { notKnown, summary } = cardOf(out);
    expect(summary).toMatchObject({ replies: 5, internal: 1 });
    expect(notKnown).toContain('1 internal note is not scored, because customers do not see it.');
    expect(notKnown).toContain('Skipped 1 file that contains other data; `replylint list --skipped` shows it.');
    expect(notKnown.join('\n')).toMatch(
      /^\d+ rules do not work in German \(de\) yet; 1 reply was checked without them\.$/m,
    );
    expect(notKnown.join('\n')).not.toContain('Not fully checked');
    expect(err).toContain('Not fully checked, because some rules have no phrases in the language: 1 reply in de');
    expect(err).toContain('skipped 1 file that contains other data');
  });
});

describe('the report in Markdown', () => {
  test('is what a pull request shows', async () => {
    const cwd = folderWith(FILES);
    const { out, code } = await replylint(['report'], { cwd });
    expect(code).toBe(0);
    expect(out).toMatch(
      /^<!-- replylint report -->\n### replylint: \d+ of 100\n\n4 replies, 2 of 4 without findings. 3 errors in 2 replies, 4 warnings.\n\nLittle could be checked in 1 of 4 replies\.\n/,
    );
    expect(out).toContain('| `no-blame-shifting` | 2 of 4 | 3 | 0 | 10 |');
    expect(out).toContain('| Errors | Warnings | Points to gain |');
    expect(out).toMatch(/^1\. Open bill \(`macros\/bill\.md:3`\): 59, \+12 to gain$/m);
    expect(out).toContain('“You failed to” blames the customer. Instead:');
  });

  test('keeps hostile titles inert', async () => {
    const cwd = folderWith({ 'macros/a.md': BILL.replace('Open bill', '<script>alert(1)</script> @octocat | #1 `x`') });
    const { out } = await replylint(['report'], { cwd });
    expect(out).not.toContain('<script>');
    expect(out).toContain('`@`octocat \\| `#`1');
  });
});

describe('the page', () => {
  test('is one file that runs its own script only', async () => {
    const cwd = folderWith({
      ...FILES,
      'macros/x.md': `---\ntitle: </script><img src=x onerror=alert(1)>\n---\n\nDear customer,${BILL.slice(BILL.indexOf('\n\nYou'))}`,
    });
    expect(await replylint(['report', '-o', 'out/report.html'], { cwd })).toMatchObject({ code: 0, out: '' });
    const page = readFileSync(join(cwd, 'out/report.html'), 'utf8');
    expect(page).toMatch(
      /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-[^']+'; /,
    );
    expect(page).not.toContain('unsafe-inline');
    expect(page).not.toMatch(/(?:src|href)="(?!#)/);
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;');
    expect(page.match(/<\/script>/g)).toHaveLength(3);
    expect(page).toMatch(/5 replies on a page of \d+ kB, made by replylint/);
  });

  test('has each text with its marks and its paths', async () => {
    const cwd = folderWith(FILES);
    const { out } = await replylint(['report', '-f', 'html'], { cwd });
    const data = (id: string) => JSON.parse(new RegExp(`id="${id}">(.*?)</script>`, 's').exec(out)?.[1] ?? 'null');
    const at = data('list').replies.findIndex(({ title }: { title: string }) => title === 'Open bill');
    const { texts, findings } = data('texts-0')[at];
    const rules = findings.map(({ rule }: { rule: string }) => rule);
    expect(texts).toHaveLength(2);
    const [vip] = texts.filter(({ when }: { when: string }) => when === 'vip');
    expect(vip.pieces).toContainEqual(['You failed to', rules.indexOf('no-blame-shifting')]);
    expect(vip.pieces).toContainEqual(['Our policy does not allow', rules.lastIndexOf('no-blame-shifting')]);
    expect(vip.unmarked).toEqual([rules.indexOf('conclusion-check'), rules.indexOf('future-reference')].sort());
    expect(texts.map(({ when }: { when: string }) => when)).toEqual(['vip', 'not vip']);
  });
});

describe('--compare', () => {
  const folder = () => {
    const cwd = newFolder(afterAll);
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd, stdio: 'pipe' });
    const put = (path: string, text: string) => {
      execFileSync('mkdir', ['-p', join(cwd, path, '..')]);
      writeFileSync(join(cwd, path), text);
    };
    git('init', '-q');
    for (const [path, text] of Object.entries(FILES)) put(path, text);
    git('add', '-A');
    git('commit', '-qm', 'Before');
    return { cwd, put };
  };
  const changed = ({ cwd, put }: ReturnType<typeof folder>) => {
    put('macros/parcel.md', GOOD.replace('Your parcel', 'You failed to say when, but your parcel'));
    put('macros/new.md', BILL.replace('Open', 'New'));
    rmSync(join(cwd, 'macros/late.md'));
  };

  test('an earlier report and a commit give the same', async () => {
    const place = folder();
    const { cwd } = place;
    await replylint(['report', 'macros', '-o', '.git/before.json'], { cwd });
    changed(place);
    const args = ['report', 'macros', '-f', 'json', '--compare'];
    const { compared: report } = cardOf((await replylint([...args, '.git/before.json'], { cwd })).out);
    const { compared: commit, replies } = cardOf((await replylint([...args, 'HEAD'], { cwd })).out);
    expect(report).toMatchObject({ with: '.git/before.json', added: 1, removed: 1, better: 0, worse: 1 });
    expect({ ...report, with: '', date: '' }).toEqual({ ...commit, with: '', date: '' });
    expect(commit).not.toHaveProperty('date');
    expect(commit?.worst.map(({ reply, before }) => [replies[reply]?.file, before])).toEqual([
      ['macros/new.md', null],
      ['macros/parcel.md', 100],
    ]);
    expect(commit?.worst[1]?.found).toMatchObject([{ rule: 'no-blame-shifting' }]);
  });

  test('a commit is read in threads, too, although they read only from disk', async () => {
    const place = folder();
    changed(place);
    const args = ['report', 'macros', '-f', 'json', '--compare', 'HEAD', '--concurrency'];
    const off = await replylint([...args, 'off'], { cwd: place.cwd });
    expect(cardOf(off.out).compared).toMatchObject({ added: 1, removed: 1, worse: 1 });
    expect(await replylint([...args, '2'], { cwd: place.cwd })).toEqual(off);
  });

  test('is in the Markdown and the page', async () => {
    const place = folder();
    const { cwd } = place;
    changed(place);
    const { out } = await replylint(['report', 'macros', '--compare', 'HEAD'], { cwd });
    expect(out).toMatch(/### replylint: \d+ of 100, \d+ before\n/);
    expect(out).toContain('Compared with `HEAD`: 0 better, 1 worse, 1 new, 1 gone.');
    expect(out).toMatch(/\*\*Worst changes\*\*\n\n1\. New bill/);
    expect(out).toMatch(/Parcel sent \(`macros\/parcel\.md:\d`\): 100 → \d+\n/);
    const { out: page } = await replylint(['report', 'macros', '-f', 'html', '--compare', 'HEAD'], { cwd });
    expect(page).toContain('<h2 id="h-changes">Since HEAD</h2>');
    expect(page).toContain('class="before"');
  });

  test('a change of the rules is said', async () => {
    const { cwd } = folder();
    await replylint(['report', 'macros', '-o', '.git/before.json'], { cwd });
    const args = ['report', 'macros', '--rule', 'no-blame-shifting: off', '--compare', '.git/before.json'];
    expect((await replylint(args, { cwd })).out).toContain('- On only in the earlier report: no-blame-shifting.');
  });

  test.each([
    ['nothing', '--compare nothing: no such file, and no such commit in this clone'],
    ['--output=x', '--compare --output=x: no such file, and no such commit'],
    ['macros/bill.md', '--compare macros/bill.md: the file is not JSON'],
    ['list.json', '--compare list.json: the file is not a report; create one with `replylint report -o report.json`'],
    ['later.json', '--compare later.json: the file has format version 9; this version of replylint reads 1'],
    ['bad.json', '--compare bad.json: the file is damaged: expected a reply at `replies[0]`'],
  ])('%s', async (name, said) => {
    const { cwd, put } = folder();
    put('list.json', '[]');
    put('later.json', '{"replylintReport": 9}');
    const lists = { segments: [], rules: [], quietRules: [], notKnown: [], summary: {} };
    put('bad.json', JSON.stringify({ replylintReport: 1, ...lists, replies: [{ id: 1 }] }));
    const { code, err, out } = await replylint(['report', 'macros', `--compare=${name}`], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(said);
  });
});

describe('where reports go', () => {
  test.each([
    ['a.html', /^<!doctype html>/],
    ['a.md', /^<!-- replylint report -->/],
    ['a.json', /^\{\n {2}"replylintReport": 1,/],
    ['markdown:a.txt', /^<!-- replylint report -->/],
  ])('-o %s', async (written, start) => {
    const cwd = folderWith(FILES);
    const { code, out } = await replylint(['report', '-o', written], { cwd });
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(readFileSync(join(cwd, written.replace(/.*:/, '')), 'utf8')).toMatch(start);
  });

  test.each([
    [['-o', 'a.txt'], '-o a.txt: unknown extension; add -f html, -f markdown, -f json, or use .html, .md or .json'],
    [['-o', 'htm:a.txt'], '-o htm:a.txt: unknown format. Did you mean "html"?'],
    [['-o', 'a.md', '-o', './a.md'], '-o ./a.md: two reports cannot be written to the same file'],
    [['-o', 'macros/bill.md'], 'macros/bill.md: refusing to overwrite a linted file with a report'],
    [['-f', 'pdf'], "argument 'pdf' is invalid"],
    [['nowhere'], 'nowhere: no such file or folder'],
    [['-o', ''], '-o : expected a path, or `format:path`'],
  ])('%s', async (args, said) => {
    const cwd = folderWith(FILES);
    const { code, err } = await replylint(['report', ...args], { cwd });
    expect(err).toContain(said);
    expect(code).toBe(2);
    expect(existsSync(join(cwd, 'a.txt'))).toBe(false);
    expect(readFileSync(join(cwd, 'macros/bill.md'), 'utf8')).toBe(BILL);
  });
});
