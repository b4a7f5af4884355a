import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.js';
import { REPORT_FORMATS } from '../src/cli/report/targets.js';
import { rulesOfPreset, schemaOf } from '../src/config/index.js';
import { AVOIDING, REQUIRING } from '../src/config/own-rule.js';
import { PLACES } from '../src/config/places.js';
import { OWN } from '../src/config/validate.js';
import { HELPDESKS } from '../src/read/index.js';
import { FORMATS } from '../src/report/index.js';
import { writtenFor } from '../src/rule/placeholder/catalogue.js';
import { replylint } from './command-line.js';
import { BLOCKS, PAGES, root, textOf } from './pages/page.js';

/** Functions that generate the text between the markers of a page, by page and marker name. */
const DERIVED: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  'README.md': { rules: ruleTable },
  'src/read/README.md': { helpdesks },
  'src/config/README.md': {
    places: () =>
      PLACES.map((place) => `- \`${place}\`${place === 'package.json' ? ', under the key `replylint`' : ''}`).join(
        '\n',
      ),
    settings: () => settings(schema.properties),
    conditions: () => settings(overrides, (name) => !isSetting(name)),
    'override-settings': () => settings(overrides, isSetting),
    files: () => settings(schema.properties.files?.items?.properties),
    'own-rules': ownRules,
  },
};

interface Schema {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
}

const schema = schemaOf(rules) as { readonly properties: Readonly<Record<string, Schema>> };
const overrides = schema.properties.overrides?.items?.properties;
const isSetting = (name: string) => name === 'extends' || Object.hasOwn(OWN, name);

describe('what pages show is real', () => {
  test.each(
    PAGES.filter((page) => page in DERIVED || BLOCKS.some((block) => block.page === page && block.lang === 'console')),
  )('%s', async (page) => {
    let text = await withOutput(textOf(page));
    for (const [name, content] of Object.entries(DERIVED[page] ?? {})) text = filled(text, name, content());
    await expect(text).toMatchFileSnapshot(`../${page}`);
  });

  test('the README has at most 250 lines', () =>
    expect(textOf('README.md').split('\n').length).toBeLessThanOrEqual(250));
});

describe('what pages name is there', () => {
  test('options', async () => {
    const asked = [
      '--help --all',
      ...['init', 'list', 'show', 'report', 'rules', 'explain'].map((name) => `${name} --help`),
    ];
    const helps = await Promise.all(asked.map((args) => replylint(args.split(' '), { cwd: root })));
    const known = new Set(helps.flatMap(({ out }) => out.match(/--[a-z][a-z-]+/g) ?? []));
    for (const page of PAGES)
      for (const [option] of textOf(page).matchAll(/(?<=`)--[a-z][a-z-]+/g))
        expect([...known, ...OF_OTHERS], `${page}: ${option}`).toContain(option);
    expect(known.size).toBeGreaterThan(30);
  });

  test('report formats', () => {
    const page = textOf('src/cli/README.md');
    const rows = [...page.matchAll(/^\| `([a-z]+)` /gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual([...FORMATS].sort());
    for (const [asked, name] of PAGES.map(textOf)
      .join('\n')
      .matchAll(/(?<=[\s`])(?:-f|--format|-o|--output-file) ([a-z]+)\b(?!\.)/g))
      expect([...FORMATS, ...REPORT_FORMATS, 'format', 'path'], asked).toContain(name);
  });

  test('rules', () => {
    const known = new Set([...rules.map(({ id }) => id), 'no-hype', 'no-superlatives', 'no-cliffhanger']);
    for (const page of PAGES)
      for (const [rule] of textOf(page).matchAll(/(?<=["`\s])no-[a-z]+(?:-[a-z]+)*(?=["`\s:])/g))
        expect(known, page).toContain(rule);
  });
});

/** Options of other scripts, which are not options of the command. */
const OF_OTHERS = ['--all', '--written-on', '--labels'];

/** Returns a page in which the output of each command was generated again. */
async function withOutput(text: string): Promise<string> {
  let shown = text;
  for (const [block, args = ''] of text.matchAll(/```console\n\$ replylint (.*)\n[\s\S]*?```/g)) {
    const { out } = await replylint(args.split(' '), { cwd: root });
    shown = shown.replace(block, () => `\`\`\`console\n$ replylint ${args}\n${out.trimEnd()}\n\`\`\``);
  }
  return shown;
}

/**
 * Returns the text with the part between two markers replaced. The markers must exist, because nothing would be
 * generated otherwise.
 */
function filled(text: string, name: string, content: string): string {
  const between = new RegExp(`(?<=<!-- ${name} -->\\n)[\\s\\S]*?(?=<!-- /${name} -->)`);
  expect(text, `the markers “${name}” are gone`).toMatch(between);
  return text.replace(between, () => `\n${content}\n\n`);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '-'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function helpdesks(): string {
  const rows = HELPDESKS.map(({ id, label, reads, placeholders: { catalogue } }) => {
    const name = catalogue?.customer === undefined ? undefined : writtenFor(catalogue, catalogue.customer);
    return [label, `\`${id}\``, reads, name === undefined ? '' : `\`${name}\``];
  });
  return table(['Help desk', '`helpdesk`', 'What is read', 'Checks names such as'], rows);
}

function ruleTable(): string {
  const presets = (['recommended', 'strict', 'chat'] as const).map((preset) => rulesOfPreset(preset, rules));
  const level = (entry: unknown) => String([entry ?? '–'].flat()[0]);
  const rows = rules.map(({ id, segment, principle }) => [
    `[${id}](rules/${id}.md)`,
    segment,
    principle,
    ...presets.map((entries) => level(entries[id])),
  ]);
  return table(['Rule', 'Segment', 'Principle', 'recommended', 'strict', 'chat'], rows);
}

function settings(
  properties: Readonly<Record<string, Schema>> = {},
  isShown: (name: string) => boolean = () => true,
): string {
  const rows = Object.entries(properties)
    .filter(([name]) => isShown(name))
    .map(([name, property]) => [`\`${name}\``, valuesOf(property), property.description ?? '']);
  expect(rows.length).toBeGreaterThan(0);
  return table(['Setting', 'Value', 'Meaning'], rows);
}

function ownRules(): string {
  const rows = Object.entries({ ...AVOIDING, ...REQUIRING }).map(([name, option]) => [
    `\`${name}\``,
    'of' in option ? option.of.map((value) => `\`${value}\``).join(', ') : (OPTION_VALUES[option.type] ?? ''),
    option.description,
  ]);
  return table(['Option', 'Value', 'Meaning'], rows);
}

const OPTION_VALUES: Readonly<Record<string, string>> = {
  text: 'text',
  line: 'text of one line',
  list: 'list of texts',
  phrases: 'list of phrases',
};

/** Describes the possible values of a key. */
function valuesOf({ type, enum: known, anyOf, items, $ref }: Schema): string {
  if ($ref) return 'rules';
  if (known?.join() === HELPDESKS.map(({ id }) => id).join())
    return '[id of a help desk](../read/README.md#help-desks)';
  if (known) return known.map((value) => `\`${value}\``).join(', ');
  if (anyOf) return `${valuesOf(anyOf[0] ?? {})}; or a list`;
  if (type === 'array') return items?.properties ? 'list of objects' : 'list of texts';
  return type === 'string' ? 'text' : (type ?? '');
}
