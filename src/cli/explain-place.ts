import { resolve } from 'node:path';
import { createSession } from '../lint/index.js';
import type { LintMessage } from '../model/finding.js';
import { insteadOf, levelOf, safe, shownPath, withCondition } from '../report/index.js';
import type { Rule } from '../rule/rule.js';
import { notice } from './notice.js';
import type { RulesOptions } from './options.js';
import { pageFor } from './pages.js';
import { EXIT, UsageError } from './usage.js';
import { type CommandWorld, todayIn } from './world.js';

/** A place in a file, as reports print it. Line and column are 1-based; columns count UTF-16 units. */
export interface Place {
  readonly absolute: string;
  readonly line: number;
  readonly column: number | undefined;
}

/**
 * The place that `macros/refund.md:8:3` or `macros/refund.md:8` names.
 * @throws UsageError if there is no such file
 */
export function placeFrom(written: string, { cwd, fs }: CommandWorld): Place | undefined {
  const [, path, line, column] = /^(.+?):(\d{1,9})(?::(\d{1,9}))?$/s.exec(written) ?? [];
  if (path === undefined) return undefined;
  if (!fs.exists(resolve(cwd, path))) throw new UsageError(`${path}: no such file`);
  return {
    absolute: resolve(cwd, path),
    line: Number(line),
    column: column === undefined ? undefined : Number(column),
  };
}

/** `replylint explain <file>:<line>[:<column>]`: what is found there, and the page of the rule. */
export async function explainPlace(
  place: Place,
  options: RulesOptions,
  { rules, known }: { readonly rules: readonly Rule[]; readonly known: readonly Rule[] },
  world: CommandWorld,
): Promise<number> {
  const { cwd, fs } = world;
  const config = { explicit: options.config, lookup: options.configLookup };
  const session = createSession({ fs, cwd, rules, config, today: todayIn(world) });
  const { results, notices, failed } = await session.lint([place.absolute]);
  const found: LintMessage[] = [];
  const lines = new Set<number>();
  for (const { messages, suppressedMessages } of results)
    for (const message of [...messages, ...suppressedMessages]) {
      lines.add(message.line);
      if (isOn(place.line, message)) found.push(message);
    }
  const path = shownPath(place.absolute, cwd);
  const exact = found.filter((message) => isAt(place, message));
  const shown = exact.length > 0 ? exact : found;
  if (shown.length === 0 && failed) {
    for (const line of notices) notice(line, world);
    return EXIT.failed;
  }
  if (shown.length === 0) {
    const others = [...lines].sort((one, other) => one - other);
    const elsewhere = others.length === 0 ? 'nor elsewhere in the file' : `the findings are on ${inLines(others)}`;
    world.stdout.write(`${safe(path)}:${place.line}: nothing is found here, ${elsewhere}\n`);
    return EXIT.clean;
  }
  for (const message of shown) world.stdout.write(`${findingInWords(message, path)}\n`);
  for (const id of new Set(shown.map(({ ruleId }) => ruleId))) {
    const rule = known.find((one) => one.id === id);
    if (rule) world.stdout.write(await pageFor(rule));
  }
  return EXIT.clean;
}

function findingInWords(message: LintMessage, path: string): string {
  const { line, column, ruleId, reply } = message;
  const about = reply && [reply.title, reply.form, reply.intent, reply.locale].filter((one) => one !== undefined);
  return [
    `${path}:${line}:${column}  ${levelOf(message)}${ruleId === null ? '' : `  ${ruleId}`}`,
    `  ${withCondition(message)}`,
    ...insteadOf(message).map((text) => `  Instead: ${text}`),
    ...(about ? [`  The reply: ${about.join(', ')}`] : []),
    '',
  ]
    .map(safe)
    .join('\n');
}

function isOn(line: number, message: Pick<LintMessage, 'line' | 'endLine'>): boolean {
  return message.line <= line && line <= (message.endLine ?? message.line);
}

function isAt({ line, column }: Place, message: LintMessage): boolean {
  if (column === undefined) return true;
  const isBefore = line === message.line && column < message.column;
  const isAfter = line === message.endLine && column > Math.max(message.endColumn ?? 0, message.column);
  return !isBefore && !isAfter;
}

const MOST_LINES = 10;

function inLines(lines: readonly number[]): string {
  const more = lines.length > MOST_LINES ? ' and more' : '';
  return `${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, MOST_LINES).join(', ')}${more}`;
}
