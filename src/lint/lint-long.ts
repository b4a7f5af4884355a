import type { ResolvedConfig } from '../config/index.js';
import type { KeptLine, LintMessage } from '../model/finding.js';
import type { Beginning } from '../model/source-file.js';
import type { Rule } from '../rule/rule.js';
import { lintWithEdits } from './file.js';
import type { LintRun, Seen } from './lint-files.js';
import type { LongFile } from './long-file.js';
import { detached, fixPart, shifted, shownChanges } from './long-fix.js';
import { type FileRecord, recordOf } from './record.js';

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

/**
 * Lints a file part by part.
 * @throws NotText where the file has been changed meanwhile
 */
export async function* lintLong(
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
  for (const match of [...text.matchAll(/\r\n|\n|\r|$/g)]) {
    if (wanted.has(number))
      kept.push({ line: number, offset: offset + start, text: detached(text.slice(start, match.index)) });
    start = match.index + match[0].length;
    number += 1;
  }
  return kept;
}
