import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { type ParseError, parse as parseJson } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { rules } from '../../rules/index.js';
import { schemaOf } from '../../src/config/index.js';
import { KINDS } from '../../src/lint/result/directive.js';
import { folderWith, replylint } from '../command-line.js';
import { BLOCKS, type Block, PAGES, root, textOf } from './page.js';
import { faultOf, sample } from './sample.js';

const isConfig = new Ajv({ allErrors: true, strict: false }).compile(schemaOf(rules));
const action = parseYaml(readFileSync(`${root}action.yml`, 'utf8'));
const hookIds = parseYaml(readFileSync(`${root}.pre-commit-hooks.yaml`, 'utf8')).map(({ id }: { id: string }) => id);

/** The check for each language of a code block. `tests/tools/pages.tools.ts` also compiles and runs code blocks. */
const CHECKS: Readonly<Record<string, (block: Block) => Promise<void>>> = {
  sh: async ({ text }) => {
    const cwd = sample();
    for (const line of text.split('\n').filter((one) => !/^\s*(?:#|$)/.test(one)))
      expect(await faultOf(line, cwd)).toBe(undefined);
  },
  json: ({ text }) => json(text, {}),
  jsonc: ({ text }) => json(text, { disallowComments: false }),
  yaml: async ({ text }) => (text.startsWith('---') ? frontMatter(text) : yaml(parseYaml(text))),
  markdown: async ({ text }) => directives(text),
  // Blocks with phrase files are compiled there, too.
  text: picture,
  // The output is compared with a real run below.
  console: async ({ text }) => expect(text).toMatch(/^\$ replylint /),
  js: async () => {},
  ts: async () => {},
};

describe('the pages', () => {
  test('are found, and their blocks', () => {
    expect(PAGES).toEqual(
      expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'src/README.md', 'rules/languages/README.md']),
    );
    expect(BLOCKS.length).toBeGreaterThan(40);
  });

  test.each(BLOCKS.map((block) => [`${block.page}:${block.line} ${block.lang}`, block] as const))(
    '%s',
    async (_, block) => {
      expect(Object.keys(CHECKS)).toContain(block.lang);
      await CHECKS[block.lang]?.(block);
    },
  );

  test('lines in running text that start the command work', async () => {
    const cwd = sample();
    const lines = PAGES.flatMap((page) =>
      [...textOf(page).matchAll(/`((?:npx )?replylint [^`<[…\n]*)`/g)].map(([, line = '']) => ({ page, line })),
    );
    expect(lines.length).toBeGreaterThan(10);
    for (const { page, line } of lines) expect(await faultOf(line, cwd), page).toBe(undefined);
  });
});

describe('the checks of blocks see what is wrong', () => {
  test.each<[string, string]>([
    ['sh', 'replylint --no-such-option'],
    ['sh', 'npm run nothing'],
    ['sh', 'rm -rf /'],
    ['json', '{"rules": {"greting": "error"}}'],
    ['json', '{"unknown": 1}'],
    ['json', '{"rules": {}} // comment'],
    ['yaml', 'repos:\n  - repo: x\n    hooks:\n      - id: no-such-hook\n'],
    ['yaml', 'jobs:\n  a:\n    steps:\n      - uses: a/replylint@v1\n        with:\n          path: x\n'],
    ['yaml', 'a:\n  script:\n    - npx replylint --no-such-option\n'],
    ['yaml', '---\nform: letter\n---\n'],
    ['yaml', '---\nreplylint:\n  rules:\n    greting: off\n---\n'],
    ['markdown', '<!-- replylint-disable-next no-shouting -->'],
    ['markdown', '<!-- replylint-disable no-such-rule -->'],
    ['text', '9 src/nothing'],
  ])('%s: %j', async (lang, text) => {
    const block = { page: 'a.md', line: 1, lang, text };
    await expect(CHECKS[lang]?.(block)).rejects.toThrow();
  });
});

/** Configurations are loaded in the same way as by the command. */
async function json(text: string, { disallowComments = true }: { readonly disallowComments?: boolean }): Promise<void> {
  const faults: ParseError[] = [];
  const value = parseJson(text, faults, { disallowComments, allowTrailingComma: false });
  expect(faults).toEqual([]);
  if ('lint-staged' in value) {
    const cwd = sample();
    for (const command of Object.values(value['lint-staged']))
      expect(await faultOf(`${command} macros/refund.md`, cwd)).toBe(undefined);
    return;
  }
  expect(isConfig(value) ? [] : isConfig.errors).toEqual([]);
  const cwd = sample({ '.replylintrc.json': text });
  expect(await replylint(['--print-config', 'macros/refund.md'], { cwd })).toMatchObject({ code: 0, err: '' });
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, string>>;
}

/** Only the parts of hooks, workflows and jobs that concern replylint are checked. */
async function yaml(value: Record<string, unknown>): Promise<void> {
  const cwd = sample();
  const runs = async (line: string) => expect(await faultOf(line, cwd)).toBe(undefined);
  if (Array.isArray(value.repos)) {
    for (const { repo, hooks } of value.repos)
      for (const { id, entry } of hooks)
        if (repo === 'local') await runs(entry);
        else expect(hookIds).toContain(id);
    return;
  }
  const jobs = Object.values((value.jobs ?? value) as object) as { steps?: readonly Step[]; script?: string[] }[];
  const steps = jobs.flatMap((job) => job.steps ?? (job.script ?? []).map((run): Step => ({ run })));
  expect(steps.length).toBeGreaterThan(0);
  for (const { uses = '', run, with: inputs = {} } of steps) {
    if (run !== undefined) await runs(run);
    if (!/\/replylint@/.test(uses)) continue;
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(inputs)));
    await runs(`replylint ${inputs.args ?? ''} ${(inputs.paths ?? '.').trim().split('\n').join(' ')}`);
  }
}

/** Checks that the command understands the front matter and knows all of its keys. */
async function frontMatter(text: string): Promise<void> {
  const cwd = folderWith({ 'a.md': `${text.trimEnd()}\n\nHi Kim,\n\nyour parcel is late.\n` });
  const { title, form, intent, locale, channel } = parseYaml(text.replace(/^---\n|---\s*$/g, ''));
  const [row] = JSON.parse((await replylint(['list', '-f', 'json', 'a.md'], { cwd })).out);
  expect(row).toMatchObject(
    Object.fromEntries(
      Object.entries({ title, form, intent, locale, channel }).filter(([, declared]) => declared !== undefined),
    ),
  );
  const { code, out, err } = await replylint(['a.md'], { cwd });
  expect([0, 1], out + err).toContain(code);
  expect(out).not.toMatch(/front matter/i);
}

/**
 * Checks that every directive is valid and names existing rules. In a text without findings, all directives that
 * suppress something are unused.
 */
async function directives(text: string): Promise<void> {
  const silencing = text.split('\n').filter((line) => /replylint-disable/.test(line));
  for (const line of silencing) {
    const cwd = folderWith({ 'a.md': `Fine.\n\n${line}\n\nFine.\n` });
    const [result] = JSON.parse((await replylint(['-f', 'json', '--no-config-lookup', 'a.md'], { cwd })).out);
    const unused = result.messages.filter(({ ruleId }: { ruleId: string }) => ruleId === 'unused-directive');
    expect(KINDS, line).toContain(/replylint-([a-z-]+)/.exec(line)?.[1]);
    const named = /disable(?:-[a-z-]+)? ([a-z, -]*?)(?= until| --|$)/.exec(line.replace(/\s*-->$/, ''))?.[1] ?? '';
    const ids = named.split(/,\s*/).filter((id) => id !== '');
    expect(rules.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
    expect(unused.length, line).toBeGreaterThan(0);
  }
  expect(silencing.length).toBeGreaterThan(0);
}

/** Checks that a diagram names existing folders. */
async function picture({ text }: Block): Promise<void> {
  for (const [, folder = ''] of text.matchAll(/(?<=^|[\s,])((?:src|rules|bin|tests)(?:\/[a-z]+)*)(?=[\s,]|$)/gm))
    expect(() => readFileSync(`${root}${folder}`), folder).toThrow(/EISDIR/);
}
