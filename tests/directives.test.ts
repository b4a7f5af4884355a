import { describe, expect, test } from 'vitest';
import { directivesIn } from '../src/lint/settle/directives.js';
import { Disabled } from '../src/lint/settle/disabled.js';
import { SourceFile } from '../src/model/source-file.js';
import { folderWith, replylint } from './command-line.js';
import { cpuTimeOf } from './cpu-time.js';

const BLAME = 'You failed to send the form.';
const OFF = '<!-- replylint-disable';

/** A file, and the findings that remain: `line rule`, sorted by position. */
const TABLE: readonly (readonly [string, string, readonly string[]])[] = [
  ['nothing switched off', `${BLAME}\n`, ['1 no-blame-shifting']],
  ['next line', `${OFF}-next-line no-blame-shifting -->\n${BLAME}\n`, []],
  ['next line after a blank one', `${OFF}-next-line no-blame-shifting -- legal -->\n\n${BLAME}\n`, []],
  [
    'next line, not the one after',
    `${OFF}-next-line no-blame-shifting -->\nFine.\n\n${BLAME}\n`,
    ['1 unused-directive', '4 no-blame-shifting'],
  ],
  ['this line', `${BLAME} ${OFF}-line -->\n`, []],
  ['from here on', `${OFF} no-blame-shifting -->\n\n${BLAME}\n\n${BLAME}\n`, []],
  [
    'until enabled',
    `${OFF} no-blame-shifting -->\n\n${BLAME}\n\n<!-- replylint-enable -->\n\n${BLAME}\n`,
    ['7 no-blame-shifting'],
  ],
  ['enabled for another rule', `${OFF} no-blame-shifting -->\n\n<!-- replylint-enable greeting -->\n\n${BLAME}\n`, []],
  ['the whole file, from below', `${BLAME}\n\n${OFF}-file -->\n`, []],
  ['another rule', `${OFF} greeting -->\n\n${BLAME}\n`, ['1 unused-directive', '3 no-blame-shifting']],
  ['several rules', `${OFF} greeting, no-blame-shifting -->\n\n${BLAME}\n`, []],
  ['a day to come', `${OFF} until=2999-12-31 -->\n\n${BLAME}\n`, []],
  ['a day gone by', `${OFF} until=2020-12-31 -->\n\n${BLAME}\n`, ['1 unused-directive', '3 no-blame-shifting']],
  ['capitals', `<!-- Replylint-Disable-Next-Line -->\n${BLAME}\n`, []],
  ['three dashes', `<!--- replylint-disable-next-line -->\n${BLAME}\n`, []],
  ['a colon before the rule', `${OFF}-next-line: no-blame-shifting -->\n${BLAME}\n`, []],
  ['a reason with an arrow', `${OFF}-next-line -- wiki > law > 4 -->\n${BLAME}\n`, []],
  ['a long reason', `${OFF}-next-line -- ${'as they say '.repeat(100)} -->\n${BLAME}\n`, []],
  ['over two lines', `<!--\nreplylint-disable-next-line no-blame-shifting\n-->\n${BLAME}\n`, []],
  ['Liquid’s comment', `{% comment %} replylint-disable-file {% endcomment %}\n\n${BLAME}\n`, []],
  ['Jinja’s comment', `{# replylint-disable-next-line -- agreed #}\n${BLAME}\n`, []],
  ['Handlebars’ comment', `{{!-- replylint-disable-file --}}\n\n${BLAME}\n`, []],
  ['in a list', `- ${OFF}-line --> ${BLAME}\n`, []],
  ['in a fence', `~~~html\n${OFF}-file -->\n~~~\n\n${BLAME}\n`, ['5 no-blame-shifting']],
  ['in a fence of backticks', `\`\`\`\n{# replylint-disable-file #}\n\`\`\`\n\n${BLAME}\n`, ['5 no-blame-shifting']],
  ['in indented code', `Paste:\n\n    ${OFF}-file -->\n\n${BLAME}\n`, ['5 no-blame-shifting']],
  ['in inline code', `Paste \`\`${OFF}-file -->\`\` there. ${BLAME}\n`, ['1 no-blame-shifting']],
  ['in an attribute', `<img alt="${OFF}-file -->">\n\n${BLAME}\n`, ['3 no-blame-shifting']],
  ['in a script', `<script>\nx = '${OFF}-file -->';\n</script>\n\n${BLAME}\n`, ['5 no-blame-shifting']],
  ['a comment about the linter', `<!-- replylint -->\n<!-- replylint: see the wiki -->\n\nFine.\n`, []],
  ['a rule that does not exist', `${OFF} no-blame -->\n\nFine.\n`, ['1 unused-directive']],
];

describe('directives', () => {
  test.each(TABLE)('%s', async (_, text, left) => expect(await findings(text)).toEqual(left));

  test.each([
    ['replylint-disable-next-lne no-blame-shifting', '; did you mean “replylint-disable-next-line”?'],
    ['replylint-disable-nextline', '; did you mean “replylint-disable-next-line”?'],
    ['replylint-disble', '; did you mean “replylint-disable”?'],
    ['replylint_disable_file', '; did you mean “replylint-disable-file”?'],
    ['replylint:disable', '; did you mean “replylint-disable”?'],
    ['replylint disable-file', '; did you mean “replylint-disable-file”?'],
    ['replylint: disable no-blame-shifting', '; use a directive such as “replylint-disable-next-line”'],
    ['reply-lint-disable', '; did you mean “replylint-disable”?'],
    ['replylint-ignore', '; did you mean “replylint-disable”?'],
    ['replylint off', '; use a directive such as “replylint-disable-next-line”'],
  ])('<!-- %s --> is no directive, and is reported', async (written, hint) => {
    const cwd = folderWith({ 'a.md': `<!-- ${written} -->\n${BLAME}\n` });
    const { out } = await replylint(['-f', 'compact', '--no-config-lookup', 'a.md'], { cwd });
    expect(out).toContain(`is not a directive and has no effect${hint} (unused-directive)`);
    expect(out).toContain('line 2, col 1, Error');
  });

  test.each([
    ['a.html', `<p>${BLAME}</p>\n${OFF}-file -->\n`, true],
    ['a.html', `<p title='${OFF}-file -->'>${BLAME}</p>\n`, false],
    ['a.txt', `${OFF}-file -->\n${BLAME}\n`, true],
    ['a.liquid', `{% comment %} replylint-disable-file {% endcomment %}\n${BLAME}\n`, true],
    [
      'a.yaml',
      `# replylint-disable-file\nmacros:\n  - title: A\n    actions: [{field: comment_value, value: ${BLAME}}]\n`,
      true,
    ],
    [
      'a.yaml',
      `macros:\n  - title: 'A # replylint-disable-file'\n    actions: [{field: comment_value, value: ${BLAME}}]\n`,
      false,
    ],
    [
      'a.yaml',
      `macros:\n  - title: >\n      # replylint-disable-file\n    actions: [{field: comment_value, value: ${BLAME}}]\n`,
      false,
    ],
    [
      'a.yaml',
      `macros:\n  - {title: A, actions: [{field: comment_value, value: ${BLAME}}]} # replylint-disable-line\n`,
      true,
    ],
    [
      'a.yaml',
      `macros:\n  - title: A\n    actions:\n      - field: comment_value\n        value: |\n          ${BLAME}\n          # replylint-disable-file\n`,
      false,
    ],
  ])('%s: %j', async (path, text, isOff) => {
    const { out, code } = await replylint(['-f', 'compact', '--no-config-lookup', path], {
      cwd: folderWith({ [path]: text }),
    });
    expect(out.includes('no-blame-shifting')).toBe(!isOff);
    expect(code).toBe(isOff ? 0 : 1);
  });

  test('twice as many directives and findings cost twice as much', () => {
    const cost = (count: number) => {
      const comment = `${OFF}-next-line greeting -->`;
      const file = new SourceFile('a.md', `${comment}\n${BLAME}\n`.repeat(count));
      const size = comment.length + BLAME.length + 2;
      const comments = Array.from({ length: count }, (_, nth) => ({
        text: 'replylint-disable-next-line greeting',
        span: { start: nth * size, end: nth * size + comment.length },
      }));
      return cpuTimeOf(() => {
        const disabled = new Disabled(directivesIn(comments, file).directives, '2026-01-01');
        for (let nth = 0; nth < count; nth += 1) {
          if (!disabled.at('greeting', nth * size + comment.length + 1, 2 * nth + 2))
            throw new Error('not switched off');
          if (disabled.at('no-shouting', nth * size + comment.length + 1, 2 * nth + 2)) throw new Error('switched off');
        }
      });
    };
    cost(2000);
    expect(cost(40_000)).toBeLessThan(cost(10_000) * 10 + 100);
  });

  test('--no-inline-config switches nothing off, and calls nothing unused', async () =>
    expect(await findings(TABLE[1]?.[1] ?? '', ['--no-inline-config'])).toEqual(['2 no-blame-shifting']));

  test.each([
    'active: false',
    'audience: internal',
    'visibility: private',
    'locale: fi',
    'form: internal',
    'replylint: {locale: fi}',
  ])('%s in front matter hides nothing with --no-inline-config or --untrusted', async (line) => {
    const text = `---\ntitle: A\n${line}\n---\nHi there,\n\n${BLAME} I will write to you on Friday.\n`;
    const cwd = folderWith({ 'letters/a.md': text, 'letters/b.md': `# Letters\n\n${OFF}-file -->\n\n${BLAME}\n` });
    const blamed = async (...args: string[]) =>
      (await replylint(['-f', 'compact', ...args, 'letters/a.md'], { cwd })).out.includes('no-blame-shifting');
    expect(await blamed()).toBe(false);
    expect(await blamed('--no-inline-config')).toBe(true);
    expect(await blamed('--untrusted')).toBe(true);
    expect((await replylint(['--untrusted', '-f', 'compact', 'letters/b.md'], { cwd })).out).toContain(
      'no-blame-shifting',
    );
  });

  test('one that names no rule is unused only if all replies were compared with each other', async () => {
    const cwd = folderWith({
      'letters/a.md': `Hi Kim,\n\n${OFF} -->\n\nthe lamp is here. I will call you on Friday. Is there anything else I can do for you?\n\nBest regards,\nSam\n`,
    });
    expect((await replylint(['-f', 'compact', 'letters'], { cwd })).out).toContain('unused-directive');
    expect((await replylint(['-f', 'compact', 'letters/a.md'], { cwd })).out).not.toContain('unused-directive');
  });

  test('an unused directive is a warning, an error on request, silent if configured so', async () => {
    const cwd = folderWith({
      'a.md': `${OFF} no-blame-shifting -->\n\nFine.\n`,
      '.replylintrc.json': '{"rules": {"unused-directive": "off"}}',
    });
    expect(await replylint(['--no-config-lookup', 'a.md'], { cwd })).toMatchObject({
      code: 0,
      out: expect.stringContaining('warning'),
    });
    expect((await replylint(['--no-config-lookup', '--report-unused-disable-directives', 'a.md'], { cwd })).code).toBe(
      1,
    );
    expect((await replylint(['a.md'], { cwd })).out).toBe('');
  });

  test('a reason can be demanded', async () => {
    const rule = ['--rule', 'require-disable-reason:error'];
    expect(await findings(`${OFF} no-blame-shifting -->\n\n${BLAME}\n`, rule)).toEqual(['1 require-disable-reason']);
    expect(await findings(`${OFF} no-blame-shifting -- the lawyers insist -->\n\n${BLAME}\n`, rule)).toEqual([]);
  });

  test('what is switched off is reported as suppressed, with its reason', async () => {
    const cwd = folderWith({ 'a.md': `${OFF} -- the lawyers -- and the court -- insist -->\n\n${BLAME}\n` });
    const [result] = JSON.parse((await replylint(['-f', 'json', 'a.md'], { cwd })).out);
    expect(result.messages).toEqual([]);
    expect(result.suppressedMessages[0]).toMatchObject({
      ruleId: 'no-blame-shifting',
      suppressions: [{ kind: 'directive', justification: 'the lawyers -- and the court -- insist' }],
    });
  });
});

async function findings(text: string, args: readonly string[] = []): Promise<string[]> {
  const cwd = folderWith({ 'a.md': text });
  const [result] = JSON.parse((await replylint(['-f', 'json', '--no-config-lookup', ...args, 'a.md'], { cwd })).out);
  return result.messages.map(({ line, ruleId }: { line: number; ruleId: string }) => `${line} ${ruleId}`);
}

describe('front matter', () => {
  const own = (settings: string, body = `${BLAME}\n`) => `---\ntitle: One\nreplylint:\n${settings}---\n\n${body}`;

  test.each<[string, string, readonly string[], ...(readonly string[])]>([
    ['switches a rule off', '  rules:\n    no-blame-shifting: off\n', []],
    [
      'keeps the options that a severity leaves alone',
      '  rules: { no-blame-shifting: warn }\n',
      ['7 no-blame-shifting'],
    ],
    [
      'sets options',
      '  rules: { max-sentence-length: [error, { max: 2 }] }\n',
      ['7 max-sentence-length', '7 no-blame-shifting'],
    ],
    ['names an unknown rule', '  rules:\n    no-blam: off\n', ['5 null', '8 no-blame-shifting']],
    ['takes no rule of its own', '  rules:\n    a/b: [warn, { avoid: [x] }]\n', ['5 null', '8 no-blame-shifting']],
    ['has an unknown key', '  rule: {}\n', ['4 null', '7 no-blame-shifting']],
    ['is no object', '  - off\n', ['3 null', '7 no-blame-shifting']],
    ['is not looked at', '  rules:\n    no-blame-shifting: off\n', ['8 no-blame-shifting'], '--no-inline-config'],
    [
      'does not outweigh the command line',
      '  rules: { no-blame-shifting: off }\n',
      ['7 no-blame-shifting'],
      '--rule',
      'no-blame-shifting: error',
    ],
  ])('%s', async (_, settings, left, ...flags) => expect(await findings(own(settings), flags)).toEqual(left));

  test.each([
    ['---\ntitle: *x\n---\n\n', 'The front matter is not valid YAML: Unresolved alias'],
    ['---\nreplylint: &a { rules: *a }\n---\n\n', 'The front matter is not valid YAML: an alias refers to itself'],
  ])('%j is told, and stops nothing', async (front, message) => {
    const cwd = folderWith({ 'a.md': `${front}${BLAME}\n`, 'b.md': BLAME });
    const { out, code } = await replylint(['--no-config-lookup', 'a.md', 'b.md'], { cwd });
    expect(code).toBe(1);
    expect(out).toContain(message);
    expect(out).toContain('b.md');
  });

  test('that sets nothing is fine', async () =>
    expect(await findings(`---\nreplylint:\n---\n\n${BLAME}\n`)).toEqual(['5 no-blame-shifting']));

  test('says what is wrong, at its place, and the rest is still linted', async () => {
    const cwd = folderWith({ 'a.md': own('  rules:\n    no-blam: off\n'), 'b.md': BLAME });
    const { out, code } = await replylint(['--no-config-lookup', 'a.md', 'b.md'], { cwd });
    expect(code).toBe(1);
    expect(out).toContain(
      '5:5  error  Front matter: replylint › rules › no-blam: unknown rule "no-blam". Did you mean "no-blame-shifting"?',
    );
    expect(out).toContain('b.md');
  });

  test('says what the reply is, and each piece of a file says it for itself', async () => {
    const cwd = folderWith({
      'a.md': own('  form: chat\n  locale: de\n', 'Hallo, wir schauen gleich nach.\n'),
      'b.md': `---\ntitle: One\nreplylint: { rules: { no-blame-shifting: off } }\n---\n\nHi Ana,\n\n${BLAME}\n\n---\ntitle: Two\n---\n\nHi Bo,\n\n${BLAME}\n`,
    });
    const [a] = JSON.parse((await replylint(['list', '--format', 'json', 'a.md'], { cwd })).out);
    expect(a).toMatchObject({ form: 'chat', locale: 'de' });
    const [b] = JSON.parse((await replylint(['--no-config-lookup', '-f', 'json', 'b.md'], { cwd })).out);
    const blamed = b.messages.filter(({ ruleId }: { ruleId: string }) => ruleId === 'no-blame-shifting');
    expect(blamed.map(({ reply }: { reply: { title: string } }) => reply.title)).toEqual(['Two']);
  });
});

test('a misspelled rule in a directive is reported with the nearest name', async () => {
  const text =
    '<!-- replylint-disable-next-line no-blame-shiftng, nothing-like-it -->\n\nHi Kim,\n\nit is late.\n\nBest,\nSam\n';
  const cwd = folderWith({ 'a.md': text });
  const { out } = await replylint(['--no-config-lookup', '-f', 'json', 'a.md'], { cwd });
  const [{ messages }] = JSON.parse(out) as [{ messages: readonly { ruleId: string; message: string }[] }];
  expect(messages.filter(({ ruleId }) => ruleId === 'unused-directive').map(({ message }) => message)).toEqual([
    'Unknown rule in directive: “no-blame-shiftng”, “nothing-like-it”. Did you mean “no-blame-shifting”?',
  ]);
});
