import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeFileSystem } from '../src/lint/index.js';
import { anchorsIn, mayHaveAnchor } from '../src/rule/anchors.js';
import { folderWith, messagesIn } from './command-line.js';
import { PROPERTY, runs } from './properties.js';

const CONFIG = { '.replylintrc.json': '{"extends": [], "rules": {"dead-reference": "warn"}}' };
const reply = (link: string) =>
  `Hi {{first_name}},\n\nplease see [our page](${link}) for more.\n\nBest,\n{{agent_name}}\n`;
const PAGE = '---\ntitle: Lost keys\n---\n\n# Keys & locks\n\n## What to do?\n\nCall us.\n\n## What to do?\n\nWait.\n';
const HTML = '<h1 id="keys">Keys</h1>\n<a name=\'spare\'></a>\n';

async function found(
  files: Readonly<Record<string, string>>,
  { args, ...world }: { readonly args?: readonly string[]; readonly fs?: typeof nodeFileSystem } = {},
): Promise<readonly string[]> {
  const found = await messagesIn(folderWith({ ...CONFIG, ...files }), args, world);
  return found.map(({ message }) => message);
}

describe('an anchor in another file', () => {
  test.each([
    ['../page.md#lost-keys', PAGE],
    ['../page.md#what-to-do-now', PAGE],
    ['../page.md#key', PAGE],
    ['../page.html#locks', HTML],
    ['../page.html#key', HTML],
    ['../my%20page.md#what-to-wear', PAGE],
  ])('that is not there: %s', async (link, text) => {
    const path = decodeURIComponent(link.slice(3).replace(/#.*/, ''));
    expect(await found({ 'mail/a.md': reply(link), [path]: text })).toEqual([
      `“${link}” does not match any heading or anchor in the file that it links to`,
    ]);
  });

  test.each([
    ['../page.md#keys--locks', PAGE],
    ['../page.md#keys-locks', PAGE],
    ['../page.md#what-to-do', PAGE],
    ['../page.md#what-to-do-1', PAGE],
    ['../page.md#What-To-Do', PAGE],
    ['../page.md#L12', PAGE],
    ['../page.md', PAGE],
    ['../page.md#', PAGE],
    ['../page.md#{{topic}}', PAGE],
    ['../page.md#more', `${PAGE}\n{% include more.md %}\n`],
    ['../page.md#spare', `${PAGE}\n### Other {#spare}\n`],
    ['../page.md#wechselschlüssel', `${PAGE}\n## Wechselschlüssel\n`],
    ['../page.md#wechselschl%C3%BCssel', `${PAGE}\n## Wechselschlüssel\n`],
    ['../page.md#see-the-list', `${PAGE}\n## See [the list](list.md)\n`],
    ['../page.html#keys', HTML],
    ['../page.html#spare', HTML],
    ['../page.html#top', HTML],
    ['../page.html#cart', '<script src="app.js"></script><div class="app"></div>'],
  ])('that is there, or may be: %s', async (link, text) => {
    expect(await found({ 'mail/a.md': reply(link), [link.slice(3).replace(/#.*/, '')]: text })).toEqual([]);
  });

  test('is not looked up outside of the files of the run, or in a file that is not text or is large', async () => {
    const files = { 'mail/a.md': reply('../page.md#lost-keys'), 'page.md': PAGE };
    expect(await found(files, { args: ['mail'] })).toEqual([]);
    expect(await found(files, { args: ['mail', 'page.md'] })).toHaveLength(1);
    expect(await found({ ...files, 'page.md': `${PAGE}${'word '.repeat(300_000)}` })).toEqual([]);
    expect(await found({ 'mail/a.md': reply('../../page.md#lost-keys') })).toEqual([]);
    const read = (path: string) =>
      path.endsWith('page.md') ? Uint8Array.of(0x23, 0x20, 0xff, 0xfe) : nodeFileSystem.read(path);
    expect(await found(files, { fs: { ...nodeFileSystem, read } })).toEqual([]);
    const fails = (path: string) => {
      if (path.endsWith('page.md')) throw Object.assign(new Error('no'), { code: 'EACCES' });
      return nodeFileSystem.read(path);
    };
    const unread = 'Not checked: cannot be read (EACCES)';
    expect(await found(files, { fs: { ...nodeFileSystem, read: fails } })).toEqual([unread]);
  });

  test('is looked up once per file, and only if a link with an anchor names it', async () => {
    const looked: string[] = [];
    const read = (path: string) => {
      looked.push(path.replace(/.*\//, ''));
      return nodeFileSystem.read(path);
    };
    const files = {
      'mail/a.md': reply('../page.md#keys'),
      'mail/b.md': reply('../page.md#locks'),
      'mail/c.md': reply('../other.md'),
      'page.md': PAGE,
      'other.md': PAGE,
    };
    expect(await found(files, { fs: { ...nodeFileSystem, read } })).toHaveLength(2);
    // Every file is read once to see whether it contains replies.
    expect(looked.filter((name) => name === 'page.md')).toHaveLength(2);
    expect(looked.filter((name) => name === 'other.md')).toHaveLength(1);
  });
});

describe('anchors of a text', () => {
  test('each heading of plain words has the anchor that GitHub generates', PROPERTY, () => {
    const heading = fc.array(fc.stringMatching(/^[a-zé]{1,8}$/), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(heading, fc.integer({ min: 1, max: 6 }), (words, level) => {
        const anchors = anchorsIn(`${'#'.repeat(level)} ${words.join(' ')}\n\ntext\n`);
        expect(mayHaveAnchor(anchors, words.join('-'))).toBe(true);
        expect(mayHaveAnchor(anchors, `${words.join('-')}-other`)).toBe(false);
      }),
      runs(100),
    );
  });
});
