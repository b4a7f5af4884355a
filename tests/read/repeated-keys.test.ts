import { expect, test } from 'vitest';
import { folderWith, replylint } from '../command-line.js';

const LETTER = (words: string) => `Hi {{name}},\n\n${words}\n\nIs there anything else I can do for you?\n\nBest,\nAna`;
const macro = (id: number, value: string) =>
  `{"id": ${id}, "title": "M${id}", "active": true, "actions": [{"field": "comment_value", ${value}}]}`;
const text = (words: string) => `"value": ${JSON.stringify(LETTER(words))}`;

async function noticesFor(json: string): Promise<string> {
  const { err } = await replylint(['m.json', '--no-warn-ignored'], { cwd: folderWith({ 'm.json': json }) });
  return err;
}

test('a reply that another one with the same key hides is named, with its file and line', async () => {
  const hidden = macro(1, `${text('You failed to pay the bill.')},\n${text('The refund left today.')}`);
  const err = await noticesFor(`{"macros": [\n${hidden},\n${macro(2, text('The parcel left today.'))}]}`);
  expect(err).toContain(
    'm.json:2:81: not read: the key "value" is used again in line 3, and only the last value counts; rename one of them',
  );
});

test('so is one in a list of texts by name, and all of them are counted', async () => {
  const entries = Array.from(
    { length: 8 },
    (_, at) => `"refund": ${JSON.stringify(LETTER(`Refund ${at} left today.`))}`,
  );
  const err = await noticesFor(`{\n${entries.join(',\n')},\n"late": ${JSON.stringify(LETTER('It is late.'))}\n}`);
  expect(err).toContain('m.json:2:1: not read: the key "refund" is used again in line 9');
  expect(err).toContain('m.json:7:1: not read: 2 more values whose keys are used again');
});

test.each([
  ['the same text twice', macro(1, `${text('The refund left today.')}, ${text('The refund left today.')}`)],
  ['a number', macro(1, `"n": 1, "n": 2, ${text('The refund left today.')}`)],
  ['other keys', macro(1, `"Value": "One two", ${text('The refund left today.')}`)],
])('%s is not mentioned', async (_, json) => {
  expect(await noticesFor(`{"macros": [${json}]}`)).not.toContain('used again');
});
