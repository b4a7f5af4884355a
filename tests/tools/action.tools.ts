import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { folderWith } from '../command-line.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly { readonly shell: string; readonly env: Record<string, string>; readonly run: string }[];
  };
}

const action: Action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
const [step] = action.runs.steps;
if (!step) throw new Error('the action has no step');

const BAD = 'Hi {{ticket.requester.first_name}},\n\nyou failed to send the form.\n\nKind regards\n';
const FILES = { 'macros/bad.md': BAD, 'macros/with space.md': BAD, 'other/fine.md': BAD.replace('failed', 'tried') };

/**
 * Runs a step of the action like GitHub's runner: inputs are filled into `env`, and the script is in a file.
 * @param around a script that stands in for GitHub's command line, and the report that the step before has written
 */
function run(
  inputs: Readonly<Record<string, string>>,
  step = action.runs.steps[0],
  around: { readonly gh?: string; readonly report?: string } = {},
) {
  const cwd = folderWith(FILES);
  const given = (name: string) => inputs[name] ?? action.inputs[name]?.default ?? '';
  const env = Object.fromEntries(
    Object.entries(step?.env ?? {}).map(([name, value]) => [
      name,
      value
        .replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, input: string) => given(input))
        .replace(/\$\{\{ github\.event\.pull_request\.number \}\}/, given('number'))
        .replace(/\$\{\{ github\.token \}\}/, 'token'),
    ]),
  );
  const script = join(cwd, '.git', 'step.sh');
  const summary = join(cwd, '.git', 'summary.md');
  writeFileSync(script, step?.run ?? '');
  writeFileSync(summary, '');
  const tools = join(cwd, '.git', 'tools');
  mkdirSync(tools);
  const { gh, report } = around;
  if (gh !== undefined) writeFileSync(join(tools, 'gh'), `#!/bin/bash\n${gh}\n`, { mode: 0o755 });
  if (report !== undefined) writeFileSync(join(tools, 'replylint-report.md'), report);
  const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', script], {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: tools + delimiter + process.env.PATH,
      HOME: cwd,
      GITHUB_REPOSITORY: 'acme/replies',
      RUNNER_TEMP: tools,
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: root,
      GITHUB_WORKSPACE: cwd,
      GITHUB_STEP_SUMMARY: summary,
      ...env,
    },
  });
  return { code: status, out: stdout, err: stderr, cwd, summary: readFileSync(summary, 'utf8') };
}

describe('the action', () => {
  test('is a composite one, and no input is written into its script', () => {
    expect(action.runs.using).toBe('composite');
    expect(step.shell).toBe('bash');
    for (const { run: script } of action.runs.steps) expect(script).not.toContain('${{');
    expect(Object.keys(action.inputs)).toEqual(['paths', 'args', 'sarif', 'report', 'comment']);
  });

  test('annotates what it finds, writes a summary, and fails', () => {
    const { out, summary, code } = run({});
    expect(out).toMatch(/^::error .*file=macros\/bad\.md,line=3,/m);
    expect(summary).toContain('macros/bad.md');
    expect(code).toBe(1);
  });

  test('takes a path a line, and options with quotes', () => {
    const { out, code } = run({
      paths: 'macros/with space.md\n\nother',
      args: '--rule "no-blame-shifting: off" --rule \'greeting: off\'\n--max-warnings 50',
    });
    expect(out).not.toContain('no-blame-shifting');
    expect(code).toBe(0);
  });

  test('writes a report for code scanning where one is wanted', () => {
    const { cwd, code } = run({ sarif: 'out/replies.sarif' });
    const log = JSON.parse(readFileSync(join(cwd, 'out/replies.sarif'), 'utf8'));
    expect(log.version).toBe('2.1.0');
    expect(log.runs[0].results.length).toBeGreaterThan(0);
    expect(code).toBe(1);
  });

  test('adds the report to the summary where one is wanted', () => {
    const [, second] = action.runs.steps;
    expect(second).toMatchObject({ shell: 'bash', if: expect.stringMatching(/always\(\) && inputs\.report/) });
    const { summary, out, err, code } = run({ report: '-f markdown\n--rule "greeting: off"', paths: 'macros' }, second);
    expect({ out, code }, err).toEqual({ out: '', code: 0 });
    expect(summary).toMatch(/^<!-- replylint report -->\n### replylint: \d+ of 100\n\n2 replies, /);
    expect(run({ report: '--compare origin/main' }, second)).toMatchObject({ code: 2, summary: '' });
  });

  test.each([
    ['posts the report as a comment', '', 'api --silent repos/acme/replies/issues/7/comments -F body=@'],
    ['updates its earlier comment', '31\n55', 'api --silent -X PATCH repos/acme/replies/issues/comments/31 -F body=@'],
  ])('%s', (_, earlier, call) => {
    const [, , third] = action.runs.steps;
    expect(third).toMatchObject({ shell: 'bash', if: expect.stringContaining("inputs.comment == 'true'") });
    const gh = `
      printf '%s\\n' "$*" >> "$HOME/.git/calls"
      case "$*" in *--paginate*) printf '%s' '${earlier}' ;; *) words="$*"; cat "\${words##*body=@}" ;; esac`;
    const { cwd, out, code, err } = run({ number: '7' }, third, { gh, report: '<!-- replylint report -->' });
    expect({ code, out }, err).toEqual({ code: 0, out: '<!-- replylint report -->' });
    const calls = readFileSync(join(cwd, '.git/calls'), 'utf8').trim().split('\n');
    expect(calls).toEqual([
      expect.stringMatching(/^api --paginate repos\/acme\/replies\/issues\/7\/comments --jq /),
      expect.stringContaining(call),
    ]);
  });

  test('posts no comment if the report could not be written', () => {
    const gh = 'touch "$HOME/called"';
    const { cwd, code, err } = run({ number: '7' }, action.runs.steps[2], { gh, report: '' });
    expect({ code, called: existsSync(join(cwd, 'called')) }, err).toEqual({ code: 0, called: false });
  });

  test('runs nothing that stands in the input report', () => {
    const [, second] = action.runs.steps;
    for (const hostile of ['$(touch pwned) ; touch pwned', "'; touch pwned; '", '\n$(touch pwned)'])
      expect(existsSync(join(run({ report: hostile }, second).cwd, 'pwned')), hostile).toBe(false);
  });

  test.each(['paths', 'args', 'sarif'])('runs nothing that stands in its input %s', (input) => {
    for (const hostile of [
      '$(touch pwned) `touch pwned` ; touch pwned | touch pwned & touch pwned',
      '\'; touch pwned; \'\n"; touch pwned; "',
      '\n$(touch pwned)\ntouch pwned',
    ]) {
      const { cwd } = run({ [input]: hostile });
      expect(existsSync(join(cwd, 'pwned')), hostile).toBe(false);
    }
  });

  test('an option that is none, and a quote that is not closed, are bad usage', () => {
    expect(run({ args: '--no-such-option' }).code).toBe(2);
    expect(run({ args: '"--quiet' }).code).toBe(2);
  });

  test('what looks like an option among the paths is a path', () => {
    const { err, code } = run({ paths: '--fix' });
    expect(err).toContain('--fix: no such file or folder');
    expect(code).toBe(2);
  });
});
