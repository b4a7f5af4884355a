import type { ResolvedConfig } from '../config/index.js';
import type { KeptLine, LintMessage } from '../model/finding.js';
import type { Beginning } from '../model/source-file.js';
import { NotText } from '../read/index.js';
import type { Rule } from '../rule/rule.js';
import { detached, fixLong, fixPart, shifted, shownChanges } from './fix/fix-long.js';
import { lintWithEdits } from './judge/judge-file.js';
import { unchecked } from './load/load-file.js';
import type { LongFile } from './load/long-file.js';
import { type FileRecord, recordOf } from './result/file-record.js';
import { type LongResult, Parts } from './result/results.js';
import type { LintRun, Seen } from './session.js';

/** What is kept of a part of a file once it has been linted. */
export interface LintedPart {
  readonly record: FileRecord;
  /** How many replies owed it to each rule that tells a baseline. */
  readonly owed: ReadonlyMap<Rule, number>;
  /** The lines that its findings stand on, where reports show them. */
  readonly lines: readonly KeptLine[];
  /** What fixes would change. */
  readonly fixed: readonly Omit<Seen['fixed'][number], 'absolute'>[];
}

/** What is to be said of a file that was linted in parts. */
export interface LintedLong {
  readonly result: LongResult;
  /** The lines that its findings stand on, where reports show them. */
  readonly lines: readonly KeptLine[];
  /** How many replies it holds, and how many of them were looked at. */
  readonly found: number;
  readonly looked: number;
  /** Why its fixes could not be written, in words. */
  readonly problems: readonly string[];
}

/**
 * Lints a file part by part; with `--fix`, after its fixes have been written.
 * @param isAsked false where it only helps to tell what the replies of a folder have in common
 * @param tell called with each part, in order
 */
export async function lintLong(
  long: LongFile,
  config: ResolvedConfig,
  run: LintRun,
  isAsked: boolean,
  tell: (part: LintedPart) => void,
): Promise<LintedLong> {
  const { absolute } = long;
  const parts = new Parts(absolute);
  const lines: KeptLine[] = [];
  const problems: string[] = [];
  let found = 0;
  let looked = 0;
  try {
    const { directives, fixes: wanted } = run;
    const isFixed = isAsked && run.fix === 'apply';
    const failure = isFixed ? await fixLong(long, config, { ...directives, wanted }) : undefined;
    if (failure !== undefined) problems.push(failure);
    const now = isFixed && failure === undefined ? await long.reopened() : long;
    for await (const part of partsOf(now, config, isAsked ? run : { ...run, fix: 'no', showsLines: false })) {
      tell(part);
      found += part.record.found;
      if (!isAsked) continue;
      parts.add(part.record.result);
      looked += part.record.replies.length;
      lines.push(...part.lines);
    }
  } catch (error) {
    if (!(error instanceof NotText)) throw error;
    parts.add(unchecked(absolute, error.message));
  }
  return { result: parts.result, lines, found, looked, problems };
}

async function* partsOf(
  long: LongFile,
  config: ResolvedConfig,
  { directives, fix, fixes, showsLines }: LintRun,
): AsyncGenerator<LintedPart> {
  let shift = 0;
  for await (const part of long.parts()) {
    const linted = lintWithEdits(part, config, directives);
    // What is written has been fixed before; what is only tried is tried here.
    const { output, ...result } =
      fix === 'try' ? await fixPart(part, config, { ...directives, wanted: fixes }, linted) : linted.result;
    const { owed } = linted;
    const from = { offset: part.file.from.offset + shift, line: part.file.from.line };
    yield {
      record: recordOf(part, { ...linted, result: shifted(result, shift) }),
      owed,
      lines: showsLines && result.source !== undefined ? linesOf(result.messages, result.source, from) : [],
      fixed: output === undefined ? [] : shownChanges(part.file, output),
    };
    shift += (output ?? part.file.text).length - part.file.text.length;
  }
}

/** The lines of a text that messages stand on. */
function linesOf(messages: readonly LintMessage[], text: string, { offset, line }: Beginning): KeptLine[] {
  const wanted = new Set(messages.map((message) => message.line));
  const kept: KeptLine[] = [];
  let start = 0;
  let number = line;
  if (messages.length === 0) return kept;
  for (const match of text.matchAll(/\r\n|\n|\r|$/g)) {
    if (wanted.has(number))
      kept.push({ line: number, offset: offset + start, text: detached(text.slice(start, match.index)) });
    start = match.index + match[0].length;
    number += 1;
  }
  return kept;
}
