import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { languagesIn, programsIn } from '../bin/languages.mjs';
import { ruleIndex } from '../bin/rule-index.mjs';
import { rules } from '../rules/index.js';
import { readPhrases } from '../src/language/folder/phrase-file.js';
import { bitsOf, foldTelltale, telltales as nowUsed } from '../src/language/telltale/index.js';
import { tryRule } from '../src/lint/index.js';
import { compileLanguages } from '../src/lint/languages/compile.js';
import { defineAvoidanceRule } from '../src/rule/index.js';
import type { Rule } from '../src/rule/rule.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const { en = {} } = languagesIn(`${root}/rules/languages`);
/** English without the phrases of the built-in rules and without the checks for their word classes. */
const words = Object.fromEntries(
  Object.entries(en).filter(
    ([name]) => !name.startsWith('phrases/') && !['words.txt', 'cues.txt', 'telltales.txt'].includes(name),
  ),
);
const FILLERS = 'filler really just unfortunately\n';

/** Returns a file of word classes, with the fillers and more classes in order. */
function wordsFile(more: string): string {
  return `${FILLERS}${more}`
    .split(/(?<=\n)(?=\S)/)
    .sort()
    .join('');
}

/** Returns a rule with the groups that a test needs. */
function made(...groups: readonly string[]): Rule {
  return defineAvoidanceRule({
    id: 'no-cliffhanger',
    segment: 'responding',
    principle: 'Say what happens next.',
    why: 'Whoever is left guessing writes again.',
    source: 'a test',
    presets: { recommended: 'warn' },
    groups: Object.fromEntries(groups.map((name) => [name, { message: `is ${name}` }])),
  });
}

/** Compiles one phrase file for that rule, and returns the faults without the path they share. */
async function faultsOf(phrases: string, { groups = ['waiting'], more = '' } = {}): Promise<string[]> {
  const texts = { ...words, 'words.txt': wordsFile(more), 'phrases/no-cliffhanger.txt': phrases };
  const { faults } = await compileLanguages({ en: texts }, [made(...groups)]);
  return faults.map(({ message }) => message.replace('rules/languages/en/', ''));
}

describe('a rule in two files, and German for it in one', () => {
  const rule = made('waiting');

  beforeAll(async () => {
    const { faults } = await compileLanguages(
      {
        en: {
          ...words,
          'words.txt': wordsFile('result  ~outcome @news\nnews  news word\n'),
          'phrases/no-cliffhanger.txt': `[waiting]
we ~see what (happens|comes) → Name the day
  + [We really saw what comes].
no @result yet
  + There is [no really outcome yet].
`,
        },
        de: {
          'phrases/no-cliffhanger.txt':
            '[waiting]\n(wir|mal) sehen was (passiert|kommt)\n  + [Wir sehen, was passiert].\n  - Wir sehen uns.\n',
        },
      },
      [rule],
    );
    expect(faults).toEqual([]);
  });

  test.each([
    ['We just see what happens.', ['We just see what happens']],
    ['We saw what unfortunately comes', ['We saw what unfortunately comes']],
    ['There is no word yet.', ['no word yet']],
    ['We will see you.', []],
  ])('%j', async (text, marks) => {
    expect((await tryRule(rule, text)).map((finding) => finding.marks)).toEqual(marks);
  });

  test('what to write instead stands beside the phrase', async () => {
    const [finding] = await tryRule(rule, 'We see what comes.');
    expect([finding?.message, finding?.suggestions]).toEqual(['“We see what comes” is waiting', ['Name the day']]);
  });

  test('German', async () => {
    const [finding] = await tryRule(rule, { text: 'Nun, mal sehen, was kommt.', locale: 'de' });
    expect(finding?.marks).toBe('mal sehen, was kommt');
    expect(await tryRule(rule, { text: 'We see what comes.', locale: 'de' })).toEqual([]);
  });

  test('a language without phrases for it: it does not run there', async () => {
    expect(await tryRule(rule, { text: 'We see what comes.', locale: 'fr' })).toEqual([]);
  });
});

describe('what the compiler refuses', () => {
  test.each([
    ['[waiting]\nstay tuned\n', 'phrases/no-cliffhanger.txt:2:1: no “+” line in this file matches this phrase'],
    ['[waiting]\nstay tuned\n  + Hold on.\n', 'phrases/no-cliffhanger.txt:3:3: not found'],
    ['[waiting]\nstay tuned\n  + [Please stay] tuned.\n', '3:3: the phrase marks “stay tuned”, not “Please stay”'],
    [
      '[waiting]\nstay tuned\n  + Stay tuned.\n  - Do stay tuned.\n',
      '4:3: this “-” line must not match, but “stay tuned” does',
    ],
    ['[waiting]\nstay @tunned\n  + Stay tuned.\n', '2:6: “@tunned” is not a word class'],
    ['[waiting] unless @tunned reply\nstay\n  + Stay.\n', '1:1: “@tunned” is no word class'],
    ['[waiting] unless [calm] reply\nstay\n  + Stay.\n', '1:1: “[calm]” is no group of this file'],
    [`[waiting]\n${'stay '.repeat(25)}\n  + Stay.\n`, '2:1: 124 characters; a phrase has at most 120'],
    [`[waiting]\n${'stay\n  + Stay.\n'.repeat(26)}`, '1:1: 26 phrases; a group has at most 25'],
    ['[calm]\nstay\n  + Stay.\n', 'the rule “no-cliffhanger” has no group “calm”'],
    ['[calm]\nstay\n  + Stay.\n', 'has a group “waiting”, which this file lacks'],
    ['[waiting] loudly\nstay\n', '1:1: “loudly” was not expected'],
    ['stay\n', '1:1: a phrase stands below the heading of its group'],
    ['[waiting]\nstay\n  + [Stay.\n', '3:3: “[” is not closed'],
    [
      '[waiting]\nstay\n# record: 3 hits, 4 right, 1 source; written on 0 hits, 0 right (0a1b2c3d)\n',
      '3:1: 4 right of 3 hits',
    ],
  ])('%j', async (phrases, fault) => {
    const faults = await faultsOf(phrases).catch((error: Error) => [error.message]);
    expect(faults.join('\n')).toContain(fault);
  });

  test('a class that nobody uses, one in the wrong place, and one that stands for itself', async () => {
    const phrases = '[waiting]\nstay\n  + Stay.\n';
    expect(await faultsOf(phrases, { more: 'idle  here\n' })).toEqual([
      'words.txt:2:1: the class “idle” is used nowhere',
    ]);
    expect(
      (await compileLanguages({ en: { ...words, 'words.txt': `${FILLERS}early  soon\n` } }, [])).faults.map(
        ({ message }) => message,
      ),
    ).toEqual([
      'rules/languages/en/words.txt:2:1: classes stand in the order of the alphabet: “early” goes before “filler”',
    ]);
    expect(await faultsOf(phrases, { more: 'a  @b\nb  @a\n' })).toEqual([expect.stringContaining('stands for itself')]);
  });

  test('a class of formulas: words stand in classes, phrases in phrase files', async () => {
    const phrases = '[waiting]\nstay @soon\n  + Stay put for word 1.\n';
    const soon = (count: number, member: (n: number) => string) =>
      `soon  ${Array.from({ length: count }, (_, n) => member(n + 1)).join(' ')}\n`;
    const formula = (n: number) => `"put (for|until) word ${n}"`;
    expect(await faultsOf(phrases, { more: soon(12, formula) })).toEqual([]);
    expect(await faultsOf(phrases, { more: soon(13, formula) })).toEqual([
      'words.txt:2:1: 13 members of “soon” have 3 words or more; a class has at most 12; write phrases, with “+” lines',
    ]);
    const twoWords = (n: number) => `"(put for|put until) word${n}"`;
    expect(await faultsOf('[waiting]\nstay @soon\n  + Stay put for word1.\n', { more: soon(13, twoWords) })).toEqual(
      [],
    );
  });

  test('nothing of a rule whose phrases, all or some, hold in every language', async () => {
    const en = { ...words, 'words.txt': FILLERS };
    const any = { 'phrases/no-cliffhanger.txt': '[waiting]\nlorem ipsum\n  + [Lorem ipsum] dolor.\n' };
    const both = '[waiting]\nstay tuned\n  + [Stay tuned].\n[calm]\nno rush\n  + [No rush].\n';
    const faults = async (texts: Record<string, string>, ...groups: string[]) =>
      (await compileLanguages({ any, en: texts }, [made(...groups)])).faults.map(({ message }) => message);
    expect(await faults(en, 'waiting')).toEqual([]);
    expect(await faults({ ...en, 'phrases/no-cliffhanger.txt': both }, 'waiting', 'calm')).toEqual([]);
    expect(await tryRule(made('waiting', 'calm'), 'Stay tuned for the lorem ipsum.')).toMatchObject([
      { marks: 'Stay tuned' },
      { marks: 'lorem ipsum' },
    ]);
    expect(
      await faults({ ...en, 'phrases/no-cliffhanger.txt': both.slice(both.indexOf('[calm]')) }, 'waiting', 'calm'),
    ).toEqual([]);
  });

  test('nothing of what is there', async () => {
    expect(await faultsOf('[waiting]\nstay tuned\n  + Stay tuned.\n')).toEqual([]);
  });
});

describe('the conditions of a group', () => {
  const file = `[waiting] strict
stay tuned
  + [Stay tuned].
[plain] unless @owned sentence
we missed it
  + [We missed it].
  - We missed it, sorry.
[near] only with @late in the nearby
it slipped
  + It is late. [It slipped].
  - It is done. It slipped.
[whole] unbroken
well then
  + [Well then].
  - Well, then.
[asked] unless [calm] reply
hurry up
  + [Hurry up].
  - Hurry up. No rush, though.
[calm]
no rush
  + [No rush].
[order] unless @owned before
send it
  + [Send it].
  + If you are sorry, [send it].
  - We are sorry just send it.
`;
  const rule = made('waiting', 'plain', 'near', 'whole', 'asked', 'order');

  test('hold, each as its lines say', async () => {
    const texts = {
      ...words,
      'words.txt': wordsFile('owned  sorry\nlate  late\n'),
      'phrases/no-cliffhanger.txt': file,
    };
    const { faults } = await compileLanguages({ en: texts }, [rule]);
    expect(faults.map(({ message }) => message)).toEqual([]);
    expect(await tryRule(rule, 'Stay tuned.')).toEqual([]);
    expect(await tryRule(rule, { text: 'Stay tuned.', options: { strict: true } })).toHaveLength(1);
    const table = [
      ['We missed it. Sorry.', 1],
      ['Sorry, we missed it.', 0],
    ] as const;
    for (const [text, count] of table) expect(await tryRule(rule, text)).toHaveLength(count);
  });
});

test('a record stands in its group', () => {
  const { groups } = readPhrases(
    '[a]\n# record: 12 hits, 11 right, 5 sources; written on 1 hit, 1 right (0a1b2c3d)\n# plain: our style guide\nb\n',
    'a.txt',
    'a',
  );
  expect(groups[0]?.record).toEqual({
    hits: 12,
    right: 11,
    sources: 5,
    writtenOn: { hits: 1, right: 1 },
    stamp: '0a1b2c3d',
  });
  expect(groups[0]?.plain).toBe('our style guide');
});

describe('telltales and cues', () => {
  const faultsIn = async (name: string, text: string) => {
    const { faults } = await compileLanguages({ xx: { [name]: text } }, []);
    return faults.map(({ message }) => message.replace(/; expected one of .*/, '').replace('rules/languages/xx/', ''));
  };

  test.each([
    ['[greetings]\nhi\n', 'telltales.txt:1:1: “[greetings]” is no section of this file'],
    ['[greeting]\nhi\n[greeting]\nhello\n', 'telltales.txt:3:1: the section “greeting” stands here twice'],
    ['[greeting]\nhi\n good (morning|day\n', 'telltales.txt:3:7: “(” is not closed'],
    ['[greeting]\ngood day)\n', 'telltales.txt:2:9: “)” without “(”'],
    ['[greeting]\nhi | | hello\n', 'telltales.txt:2:13: expected words between “|” and “|”'],
    ['[greeting]\nhe*llo\n', 'telltales.txt:2:3: “*” stands at the end of an alternative'],
    ['[greeting]\nhi [name]\n', 'telltales.txt:2:4: “[” is no letter, and has no meaning here'],
  ])('%j is refused', async (text, fault) => {
    expect(await faultsIn('telltales.txt', text)).toEqual([fault]);
  });

  test.each([
    ['[marks robotic]\nhello\n', 'cues.txt:1:1: “[marks robotic]” is no section of this file'],
    ['[topics delay]\nlate\n[topics delay]\nlate\n', 'cues.txt:3:1: the section “topics delay” stands here twice'],
    ['[topics delay] loose\nlate\n', 'cues.txt:1:1: “loose” was not expected after a heading; it may say “exact”'],
    ['[topics delay]\n(late\n', 'cues.txt:2:1: “(” is not closed'],
  ])('%j is refused among cues', async (text, fault) => {
    expect(await faultsIn('cues.txt', text)).toEqual([fault]);
  });

  test('a language with nothing else has no pack, and its replies are found', async () => {
    const { packs, telltales, faults } = await compileLanguages(
      { xx: { 'telltales.txt': '[greeting]\nahoj (tam)?\n' } },
      [],
    );
    expect([packs.map(({ code }) => code), faults]).toEqual([['any'], []]);
    expect(telltales?.length).toBeGreaterThan(0);
    const greeting = bitsOf('greeting');
    const found = ['Ahoj tam, jak je', 'prvý ahoj', 'ahojky'].map((text) =>
      nowUsed().isIn(foldTelltale(text), greeting),
    );
    expect(found).toEqual([true, true, false]);
  });
});

test('a configuration’s phrases are written in the same language', async () => {
  const { faults } = await compileLanguages(languagesIn(`${root}/rules/languages`), rules, programsIn(root));
  expect(faults).toEqual([]);
  const rule = rules.find(({ id }) => id === 'no-hollow-apology');
  if (!rule) throw new Error('no such rule');
  const found = async (extra: string, text: string) =>
    (await tryRule(rule, { text, options: { extra: [extra] } })).map(({ marks }) => marks);
  expect(await found('our @trouble', 'Our recent delays')).toEqual([]);
  expect(await found('our ~delay', 'It was our delay, and she is our really delayed guest')).toEqual([
    'our delay',
    'our really delayed',
  ]);
  expect(await found('we {past} it', 'We simply found it, we walked it, we find it')).toEqual([
    'We simply found it',
    'we walked it',
  ]);
});

test('the list of the rules is that of their folder', () => {
  expect(readFileSync(`${root}/rules/index.ts`, 'utf8')).toBe(ruleIndex(`${root}/rules`));
});
