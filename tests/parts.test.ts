import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.js';
import { compose, readerOf, type Snippets, writtenOut } from '../src/compose/index.js';
import { lintFiles, lintText } from '../src/index.js';
import type { Markup, Reply } from '../src/model/reply.js';
import { built } from './built.js';
import { folderWith, replylint } from './command-line.js';
import { cpuTimeOf } from './cpu-time.js';
import { PROPERTY, runs } from './properties.js';
import { replyOf as reply } from './reply-of.js';

const replyOf = (body: string, markup?: Markup, more?: Partial<Reply>) =>
  reply(body, markup, { helpdesk: 'zendesk', ...more });

/** Parts by name. Each is a text, or a text with its markup. */
type Texts = Readonly<Record<string, string | readonly [Markup, string]>>;

function partsFrom(texts: Texts): Snippets {
  return {
    find(name) {
      const found = Object.hasOwn(texts, name) ? texts[name] : undefined;
      if (found === undefined) return undefined;
      const [markup, body] = typeof found === 'string' ? (['markdown', found] as const) : found;
      return { reply: replyOf(body, markup), locale: undefined };
    },
  };
}

async function composed(reply: Reply, parts: Snippets) {
  const written = writtenOut(reply, parts);
  const body = written?.reply.body ?? reply.body;
  return compose(reply, await readerOf(reply.markup, body), 'en', { written });
}

describe('what is included is read in its place', () => {
  const PARTS: Texts = {
    'dc.hello': 'Hello {{ticket.requester.first_name}},',
    'dc.vip': '{% if vip %}Dear guest{% else %}Hi{% endif %}',
    'dc.inner': 'a {{dc.hello}} b',
    'dc.round': 'x {{dc.about}}',
    'dc.about': 'y {{dc.round}}',
    'dc.self': 'z {{dc.self}}',
    'dc.broken': 'Hello {% if vip %}guest',
    'dc.html': ['html', '<p>Hello&nbsp;you,</p><p>one &amp; two</p>'],
    'dc.lines': ['text', 'Hello you,\nwelcome'],
    'dc.empty': '',
  };
  test.each<readonly [string, Markup, readonly string[]]>([
    ['{{dc.hello}}\n\nx', 'markdown', ['Hello {{ticket.requester.first_name}},\n\nx']],
    ['{{ dc.hello }} x', 'text', ['Hello {{ticket.requester.first_name}}, x']],
    ['{{dc.inner}}', 'text', ['a Hello {{ticket.requester.first_name}}, b']],
    ['{{dc.vip}} x', 'text', ['Dear guest x', 'Hi x']],
    ['{% if vip %}{{dc.vip}}{% else %}b{% endif %}', 'text', ['Dear guest', 'b']],
    ['{{dc.round}}', 'text', ['x y {{dc.round}}']],
    ['{{dc.self}}', 'text', ['z {{dc.self}}']],
    ['{{dc.broken}} x', 'text', ['{{dc.broken}} x']],
    ['{{dc.unknown}} x', 'text', ['{{dc.unknown}} x']],
    ['a{{dc.empty}}b', 'text', ['ab']],
    ['<div>{{dc.lines}}</div>', 'html', ['Hello you,\nwelcome']],
    ['{{dc.html}}', 'text', ['Hello you,\none & two']],
    ['{{dc.html}}\n\nx', 'markdown', ['Hello you,\n\none & two\n\nx']],
    ['<a href="{{dc.hello}}">x</a>', 'html', ['x']],
    ['[x]({{dc.hello}}) y', 'markdown', ['x y']],
    ['{{dc.hello | upcase}} x', 'text', ['{{dc.hello | upcase}} x']],
    ['{{dc.toString}}', 'text', ['{{dc.toString}}']],
  ])('%j in %s', async (body, markup, texts) => {
    const { renderings } = await composed(replyOf(body, markup), partsFrom(PARTS));
    expect(renderings.map(({ text }) => text)).toEqual(texts);
  });

  test('only where Zendesk may fill it in', () => {
    const parts = partsFrom(PARTS);
    expect(writtenOut(replyOf('{{dc.hello}}', 'text', { helpdesk: undefined }), parts)).toBeDefined();
    expect(writtenOut(replyOf('{{dc.hello}}', 'text', { helpdesk: 'freshdesk' }), parts)).toBeUndefined();
  });

  test('of a part, all that is told of places is its placeholder; beside it, places are exact', PROPERTY, async () => {
    const word = fc.constantFrom('a', 'word', '🎉', '<b>x</b>', '&amp;', 'Größe', '\n\n', ' ');
    const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(
        fc.array(text, { minLength: 2, maxLength: 4 }),
        text,
        fc.constantFrom<Markup>('text', 'html', 'markdown'),
        async (between, part, markup) => {
          // Words of the reply itself get a prefix, so that they differ from included text.
          const own = between.map((words, index) => `own${index} ${words}`);
          const body = own.join('{{dc.p}}');
          const { renderings } = await composed(replyOf(body, markup), partsFrom({ 'dc.p': [markup, part] }));
          for (const rendering of renderings)
            for (const { start, end } of rendering.words) {
              const place = rendering.map.spanOf({ start, end });
              const said = rendering.text.slice(start, end);
              const there = body.slice(place.start, place.end);
              const isWhole = there.includes('{{dc.p}}');
              if (/^own\d$/.test(said)) expect(there).toBe(said);
              else if (!isWhole && /^\p{L}+$/u.test(said)) expect(there).toBe(said);
              if (isWhole) expect(rendering.map.isUnbroken({ start, end })).toBe(false);
            }
        },
      ),
      runs(60),
    );
  });

  test('parts that include each other many times are bounded', () => {
    const texts = Object.fromEntries(
      Array.from({ length: 9 }, (_, at) => [`dc.p${at}`, `{{dc.p${at + 1}}} `.repeat(50)]),
    );
    const took = cpuTimeOf(() => {
      const written = writtenOut(replyOf('{{dc.p0}}'), partsFrom({ ...texts, 'dc.p9': '' }));
      expect(written?.reply.body.length ?? 0).toBeLessThan(200_000);
    });
    expect(took).toBeLessThan(5_000);
  });
});

/** A variant with its text and its declared language. */
type Variant = { readonly content: string; readonly [key: string]: unknown };

function contentOf(items: Readonly<Record<string, string | readonly Variant[]>>): string {
  let id = 0;
  const item = ([name, texts]: [string, string | readonly Variant[]]) => {
    const variants = typeof texts === 'string' ? [{ content: texts, locale_id: 1, default: true }] : texts;
    id += 10;
    const own = variants.map((variant, index) => ({ id: id + index, active: true, ...variant }));
    return { id, name, placeholder: `{{dc.${name}}}`, default_locale_id: 1, variants: own };
  };
  return JSON.stringify({ items: Object.entries(items).map(item) }, null, 1);
}

function macrosOf(...texts: readonly string[]): string {
  const macro = (value: string, id: number) => ({
    id,
    title: `Macro ${id}`,
    active: true,
    actions: [{ field: 'comment_value', value }],
  });
  return JSON.stringify({ macros: texts.map(macro) }, null, 1);
}

const BODY =
  'We sent your refund of 20 EUR today, and it reaches your card by Friday. The form that you filled in was complete.';
const HELLO = 'Hello {{ticket.requester.first_name}},';
const BYE = 'Is there anything else I can do for you?\n\nKind regards,\n{{current_user.first_name}}';
const ONLY = [
  '--rule',
  '{"greeting": "error", "conclusion-check": "error", "no-vague-timeframe": "error", "no-near-duplicates": "off"}',
];

/** Returns one finding per line, as `file:line rule`. */
async function found(cwd: string, ...args: readonly string[]): Promise<string[]> {
  const { out } = await replylint(['--no-config-lookup', '-f', 'json', ...args], { cwd });
  const results: { filePath: string; messages: { line: number; ruleId: string }[] }[] = JSON.parse(out);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, ruleId }) => `${filePath.slice(cwd.length + 1)}:${line} ${ruleId}`),
  );
}

const owed = (lines: readonly string[]) => lines.filter((line) => /greeting|conclusion-check/.test(line));

describe('dynamic content in a run', () => {
  const BOTH = macrosOf(`{{dc.hello}}\n\n${BODY}\n\n{{dc.bye}}`);

  test.each<readonly [string, string, readonly string[]]>([
    ['greets and closes for the macro', contentOf({ hello: HELLO, bye: BYE }), []],
    ['a closing that does not ask', contentOf({ hello: HELLO, bye: 'Kind regards' }), ['a.json:10 conclusion-check']],
    ['no greeting', contentOf({ hello: 'Your case is closed now.', bye: BYE }), ['a.json:10 greeting']],
    ['one that is not there may say anything', contentOf({ hello: HELLO }), []],
    ['in another name', contentOf({ Hello: 'The case is closed.', bye: BYE }), []],
    [
      'one that is switched off',
      contentOf({ hello: [{ content: 'The case is closed.', active: false }], bye: BYE }),
      [],
    ],
    [
      'dynamic content in dynamic content',
      contentOf({ hello: HELLO, bye: 'Yours, {{dc.sign}}', sign: 'the team' }),
      ['a.json:10 conclusion-check'],
    ],
  ])('%s', async (_, content, expected) => {
    const cwd = folderWith({ 'a.json': BOTH, 'content/dc.json': content });
    expect(owed(await found(cwd, ...ONLY, '.'))).toEqual(expected);
  });

  test('whatever the order of the files, and only of those that are given', async () => {
    const cwd = folderWith({ 'a.json': BOTH, 'z.json': contentOf({ hello: HELLO, bye: 'Kind regards' }) });
    const expected = ['a.json:10 conclusion-check'];
    expect(owed(await found(cwd, ...ONLY, 'a.json', 'z.json'))).toEqual(expected);
    expect(owed(await found(cwd, ...ONLY, 'z.json', 'a.json'))).toEqual(expected);
    expect(owed(await found(cwd, ...ONLY, 'a.json'))).toEqual([]);
    expect(owed(await found(cwd, ...ONLY, '--ignore-pattern', 'z.json', '.'))).toEqual([]);
  });

  test('the same in threads', async () => {
    const cwd = folderWith({ 'a.json': BOTH, 'dc.json': contentOf({ hello: HELLO, bye: 'Kind regards' }) });
    const one = await found(cwd, '.');
    expect(one).toContain('a.json:10 conclusion-check');
    expect(await found(cwd, '--concurrency', '2', '.')).toEqual(one);
  });

  test('the same from a program; a text by itself knows no others', async () => {
    const cwd = folderWith({ 'a.json': BOTH, 'dc.json': contentOf({ hello: HELLO, bye: 'Kind regards' }) });
    const options = { rules, cwd, configLookup: false };
    const ids = ({ results }: Awaited<ReturnType<typeof lintFiles>>) =>
      results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
    expect(ids(await lintFiles(['.'], options))).toContain('conclusion-check');
    expect(ids(await lintText(BOTH, 'a.json', options))).not.toContain('conclusion-check');
  });

  test('a cached macro is linted again when what it includes has changed, and others are not', async () => {
    const cwd = folderWith({ 'a.json': BOTH, 'dc.json': contentOf({ hello: HELLO, bye: BYE }), 'b.md': `${HELLO}\n` });
    expect(owed(await found(cwd, '--cache', '.'))).toEqual([]);
    expect(owed(await found(cwd, '--cache', '.'))).toEqual([]);
    writeFileSync(join(cwd, 'dc.json'), contentOf({ hello: HELLO, bye: 'Kind regards' }));
    expect(owed(await found(cwd, '--cache', '.'))).toEqual(['a.json:10 conclusion-check']);
    writeFileSync(join(cwd, '.replylintrc.json'), '{}');
    expect(owed(await found(cwd, '--cache', '.'))).toEqual(['a.json:10 conclusion-check']);
  });
});

describe('languages of dynamic content', () => {
  const GERMAN_BYE = 'Kann ich sonst noch etwas für Sie tun? Mit freundlichen Grüßen, das Team';
  const two = (english: object, german: object) =>
    contentOf({
      hello: HELLO,
      bye: [
        { content: 'Kind regards from all of us here', ...english },
        { content: GERMAN_BYE, ...german },
      ],
    });
  const MACRO = macrosOf(`{{dc.hello}}\n\n${BODY}\n\n{{dc.bye}}`);

  test.each<readonly [string, string, boolean]>([
    ['by its tag', two({ locale: 'en-US' }, { locale: 'de', default: true }), true],
    ['by the words of all texts of a number', two({ locale_id: 1 }, { locale_id: 8, default: true }), true],
    [
      'a default in another language says nothing to an English macro',
      contentOf({ hello: HELLO, bye: [{ content: GERMAN_BYE, locale: 'de', default: true }] }),
      false,
    ],
    [
      'a lone text of no known language is in that of its macro',
      contentOf({ hello: HELLO, bye: [{ content: 'Regards', default: true }] }),
      true,
    ],
  ])('%s', async (_, content, isReported) => {
    const cwd = folderWith({ 'a.json': MACRO, 'dc.json': content });
    expect(owed(await found(cwd, ...ONLY, '.'))).toEqual(isReported ? ['a.json:10 conclusion-check'] : []);
  });

  test('in an arm for one language the text in that language, in the others none', async () => {
    const arms = `{% case ticket.requester.language %}{% when 'English' %}{{dc.bye}}{% when 'Italiano' %}{{dc.bye}}{% else %}{{dc.bye}}{% endcase %}`;
    const cwd = folderWith({
      'a.json': macrosOf(`${HELLO}\n\n${BODY}\n\n${arms}`),
      'dc.json': two({ locale: 'en-US' }, { locale: 'de', default: true }),
    });
    const { out } = await replylint(['--no-config-lookup', '-f', 'json', 'a.json', 'dc.json'], { cwd });
    const [{ messages }] = JSON.parse(out);
    expect(messages).toMatchObject([{ ruleId: 'conclusion-check', when: 'ticket.requester.language is "English"' }]);
  });

  test('two files that say different things under one name: nobody can tell', async () => {
    const cwd = folderWith({
      'a.json': MACRO,
      'one.json': contentOf({ hello: HELLO, bye: 'Kind regards' }),
      'two.json': contentOf({ hello: HELLO, bye: BYE }),
    });
    expect(owed(await found(cwd, ...ONLY, '.'))).toEqual([]);
  });
});

describe('findings in what is included', () => {
  const LATE = 'We will write to you as soon as possible.';

  test('are told once, where the text stands', async () => {
    const cwd = folderWith({
      'a.json': macrosOf(`${HELLO}\n\n${BODY}\n\n{{dc.late}}\n\n${BYE}`, `${HELLO}\n\n${BODY} {{dc.late}}\n\n${BYE}`),
      'dc.json': contentOf({ late: LATE }),
    });
    expect(await found(cwd, ...ONLY, '.')).toEqual(['dc.json:12 no-vague-timeframe']);
  });

  test('that only the whole reply has are told at the placeholder', async () => {
    const cwd = folderWith({
      'a.json': macrosOf(`${HELLO}\n\nSorry for the delay, and sorry for the mix-up.\n\n{{dc.sorry}}\n\n${BYE}`),
      'dc.json': contentOf({ sorry: 'Sorry again for all of this, your parcel is on its way.' }),
    });
    const rule = ['--rule', 'max-apologies: warn'];
    const { out } = await replylint(['--no-config-lookup', '-f', 'compact', ...rule, '.'], { cwd });
    expect(out).toMatch(/a\.json: line 10, col 108, Warning - “Sorry” is one apology too many: the reply has 3/);
    expect(out).not.toMatch(/dc\.json.*apology/);
  });

  test('across the edge of a part are told, without a fix', async () => {
    const cwd = folderWith({
      'a.json': macrosOf(`${HELLO}\n\n${BODY} At this {{dc.point}} we wait.\n\n${BYE}`),
      'dc.json': contentOf({ point: 'point in time' }),
    });
    const before = macrosOf(`${HELLO}\n\n${BODY} At this {{dc.point}} we wait.\n\n${BYE}`);
    const rule = ['--rule', 'no-robotic-phrases: warn'];
    const { out } = await replylint(['--no-config-lookup', '-f', 'json', '--fix-dry-run', ...rule, '.'], { cwd });
    const [{ messages, output }] = JSON.parse(out);
    expect(output).toBeUndefined();
    const [{ message, column, endColumn, line }] = messages;
    expect(message).toContain('“At this point in time”');
    expect(before.split('\n')[line - 1]?.slice(column - 1, endColumn - 1)).toBe('At this {{dc.point}}');
  });

  test('a reply that is nothing but a part leaves all to it', async () => {
    const cwd = folderWith({
      'a.json': macrosOf('{{dc.whole}}', '<p>{{dc.whole}}</p>'),
      'dc.json': contentOf({ whole: `${BODY} ${BODY}\n\nKind regards,\n{{current_user.first_name}}` }),
    });
    expect(owed(await found(cwd, '.'))).toEqual(['dc.json:12 greeting', 'dc.json:12 conclusion-check']);
  });
});

describe('parts in `list`', () => {
  test('a part is a fragment, and says of what; a reply says what it includes', async () => {
    const cwd = folderWith({
      'a.json': macrosOf(`{{dc.whole}}\n\n${BODY}`, `${BODY} {{dc.whole}} {{dc.other}}`),
      'dc.json': contentOf({ whole: `${HELLO}\n\n${BODY}\n\n${BYE}` }),
    });
    const { out } = await replylint(['list', '--debug', '.'], { cwd });
    expect(out).toContain('form fragment: part of “Macro 0” and one other reply');
    expect(out).toContain('includes dc.whole: see dc.json');
    expect(out).toContain('includes dc.other: not among the files in this run; its text is unknown');
  });

  test('what metadata says of its form stands', async () => {
    const cwd = folderWith({
      'a.json': macrosOf(`{{dc.whole}}\n\n${BODY}`),
      'dc.json': contentOf({ whole: BODY }),
      '.replylintrc.json': '{"overrides": [{"files": "dc.json", "form": "full"}]}',
    });
    expect((await replylint(['list', 'dc.json', 'a.json'], { cwd })).out).toMatch(/whole +full/);
  });
});

describe('a slip in the name of what is included', () => {
  const ITEMS = {
    items: [
      {
        id: 1,
        name: 'welcome',
        placeholder: '{{dc.welcome}}',
        default_locale_id: 1,
        variants: [{ id: 11, locale_id: 1, content: 'Hello, thank you for your mail.', default: true, active: true }],
      },
    ],
  };
  const macro = (name: string, id: number) => ({
    id,
    title: `Macro ${id}`,
    actions: [{ field: 'comment_value', value: `{{${name}}}\n\nYour lamp is on its way.` }],
  });

  test.each(['1', '2'])('is reported with the name that was meant, on %s threads', async (threads) => {
    const names = ['dc.welcome', 'dc.Welcome', 'dc.welcom', 'dc.wel-come', 'dc. welcome', 'dc.refund'];
    const cwd = folderWith({
      'dc.json': JSON.stringify(ITEMS),
      'macros.json': JSON.stringify({ macros: names.map(macro) }),
      '.replylintrc.json': '{ "extends": [], "rules": { "valid-placeholder": "error" } }',
    });
    const { out } = await replylint(['-f', 'json', '--concurrency', threads], { cwd });
    const [, { messages = [] } = {}] = JSON.parse(out) as { messages?: { message: string; suggestions: object[] }[] }[];
    expect(messages.map(({ message }) => message)).toEqual([
      '“{{dc.welcom}}” does not match any dynamic content in this run',
      '“{{dc.wel-come}}” does not match any dynamic content in this run',
      '“{{dc. welcome}}” does not match any dynamic content in this run',
    ]);
    expect(messages[0]?.suggestions).toEqual([{ desc: 'Write {{dc.welcome}} if that is what you meant' }]);
  });
});

test('the command is one byte a character, as it is read', () => {
  expect(/[^\0-\x7f]/.test(readFileSync(built('command.cjs'), 'utf8'))).toBe(false);
});
