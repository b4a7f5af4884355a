import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { cloneOfProject, put, run, workshop } from './workshop.js';

const MAIL = 'Hi {{ticket.requester.first_name}},\n\nyou failed to send the form.\n\nKind regards\n';
const place = workshop();
const clone = join(place, 'clone');
const team = join(place, 'team');

beforeAll(() => {
  cloneOfProject(clone);
  put(team, { 'macros/bad.md': MAIL, 'other/bad.md': MAIL, 'macros/logo.svg': '<svg/>' });
  run('git init -q && git add -A', team);
});

describe('the hooks, from a fresh clone, by pre-commit', () => {
  test('the committed files', () => {
    const { said, code } = run(`pre-commit try-repo ${clone} replylint --all-files --verbose`, team);
    expect(said).toMatch(/replylint\.+Failed/);
    expect(said).toContain('macros/bad.md\n');
    expect(said).not.toContain('other/bad.md');
    expect(said).toContain('“you failed to” blames the customer');
    expect(code).toBe(1);
  });

  test('the whole library', () => {
    const { said, code } = run(`pre-commit try-repo ${clone} replylint-all --all-files --verbose`, team);
    expect(said).toMatch(/replylint \(whole library\)\.+Failed/);
    expect(said).toContain('other/bad.md\n');
    expect(code).toBe(1);
  });
});

test('the command that pre-commit runs since 4.6.2 installs it', () => {
  const prefix = join(place, 'global');
  const env = { npm_config_prefix: prefix, NPM_CONFIG_PREFIX: prefix };
  const { said, code } = run(`npm install --allow-git=root --install-links -g git+file://${clone}`, place, env);
  expect(code, said).toBe(0);
  const linted = run(`${prefix}/bin/replylint macros`, team);
  expect(linted.said).toContain('“you failed to” blames the customer');
  expect(linted.code).toBe(1);
});

test('prepare builds where the tools for it are missing, and changes no file that git knows', () => {
  const bare = cloneOfProject(join(place, 'bare'));
  const { said, code } = run(
    'npm ci --omit=dev && test ! -d node_modules/esbuild && npm run prepare --ignore-scripts=false',
    bare,
    {
      NODE_ENV: 'production',
      npm_config_ignore_scripts: 'true',
    },
  );
  expect(said).not.toContain('esbuild: not found');
  expect([code, existsSync(join(bare, 'dist/command.cjs'))], said).toEqual([0, true]);
  expect(run('git status --porcelain', bare).said).toBe('');
});
