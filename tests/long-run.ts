import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../rules/index.js';
import { createSession, nodeFileSystem, type SessionOptions } from '../src/lint/index.js';
import type { LintResult } from '../src/model/finding.js';
import { folderWith } from './command-line.js';

/**
 * Lints a file that can be read at once or in parts, and returns everything that must be the same in both cases.
 * @param more includes `longFrom`, the size in bytes from which the file is read in parts
 */
export async function lintedInParts(name: string, content: string, more: Partial<SessionOptions>) {
  const cwd = folderWith({
    [name]: content,
    '.replylintrc.json':
      '{"extends": ["replylint:recommended"], "rules": {"no-shouting": "error", "no-blame-shifting": "error"}}',
  });
  const options = { fs: nodeFileSystem, cwd, rules, config: { lookup: true }, today: '2026-01-01' } as const;
  const outcome = await createSession({ ...options, keepsReplies: true, ...more }).lint([name]);
  const results = outcome.results.whole().map(({ source: _, output: __, ...result }: LintResult) => result);
  const { lines, notices, failed } = outcome;
  return {
    isLong: outcome.results.isLong,
    lines: results.flatMap(({ filePath, messages }) => messages.map(({ line }) => lines.get(filePath)?.textOf(line))),
    said: JSON.stringify({ results, notices, failed }).replaceAll(cwd, ''),
    bytes: readFileSync(join(cwd, name), 'utf8'),
  };
}
