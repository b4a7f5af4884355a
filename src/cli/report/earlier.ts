import { resolve } from 'node:path';
import { createSession, type SessionOptions } from '../../lint/index.js';
import { safe } from '../../report/index.js';
import { type Earlier, ReportError, readReport, type ScoredRun, scoreLibrary } from '../../report/scorecard/index.js';
import { UsageError } from '../usage.js';
import type { CommandWorld } from '../world.js';

/**
 * Loads the report that `--compare` names. The name is either a JSON report or a commit, whose replies are linted with
 * the current rules and configuration.
 * @throws UsageError for a file that is not a report, ConfigError if Git does not know the commit
 */
export async function earlierReport(
  name: string,
  paths: readonly string[],
  { session, run }: { readonly session: SessionOptions; readonly run: ScoredRun },
  world: CommandWorld,
): Promise<Earlier> {
  const path = resolve(world.cwd, name);
  if (world.fs.status(path)?.kind === 'file') return { card: readEarlier(name, path, world), name, isDated: true };
  const { fileSystemAt } = await import('../../lint/changes/commit.js');
  const fs = await fileSystemAt(name, paths, `--compare ${safe(name)}`, world);
  const { results } = await createSession({ ...session, fs, errorOnUnmatchedPattern: false }).lint(paths);
  const card = scoreLibrary(results, { ...run, notices: [], uncovered: [] });
  return { card, name, isDated: false };
}

function readEarlier(name: string, path: string, { fs }: CommandWorld) {
  try {
    return readReport(Buffer.from(fs.read(path)).toString('utf8'));
  } catch (error) {
    if (error instanceof ReportError) throw new UsageError(`--compare ${safe(name)}: the file ${safe(error.message)}`);
    throw error;
  }
}
