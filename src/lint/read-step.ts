import { readFileSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type { ResolvedConfig } from '../config/index.js';
import type { LintResult } from '../model/finding.js';
import { SourceFile } from '../model/source-file.js';
import { decode, type Found, NotText, type Surroundings } from '../read/index.js';
import { composeFile, resultOf } from './file.js';
import type { RunOptions, Step } from './files.js';
import type { PartsOfRun } from './parts/parts-of-run.js';
import type { FileRecord } from './record.js';

/** What of a run decides how a file is read. */
export type ReadOptions = Pick<RunOptions, 'cwd' | 'includeInactive' | 'inline' | 'changes' | 'cache' | 'stats'> & {
  readonly parts: PartsOfRun;
};

/** A file, read and composed. */
export async function readStep(
  item: Found,
  config: ResolvedConfig,
  { cwd, includeInactive, inline, changes, cache, stats: all, parts }: ReadOptions,
  surroundings: Surroundings,
): Promise<Step> {
  const { absolute, argument, named } = item;
  const disk = { surroundings, absolute, given: isGiven(item, cwd) };
  const stats = all?.of(absolute);
  const path = config.pathOf(absolute);
  const reading = () => readSource(absolute, path, changes?.contentOf(absolute));
  const { file, bytes } = stats ? await stats.during('read', reading) : reading();
  if (file instanceof SourceFile) {
    const key = cache && bytes && cache.keyOf(bytes, config, { disk, named, library: await parts.of(file.text) });
    const record = key && cache.get(absolute, key);
    if (record) return { kind: 'known', record: withSource(record, file.text), config, argument, named };
    const composed = await composeFile(file, absolute, config, { named, includeInactive, inline, disk, stats, parts });
    return { kind: 'file', composed, config, argument, named, key };
  }
  const { result, guess } = file;
  if (!named && guess) {
    // Nobody named it: it is missed only where it would have been read.
    const selection = { named, includeInactive, inline, disk };
    const { content } = await composeFile(guess, absolute, config, selection);
    const leftAlone = result.messages[0]?.message ?? '';
    const alone = { replies: [], problems: [], adapter: undefined, leftAlone };
    const composed = { file: guess, absolute, content: alone, replies: [], selection };
    if (!content.adapter) return { kind: 'file', composed, config, argument, named };
  }
  return { kind: 'unread', result, argument };
}

/** True where the argument is the folder that the file stands in, or a pattern that the file matches. */
export function isGiven({ argument, absolute }: { argument: string; absolute: string }, cwd: string): boolean {
  const folder = resolve(cwd, argument);
  const isPattern = !absolute.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  return argument !== '.' && (isPattern || folder === dirname(absolute));
}

/** A file that could not be read, and what its text may be, to tell whether it matters. */
interface Unread {
  readonly result: LintResult;
  readonly guess: SourceFile | undefined;
}

/** The result of a file that could not be checked. */
export function unchecked(absolute: string, reason: string): LintResult {
  const place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  return resultOf(absolute, [{ ruleId: null, severity: 2, fatal: true, message: `Not checked: ${reason}`, ...place }]);
}

/** The file, or a result that says why it could not be read. */
export function readSource(
  absolute: string,
  path: string,
  content?: Buffer,
): { readonly file: SourceFile | Unread; readonly bytes?: Buffer } {
  try {
    const bytes = content ?? readFileSync(absolute);
    return { file: decode(path, bytes), bytes };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = error instanceof NotText ? message : `cannot be read (${code ?? message})`;
    const guess = error instanceof NotText && error.guess ? new SourceFile(path, error.guess) : undefined;
    return { file: { result: unchecked(absolute, reason), guess } };
  }
}

/** A file's text is not kept in the cache; it has just been read. */
function withSource(record: FileRecord, source: string): FileRecord {
  const { result } = record;
  return result.messages.length > 0 ? { ...record, result: { ...result, source } } : record;
}
