import { describe, expect, test } from 'vitest';
import personalization from '../rules/personalization.js';
import { tryRule } from '../src/lint/index.js';

const SPOKEN_TO = [
  'Glad to have you here, Bo! The badge waits at the desk.',
  'No worries at all, Mr. Quaye, these things happen. The key is at the desk.',
  'What a lovely photo, Imani! It hangs in our office now.',
  'Renata – your tickets are in the post. Have fun.',
  'Dr Osei, you asked for the scan. It is attached.',
  'Petra, the bike is ready, and the bill is attached. The lock was free.',
  'It is done, Pavel. Nothing else is needed.',
  'Thanks Ines! The photos are in the file now.',
  'The photos are in. Thank you @tamsin-k for the quick answer.',
];

const NOBODY_SPOKEN_TO = [
  'Overnight, the disk filled up. You can sign in again.',
  'Warsaw, our northern depot, has your pallet. You will hear from us.',
  'Thanks to your report, Berlin and Lyon are back online.',
  'You can pick it up in the shop, Monday to Friday.',
  'Lastly, Chrome, Firefox and Safari work for you.',
  'As you asked, Visa, Mastercard and cash are taken.',
  'Your new plan, Premium, starts today. Enjoy.',
  'Your parcel is with our partner, Parcelo, and comes today.',
  'Windows, on the other hand, needs the driver. You find it below.',
  'Please select the menu, File, then Save.',
  'The white screen is gone for you. (Lena, is this still true?)',
  'Our joiner, Mr Hall, has set the post again. You can paint it.',
  'Your plan is active again. Thank you for the wait.\n\nThanks, Mia',
];

describe('who is spoken to by name', () => {
  test.each(SPOKEN_TO)('%s', async (text) =>
    expect(await tryRule(personalization, { text, form: 'full' })).toEqual([]),
  );

  test.each(NOBODY_SPOKEN_TO)('nobody: %s', async (text) =>
    expect(await tryRule(personalization, { text, form: 'full' })).toHaveLength(1),
  );
});
