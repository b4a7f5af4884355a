import type { ResolvedConfig } from '../../config/index.js';
import { detached } from '../../model/detached.js';
import type { FileSystem } from '../../model/file-system.js';
import type { LintMessage, LintResult } from '../../model/finding.js';
import { SourceFile } from '../../model/source-file.js';
import { encode } from '../../read/index.js';
import type { LoadedFile } from '../load/loaded-file.js';
import type { LongFile } from '../load/long-file.js';
import { Packed } from '../result/packed.js';
import { during } from '../result/stats.js';
import { lintFile, type SettledFile } from '../settle/lint-file.js';
import { changedLines } from './changed-lines.js';
import { type FixOptions, fixFile } from './fix-file.js';
import { CHANGED, writeFixed } from './save.js';

/** A replacement for some bytes of a file. */
interface ByteReplacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Fixes a file passage by passage, and writes it once all fixes are known.
 * @returns the reason in words why it was not written; undefined if it was written or there was nothing to fix
 * @throws NotText if the file has changed in the meantime
 */
export async function fixLong(
  long: LongFile,
  config: ResolvedConfig,
  options: FixOptions & { readonly fs: FileSystem; readonly cwd: string },
): Promise<string | undefined> {
  const { text, absolute } = long;
  const digest = text.digest();
  const replacements = await replacementsIn(long, config, options);
  if (!replacements) return undefined;
  const content = function* () {
    let at = 0;
    for (const { start, end, text: replacement } of replacements) {
      yield* text.bytes(at, start);
      yield encodeWithin(replacement, text.encoding);
      at = end;
    }
    yield* text.bytes(at);
    // This is the last check before the file is replaced.
    if (text.digest() !== digest) throw new Error(CHANGED);
  };
  return writeFixed(absolute, options, () => {
    options.fs.write(absolute, content());
    return undefined;
  });
}

/** Returns the fixes of a file, in order. Undefined if there are none. */
async function replacementsIn(
  long: LongFile,
  config: ResolvedConfig,
  options: FixOptions,
): Promise<Packed<ByteReplacement> | undefined> {
  const { text } = long;
  const replacements = new Packed<ByteReplacement>();
  let isFixed = false;
  for await (const passage of long.passages()) {
    const { result } = await fixPassage(passage, config, options, lintFile(passage, config, options));
    const { output } = result;
    if (output === undefined) continue;
    isFixed = true;
    const { start } = text.bytesOf(passage.file);
    for (const replacement of byteReplacements(passage.file.text, output, start, text.encoding))
      replacements.add(replacement);
  }
  return isFixed ? replacements : undefined;
}

/** Fixes a passage. Its result has `output` if something was fixed. */
export async function fixPassage(
  passage: LoadedFile,
  config: ResolvedConfig,
  options: FixOptions,
  settled: SettledFile,
): Promise<SettledFile> {
  if (!settled.result.messages.some(({ fix }) => fix)) return settled;
  return during(passage.context.stats, 'fix', () => fixFile(passage, config, options, settled));
}

function* byteReplacements(before: string, after: string, from: number, encoding: string): Generator<ByteReplacement> {
  let read = 0;
  let at = from;
  for (const changed of changedLines(before, after, 0)) {
    const start = at + byteLength(before.slice(read, changed.start), encoding);
    at = start + byteLength(changed.before, encoding);
    read = changed.start + changed.before.length;
    yield { start, end: at, text: changed.after };
  }
}

/** Returns the lines of a passage that its fixes change, for display. The other lines are not kept. */
export function shownChanges({ path, text, from }: SourceFile, output: string) {
  return changedLines(text, output, 2).map(({ line, before, after }) => ({
    file: new SourceFile(path, detached(before), { from: { offset: 0, line: from.line + line, before: 0 } }),
    output: detached(after),
  }));
}

/**
 * Returns a result in which the ranges of fixes are moved by `by` UTF-16 units, which is how much earlier fixes
 * lengthen the file.
 */
export function withMovedFixes(result: LintResult, by: number): LintResult {
  if (by === 0) return result;
  const moved = <M extends LintMessage>(message: M): M => {
    const { fix } = message;
    return fix ? { ...message, fix: { ...fix, range: [fix.range[0] + by, fix.range[1] + by] } } : message;
  };
  return {
    ...result,
    messages: result.messages.map(moved),
    suppressedMessages: result.suppressedMessages.map(moved),
  };
}

function byteLength(text: string, encoding: string): number {
  return Buffer.byteLength(text, encoding === 'utf-8' ? 'utf8' : 'utf16le');
}

/** Encodes text from the middle of a file, without a byte order mark. */
function encodeWithin(text: string, encoding: string): Buffer {
  const bytes = encode({ encoding, bom: false }, text);
  return encoding === 'utf-8' ? bytes : bytes.subarray(2);
}
