import { describe, expect, test } from 'vitest';
import { folderWith, replylint } from '../command-line.js';

const REPLY = { 'replies/a.md': 'Hi [Name],\n\nyou failed to send the form.\n\nBest,\n[Your Name]\n' };

async function errorOf(config: unknown, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const cwd = folderWith({ ...REPLY, '.replylintrc.json': JSON.stringify(config), ...files });
  const { code, err } = await replylint(['replies'], { cwd });
  expect({ code, lines: err.trim().split('\n').length }).toEqual({ code: 2, lines: 1 });
  return err;
}

describe('locales', () => {
  test.each([
    ['english', '"english" is not a known language. Did you mean "en"?'],
    ['Deutsch', '"Deutsch" is not a known language. Did you mean "de"?'],
    ['pt_BR', '"pt_BR" is not a language tag. Did you mean "pt-BR"?'],
    ['en_us', '"en_us" is not a language tag. Did you mean "en-US"?'],
    ['xx', '"xx" is not a known language; expected a tag such as "en" or "de-AT"'],
    ['qq-AT', '"qq-AT" is not a known language; expected a tag such as "en" or "de-AT"'],
    ['e', '"e" is not a language tag; expected a tag such as "en" or "de-AT"'],
    ['en-', '"en-" is not a language tag; expected a tag such as "en" or "de-AT"'],
    ['*', '"*" is not a language tag; expected a tag such as "en" or "de-AT"'],
    [`en${'-abcdefgh'.repeat(1000)}`, '… is not a language tag'],
  ])('%s', async (locale, error) => {
    expect(await errorOf({ locale })).toContain(`locale: `);
    const err = await errorOf({ locale });
    expect(err).toContain(error);
    expect(err.length).toBeLessThan(200);
    expect(await errorOf({ overrides: [{ files: '**', locale }] })).toContain(`overrides › item 1 › locale: `);
    expect(await errorOf({ overrides: [{ locales: ['en', locale], form: 'chat' }] })).toContain(
      'overrides › item 1 › locales › item 2: ',
    );
    expect(await errorOf({ overrides: [{ locales: locale, form: 'chat' }] })).toContain(
      'overrides › item 1 › locales: ',
    );
  });

  test.each(['en', 'EN', 'de-AT', 'zh-Hant-TW', 'es-419', 'gsw', 'fil', 'sr-Latn', 'und', 'ca-ES-valencia'])(
    '%s is one',
    async (locale) => {
      const config = JSON.stringify({ locale, overrides: [{ locales: [locale], form: 'full' }] });
      expect(
        (await replylint(['replies'], { cwd: folderWith({ ...REPLY, '.replylintrc.json': config }) })).err,
      ).not.toContain('tag');
    },
  );
});

describe('misspelt names have the nearest right one beside them', () => {
  test.each([
    [{ rule: {} }, 'unknown key "rule". Did you mean "rules"?'],
    [{ extend: [] }, 'unknown key "extend". Did you mean "extends"?'],
    [{ helpdesk: 'zendsk' }, '"zendsk" is not one of '],
    [{ signature: 'apended' }, 'Did you mean "appended"?'],
    [{ overrides: [{ file: 'x' }] }, 'unknown key "file". Did you mean "files"?'],
    [{ files: [{ glob: 'x', boddy: 'a' }] }, 'unknown key "boddy". Did you mean "body"?'],
    [{ extends: ['strict'] }, '"strict" is not an installed package or a preset. Did you mean "replylint:strict"?'],
    [{ extends: 'recomended' }, 'Did you mean "replylint:recommended"?'],
    [
      { rules: { 'acme/x': 'warn' } },
      'unknown rule "acme/x"; to define it, add phrases: ["warn", { "avoid": ["…"] }], or "require" in place of "avoid"',
    ],
    [{ overrides: [{ ids: [1, 2 ** 60] }] }, 'overrides › item 1 › ids › item 2: 1152921504606847000 is not exact'],
    [{ extends: ['replylint:recomended'] }, 'Did you mean "replylint:recommended"?'],
    [{ rules: { 'no-blame-shiftin': 1 } }, 'unknown rule "no-blame-shiftin". Did you mean "no-blame-shifting"?'],
    [{ rules: { greeting: ['warn', { acept: [] }] } }, 'unknown option "acept". Did you mean "accept"?'],
    [
      { rules: { 'acme/no-hype': ['error', { avoids: ['game changing'] }] } },
      'unknown option "avoids". Did you mean "avoid"?',
    ],
    [
      { rules: { 'acme/hours': ['error', { requires: ['hours'] }] } },
      'unknown option "requires". Did you mean "require"?',
    ],
    [{ rules: { 'acme/hours': ['error', { require: ['hours'], avoids: [] }] } }, 'unknown option "avoids"'],
    [{ rules: { 'acme/nothing': 'error' } }, 'unknown rule "acme/nothing"'],
  ])('%j', async (config, error) => {
    expect(await errorOf(config)).toContain(error);
  });
});

const rule = (more: string, rest = '') => `const rule = {
  id: 'acme/word', kind: 'check', segment: 'clarity', principle: 'P.', why: 'W.', source: 'S', presets: {},
  options: {}, appliesTo: {}, phrases: { '*': {} }, ownPhrases: () => ({}), examples: { good: [], bad: [] },
  *check() {}, ${more}
};
export const rules = [rule${rest}];`;

describe('the rules of a plug-in', () => {
  test.each([
    [rule("segment: 'respct'"), 'has a rule "acme/word": unknown segment "respct". Did you mean "respect"?'],
    [rule("segment: 'x'.repeat(1e6)"), 'unknown segment "xxx'],
    [rule('segment: null'), 'unknown segment null; expected one of '],
    [rule("id: 'word'"), 'has a rule "word": its id needs a prefix, as in "acme/word"'],
    [rule("id: 'greeting'"), 'has a rule "greeting": its id needs a prefix, as in "acme/greeting"'],
    [rule("id: 'a b/c'"), 'has a rule "a b/c": its id needs a prefix'],
    [rule("appliesTo: { forms: ['fulll'] }"), 'unknown form "fulll". Did you mean "full"?'],
    [rule("appliesTo: { intents: ['answr'] }"), 'unknown intent "answr". Did you mean "answer"?'],
    [rule("appliesTo: { topics: ['dela'] }"), 'unknown topic "dela". Did you mean "delay"?'],
    [rule("phrases: { en: { any: ['fine', '(broken'] } }"), 'in the phrase "(broken", at character 1: '],
    [rule('', ', rule'), 'has a rule "acme/word": duplicate id'],
    [rule('', ', 7'), 'does not export `rules` defined with replylint/rule'],
    [rule('check: 1'), 'does not export `rules` defined with replylint/rule'],
    [rule('get segment() { throw new Error("caught me"); }'), 'has an export that cannot be read: caught me'],
    ['export const rules = null;', 'does not export `rules` defined with replylint/rule'],
    ['throw undefined;', 'cannot be loaded: undefined'],
  ])('%s', async (plugin, error) => {
    const err = await errorOf({ plugins: ['./acme.mjs'] }, { 'acme.mjs': plugin });
    expect(err).toMatch(/^replylint: \.replylintrc\.json:1:\d+: plugins › item 1: "\.\/acme\.mjs" /);
    expect(err).toContain(error);
    expect(err.length).toBeLessThan(400);
  });

  test('of two plug-ins have an id each', async () => {
    const files = { 'a.mjs': rule(''), 'b.mjs': rule('') };
    expect(await errorOf({ plugins: ['./a.mjs', './b.mjs'] }, files)).toContain(
      'plugins › item 2: defines a rule "acme/word", which already exists',
    );
    const cwd = folderWith({ ...REPLY, ...files, '.replylintrc.json': '{"plugins": ["./a.mjs", "./a.mjs"]}' });
    expect((await replylint(['replies'], { cwd })).code).toBe(1);
  });

  test.each([
    ['/dev/zero', 'is not a regular file'],
    ['./replies', 'is a folder, not a file'],
    ['./nowhere.mjs', 'no such file'],
  ])('a plug-in %s', async (plugin, error) => {
    expect(await errorOf({ plugins: [plugin] })).toContain(`"${plugin}" cannot be loaded: ${error}`);
  });
});
