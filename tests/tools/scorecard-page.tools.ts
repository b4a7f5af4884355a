import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { scorecardPage } from '../../src/report/scorecard/page/page.js';
import type { ReadReply } from '../../src/report/scorecard/page/reading.js';
import type { ReplyRow, Scorecard } from '../../src/report/scorecard/scorecard.js';
import { replylint } from '../command-line.js';
import { HOSTILE } from '../report/hostile.js';
import { closeBrowser, newPage } from './browser.js';
import { put, workshop } from './workshop.js';

const place = workshop();
afterAll(closeBrowser);

const BILL = (title: string, after = '') =>
  `---\ntitle: ${JSON.stringify(title)}\n---\n\nHi {{ticket.requester.first_name}},\n\nYou failed to attach the invoice.{% if vip %} Our policy does not allow a refund.{% else %} Please send it again.{% endif %}${after}\n\nBest,\nAna\n`;
const WAIT = '---\nform: chat\ntags: [queue]\n---\n\nOne moment, I am looking up your parcel for you now.\n';
const LIBRARY = {
  'macros/bill.md': BILL('Open bill'),
  'macros/late/bill.md': BILL('Late bill', ' We will answer as soon as possible.'),
  'macros/chat/wait.md': WAIT,
};

/** Writes the report for some files and opens it. @returns the page, with its requests and console errors */
async function report(files: Readonly<Record<string, string>>, name: string) {
  const cwd = join(place, name);
  put(cwd, files);
  const { code, err } = await replylint(['report', '-o', 'report.html'], { cwd });
  expect({ code, err: err.replace(/^.*skipped.*\n/m, '') }).toEqual({ code: 0, err: '' });
  return open(join(cwd, 'report.html'));
}

async function open(path: string) {
  const url = pathToFileURL(path).href;
  const page = await newPage();
  const heard: string[] = [];
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(String(error)));
  page.on('request', (request) => request.url() !== url && heard.push(request.url()));
  page.on('dialog', (dialog) => {
    heard.push(`dialog ${dialog.message()}`);
    dialog.dismiss().catch(() => undefined);
  });
  await page.goto(url);
  return { page, heard };
}

const textOf = (page: Page, selector: string) => page.$eval(selector, (element) => element.textContent ?? '');
const textsOf = (page: Page, selector: string) =>
  page.$$eval(selector, (elements) => elements.map((element) => element.textContent ?? ''));
/** Returns the value of an expression in the page, as plain data. */
const inPage = <T>(page: Page, expression: string) => page.evaluate(expression) as Promise<T>;
const OPEN_ALL = 'for (const details of document.querySelectorAll("#rows details")) details.open = true';
const opened = (page: Page, count: number) =>
  page.waitForFunction(`document.querySelectorAll('#rows .opened').length === ${count}`);
const titles = (page: Page) => textsOf(page, '#rows summary .name');

/** Returns the accessibility violations that axe finds on the page. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations: found } = await inPage<AxeResults>(page, 'axe.run()');
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

describe('the page of a report', () => {
  let page: Page;
  let heard: string[];
  beforeAll(async () => {
    ({ page, heard } = await report(LIBRARY, 'library'));
  });
  beforeEach(() => page.click('#clear'));
  afterAll(() => page.close());

  test('loads nothing, and nothing in it fails', async () => {
    expect(heard).toEqual([]);
    await expect.poll(() => textOf(page, '#count')).toBe('3 replies');
    await expect.poll(() => textOf(page, 'footer')).toMatch(/3 replies on a page of \d+ kB/);
  });

  test.each([
    ['late', ['Late bill']],
    ['PARCEL', ['macros/chat/wait.md']],
    ['invoice again', ['Open bill', 'Late bill']],
    ['nothing of the kind', []],
  ])('a search for “%s”', async (words, found) => {
    await page.type('#search', words);
    await page.waitForFunction(`document.querySelectorAll('#rows > li').length === ${found.length}`);
    await expect.poll(() => titles(page)).toEqual(found);
  });

  test.each([
    ['folder', 'macros/late/', ['Late bill']],
    ['folder', 'macros/', ['Open bill', 'Late bill', 'macros/chat/wait.md']],
    ['tag', 'queue', ['macros/chat/wait.md']],
    ['rule', 'no-vague-timeframe', ['Late bill']],
    ['language', 'en', ['Open bill', 'Late bill', 'macros/chat/wait.md']],
    ['form', 'chat', ['macros/chat/wait.md']],
  ])('the filter %s %s', async (name, value, found) => {
    await page.select(`#${name}`, value);
    await expect.poll(() => titles(page)).toEqual(found);
    await page.click('#clear');
    expect(await titles(page)).toHaveLength(3);
  });

  test('a reply shows its text with the findings marked, and the paths as tabs', async () => {
    await page.select('#folder', 'macros/late/');
    await page.focus('#rows summary');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role="tab"]');
    expect(await textsOf(page, '[role="tab"]')).toEqual(['vip', 'not vip']);
    const shown = () => textOf(page, '[role="tabpanel"]:not([hidden]) .text');
    await expect.poll(() => shown()).toContain('Our policy does not allow');
    expect(await textsOf(page, '[role="tabpanel"]:not([hidden]) mark')).toEqual([
      expect.stringMatching(/^You failed to\d$/),
      expect.stringMatching(/^Our policy does not allow\d$/),
      expect.stringMatching(/^as soon as possible\d$/),
    ]);
    const described = await page.$eval('mark', (mark) => mark.getAttribute('aria-describedby') ?? '');
    await expect
      .poll(() => textOf(page, `#${described}`))
      .toMatch(/^error “You failed to” blames the customer .*no-blame-shifting/);
    await expect.poll(() => shown()).toMatch(/Something is missing here: see findings? [\d, and]+\.$/);
    expect(await textOf(page, '#rows summary .error')).toMatch(/^2 errors, \d warnings?$/);
    await page.focus('[role="tab"][aria-selected="true"]');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => inPage(page, 'document.activeElement.textContent')).toBe('not vip');
    await expect.poll(() => shown()).toContain('Please send it again');
    await expect.poll(() => shown()).not.toContain('policy');
    await page.keyboard.press('Home');
    await expect.poll(() => shown()).toContain('policy');
  });

  test('links lead from a reply to begin with, and from a rule, to the replies', async () => {
    await page.click('.begin a.reply');
    await expect.poll(() => titles(page)).toEqual(['Open bill']);
    await expect.poll(() => inPage(page, 'document.querySelector("#rows details").open')).toBe(true);
    await page.click('#clear');
    await page.click('a[href="#rule=no-vague-timeframe"]');
    await expect.poll(() => titles(page)).toEqual(['Late bill']);
    await expect.poll(() => inPage(page, 'document.getElementById("rule").value')).toBe('no-vague-timeframe');
  });

  test('is dark where the reader prefers it, or asks for it', async () => {
    const back = () => inPage(page, 'getComputedStyle(document.body).backgroundColor');
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    const dark = await back();
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
    const light = await back();
    expect(light).toBe('rgb(255, 255, 255)');
    expect(dark).not.toBe(light);
    await page.click('#theme');
    expect(await back()).toBe(dark);
    await expect.poll(() => textOf(page, '#theme')).toBe('Light mode');
    await page.click('#theme');
    expect(await back()).toBe(light);
  });

  test.each(['light', 'dark'])('axe finds nothing where it is %s', async (value) => {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    await page.evaluate(`delete document.documentElement.dataset.theme; ${OPEN_ALL}`);
    await opened(page, 3);
    expect(await violations(page)).toEqual([]);
  });

  test.each([390, 360, 320])('fits a phone of %d pixels', async (width) => {
    await page.setViewport({ width, height: 740 });
    await expect.poll(() => inPage(page, 'document.documentElement.scrollWidth')).toBe(width);
    const wide = 'document.querySelector("#h-rules ~ .wide")';
    expect(await inPage(page, `${wide}.scrollWidth > ${wide}.clientWidth`)).toBe(true);
    expect(await inPage(page, `getComputedStyle(${wide}).backgroundImage`)).toContain('gradient');
    expect(await inPage(page, 'document.querySelector(".begin .part").getClientRects().length')).toBe(1);
    expect(await violations(page)).toEqual([]);
    await page.setViewport({ width: 1000, height: 800 });
  });

  test('prints light, with the texts, and without controls', async () => {
    await page.evaluate(`document.documentElement.dataset.theme = 'dark';
      for (const details of document.querySelectorAll('#rows details')) details.open = false;
      dispatchEvent(new Event('beforeprint'))`);
    await page.emulateMediaType('print');
    const seen = await inPage(
      page,
      `({
        back: getComputedStyle(document.body).backgroundColor,
        filter: getComputedStyle(document.getElementById('filter')).display,
        texts: [...document.querySelectorAll('#rows .text')].filter((text) => text.checkVisibility()).length,
      })`,
    );
    expect(seen).toEqual({ back: 'rgb(255, 255, 255)', filter: 'none', texts: 3 });
    await page.emulateMediaType('screen');
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
  });
});

describe('hostile titles and texts', () => {
  /** There are 200 texts. Each is in its own reply, as the title and in words that a rule marks. */
  const all = Array.from({ length: 200 }, (_, index) => {
    const { text, shown } = HOSTILE[index % HOSTILE.length] ?? { text: '', shown: '' };
    const markup = [
      '',
      '<img src=x onerror=alert(1)>',
      '</script><script>alert(2)</script>',
      '"onclick="alert(3)',
      '<!--<script>',
      '&lt;b&gt;',
    ];
    const extra = markup[Math.floor(index / HOSTILE.length) % markup.length] ?? '';
    return { text: `${text} ${extra} ${index}`, shown: `${shown} ${extra} ${index}` };
  });

  test('show as text', async () => {
    const replies = all.map(({ text }) => ({
      name: text,
      text: `Hi Kim,\n\nYou failed to pay ${text}.\n\nBest,\nAna`,
    }));
    const declared = [{ glob: 'replies.json', title: 'name', body: '$.replies[*].text', markup: 'text' }];
    const { page, heard } = await report(
      { 'replies.json': JSON.stringify({ replies }), '.replylintrc.json': JSON.stringify({ files: declared }) },
      'hostile',
    );
    await page.select('#order', 'file');
    await page.click('#more');
    const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
    expect((await titles(page)).map(flat)).toEqual(all.map(({ shown }) => flat(shown)));
    await page.evaluate(OPEN_ALL);
    await opened(page, 200);
    const texts = await textsOf(page, '#rows .text');
    for (const [index, { shown }] of all.entries()) expect(flat(texts[index] ?? '')).toContain(flat(shown));
    expect(
      await page.$$eval('img, iframe, a[href^="http"], b:not(.error, .warning, .counts b)', (found) => found.length),
    ).toBe(0);
    expect(heard).toEqual([]);
    await page.close();
  });
});

describe('10,000 replies', () => {
  const rows = Array.from({ length: 10_000 }, (_, index): ReplyRow => {
    const found = {
      rule: 'no-blame-shifting',
      severity: 'error',
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: 2,
    } as const;
    return {
      id: `macro-${index}`,
      title: `Macro ${index}`,
      file: `macros/team-${index % 20}.json`,
      line: index,
      column: 1,
      form: 'full',
      locale: 'en',
      tags: [`tag-${index % 7}`],
      score: index % 3 === 0 ? 60 : 100,
      basis: 85,
      segments: { responding: 60 },
      findings:
        index % 3 === 0 ? [{ ...found, message: '“You failed to” blames the customer', words: 'You failed to' }] : [],
    };
  });
  const summary = { replies: 10_000, scored: 10_000, notChecked: 0, littleAsked: 0, clean: 6666, withErrors: 3334 };
  const card: Scorecard = {
    replylintReport: 1,
    version: '1.0.0',
    date: '2026-06-15',
    summary: { ...summary, errors: 3334, warnings: 0, score: 87, median: 100, lowestTenth: 60 },
    segments: [{ segment: 'responding', score: 87, replies: 10_000, clean: 6666 }],
    rules: [{ rule: 'no-blame-shifting', segment: 'responding', replies: 3334, errors: 3334, warnings: 0, gain: 13 }],
    quietRules: [],
    begin: [],
    library: [],
    notKnown: [],
    replies: rows,
  };
  const said = 'a sentence of an ordinary reply that says what was done. '.repeat(8);
  const read = new Map(
    rows.map(({ id, findings }, index): [number, ReadReply] => {
      const marked = findings.length > 0 ? (['You failed to', 0] as const) : 'You chose to';
      return [index, { id, texts: [{ pieces: ['Hi,\n\n', marked, ` pay. ${index} ${said}`], unmarked: [] }] }];
    }),
  );

  test('are shown a hundred at a time, and all are searched', async () => {
    const path = join(place, 'large.html');
    writeFileSync(path, [...scorecardPage(card, read)].join(''));
    const { page, heard } = await open(path);
    await expect.poll(() => textOf(page, '#count')).toBe('10000 replies, the first 100 shown');
    expect(await page.$$eval('#rows > li', (items) => items.length)).toBe(100);
    await page.$eval('#search', (field) => {
      (field as unknown as { value: string }).value = '9999 ordinary';
    });
    await page.$eval('#order', (field) => field.dispatchEvent(new Event('change')));
    await expect.poll(() => titles(page)).toEqual(['Macro 9999']);
    await page.click('#clear');
    await page.select('#rule', 'no-blame-shifting');
    await expect.poll(() => textOf(page, '#count')).toBe('3334 replies, the first 100 shown');
    expect(heard).toEqual([]);
    await page.close();
  });
});
