import { describe, expect, test } from 'vitest';
import { folderWith, replylint } from './command-line.js';

const HTML = '<p>Hi {{name}},</p><p>thank you for the drawing!!! We print it on Friday.</p><p>Best,<br>Anna</p>';
const PLAIN = 'Hi {{name}},\n\nthank you for the drawing!!! We print it on Friday.\n\nBest,\nAnna';
const FIXED = (text: string) => text.replace('!!!', '!');

/** An entry that contains both texts, in the format of each help desk. */
const SHAPES: Readonly<Record<string, (html: string, plain: string) => unknown>> = {
  gorgias: (body_html, body_text) => ({
    data: [{ id: 1, name: 'A', actions: [{ name: 'setResponseText', arguments: { body_html, body_text } }] }],
  }),
  freshdesk: (content_html, content) => [{ id: 1, title: 'A', folder_id: 2, content, content_html }],
  intercom: (body, body_text) => ({ type: 'list', data: [{ type: 'macro', id: '1', name: 'A', body, body_text }] }),
  zendesk: (html, plain) => ({
    macros: [
      {
        id: 1,
        title: 'A',
        actions: [
          { field: 'comment_value', value: ['channel:all', plain] },
          { field: 'comment_value_html', value: html },
        ],
      },
    ],
  }),
};

const ONLY = ['--no-config-lookup', '--rule', '{"no-shouting": "error"}', '--rule', '{"no-blame-shifting": "error"}'];

async function linted(shape: unknown, ...args: string[]) {
  const cwd = folderWith({ 'a.json': JSON.stringify(shape, null, 1) });
  const { out } = await replylint(['-f', 'json', ...ONLY, ...args, 'a.json'], { cwd });
  const [{ messages, output }] = JSON.parse(out);
  const found = messages.filter(({ ruleId }: { ruleId: string }) => /shouting|blame/.test(ruleId));
  return { found: found as { ruleId: string; line: number; words: string }[], output: output as string | undefined };
}

describe.each(Object.entries(SHAPES))('%s: HTML and plain text side by side', (_, shape) => {
  test('what both say is found once', async () => {
    const { found } = await linted(shape(HTML, PLAIN));
    expect(found.map(({ words }) => words)).toEqual(['!!!']);
  });

  test('a fix mends both', async () => {
    const { found, output } = await linted(shape(HTML, PLAIN), '--fix-dry-run');
    expect(found).toEqual([]);
    expect(JSON.parse(output ?? '')).toEqual(shape(FIXED(HTML), FIXED(PLAIN)));
  });

  test('a sentence that only the plain one has is linted, and fixed where it stands', async () => {
    const more = PLAIN.replace('\n\nBest', ' You failed to sign it!!!\n\nBest');
    const { found } = await linted(shape(FIXED(HTML), FIXED(more)));
    expect(found.map(({ ruleId }) => ruleId).sort()).toEqual(['no-blame-shifting', 'no-shouting']);
    const fixed = await linted(shape(FIXED(HTML), FIXED(more)), '--fix-dry-run');
    expect(fixed.found.map(({ ruleId }) => ruleId)).toEqual(['no-blame-shifting']);
    expect(JSON.parse(fixed.output ?? '')).toEqual(shape(FIXED(HTML), FIXED(more).replace('!!!', '!')));
  });

  test('a fix that the plain one does not need leaves it', async () => {
    const { output } = await linted(shape(HTML, FIXED(PLAIN)), '--fix-dry-run');
    expect(JSON.parse(output ?? '')).toEqual(shape(FIXED(HTML), FIXED(PLAIN)));
  });

  test('a closing line is put into both', async () => {
    const line = 'Is there anything else I can do for you?';
    const rule = `{"conclusion-check": ["warn", {"closingLine": ${JSON.stringify(line)}}]}`;
    const { output } = await linted(shape(FIXED(HTML), FIXED(PLAIN)), '--fix-dry-run', '--rule', rule);
    expect(output?.split(line)).toHaveLength(3);
  });
});

test.each(Object.entries(SHAPES))('%s: a plain text that stands alone is the reply', async (_, shape) => {
  const { found, output } = await linted(shape('', PLAIN), '--fix-dry-run');
  expect(found).toEqual([]);
  expect(JSON.parse(output ?? '')).toEqual(shape('', FIXED(PLAIN)));
});
