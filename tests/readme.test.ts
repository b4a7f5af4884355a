import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { rules } from '../rules/index.js';
import { rulesOfPreset } from '../src/config/index.js';
import { HELPDESKS } from '../src/read/index.js';
import { FORMATS } from '../src/report/index.js';
import { writtenFor } from '../src/rule/placeholder/catalogue.js';
import { replylint } from './command-line.js';

const root = fileURLToPath(new URL('..', import.meta.url));

test('the README shows the real output and lists every rule and help desk', async () => {
  const { out } = await replylint(['fixtures/shop'], { cwd: root });
  const shown = `\`\`\`console\n$ replylint fixtures/shop\n${out.trimEnd()}\n\`\`\``;
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const expected = filled(filled(filled(readme, 'output', shown), 'rules', table()), 'helpdesks', helpdesks());
  await expect(expected).toMatchFileSnapshot('../README.md');
});

test('the README names no rule, format or option that is not there', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const pages = await Promise.all(
    [['--help'], ['init', '--help'], ['list', '--help']].map((args) => replylint(args, { cwd: root })),
  );
  const help = pages.map(({ out }) => out).join('\n');
  for (const [option] of readme.matchAll(/(?<=[\s`])--[a-z][a-z-]+/g))
    expect(
      ['--save-dev', '--debug', '--all-files', '--no-install', ...(help.match(/--[a-z][a-z-]+/g) ?? [])],
      option,
    ).toContain(option);
  const [, formats = ''] = /Reports \(`-f`[^)]*\): ([^.]*)/.exec(readme) ?? [];
  expect([...formats.matchAll(/`([a-z]+)`/g)].map(([, name]) => name).sort()).toEqual([...FORMATS].sort());
  for (const [asked, name] of readme.matchAll(/(?<=[\s`])(?:-f|--format|-o|--output-file) ([a-z]+)\b(?!\.)/g))
    expect([...FORMATS, 'format'], asked).toContain(name);
  const known = new Set([...rules.map(({ id }) => id), 'no-hype']);
  for (const [rule] of readme.matchAll(/(?<=["`\s])no-[a-z]+(?:-[a-z]+)*(?=["`\s:])/g))
    expect(known, rule).toContain(rule);
});

/** The text with what stands between two markers replaced; the markers must be there, or nothing would be derived. */
function filled(text: string, name: string, content: string): string {
  const between = new RegExp(`(?<=<!-- ${name} -->\\n)[\\s\\S]*?(?=<!-- /${name} -->)`);
  expect(text, `the markers “${name}” are gone`).toMatch(between);
  return text.replace(between, () => `\n${content}\n\n`);
}

function helpdesks(): string {
  const rows = HELPDESKS.map(
    ({ id, label, reads, placeholders: { catalogue } }) =>
      `| ${label} | \`${id}\` | ${reads} | ${catalogue ? `\`${writtenFor(catalogue, catalogue.customer ?? '')}\`` : ''} |`,
  );
  return ['| Help desk | `helpdesk` | What is read | Checks names such as |', '| - | - | - | - |', ...rows].join('\n');
}

function table(): string {
  const recommended = rulesOfPreset('recommended', rules);
  const strict = rulesOfPreset('strict', rules);
  const chat = rulesOfPreset('chat', rules);
  const level = (entry: unknown) => String([entry ?? '–'].flat()[0]);
  const rows = rules.map(
    ({ id, segment, principle }) =>
      `| [${id}](rules/${id}.md) | ${segment} | ${principle} | ${level(recommended[id])} | ${level(strict[id])} | ${level(chat[id])} |`,
  );
  return ['| Rule | Segment | Principle | recommended | strict | chat |', '| - | - | - | - | - | - |', ...rows].join(
    '\n',
  );
}
