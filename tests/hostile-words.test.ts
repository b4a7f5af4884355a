import { describe, expect, test } from 'vitest';
import { folderWith, replylint } from './command-line.js';
import { HOSTILE, NOT_INERT, pathPart } from './report/hostile.js';

/** A run in which untrusted words reach an output. */
interface Run {
  readonly files?: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly input?: string;
  readonly answers?: readonly string[];
}

const json = (value: unknown) => JSON.stringify(value);
const reply = (words: string) =>
  `Hi {{ticket.requester.first_name}},\n\nyou failed to send ${words} the form!! TODO ${words}\n\nKind regards,\n${words}\n`;
const macros = (words: string) =>
  json({ macros: [{ id: words, title: words, actions: [{ field: 'comment_value', value: reply(words) }] }] });
/**
 * Returns a file name that contains the words. Linux allows all characters except a slash and NUL, in up to 255 bytes.
 */
const named = (words: string) => Buffer.from(pathPart(words).replaceAll('\0', '')).toString().slice(0, 60);

/** Each place where untrusted words can enter, with an output that shows them. */
const RUNS: Readonly<Record<string, (words: string) => Run>> = {
  'a text': (words) => ({ files: { 'macros/a.md': reply(words) }, args: ['macros'] }),
  'a text, pretty': (words) => ({ files: { 'macros/a.md': reply(words) }, args: ['-f', 'pretty', 'macros'] }),
  'a text, compact': (words) => ({ files: { 'macros/a.md': reply(words) }, args: ['-f', 'compact', 'macros'] }),
  'a text, with --debug': (words) => ({ files: { 'macros/a.md': reply(words) }, args: ['--debug', 'macros'] }),
  'a text, as a diff': (words) => ({
    files: { 'macros/a.md': reply(words) },
    args: ['--fix-dry-run', '--rule', 'no-shouting: warn', 'macros'],
  }),
  'a text, listed': (words) => ({
    files: { 'macros/a.md': `---\ntitle: ${json(words)}\n---\n${reply(words)}` },
    args: ['list'],
  }),
  'a text, listed as JSON': (words) => ({ files: { 'a.json': macros(words) }, args: ['list', '-f', 'json', 'a.json'] }),
  'a text, shown': (words) => ({ files: { 'macros/a.md': reply(words) }, args: ['show', 'macros/a.md'] }),
  'a title': (words) => ({ files: { 'a.json': macros(words) }, args: ['a.json'] }),
  'a condition': (words) => ({
    files: { 'macros/a.md': `Hi,\n\n{% if x == "${words}" %}you failed to send it.{% endif %}\n\nBest,\nX\n` },
    args: ['macros'],
  }),
  'a template that is broken': (words) => ({
    files: { 'macros/a.md': reply(`{% if ${words}`) },
    args: ['macros/a.md'],
  }),
  'front matter': (words) => ({
    files: { 'macros/a.md': `---\nform: ${json(words)}\nlocale: ${json(words)}\n"${words}: x\n---\n${reply('x')}` },
    args: ['macros/a.md'],
  }),
  'a directive': (words) => ({
    files: { 'macros/a.md': `<!-- replylint-disable-next-line ${words} -->\n${reply('x')}` },
    args: ['macros/a.md'],
  }),
  'a file name': (words) => ({ files: { [`macros/${named(words)}.md`]: reply('x') }, args: ['macros'] }),
  'the name of a skipped file': (words) => ({
    files: { 'macros/a.md': reply('x'), [`${named(words)}.json`]: '{"a": 1}' },
    args: ['list', '--skipped'],
  }),
  'the name of a file that cannot be read': (words) => ({
    files: { [`macros/${named(words)}.md`]: 'Hi\u0000,\n' },
    args: ['macros'],
  }),
  'the name of a folder': (words) => ({ files: { [`${named(words)}/a.md`]: reply('x') }, args: ['--debug'] }),
  'a path that is not there': (words) => ({ args: [`no${words}`] }),
  'a pattern': (words) => ({ args: [`no${words}/*.md`] }),
  '-c': (words) => ({ args: ['-c', `no${words}.json`] }),
  '-f': (words) => ({ args: ['-f', `no${words}`] }),
  '-f of a path': (words) => ({ args: ['-f', `./no${words}.js`] }),
  '-o': (words) => ({ files: { 'macros/a.md': reply('x') }, args: ['-o', `no${words}:no/such/\0file`, 'macros'] }),
  '--rule': (words) => ({ args: ['--rule', `no${words}: warn`] }),
  '--rule that is no rule': (words) => ({ args: ['--rule', words] }),
  '--suppress-rule': (words) => ({ args: ['--suppress-rule', `no${words}`] }),
  '--suppressions-location': (words) => ({ args: ['--suppressions-location', `no${words}`] }),
  '--since': (words) => ({ args: ['--since', `no${words}`] }),
  '--max-warnings': (words) => ({ args: ['--max-warnings', `no${words}`] }),
  '--stdin-filename': (words) => ({ args: ['--stdin', '--stdin-filename', `${words}.md`], input: reply('x') }),
  'an option that is not there': (words) => ({ args: [`--no${words}`] }),
  'a command that is not there': (words) => ({ args: ['help', `no${words}`] }),
  'a rule to explain': (words) => ({ args: ['explain', `no${words}`] }),
  'a preset to list': (words) => ({ args: ['rules', '--preset', `no${words}`] }),
  'a shell to complete for': (words) => ({ args: ['completion', `no${words}`] }),
  'a reply to show': (words) => ({ files: { 'macros/a.md': reply('x') }, args: ['show', `no${words}`] }),
  'a key of a configuration': (words) => ({
    files: { '.replylintrc.json': json({ [words]: 1 }), 'a.md': reply('x') },
    args: [],
  }),
  'a value of a configuration': (words) => ({
    files: { '.replylintrc.json': json({ locale: words, rulesUrl: words }), 'a.md': reply('x') },
    args: ['a.md'],
  }),
  'a broken configuration': (words) => ({
    files: { '.replylintrc.yaml': `rules:\n  a: [${words}\n b: "`, 'a.md': reply('x') },
    args: [],
  }),
  'code that is a broken configuration': (words) => ({
    files: { 'replylint.config.mjs': `throw new Error(${json(words)});`, 'a.md': reply('x') },
    args: [],
  }),
  'a configuration, printed': (words) => ({
    files: { '.replylintrc.json': json({ ignores: [`x${words}`] }), 'a.md': reply('x') },
    args: ['--print-config', 'a.md'],
  }),
  'the phrase of a rule of one’s own': (words) => ({
    files: {
      '.replylintrc.json': json({ rules: { 'own/x': ['warn', { avoid: [words, `${words} (`] }] } }),
      'a.md': reply('x'),
    },
    args: [],
  }),
  'a plug-in that throws': (words) => ({
    files: {
      'acme.mjs': `export const rules = [{ id: 'acme/x', segment: 'respect', kind: 'check', principle: ${json(words)}, why: 'W.',
        source: 'S', presets: {}, appliesTo: {}, options: {}, phrases: { '*': {} }, ownPhrases: () => ({}),
        examples: { good: [], bad: [] }, *check() { throw new Error(${json(words)}); } }];`,
      '.replylintrc.json': '{"plugins": ["./acme.mjs"], "rules": {"acme/x": "warn"}}',
      'a.md': reply('x'),
    },
    args: ['a.md'],
  }),
  'a suppressions file': (words) => ({
    files: {
      'replylint-suppressions.json': `{"suppressions": [{"rule": ${json(words)}, "${words}": 1}]}`,
      'a.md': reply('x'),
    },
    args: ['a.md'],
  }),
  'an ignore file': (words) => ({
    files: { '.replylintignore': `${words}\n[${words}`, 'a.md': reply('x') },
    args: ['--debug'],
  }),
  'JSON that is broken': (words) => ({
    files: { 'macros/a.json': `{"macros": [{"title": "${words}", ` },
    args: ['macros/a.json'],
  }),
  'YAML that is broken': (words) => ({
    files: { 'macros/a.yaml': `macros:\n - title: "${words}\n  body: [` },
    args: ['macros/a.yaml'],
  }),
  'CSV that is broken': (words) => ({
    files: { 'macros/a.csv': `title,body\n${words},"${words}\n` },
    args: ['macros/a.csv'],
  }),
  'XML that is broken': (words) => ({
    files: { 'macros/a.xml': `<macros><macro title="${words}"><${words}>` },
    args: ['macros/a.xml'],
  }),
  'a folder to set up': (words) => ({ files: { [`${named(words)}/a.md`]: reply('x') }, args: ['init', '--yes'] }),
};

/** Matches a log command of a CI system at the start of a line. */
const COMMAND = /^\s*(?:::[a-z-]+[ :]|##\[|##vso\[|##teamcity\[)/m;

describe('words of strangers do no harm', () => {
  test.each(Object.keys(RUNS))('%s', async (name) => {
    const printed: string[] = [];
    for (const text of [...HOSTILE.map((one) => one.text), 'constructor', 'toString'])
      for (const words of [text, `\n${text}`]) {
        const { files = {}, args, input } = RUNS[name]?.(words) ?? { args: [] };
        const { out, err } = await replylint(args, { cwd: folderWith(files), ...(input !== undefined && { input }) });
        const said = `${out}\n${err}`;
        expect(said, json(words)).not.toMatch(NOT_INERT);
        expect(said, json(words)).not.toMatch(COMMAND);
        expect(said, json(words)).not.toMatch(/\n {4}at |internal error/);
        printed.push(said);
      }
    // If nothing was printed, nothing was tested.
    expect(printed.some((said) => said.trim() !== '')).toBe(true);
  });
});
