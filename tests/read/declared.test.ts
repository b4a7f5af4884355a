import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigError, inOneLine, validate } from '../../src/config/index.js';
import { createSession, nodeFileSystem } from '../../src/lint/index.js';
import { SourceFile } from '../../src/model/source-file.js';
import { openTree } from '../../src/read/container/open.js';
import { type FileDeclaration, find, read } from '../../src/read/index.js';
import { follow, parsePath } from '../../src/read/json-path.js';
import { newFolder } from '../command-line.js';

const SHOP = { 'a b': [{ n: 1 }, { n: 2 }], deep: { x: { n: 3 }, y: { n: 4 } } };

describe('paths', () => {
  test.each([
    ['$', ['']],
    ["$['a b'][0].n", ['/a b/0/n']],
    ['$["a b"][*].n', ['/a b/0/n', '/a b/1/n']],
    ['$.deep[*].n', ['/deep/x/n', '/deep/y/n']],
    ['$.*.x', ['/deep/x']],
    ['$.none[*]', []],
    ['$.deep[0]', []],
    ['x', ['/deep/x']],
  ])('%s', async (path, expected) => {
    const { roots = [] } = await openTree(JSON.stringify(SHOP), 'json');
    const [root] = roots;
    expect(root && [...follow(parsePath(path), root)].map(({ value }) => value.pointer)).toEqual(expected);
  });

  test.each([
    ['items[*]', 'expected a key, or a path that begins with `$`'],
    ['$items', "at character 2: expected `.name`, `['name']`, `[0]` or `[*]`"],
    ['$.a[?(@.x)]', "at character 4: expected `.name`, `['name']`, `[0]` or `[*]`"],
    ['$..a', "at character 2: expected `.name`, `['name']`, `[0]` or `[*]`"],
  ])('%s is refused', (path, message) => expect(() => parsePath(path)).toThrow(message));
});

async function seen(path: string, content: string, declaration: FileDeclaration) {
  const { replies, problems, adapter } = await read(new SourceFile(path, content), path, { named: false, declaration });
  return [
    adapter,
    ...replies.map(({ id, title, body, markup, declared, pointer }) => ({
      id,
      title,
      body,
      markup,
      pointer,
      ...declared,
    })),
    ...problems.map(({ message, notice }) => `${notice ? 'notice: ' : ''}${message}`),
  ];
}

test('texts by path, with what stands beside and above them', async () => {
  const content = JSON.stringify({
    groups: [
      {
        lang: 'fr',
        items: [
          { name: 'A', no: 4, text: 'Oui', labels: ['x'] },
          { name: 'B', text: null },
        ],
      },
    ],
  });
  const declaration = { body: '$.groups[*].items[*].text', title: 'name', id: 'no', locale: 'lang', tags: 'labels' };
  expect(await seen('a.json', content, declaration)).toEqual([
    'replies at $.groups[*].items[*].text, as configured',
    { id: '4', title: 'A', body: 'Oui', markup: 'text', pointer: '/groups/0/items/0/text', locale: 'fr', tags: ['x'] },
  ]);
});

test('a map’s keys are titles; a column by its name; a format whatever the extension', async () => {
  const [, first] = await seen('a.yaml', 'm:\n  Late: Hi\n', { body: '$.m[*]' });
  expect(first).toMatchObject({ title: 'Late', body: 'Hi', id: 'a.yaml' });
  const [, cell] = await seen('a.txt', 'Who;Text\nA;"Hi ""you"""\n', { body: 'text', title: 'who', format: 'csv' });
  expect(cell).toMatchObject({ title: 'A', body: 'Hi "you"', pointer: '/0/Text' });
});

test('a path that leads nowhere is told', async () => {
  expect(await seen('a.json', '{}', { body: '$.x' })).toContain(
    'notice: No text at “$.x”, where the configuration expects replies',
  );
  expect((await seen('a.md', 'Hi', { body: '$.x' })).at(-1)).toMatch(/^Not checked: .* set `format`/);
});

const folder = newFolder(afterAll);
function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

test('the configuration’s files are read as it says, the others as they are', async () => {
  write({
    'a/.replylintrc.json': JSON.stringify({ files: [{ glob: 'own/*.json', body: '$.t[*]' }] }),
    'a/own/x.json': '{"t": ["Short", "Texts"]}',
    'a/own/broken.json': '{"t": [',
    'a/other.json': '{"t": ["Short", "Texts"]}',
  });
  const session = createSession({
    fs: nodeFileSystem,
    cwd: folder,
    rules: [],
    config: { lookup: true },
    today: '2026-01-01',
    ignore: false,
  });
  const steps: string[] = [];
  for await (const step of session.load(['a']))
    if (step.kind === 'file') {
      const { replies, problems } = step.loaded.content;
      steps.push(
        `${step.loaded.file.path}: ${[...replies, ...problems].map((one) => ('body' in one ? one.body : one.message))}`,
      );
    }
  expect(steps).toEqual([
    'other.json: ',
    'own/broken.json: Not JSON: close bracket expected',
    'own/x.json: Short,Texts',
  ]);
});

test.each([
  [{ files: {} }, 'files: expected a list, found {}'],
  [
    { files: [{ body: '$' }] },
    'config.json:2:2: files › item 1: expected a "glob" with the files that the entry applies to',
  ],
  [{ files: [{ glob: '*', body: '$x' }] }, 'files › item 1 › body: invalid path "$x": at character 2'],
  [{ files: [{ glob: '*', bodi: 'x' }] }, 'files › item 1 › bodi: unknown key "bodi". Did you mean "body"?'],
  [{ files: [{ glob: '*', format: 'toml' }] }, 'files › item 1 › format: "toml" is not one of "json"'],
])('%j is refused', async (config, message) => {
  const path = join(folder, 'config.json');
  writeFileSync(path, `{"files":\n${JSON.stringify(config.files)}}`);
  try {
    validate(config, path);
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    expect(await inOneLine(error as ConfigError, () => 'config.json')).toContain(message);
  }
});

test('walking enters hidden folders only for what is shared with the hosting service', async () => {
  write({
    'w/.github/replies.yml': '',
    'w/.vscode/x.json': '',
    'w/.secret.yaml': '',
    'w/node_modules/a/x.csv': '',
    'w/x.ndjson': '',
    'w/x.tf': '',
  });
  const paths = async (argument: string) => {
    const found: string[] = [];
    for await (const one of find([argument], folder, {
      fs: nodeFileSystem,
      isIgnored: () => false,
      files: undefined,
      isOut: () => false,
      isDeclared: async () => false,
    }))
      if ('absolute' in one) found.push(one.absolute.slice(folder.length + 1));
    return found;
  };
  expect(await paths('w')).toEqual(['w/.github/replies.yml', 'w/x.ndjson']);
  expect(await paths('w/.vscode')).toEqual(['w/.vscode/x.json']);
});
