import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { rules } from '../../rules/index.js';
import { main, type World } from '../../src/cli/main.js';
import { showsHyperlinks } from '../../src/cli/terminal.js';
import { newFolder } from '../command-line.js';

let folder = '';
beforeEach(() => {
  folder = newFolder(onTestFinished);
  mkdirSync(join(folder, 'macros'));
  writeFileSync(join(folder, 'macros/bad.md'), BAD);
});

const BAD = '# Refund\n\nHello {{name}},\n\nYou failed to attach it.\n\nBest,\nMaya\n';
const RULE = ['--rule', 'no-blame-shifting: error'];

class Sink {
  text = '';
  constructor(readonly isTTY = false) {}
  write(text: string): void {
    this.text += text;
  }
}

async function run(args: readonly string[], world: Partial<World> = {}) {
  const stdout = new Sink();
  const stderr = new Sink();
  const stdin = async () => Buffer.from(BAD);
  const now = () => new Date(0);
  const code = await main([...RULE, ...args], rules, { cwd: folder, env: {}, stdout, stderr, stdin, now, ...world });
  return { code, out: stdout.text, err: stderr.text };
}

const file = (path: string) => readFileSync(join(folder, path), 'utf8');
const SUMMARY = /✖ \d+ problems? /;

describe('-f and -o', () => {
  test('a file takes the main report, and then nothing is printed', async () => {
    const { code, out, err } = await run(['macros', '-o', 'report.txt']);
    expect({ code, out, err }).toEqual({ code: 1, out: '', err: '' });
    expect(file('report.txt')).toMatch(SUMMARY);
  });

  test('`format:path` is one more', async () => {
    const { code, out } = await run([
      'macros',
      '-o',
      'sarif:a.sarif',
      '-o',
      'junit:made/for/it/j.xml',
      '-f',
      'compact',
    ]);
    expect(code).toBe(1);
    expect(out).toMatch(/^macros\/bad\.md: line 5, col 1, Error - .*\(no-blame-shifting\)$/m);
    expect(JSON.parse(file('a.sarif')).version).toBe('2.1.0');
    expect(file('made/for/it/j.xml')).toContain('<testsuites>');
  });

  test('both at once', async () => {
    const { out } = await run(['macros', '-f', 'json', '-o', 'a.json', '-o', 'pretty:b.txt']);
    expect(out).toBe('');
    expect(JSON.parse(file('a.json'))[0].filePath).toBe(join(folder, 'macros/bad.md'));
    expect(file('b.txt')).toContain('You failed to');
  });

  test('a clean run empties what was there', async () => {
    writeFileSync(join(folder, 'report.log'), 'old');
    writeFileSync(join(folder, '.replylintrc.json'), '{ "extends": [], "rules": { "no-shouting": "error" } }');
    const { code, err } = await run(['macros', '--rule', 'no-blame-shifting: off', '-o', 'report.log']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(file('report.log')).toBe('');
  });

  test('no colors go to a file, nothing is left beside it', async () => {
    await run(['macros', '--color', '-o', 'out/a.log', '-o', 'pretty:out/b.log']);
    expect(file('out/a.log') + file('out/b.log')).not.toContain('\u001b');
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['a.log', 'b.log']);
  });

  test('a report that was written before is not taken for a reply', async () => {
    for (const skipped of [
      '',
      'replylint: skipped 3 files that contain other data; `replylint list --skipped` shows them\n',
    ]) {
      const { code, err } = await run(['.', '-o', 'json:report.json', '-o', 'gitlab:g.json', '-o', 'sarif:s.json']);
      expect({ code, err }).toEqual({
        code: 1,
        err: skipped,
      });
    }
  });

  test('keeps the mode of what it replaces, and writes through a link', async () => {
    writeFileSync(join(folder, 'real.log'), 'old');
    chmodSync(join(folder, 'real.log'), 0o640);
    symlinkSync('real.log', join(folder, 'link.log'));
    await run(['macros', '-o', 'link.log']);
    expect(file('real.log')).toMatch(SUMMARY);
    expect(statSync(join(folder, 'real.log')).mode & 0o777).toBe(0o640);
  });

  test('a pipe or a device is written as it is', async () => {
    expect((await run(['macros', '-o', '/dev/null'])).code).toBe(1);
  });
});

describe('what cannot be written', () => {
  test.each([
    [
      'a linted file',
      'macros/bad.md',
      /^replylint: macros\/bad\.md: refusing to overwrite a linted file with a report; .*\n$/,
    ],
    ['a link to it', 'macros/../to-bad', /^replylint: to-bad: refusing to overwrite a linted file .*\n$/],
    ['a folder', 'macros', /^replylint: macros: the report could not be written: the path is a folder\n$/],
    ['below a file', 'macros/bad.md/x', /^replylint: macros\/bad\.md\/x: the report could not be written \(E\w+\)\n$/],
    ['a full disk', '/dev/full', /^replylint: \/dev\/full: the report could not be written \(ENOSPC\)\n$/],
  ])('%s', async (_, path, message) => {
    symlinkSync('macros/bad.md', join(folder, 'to-bad'));
    const { code, out, err } = await run(['macros', '-o', `json:${path}`, '-o', 'gitlab:g.json']);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    // The other reports are written.
    expect(out).toMatch(SUMMARY);
    expect(JSON.parse(file('g.json'))).not.toEqual([]);
    expect(file('macros/bad.md')).toBe(BAD);
  });

  test('a summary that cannot be appended to', async () => {
    const { code, err } = await run(['macros', '-f', 'github'], {
      env: { GITHUB_STEP_SUMMARY: join(folder, 'no/such') },
    });
    expect({ code, err }).toEqual({ code: 2, err: 'replylint: github: the report could not be written (ENOENT)\n' });
  });

  test('a formatter that fails', async () => {
    writeFileSync(join(folder, 'f.mjs'), 'export default () => { throw new Error("no luck"); };');
    const { code, out, err } = await run(['macros', '-f', './f.mjs', '-o', 'json:a.json']);
    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: 'replylint: ./f.mjs: the formatter failed: no luck\n',
    });
    expect(existsSync(join(folder, 'a.json'))).toBe(true);
  });
});

describe('bad usage is told before anything is linted', () => {
  test.each([
    [['-f', 'stylsh'], '-f stylsh: unknown format. Did you mean "stylish"?'],
    [['-f', 'zzzzzzzz'], /^-f zzzzzzzz: unknown format; expected one of stylish, pretty, /],
    [['-f', ''], /^-f : unknown format/],
    [['-f', './none.mjs'], '-f ./none.mjs: the formatter cannot be loaded: no such file'],
    [['-o', ''], '-o : expected a path, or `format:path`'],
    [['-o', 'json:'], '-o json:: expected a path, or `format:path`'],
    [['-o', 'sarfi:x'], '-o sarfi:x: unknown format. Did you mean "sarif"?'],
    [['-o', 'a.txt', '-o', 'json:./a.txt'], '-o json:./a.txt: two reports cannot be written to the same file'],
    [['-f', '__proto__'], /^-f __proto__: unknown format/],
  ])('%j', async (args, message) => {
    const { code, out, err } = await run(['macros', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.replace(/^replylint: /, '').trimEnd()).toMatch(message);
    expect(err.split('\n')).toHaveLength(2);
    expect(readdirSync(folder)).toEqual(['macros']);
  });
});

describe('formatters for ESLint', () => {
  test('get results and context', async () => {
    writeFileSync(
      join(folder, 'f.mjs'),
      'export default ([{ messages }], { cwd, rulesMeta, maxWarningsExceeded }) => JSON.stringify([messages.some(({ ruleId }) => rulesMeta[ruleId]), cwd, maxWarningsExceeded?.maxWarnings]);',
    );
    const { out } = await run(['macros', '-f', './f.mjs', '--max-warnings', '0']);
    expect(JSON.parse(out)).toEqual([true, folder, 0]);
  });

  test('have a path before the colon, too', async () => {
    writeFileSync(join(folder, 'f.mjs'), 'export default () => "mine";');
    await run(['macros', '-o', './f.mjs:mine.txt']);
    expect(file('mine.txt')).toBe('mine\n');
  });
});

describe('paths in reports for CI', () => {
  const pathIn = async (env: World['env'], cwd: string) =>
    JSON.parse((await run(['.', '-f', 'gitlab'], { env, cwd })).out)[0].location.path;

  test('begin at the checkout that is named, else at the repository, else here', async () => {
    const cwd = join(folder, 'macros');
    expect(await pathIn({}, cwd)).toBe('bad.md');
    expect(await pathIn({ GITHUB_WORKSPACE: '/elsewhere' }, cwd)).toBe('bad.md');
    expect(await pathIn({ GITHUB_WORKSPACE: folder }, cwd)).toBe('macros/bad.md');
    expect(await pathIn({ CI_PROJECT_DIR: folder }, cwd)).toBe('macros/bad.md');
    mkdirSync(join(folder, '.git'));
    expect(await pathIn({}, cwd)).toBe('macros/bad.md');
  });
});

describe('the page of a rule', () => {
  const log = async (config?: object) => {
    if (config) writeFileSync(join(folder, '.replylintrc.json'), JSON.stringify(config));
    const { out } = await run(['-f', 'sarif', 'macros']);
    const [{ tool, results }] = JSON.parse(out).runs;
    return tool.driver.rules[results[0].ruleIndex];
  };

  test('comes with a SARIF report, as `explain` prints it', async () => {
    const { help, helpUri } = await log();
    const world = { cwd: folder, env: {}, stdout: new Sink(), stderr: new Sink() };
    await main(['explain', 'no-blame-shifting'], rules, {
      ...world,
      stdin: async () => Buffer.from(''),
      now: () => new Date(0),
    });
    expect(help.markdown).toBe(world.stdout.text);
    expect(help.markdown).toContain('## Reported\n');
    expect(helpUri).toBeUndefined();
  });

  test.each([
    ['https://wiki.example/replies', 'https://wiki.example/replies/no-blame-shifting'],
    ['https://wiki.example/replies/', 'https://wiki.example/replies/no-blame-shifting'],
    ['https://git.example/rules/{rule}.md', 'https://git.example/rules/no-blame-shifting.md'],
    ['https://wiki.example/rules#{rule}', 'https://wiki.example/rules#no-blame-shifting'],
  ])('is linked to where `rulesUrl` says: %s', async (rulesUrl, expected) => {
    const { help, helpUri } = await log({ rulesUrl });
    expect(helpUri).toBe(expected);
    expect(help.markdown).not.toContain('## Reported');
    const { diagnostics } = JSON.parse((await run(['-f', 'rdjson', 'macros'])).out);
    expect(diagnostics[0].code.url).toBe(expected);
  });

  test.each([['wiki/replies'], ['javascript:alert(1)'], ['https://'], [7], ['']])(
    '`rulesUrl` is no %j',
    async (rulesUrl) => {
      writeFileSync(join(folder, '.replylintrc.json'), JSON.stringify({ rulesUrl }));
      const { code, err } = await run(['macros']);
      expect(code).toBe(2);
      expect(err).toMatch(/^replylint: \.replylintrc\.json:1:2: rulesUrl: expected an? (?:URL|string)/);
    },
  );
});

describe('hyperlinks', () => {
  const vscode = { TERM_PROGRAM: 'vscode' };
  test.each([
    [false, {}, true],
    [false, vscode, false],
    [true, vscode, true],
    [true, { VTE_VERSION: '6003' }, true],
    [false, { VTE_VERSION: '4800' }, true],
    [true, { WT_SESSION: 'x' }, true],
    [true, { TERM: 'xterm-kitty' }, true],
    [false, { ...vscode, TMUX: '1' }, true],
    [false, { ...vscode, TERM: 'dumb' }, true],
    [false, { ...vscode, CI: 'true' }, true],
    [false, { ...vscode, FORCE_HYPERLINK: '0' }, true],
    [true, { FORCE_HYPERLINK: '1' }, true],
    [false, { FORCE_HYPERLINK: '1' }, false],
  ])('%s with %j, terminal %s', async (links, env, isTTY) => {
    const stdout = new Sink(isTTY);
    expect(showsHyperlinks({ env, stdout })).toBe(links);
    await run(['macros'], { env, stdout });
    expect(stdout.text.includes('\u001b]8;;file://')).toBe(links);
    const plain = new Sink(isTTY);
    await run(['macros', '--no-color'], { env, stdout: plain });
    expect(plain.text).not.toContain('\u001b');
  });
});
