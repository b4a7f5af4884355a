import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.js';
import { createSession, type SessionOptions, Stats } from '../src/lint/index.js';
import { withLoneReply } from '../src/lint/load/lone-reply.js';
import type { LoadStep } from '../src/lint/load/step.js';
import { folderWith, replylint } from './command-line.js';
import { MemoryFileSystem } from './memory-file-system.js';

const ROOT = '/in-memory';
const letter = (...said: readonly string[]) => `Hi {{name}},\n\n${said.join('\n\n')}\n\nBest,\nKim\n`;

async function lint(files: Readonly<Record<string, string>>, options: Partial<SessionOptions> = {}) {
  const fs = new MemoryFileSystem(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`${ROOT}/${path}`, text])),
  );
  const config = { lookup: false } as const;
  const session = createSession({ fs, cwd: ROOT, rules, config, today: '2026-01-01', ...options });
  return (await session.lint(['.'])).results.whole();
}

/** Lints with times recorded, which need all digests, even of a lone reply. */
const lintInFull = (files: Readonly<Record<string, string>>) =>
  lint(files, { stats: new Stats(() => 0), keepsReplies: true });

const CONTRADICTORY = {
  'two spellings of a link': letter('See https://lumo.example/help or http://lumo.example/help.'),
  'a typo in an address': letter('Write to support@lumo.example or to support@lummo.example.'),
  'a rough amount': letter(
    'We charge a late payment fee of £8. A late payment costs you a fee of about £10.',
    'You have 30 days from delivery to send a purchase back to us.',
  ),
  'a link to a missing heading': letter('See [the steps](#steps-to-take).'),
};

describe('a reply that no other reply is compared with', () => {
  test.each(Object.entries(CONTRADICTORY))('is reported for %s', async (_, text) => {
    const [result] = await lint({ 'a.md': text }, { keepsReplies: true });
    expect(result?.messages.filter(({ segment }) => segment === 'library')).toHaveLength(1);
    expect([result]).toEqual(await lintInFull({ 'a.md': text }));
  });

  test.each(rules.flatMap((rule) => (rule.library ? [[rule.id, rule.library.examples] as const] : [])))(
    'has the same findings and the same record as with all digests: the examples of %s',
    async (_, { good, bad }) => {
      for (const one of [...good, ...bad].flatMap(({ replies }) => replies)) {
        const files = { 'a.md': letter(typeof one === 'string' ? one : one.text) };
        expect(await lint(files, { keepsReplies: true })).toEqual(await lintInFull(files));
      }
    },
    60_000,
  );

  test('is not digested by rules that compare replies', async () => {
    const digested: string[] = [];
    const watched = rules.map((rule) => {
      const { library, id } = rule;
      if (!library) return rule;
      const digest: typeof library.digest = (readings, values) => {
        digested.push(id);
        return library.digest(readings, values);
      };
      return { ...rule, library: { ...library, digest } };
    });
    const text = letter('Your refund takes 5 days.');
    await lint({ 'a.md': text, 'b.png': '' }, { rules: watched });
    expect(digested).toEqual(['dead-reference']);
    await lint({ 'a.md': text, 'b.md': text }, { rules: watched });
    expect(digested.filter((id) => id === 'consistent-facts')).toHaveLength(2);
  });
});

describe('the first of several replies', () => {
  const [five, seven] = [letter('Your refund takes 5 days.'), letter('Your refund takes 7 days.')];
  const contradicted = [expect.stringContaining('“7 days” contradicts “5 days”')];
  const facts = (results: Awaited<ReturnType<typeof lint>>) =>
    results.flatMap(({ messages }) => messages.flatMap((m) => (m.ruleId === 'consistent-facts' ? [m.message] : [])));

  test('is compared with those of files that come after others', async () => {
    expect(facts(await lint({ 'a.md': five, 'b.png': '', 'c.md': seven }))).toEqual(contradicted);
    expect(facts(await lint({ 'a.md': '', 'b.md': five, 'c.md': seven }))).toEqual(contradicted);
  });

  test('is compared with those of its own file, also if that is read in parts', async () => {
    const lines = [five, seven].map((body, id) => `${JSON.stringify({ id, body })}\n`).join('');
    for (const longFrom of [10, 1_000_000])
      expect(facts(await lint({ 'a.ndjson': lines }, { longFrom }))).toEqual(contradicted);
  });

  test('is compared with those of a cache', async () => {
    const cwd = folderWith({ 'a.md': five, '.replylintrc.json': '{}' });
    const run = () => replylint(['--cache', '.', '-f', 'compact'], { cwd });
    await run();
    expect((await run()).out).not.toContain('contradicts');

    writeFileSync(`${cwd}/b.md`, seven);
    expect((await run()).out).toContain('“7 days” contradicts “5 days”');
  });
});

test('a directive for a rule that compares replies is not reported as unused in a lone reply', async () => {
  const text = `<!-- replylint-disable consistent-facts -- checked -->\n\n${letter('Your refund takes 5 days.')}`;
  const cwd = folderWith({ 'a.md': text });
  const { out } = await replylint(['--report-unused-disable-directives', 'a.md', '-f', 'compact'], { cwd });
  expect(out).not.toContain('unused');
});

test.each([1, 2])('a run that stops at step %i ends the steps before it', async (count) => {
  let isEnded = false;
  async function* steps(): AsyncGenerator<LoadStep> {
    try {
      for (const path of ['a.png', 'b.png', 'c.png']) yield { kind: 'left', path } as unknown as LoadStep;
    } finally {
      isEnded = true;
    }
  }
  let seen = 0;
  for await (const _ of withLoneReply(steps(), {} as Parameters<typeof withLoneReply>[1])) {
    seen += 1;
    if (seen === count) break;
  }
  expect(isEnded).toBe(true);
});
