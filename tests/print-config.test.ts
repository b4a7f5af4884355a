import { describe, expect, test } from 'vitest';
import { folderWith, replylint } from './command-line.js';

interface Printed {
  file: string | null;
  rules: Record<string, unknown>;
  from: Record<string, string> & { rules: Record<string, { severity: string; options?: string }> };
  [key: string]: unknown;
}

async function printed(cwd: string, ...args: string[]): Promise<Printed> {
  const { out, code } = await replylint(args, { cwd });
  expect(code).toBe(0);
  return JSON.parse(out) as Printed;
}

describe('--print-config', () => {
  test('without a configuration: the preset, and nobody', async () => {
    const { file, rules, from } = await printed(folderWith({}), '--print-config', 'a.md');
    expect(file).toBeNull();
    expect(rules).toMatchObject({ greeting: ['error', expect.anything()], 'template-syntax': 'error' });
    expect(from).toMatchObject({ locale: 'default', signature: 'default' });
    const preset = 'replylint:recommended, extended by the built-in configuration';
    expect(from.rules.greeting).toEqual({ severity: preset, options: preset });
    expect(from.rules['no-hollow-apology']).toEqual({ severity: preset, options: 'default' });
    expect(from.rules['template-syntax']).toEqual({ severity: 'default' });
  });

  test('a severity alone restores what a preset asks less than by default, and keeps the rest', async () => {
    const asked = async (id: string, preset: string) => {
      const config = JSON.stringify({ extends: [`replylint:${preset}`], rules: { [id]: 'error' } });
      const { rules, from } = await printed(folderWith({ '.replylintrc.json': config }), '--print-config', 'a.md');
      return [rules[id], from.rules[id]?.options];
    };
    const all = ['error', { inAnswers: true, inBareTexts: true, commonFrom: 75 }];
    expect(await asked('future-reference', 'recommended')).toMatchObject([all, 'default']);
    expect(await asked('future-reference', 'strict')).toMatchObject([all, 'default']);
    expect(await asked('no-hollow-apology', 'strict')).toMatchObject([
      ['error', { strict: true }],
      'replylint:strict, extended by .replylintrc.json',
    ]);
    const { rules } = await printed(folderWith({}), '--print-config', 'a.md');
    expect(rules['future-reference']).toMatchObject(['warn', { inAnswers: false, inBareTexts: false, commonFrom: 50 }]);
  });

  test('each value with who says it: presets, files that are extended, overrides, the command line', async () => {
    const cwd = folderWith({
      'base.json': '{"locale": "de", "rules": {"greeting": ["warn", {"accept": ["moin"]}], "no-shouting": "error"}}',
      '.replylintrc.json': JSON.stringify({
        extends: ['replylint:strict', './base.json'],
        helpdesk: 'zendesk',
        rules: { greeting: 'error', 'conclusion-check': 'off', 'acme/hype': ['warn', { avoid: ['hype'] }] },
        overrides: [
          { files: 'other/**', locale: 'fr', rules: { greeting: 'off' } },
          {
            files: 'chat/**',
            form: 'chat',
            locale: 'en-GB',
            rules: { 'no-shouting': 'warn', 'template-syntax': 'warn' },
          },
        ],
      }),
    });
    const { from, rules, ...values } = await printed(
      cwd,
      '--rule',
      'no-blame-shifting: warn',
      '--print-config',
      'chat/a.md',
    );
    expect(values).toMatchObject({ file: '.replylintrc.json', locale: 'en-GB', helpdesk: 'zendesk', form: 'chat' });
    expect(from).toMatchObject({
      locale: '.replylintrc.json › overrides › item 2 › locale',
      form: '.replylintrc.json › overrides › item 2 › form',
      helpdesk: '.replylintrc.json › helpdesk',
      signature: 'default',
    });
    expect(rules).toMatchObject({
      greeting: ['error', { accept: ['moin'] }],
      'conclusion-check': 'off',
      'no-shouting': ['warn', expect.anything()],
    });
    expect(from.rules).toMatchObject({
      greeting: { severity: '.replylintrc.json › rules › greeting', options: 'base.json › rules › greeting' },
      'conclusion-check': { severity: '.replylintrc.json › rules › conclusion-check' },
      'no-shouting': {
        severity: '.replylintrc.json › overrides › item 2 › rules › no-shouting',
        options: 'replylint:strict, extended by .replylintrc.json',
      },
      'template-syntax': { severity: '.replylintrc.json › overrides › item 2 › rules › template-syntax' },
      'no-blame-shifting': { severity: '--rule' },
      personalization: { severity: 'replylint:strict, extended by .replylintrc.json' },
      'acme/hype': {
        severity: '.replylintrc.json › rules › acme/hype',
        options: '.replylintrc.json › rules › acme/hype',
      },
    });
    expect((await printed(cwd, '--print-config', 'a.md')).from.locale).toBe('base.json › locale');
    // Origins are shown for every value, and for nothing else.
    expect(Object.keys(from.rules).sort()).toEqual(Object.keys(rules).sort());
    expect(Object.keys(from).sort()).toEqual(
      [...Object.keys(values).filter((key) => key !== 'file'), 'rules', 'helpdesk']
        .filter((key, index, all) => all.indexOf(key) === index)
        .sort(),
    );
  });

  test('a rule that is silent because the help desk adds what it looks for says so', async () => {
    const cwd = folderWith({ '.replylintrc.json': '{"extends": "replylint:recommended", "salutation": "appended"}' });
    const { rules, from } = await printed(cwd, '--print-config', 'a.md');
    expect(rules.greeting).toBe('off');
    expect(from.rules.greeting).toEqual({ severity: '.replylintrc.json › salutation' });
  });
});
