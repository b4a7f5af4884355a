import type { ResolvedConfig } from '../../config/index.js';
import type { LintMessage, LintResult } from '../../model/finding.js';
import { SourceFile } from '../../model/source-file.js';
import { encode } from '../../read/index.js';
import { type LintedFile, lintWithEdits } from '../judge/judge-file.js';
import type { ComposedFile } from '../load/loaded-file.js';
import type { LongFile } from '../load/long-file.js';
import { Packed } from '../result/results.js';
import { writeWhole } from '../write.js';
import { changedLines } from './changed-lines.js';
import { type FixOptions, fixFile } from './fix-file.js';
import { CHANGED, saved } from './save.js';

/** A text that takes the place of some bytes of a file. */
interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Makes the fixes of a file that is read in parts, part by part, and writes it once all are known.
 * @returns why it was not written, in words; undefined where it was, and where there was nothing to fix
 * @throws NotText where the file has been changed meanwhile
 */
export async function fixLong(
  long: LongFile,
  config: ResolvedConfig,
  options: FixOptions,
): Promise<string | undefined> {
  const { text, absolute } = long;
  const digest = text.digest();
  const { encoding } = text;
  const replacements = new Packed<Replacement>();
  let isFixed = false;
  for await (const part of long.parts()) {
    const { output } = await fixPart(part, config, options, lintWithEdits(part, config, options));
    if (output === undefined) continue;
    isFixed = true;
    for (const replacement of replacementsIn(part.file.text, output, text.bytesOf(part.file).start, encoding))
      replacements.add(replacement);
  }
  if (!isFixed) return undefined;
  const content = function* () {
    let at = 0;
    for (const { start, end, text: replacement } of replacements) {
      yield* text.bytes(at, start);
      yield bytesOf(replacement, encoding);
      at = end;
    }
    yield* text.bytes(at);
    // The last look before the file is put in place.
    if (text.digest() !== digest) throw new Error(CHANGED);
  };
  return saved(absolute, () => {
    writeWhole(absolute, content());
    return undefined;
  });
}

/** A part's result after its fixes, with `output` where something was fixed. */
export async function fixPart(
  part: ComposedFile,
  config: ResolvedConfig,
  options: FixOptions,
  linted: LintedFile,
): Promise<LintResult> {
  if (!linted.result.messages.some(({ fix }) => fix)) return linted.result;
  const fixing = () => fixFile(part, config, options, linted);
  const { stats } = part.selection;
  return stats ? stats.during('fix', fixing) : fixing();
}

function* replacementsIn(before: string, after: string, from: number, encoding: string): Generator<Replacement> {
  let read = 0;
  let at = from;
  for (const changed of changedLines(before, after, 0)) {
    const start = at + lengthOf(before.slice(read, changed.start), encoding);
    at = start + lengthOf(changed.before, encoding);
    read = changed.start + changed.before.length;
    yield { start, end: at, text: changed.after };
  }
}

/** The lines of a part that its fixes change, to be shown; nothing is kept of the others. */
export function shownChanges({ path, text, from }: SourceFile, output: string) {
  return changedLines(text, output, 2).map(({ line, before, after }) => ({
    file: new SourceFile(path, detached(before), { from: { offset: 0, line: from.line + line } }),
    output: detached(after),
  }));
}

/** Positions after `shift` units more have been written before the part. */
export function shifted(result: LintResult, shift: number): LintResult {
  if (shift === 0) return result;
  const moved = <M extends LintMessage>(message: M): M => {
    const { fix } = message;
    return fix ? { ...message, fix: { ...fix, range: [fix.range[0] + shift, fix.range[1] + shift] } } : message;
  };
  return {
    ...result,
    messages: result.messages.map(moved),
    suppressedMessages: result.suppressedMessages.map(moved),
  };
}

function lengthOf(text: string, encoding: string): number {
  return Buffer.byteLength(text, encoding === 'utf-8' ? 'utf8' : 'utf16le');
}

/** A text from the middle of a file: without the mark that stands at its top. */
function bytesOf(text: string, encoding: string): Buffer {
  const bytes = encode({ encoding, bom: false }, text);
  return encoding === 'utf-8' ? bytes : bytes.subarray(2);
}

/** A copy that does not keep the text that it was cut out of. */
export function detached(text: string): string {
  return Buffer.from(text).toString();
}
