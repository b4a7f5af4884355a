import { resolve } from 'node:path';
import {
  type LintOutcome,
  type Results,
  SUPPRESSIONS_FILE,
  SuppressionLists,
  type Suppressions,
} from '../lint/index.js';
import { plural, safe, shownPath } from '../report/index.js';
import type { LintOptions } from './options.js';
import { UsageError } from './usage.js';
import type { CommandWorld } from './world.js';

/** The results without suppressed findings, and the notices to print about suppressions. */
interface SuppressionOutcome {
  readonly results: Results;
  readonly notices: readonly string[];
}

/**
 * Returns the suppressions files of a run, which are opened when their files are linted. Undefined if the run uses
 * none.
 * @throws UsageError if the named suppressions file does not exist
 */
export function suppressionLists(
  { untrusted, suppressions, suppressionsLocation, suppressAll, suppressRule }: LintOptions,
  { cwd, fs }: CommandWorld,
): SuppressionLists | undefined {
  if (!suppressions || (untrusted && suppressionsLocation === undefined)) return undefined;
  const location = suppressionsLocation === undefined ? undefined : resolve(cwd, suppressionsLocation);
  if (location !== undefined && !fs.exists(location) && !suppressAll && suppressRule.length === 0)
    throw new UsageError(`--suppressions-location ${suppressionsLocation}: no such file`);
  return new SuppressionLists({ fs, cwd, location });
}

/** Removes suppressed findings from the results, and writes the suppressions files if an option asks for it. */
export function applySuppressions(
  { results, trackedReplies, partlyJudged }: Pick<LintOutcome, 'results' | 'trackedReplies' | 'partlyJudged'>,
  lists: SuppressionLists | undefined,
  options: LintOptions,
  world: CommandWorld,
): SuppressionOutcome {
  const { suppressAll, suppressRule, pruneSuppressions, stdin } = options;
  if (!lists) return { results, notices: options.untrusted ? untrustedNotice(world) : [] };
  for (const list of lists.all) list.prepare(trackedReplies);
  const first = lists.applyTo(results);
  const shown = (list: Suppressions) => safe(shownPath(list.path, world.cwd));
  if (suppressAll || suppressRule.length > 0) {
    const added = addAll(first, lists, suppressAll ? undefined : suppressRule);
    for (const list of added.keys()) writeTo(shown(list), list);
    for (const list of lists.all) list.restart();
    const said = [...added].map(
      ([list, count]) => `replylint: ${shown(list)} written: ${plural(count, 'more finding')} suppressed`,
    );
    return {
      results: lists.applyTo(results),
      notices: said.length > 0 ? said : ['replylint: no findings to suppress'],
    };
  }
  if (pruneSuppressions) return { results: first, notices: pruneAll(lists, [trackedReplies, partlyJudged], shown) };
  const notices = lists.all.flatMap((list) =>
    unusedNotice(shown(list), stdin ? 0 : list.unusedOf(trackedReplies, partlyJudged)),
  );
  return { results: first, notices };
}

/** Adds findings to each list, and returns how many were added. */
function addAll(results: Results, lists: SuppressionLists, rules: readonly string[] | undefined) {
  const added = new Map<Suppressions, number>();
  for (const result of results) {
    const list = lists.of(result.filePath);
    const count = list?.add(result, rules) ?? 0;
    if (list && count > 0) added.set(list, (added.get(list) ?? 0) + count);
  }
  return added;
}

function pruneAll(
  lists: SuppressionLists,
  tracked: Parameters<Suppressions['prune']>,
  shown: (list: Suppressions) => string,
): readonly string[] {
  const existing = lists.all.filter(({ exists }) => exists);
  if (existing.length === 0) return ['replylint: no suppressions file found; nothing to prune'];
  return existing.map((list) => {
    if (!list.prune(...tracked)) return `replylint: ${shown(list)}: every entry is still needed`;
    writeTo(shown(list), list);
    return `replylint: ${shown(list)} written`;
  });
}

function unusedNotice(shown: string, unused: number): string[] {
  if (unused === 0) return [];
  const them = unused === 1 ? 'it' : 'them';
  return [`replylint: ${shown}: ${plural(unused, 'unused suppression')}; remove ${them} with --prune-suppressions`];
}

/**
 * With `--untrusted`, suppressions files in the tree are not trusted either. They are read only if the command line
 * names them.
 */
function untrustedNotice({ cwd, fs }: CommandWorld): readonly string[] {
  const line = `replylint: ${SUPPRESSIONS_FILE}: not read with --untrusted; use --suppressions-location to read it`;
  return fs.exists(resolve(cwd, SUPPRESSIONS_FILE)) ? [line] : [];
}

/** @throws UsageError if the file cannot be written */
function writeTo(shown: string, suppressions: Suppressions): void {
  try {
    suppressions.write();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(`${shown}: cannot be written (${code ?? message})`);
  }
}
