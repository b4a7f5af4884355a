import type { PackageSource } from './world.js';

/** Describes how a project installs and runs replylint. */
export interface ProjectSetup {
  /** The place to fetch replylint from, or `installed` if it is one of the repository’s own packages. */
  readonly from: PackageSource | 'installed';
  /** True if the project has a lock file, which `npm ci` requires. */
  readonly locked: boolean;
  /** The folder to lint, relative to the repository root, with `/` as the separator; `.` for the root itself. */
  readonly folder: string;
  /** The files that contain replies, relative to the repository root, with `/` as the separator. */
  readonly files: readonly string[];
}

const OPTIONS = '--no-error-on-unmatched-pattern --no-warn-ignored';

/** By default, pre-commit hides the output of a hook that passes. */
const WARNINGS = [
  '      # Shows warnings, too. To reject commits with warnings, add: args: [--max-warnings=0]',
  '      verbose: true',
];

/** Returns an entry for `.pre-commit-config.yaml`, one line per item, without indentation. */
export function hookEntry({ from, files }: ProjectSetup): readonly string[] {
  const settings = [`      files: ${quoted(patternFor(files))}`, ...WARNINGS];
  if (from !== 'installed')
    return [
      `- repo: ${quoted(from.url)}`,
      `  rev: ${quoted(from.revision)}`,
      '  hooks:',
      '    - id: replylint',
      ...settings,
    ];
  return [
    '- repo: local',
    '  hooks:',
    '    - id: replylint',
    '      name: replylint',
    `      entry: npx --no-install replylint ${OPTIONS}`,
    '      language: system',
    ...settings,
    '      require_serial: true',
  ];
}

/** Returns the text of a complete `.pre-commit-config.yaml`. */
export function hookFile(setup: ProjectSetup): string {
  return `repos:\n${indented(hookEntry(setup), '  ')}\n`;
}

/** Returns a GitHub workflow that annotates findings in pull requests. */
export function workflowFile({ from, locked, folder }: ProjectSetup): string {
  return `name: replylint
on: [push, pull_request]
permissions:
  contents: read
jobs:
  replies:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with:
          node-version: 22
${from === 'installed' ? installedSteps(folder, locked) : fetchedSteps(folder, from)}`;
}

function installedSteps(folder: string, locked: boolean): string {
  const install = locked ? 'npm ci' : 'npm install --no-save';
  return `      - run: ${install}\n      - run: ${quoted(`npx --no-install replylint --format github ${inShell(folder)}`)}\n`;
}

/** On GitHub, the replylint repository can be used as an action. */
function fetchedSteps(folder: string, { url, revision }: PackageSource): string {
  const [, action] = /^(?:https|ssh):\/\/(?:git@)?github\.com\/([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(url) ?? [];
  if (action !== undefined)
    return `      - uses: ${action}@${revision}\n        with:\n          paths: ${quoted(folder)}\n`;
  const fetched = inShell(`git+${url}#${revision}`);
  return `      - run: ${quoted(`npx --yes ${fetched} --format github ${inShell(folder)}`)}\n`;
}

/**
 * Appends an entry to the list of repositories in a `.pre-commit-config.yaml`. The rest of the file stays unchanged.
 * @returns undefined if the file has no such list, or the list is written on one line
 */
export async function withEntry(text: string, entry: readonly string[]): Promise<string | undefined> {
  const { isSeq, parseDocument } = await import('../read/yaml.js');
  const document = parseDocument(text);
  const repos = document.get('repos', true);
  const first = isSeq(repos) ? (repos.items[0] as { range?: readonly number[] | null } | undefined) : undefined;
  if (document.errors.length > 0 || !isSeq(repos) || repos.flow || !repos.range || !first?.range) return undefined;
  const lineStart = text.lastIndexOf('\n', (first.range[0] ?? 0) - 1) + 1;
  const indent = /^[ ]*(?=-)/.exec(text.slice(lineStart))?.[0];
  if (indent === undefined) return undefined;
  const end = repos.range[1];
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const before = text.slice(0, end);
  const lines = indented(entry, indent).replaceAll('\n', lineEnd);
  const made = `${before}${before.endsWith('\n') ? '' : lineEnd}${lines}${lineEnd}${text.slice(end).replace(/^\r?\n/, '')}`;
  const had: unknown = document.toJS();
  const has: unknown = parseDocument(made).toJS();
  const [added] = parseDocument(indented(entry, '')).toJS() as unknown[];
  const wanted = { ...(had as object), repos: [...(had as { repos: unknown[] }).repos, added] };
  return JSON.stringify(has) === JSON.stringify(wanted) ? made : undefined;
}

function indented(lines: readonly string[], indent: string): string {
  return lines.map((line) => indent + line).join('\n');
}

/**
 * Returns a pattern that matches folders and files in the root of a repository. It still matches when files are added
 * to a folder.
 */
function patternFor(files: readonly string[]): string {
  const tops = files.map((path) => {
    const [top = '', ...rest] = path.split('/');
    return `${top.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}${rest.length > 0 ? '/' : '$'}`;
  });
  const [first, ...others] = [...new Set(tops)].sort();
  return others.length === 0 ? `^${first}` : `^(${[first, ...others].join('|')})`;
}

/** Formats a YAML scalar: unquoted if that is safe, otherwise quoted. */
function quoted(text: string): string {
  if (/\p{Cc}/u.test(text)) return JSON.stringify(text);
  return /^[\w^(./-][\w ^()|$./@=:-]*$/.test(text) && !/:(?: |$)/.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
}

function inShell(text: string): string {
  if (/^[\w./@:+#-]+$/.test(text)) return text.startsWith('-') ? `./${text}` : text;
  return `'${text.replaceAll("'", "'\\''")}'`;
}
