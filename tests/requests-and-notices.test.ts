import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.js';
import { tryRule } from '../src/lint/index.js';

/** What a rule of the recommended preset marks in a text. */
async function marked(id: string, text: string): Promise<readonly string[]> {
  const rule = rules.find((one) => one.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return (await tryRule(rule, text)).map(({ marks }) => marks);
}

const FRONTS = [
  '',
  'To do this, ',
  'To unlock it, ',
  'Once you have found it, ',
  'If you want us to unlock it, ',
  'When you call about it, ',
  'After that, ',
  'So that we can, ',
];

describe('whatever clause stands in front', () => {
  const REQUESTS = [
    ['please send us your password.', 'send us your password'],
    ['kindly reply with your PIN.', 'reply with your PIN'],
    ['text me the verification code.', 'text me the verification code'],
    ['please include your password.', 'include your password'],
    ['you need to tell us your PIN.', 'you need to tell us your PIN'],
    ['we need you to send us your full card number.', 'we need you to send us your full card number'],
  ] as const;
  test.each(FRONTS.flatMap((front) => REQUESTS.map(([request, marks]) => [`${front}${request}`, marks] as const)))(
    '%s',
    async (text, marks) => expect(await marked('no-sensitive-data-request', text)).toEqual([marks]),
  );

  const HARMLESS = [
    'never send us your password.',
    'please do not reply with your PIN.',
    'we will never ask you to send us your password.',
    'you do not have to tell us your PIN.',
    'we send you a new password.',
    'please reset your password.',
    'please send us the last four digits of your card number.',
    'please enter your PIN on the device.',
  ];
  test.each(FRONTS.flatMap((front) => HARMLESS.map((text) => `${front}${text}`)))('silent: %s', async (text) =>
    expect(await marked('no-sensitive-data-request', text)).toEqual([]),
  );
});

describe('no-blame-shifting', () => {
  test.each([
    'Your account was locked because you entered the wrong password five times.',
    'You gave an incorrect PIN three times, so your card was blocked.',
    'After you entered the wrong code several times in a row, the app asks for your email address.',
  ])('silent, a security notice: %s', async (text) => expect(await marked('no-blame-shifting', text)).toEqual([]));

  test('the same without a lock is blame', async () =>
    expect(await marked('no-blame-shifting', 'You entered the wrong password.')).toEqual(['You entered the wrong']));
});
