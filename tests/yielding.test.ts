import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.js';
import { folderWith, replylint } from './command-line.js';

const NAMED = 'Hi {{customer.first_name}}';
const letter = (greeting: string, sentence: string) =>
  `${greeting},\n\n${sentence} I will call you on Friday. Is there anything else I can do for you?\n\nBest,\n{{agent.name}}\n`;

/** Returns the rules that report a reply, in order, with a preset and these settings. */
async function reporting(text: string, settings: object = {}, preset = 'strict'): Promise<string[]> {
  const config = JSON.stringify({ extends: [`replylint:${preset}`], rules: settings });
  const cwd = folderWith({ 'macros/a.md': text, '.replylintrc.json': config });
  const { out } = await replylint(['-f', 'json', '.'], { cwd });
  return JSON.parse(out)[0].messages.map(({ ruleId }: { ruleId: string }) => ruleId);
}

/** A greeting, a sentence, the rule that reports the sentence, and the rule that reports it if the first one is off. */
const ONE_EACH: readonly (readonly [string, string, reported: string, otherwise: string])[] = [
  ['Dear customer', 'Your lamp is here.', 'no-impersonal-greeting', 'personalization'],
  ['Hi {{ticket.requester.first_nam}}', 'Your lamp is here.', 'valid-placeholder', 'personalization'],
  [NAMED, 'I need this from you ASAP.', 'no-pressure', 'no-vague-timeframe'],
  [NAMED, 'We will write at our earliest convenience.', 'no-vague-timeframe', 'no-robotic-phrases'],
  [NAMED, 'Your lamp is here. [TODO: check with legal]', 'no-internal-note', 'no-unfilled-placeholder'],
];

describe('two rules that find the same mistake', () => {
  test.each(ONE_EACH)('%s, %s gives one finding, of %s', async (greeting, sentence, reported, otherwise) => {
    const quiet = { appreciation: 'off', 'no-pressure': 'error', 'first-person-voice': 'off' };
    expect(await reporting(letter(greeting, sentence), quiet)).toEqual([reported]);
    expect(await reporting(letter(greeting, sentence), { ...quiet, [reported]: 'off' })).toEqual([otherwise]);
  });

  test('a formula in two halves gives one finding, too', async () => {
    for (const sentence of [
      'Please do not hesitate to write should you require any further help.',
      'Should you require any further help, please do not hesitate to write.',
    ])
      expect(await reporting(letter(NAMED, sentence), { appreciation: 'off', 'first-person-voice': 'off' })).toEqual([
        'no-robotic-phrases',
      ]);
  });

  test('a directive for the one leaves the other', async () => {
    const off = '<!-- replylint-disable no-impersonal-greeting -- a letter to all -->\n\n';
    expect(await reporting(off + letter('Dear customer', 'It is here.'), {}, 'recommended')).toEqual([
      'personalization',
    ]);
  });

  test('a rule that the configuration names reports everything that is missing', async () => {
    const settings = { personalization: 'error' };
    expect(await reporting(letter('Dear customer', 'It is here.'), settings, 'recommended')).toEqual([
      'no-impersonal-greeting',
      'personalization',
    ]);
  });

  test('an error never yields to a warning', async () => {
    const settings = { 'no-impersonal-greeting': 'warn', personalization: 'error' };
    expect(await reporting(letter('Dear customer', 'It is here.'), settings, 'recommended')).toEqual([
      'no-impersonal-greeting',
      'personalization',
    ]);
  });

  test('a greeting of some customers says nothing of the others', async () => {
    const text = letter('{% if vip %}Dear customer{% else %}Hello{% endif %}', 'It is here.');
    expect((await reporting(text, {}, 'recommended')).sort()).toEqual(['no-impersonal-greeting', 'personalization']);
  });

  test('what each reply lacks still counts for its library', async () => {
    const replies = ['Hello', 'Hi', 'Hello', 'Dear customer', 'Dear Sir', 'Hi'].map((greeting, at) => [
      `macros/${at}.md`,
      letter(greeting, 'It is here.'),
    ]);
    const cwd = folderWith(Object.fromEntries(replies));
    const { out } = await replylint(['-f', 'json', '--rule', 'no-near-duplicates: off', '.'], { cwd });
    const found = JSON.parse(out).flatMap(
      ({ messages }: { messages: { ruleId: string; message: string }[] }) => messages,
    );
    expect(found.map(({ ruleId }: { ruleId: string }) => ruleId).sort()).toEqual([
      'no-impersonal-greeting',
      'no-impersonal-greeting',
      'personalization',
    ]);
    expect(JSON.stringify(found)).toContain('6 of the 6 whole messages in macros/ never use the customer’s name');
  });

  test('every rule yields to rules that exist', () => {
    const ids = rules.map(({ id }) => id);
    expect(rules.flatMap(({ yieldsTo = [] }) => yieldsTo).filter((id) => !ids.includes(id))).toEqual([]);
  });
});
