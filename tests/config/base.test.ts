import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigFinder } from '../../src/config/index.js';
import { folderWith, replylint } from '../command-line.js';

const BAD =
  'Hi [Name],\n\nyou failed to send the form, and I will write to you on Friday. We apologize for any inconvenience. Any questions? Just ask.\n\nBest,\n[Your Name]\n';

/** Returns the sorted rules with findings in a reply, and the text on standard error. */
async function found(files: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const cwd = folderWith({ 'replies/a.md': BAD, ...files });
  const { out, err, code } = await replylint(['-f', 'json', ...args, 'replies', ...('x/a.md' in files ? ['x'] : [])], {
    cwd,
  });
  const results = out === '' ? [] : JSON.parse(out);
  const ids = results.flatMap(({ messages }: { messages: { ruleId: string }[] }) => messages.map((m) => m.ruleId));
  return { rules: [...new Set<string>(ids)].sort(), err, code };
}

const RECOMMENDED = ['no-blame-shifting', 'no-hollow-apology'];

describe('what a configuration builds on', () => {
  test.each([
    ['no configuration', {}, RECOMMENDED],
    ['a setting only', { '.replylintrc.json': '{"signature": "written"}' }, RECOMMENDED],
    ['a locale only', { '.replylintrc.yaml': 'locale: en\n' }, RECOMMENDED],
    ['one rule that is off', { '.replylintrc.json': '{"rules": {"no-hollow-apology": "off"}}' }, ['no-blame-shifting']],
    [
      'overrides only',
      { '.replylintrc.json': '{"overrides": [{"files": "replies/**", "rules": {"no-blame-shifting": "off"}}]}' },
      ['no-hollow-apology'],
    ],
    ['a member of package.json', { 'package.json': '{"replylint": {"ignores": ["x/**"]}}' }, RECOMMENDED],
    ['a module', { 'replylint.config.mjs': 'export default {};' }, RECOMMENDED],
    [
      'a list that is empty',
      { '.replylintrc.json': '{"extends": [], "rules": {"no-hollow-apology": "warn"}}' },
      ['no-hollow-apology'],
    ],
    [
      'a file that names no preset',
      { '.replylintrc.json': '{"extends": "./team.json"}', 'team.json': '{"rules": {"no-hollow-apology": "off"}}' },
      ['no-blame-shifting'],
    ],
    [
      'a file with a list that is empty',
      {
        '.replylintrc.json': '{"extends": "./team.json"}',
        'team.json': '{"extends": [], "rules": {"no-hollow-apology": "warn"}}',
      },
      ['no-hollow-apology'],
    ],
    [
      'a nested configuration, which does not inherit',
      {
        '.replylintrc.json': '{"extends": [], "rules": {"no-hollow-apology": "warn"}}',
        'replies/.replylintrc.json': '{"rules": {"no-hollow-apology": "off"}}',
      },
      ['no-blame-shifting'],
    ],
  ])('%s', async (_, files, rules) => {
    expect(await found(files)).toMatchObject({ rules, err: '' });
  });

  test('a preset between other files keeps its place: recommended does not come after strict', async () => {
    const files = { 'team.json': '{"rules": {"no-hollow-apology": "off"}}' };
    const cwd = folderWith({ ...files, '.replylintrc.json': '{"extends": ["replylint:strict", "./team.json"]}' });
    const { parts } = await new ConfigFinder(cwd, { lookup: true }).for(cwd);
    expect(parts.map((part) => ('preset' in part ? part.preset : part.where.slice(cwd.length + 1)))).toEqual([
      'strict',
      'team.json',
      '.replylintrc.json',
    ]);
  });

  test('--print-config says where a rule comes from that nothing names', async () => {
    const cwd = folderWith({ '.replylintrc.json': '{"signature": "written"}' });
    const { from } = JSON.parse((await replylint(['--print-config', 'a.md'], { cwd })).out);
    expect(from.signature).toBe('.replylintrc.json › signature');
    expect(from.rules['no-hollow-apology'].severity).toBe(
      'replylint:recommended, extended by the built-in configuration',
    );
  });

  test('what `init` writes stands on a preset by name', async () => {
    const cwd = folderWith({ 'replies/a.md': BAD });
    await replylint(['init', '--yes'], { cwd });
    expect(JSON.parse(readFileSync(join(cwd, '.replylintrc.json'), 'utf8')).extends).toEqual(['replylint:recommended']);
  });
});

describe('a run in which no rule is on says so', () => {
  const NOTICE = 'no rules are enabled, so no reply was checked; start with "extends": "replylint:recommended"';

  test.each([
    ['a list that is empty', { '.replylintrc.json': '{"extends": []}' }, [], '.replylintrc.json: '],
    [
      'an override that turns none on',
      { '.replylintrc.json': '{"extends": [], "overrides": [{"rules": {"greeting": "off"}}]}' },
      [],
      '.replylintrc.json: ',
    ],
    ['one that is named', { 'off.json': '{"extends": []}' }, ['-c', 'off.json'], 'off.json: '],
  ])('%s', async (_, files, args, where) => {
    expect(await found(files, args)).toEqual({ rules: [], err: `replylint: ${where}${NOTICE}\n`, code: 0 });
  });

  test.each([
    [
      'an override turns one on',
      { '.replylintrc.json': '{"extends": [], "overrides": [{"ids": "x", "rules": {"greeting": 1}}]}' },
    ],
    ['--rule turns one on', { '.replylintrc.json': '{"extends": []}' }, ['--rule', 'greeting: warn']],
    ['another configuration of the run has one', { 'x/.replylintrc.json': '{"extends": []}', 'x/a.md': BAD }],
  ])('but not where %s', async (_, files, args: readonly string[] = []) => {
    expect((await found(files, args)).err).toBe('');
  });
});

describe('files that look like configurations', () => {
  test('are named in one notice, as not read', async () => {
    const files = {
      '.replylintrc.toml': '',
      '.replylintrc.json5': '{}',
      'replylint.config.ts': 'export default {};',
      'replies/.replylint.yaml': '',
    };
    const { err, rules } = await found({ ...files, '.replylintrc.json': '{}' });
    expect(rules).toEqual(RECOMMENDED);
    expect(err).toBe(
      'replylint: replies/.replylint.yaml, .replylintrc.json5, .replylintrc.toml, replylint.config.ts: not loaded; ' +
        'a configuration file must be named .replylintrc (JSON or YAML) or replylint.config.js\n',
    );
  });

  test('are not: what replylint itself reads and writes, backups', async () => {
    const files = {
      'replylint-suppressions.json': '{"suppressions": []}',
      '.replylintignore': '',
      '.replylintcache': '',
      '.replylintrc.json~': '',
      '.replylintrc.json.orig': '',
      'replylint.json': '[]',
      'replylint.sarif': '{}',
    };
    expect((await found({ ...files, '.replylintrc.json': '{}' })).err).toBe('');
    expect((await found({ '.replylintrc.toml': '' }, ['--untrusted'])).err).toBe('');
    expect((await found({ '.replylintrc.toml': '' }, ['--no-config-lookup'])).err).toBe('');
  });
});

describe('what is extended twice', () => {
  test('a diamond 30 deep loads each file once, in the order in which it counts last', async () => {
    const files: Record<string, string> = {};
    for (let depth = 0; depth < 30; depth += 1)
      for (const side of ['a', 'b'])
        files[`${side}${depth}.json`] =
          depth === 29
            ? `{"extends": [], "locale": "${side === 'a' ? 'de' : 'fr'}"}`
            : `{"extends": ["./a${depth + 1}.json", "./b${depth + 1}.json"]}`;
    const cwd = folderWith({ ...files, '.replylintrc.json': '{"extends": ["./a0.json", "./b0.json"]}' });
    const { parts } = await new ConfigFinder(cwd, { lookup: true }).for(cwd);
    const names = parts.map((part) => part.where.slice(cwd.length + 1));
    expect(names).toHaveLength(61);
    expect(new Set(names).size).toBe(61);
    // Both files on a level extend both on the next, so that the deeper ones under b count last.
    const of = (side: string) => Array.from({ length: 30 }, (_, depth) => `${side}${depth}.json`);
    expect(names).toEqual([...of('a'), ...of('b').reverse(), '.replylintrc.json']);
  });

  test('means the same as when each is read wherever it is named', async () => {
    // `base` turns the rule off, `a` makes it an error, and the second `base` decides.
    const cwd = folderWith({
      'replies/a.md': BAD,
      'base.json': '{"extends": [], "rules": {"no-hollow-apology": "off", "no-blame-shifting": "warn"}}',
      'a.json': '{"extends": "./base.json", "rules": {"no-hollow-apology": "error", "no-blame-shifting": "error"}}',
      'b.json': '{"extends": "./base.json", "rules": {"no-blame-shifting": "error"}}',
      '.replylintrc.json': '{"extends": ["./a.json", "./b.json"]}',
    });
    const { rules } = JSON.parse((await replylint(['--print-config', 'replies/a.md'], { cwd })).out);
    expect(rules['no-hollow-apology']).toBe('off');
    expect(rules['no-blame-shifting'][0]).toBe('error');
  });

  test('a ring is an error, however long, and a file that extends itself', async () => {
    const ring = Object.fromEntries(
      Array.from({ length: 50 }, (_, at) => [`c${at}.json`, `{"extends": ["./c${(at + 1) % 50}.json"]}`]),
    );
    const cwd = folderWith({ ...ring, 'self.json': '{"extends": "./self.json"}', 'a.md': BAD });
    expect((await replylint(['-c', 'c0.json', 'a.md'], { cwd })).err).toContain(
      'c49.json:1:14: extends › item 1: "./c0.json" extends itself',
    );
    expect((await replylint(['-c', 'self.json', 'a.md'], { cwd })).err).toContain('extends itself');
  });

  test('a module with a count of its own runs once, whoever extends it', async () => {
    const cwd = folderWith({
      'replies/a.md': BAD,
      'base.cjs': "require('node:fs').appendFileSync(__dirname + '/ran', 'x'); module.exports = {};",
      'a.json': '{"extends": "./base.cjs"}',
      '.replylintrc.json': '{"extends": ["./a.json", "./base.cjs"]}',
      'replies/.replylintrc.json': '{"extends": ["../base.cjs"]}',
    });
    mkdirSync(join(cwd, 'x'));
    expect((await replylint(['.'], { cwd })).code).toBe(1);
    expect(readFileSync(join(cwd, 'ran'), 'utf8')).toBe('x');
  });

  test('of declared files, the nearer configuration has the first say', async () => {
    const body = (key: string) => JSON.stringify([{ glob: 'data.json', body: `$[*].${key}` }]);
    const cwd = folderWith({
      'data.json': JSON.stringify([{ one: 'You failed to send it.', two: 'We have sent it to you on Friday.' }]),
      'base.json': `{"files": ${body('two')}}`,
      '.replylintrc.json': `{"extends": "./base.json", "files": ${body('one')}}`,
    });
    expect((await replylint(['-f', 'compact', 'data.json'], { cwd })).out).toContain('no-blame-shifting');
  });
});
