import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { countsOf, recordFaults, withFiles, withRecords } from '../bin/group-records.mjs';
import type { JudgedText } from '../bin/labels.mjs';
import { rules } from '../rules/index.js';
import { defineAvoidanceRule, type Rule } from '../src/rule/index.js';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Returns a rule with two groups, in a preset or in none. */
function made(presets: Rule['presets'] = { recommended: 'warn' }): Rule {
  return defineAvoidanceRule({
    id: 'no-cliffhanger',
    segment: 'responding',
    principle: 'Say what happens next.',
    why: 'Whoever is left guessing writes again.',
    source: 'a test',
    presets,
    groups: { waiting: { message: 'leaves open what comes' }, tuned: { message: 'asks to stay tuned' } },
  });
}

const FILE = `# About the file.

[waiting]
# Of these there are many.
we will see what happens
  + [We will see what happens].

[tuned] strict
stay tuned
  + Please [stay tuned]!

[examples]
  - We see you.
`;
const NONE = { hits: 0, right: 0, sources: 0, writtenOn: { hits: 0, right: 0 } };
const GOOD = { hits: 9, right: 9, sources: 3, writtenOn: { hits: 1, right: 0 } };
const counted = (waiting: typeof NONE, tuned = NONE) => new Map(Object.entries({ waiting, tuned }));
const written = (waiting: typeof NONE) => withRecords(FILE, made(), counted(waiting));
const faultsOf = (text: string, rule = made()) =>
  recordFaults(rule, text).map((fault) => fault.replace(/^rules\S+phrases\/no-cliffhanger\.txt:/, ''));

describe('records of groups', () => {
  test('every group of every rule has one, of the phrases that it has now', () => {
    const files = withFiles(root);
    expect(files.length).toBeGreaterThan(15);
    expect(files.flatMap(([rule, file]) => recordFaults(rule, readFileSync(root + file, 'utf8')))).toEqual([]);
  });

  test('each stands below the heading of its group, and once', () => {
    const once = written(GOOD);
    expect(once.split('\n').slice(2, 5)).toEqual([
      '[waiting]',
      expect.stringMatching(/^# record: 9 hits, 9 right, 3 sources; written on 1 hit, 0 right \([\da-f]{8}\)$/),
      '# Of these there are many.',
    ]);
    expect(once).toContain('[tuned] strict\n# record: 0 hits, 0 right, 0 sources; written on 0 hits, 0 right (');
    expect(withRecords(once, made(), counted(GOOD))).toBe(once);
    expect(once.replace(/# record.*\n/g, '')).toBe(FILE);
  });

  test('a group without a record', () => {
    expect(faultsOf(FILE)).toEqual(['3: “waiting” has no record; run `npm run records`']);
  });

  test.each([
    ['a new phrase', 'stay tuned\n', 'stay tuned\nkeep tuned\n'],
    ['a new condition', '[tuned] strict', '[tuned] strict unbroken'],
    ['another phrase', 'stay tuned\n', 'stay tuned now\n'],
  ])('a record is too old: %s', (_, before, after) => {
    const faults = faultsOf(written(GOOD).replace(before, after));
    expect(faults).toEqual(['9: the phrases of “tuned” have changed since its record; run `npm run records`']);
  });

  test('lines that prove a phrase, and comments, do not make a record old', () => {
    const more = written(GOOD).replace('[stay tuned]!\n', '[stay tuned]!\n  - Stay in tune.\n# So it is.\n');
    expect(more).not.toBe(written(GOOD));
    expect(faultsOf(more)).toEqual([]);
  });

  test('what is recommended has support, or is plain', () => {
    const poor = { ...GOOD, right: 8 };
    expect(faultsOf(written(poor))).toEqual([
      '3: “waiting” is not proven: 8 of 9 right, 3 sources; wanted are 8 hits, 9 of 10 right, 3 sources; mark it “strict”, or say which guideline names it: “# plain: …”',
    ]);
    expect(faultsOf(written(poor), made({ strict: 'warn' }))).toEqual([]);
    expect(faultsOf(written(poor).replace('# Of these', '# plain: the house style names it\n# Of these'))).toEqual([]);
    expect(faultsOf(withRecords(FILE.replace('[waiting]', '[waiting] strict'), made(), counted(poor)))).toEqual([]);
    for (const few of [
      { ...GOOD, hits: 7, right: 7 },
      { ...GOOD, sources: 2 },
    ])
      expect(faultsOf(written(few))).toHaveLength(1);
  });

  test.each([
    ['# record: many', 'rules/languages/en/phrases/no-cliffhanger.txt:4:1: expected “# record: 12 hits'],
    ['# record: 1 hit, 2 right, 1 source; written on 0 hits, 0 right (0123abcd)', ':4:1: 2 right of 1 hits'],
    ['# plain:', ':4:1: expected who names the phrases after “plain:”'],
  ])('%s is no record', (line, message) => {
    expect(() => faultsOf(FILE.replace('[waiting]', `[waiting]\n${line}`))).toThrow(message);
  });

  test('each group is counted by itself, once a text, and what was read apart from the rest', async () => {
    const rule = rules.find(({ id }) => id === 'no-hollow-apology') as Rule;
    const text = (said: string, breaks: boolean, source: string, isUnseen = true): JudgedText => ({
      rule: rule.id,
      breaks,
      source,
      isUnseen,
      example: { text: said },
    });
    const counts = await countsOf(rule, [
      text('Sorry for any inconvenience. We apologize for any trouble. I am sorry you feel that way.', true, 'a'),
      text('We are sorry for any inconvenience.', false, 'b'),
      text('We are sorry for any inconvenience.', true, 'b', false),
      text('We are sorry that the mug broke.', true, 'c'),
    ]);
    expect(counts.get('any')).toEqual({ hits: 2, right: 1, sources: 2, writtenOn: { hits: 1, right: 1 } });
    expect(counts.get('feel')).toEqual({ hits: 1, right: 1, sources: 1, writtenOn: { hits: 0, right: 0 } });
    expect(counts.get('but')).toEqual(NONE);
  });
});
