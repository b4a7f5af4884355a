import { resolve } from 'node:path';
import { type LintOutcome, type Results, SUPPRESSIONS_FILE, Suppressions } from '../lint/index.js';
import { plural, safe, shownPath } from '../report/index.js';
import type { LintOptions } from './program.js';
import { UsageError } from './usage.js';
import type { CommandWorld } from './world.js';

/** Results without the suppressed findings, and what to print about the suppressions. */
interface SuppressionOutcome {
  readonly results: Results;
  readonly notices: readonly string[];
}

/** The suppressions file of a run. */
export interface SuppressionsFile {
  readonly suppressions: Suppressions;
  /** Absolute. */
  readonly path: string;
}

/**
 * Reads the suppressions file. Undefined if none is used.
 * @throws ConfigError if it cannot be read
 */
export async function readSuppressions(
  { untrusted, suppressionsLocation }: Pick<LintOptions, 'untrusted' | 'suppressionsLocation'>,
  { cwd, fs }: CommandWorld,
): Promise<SuppressionsFile | undefined> {
  if (untrusted && suppressionsLocation === undefined) return undefined;
  const path = resolve(cwd, suppressionsLocation ?? SUPPRESSIONS_FILE);
  return { suppressions: await Suppressions.read(path, fs), path };
}

/** Removes the suppressed findings from the results, and writes the suppressions file if an option asks for it. */
export function applySuppressions(
  { results, trackedReplies }: Pick<LintOutcome, 'results' | 'trackedReplies'>,
  file: SuppressionsFile | undefined,
  options: LintOptions,
  world: CommandWorld,
): SuppressionOutcome {
  const { suppressAll, suppressRule, pruneSuppressions, stdin } = options;
  if (!file) return withoutSuppressions(results, world);
  const { suppressions, path } = file;
  const apply = () => results.map(() => (suppressions.isEmpty ? undefined : (result) => suppressions.applyTo(result)));
  const first = apply();
  const shown = shownPath(path, world.cwd);
  if (suppressAll || suppressRule.length > 0) {
    const added = suppressions.add(first, suppressAll ? undefined : suppressRule);
    writeTo(shown, suppressions);
    return { results: apply(), notices: [`replylint: ${shown} written: ${plural(added, 'finding')} more suppressed`] };
  }
  if (pruneSuppressions) {
    suppressions.prune(trackedReplies);
    writeTo(shown, suppressions);
    return { results: first, notices: [`replylint: ${shown} written`] };
  }
  const unused = stdin ? 0 : suppressions.unusedOf(trackedReplies);
  const line = `replylint: ${shown}: ${unused} ${unused === 1 ? 'entry is' : 'entries are'} no longer needed; --prune-suppressions takes ${unused === 1 ? 'it' : 'them'} out`;
  return { results: first, notices: unused > 0 ? [line] : [] };
}

/** With `--untrusted`, the suppressions of the tree are read only if they are named: they are not trusted either. */
function withoutSuppressions(results: Results, { cwd, fs }: CommandWorld): SuppressionOutcome {
  const line = `replylint: ${SUPPRESSIONS_FILE}: not read with --untrusted; --suppressions-location has it read`;
  return { results, notices: fs.exists(resolve(cwd, SUPPRESSIONS_FILE)) ? [line] : [] };
}

/** @throws UsageError if the file cannot be written */
function writeTo(shown: string, suppressions: Suppressions): void {
  try {
    suppressions.write();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(`${safe(shown)}: cannot be written (${code ?? message})`);
  }
}
