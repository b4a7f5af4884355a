import type { LintResult } from '../../model/finding.js';
import type { Rule } from '../../rule/rule.js';
import type { Noted } from '../judge/judge-file.js';
import type { ComposedFile } from '../load/loaded-file.js';

/** All that a run keeps of a file once it has been linted; plain data. */
export interface FileRecord {
  readonly result: LintResult;
  /** For each rule that tells a baseline, how many replies owed it. */
  readonly owed: readonly (readonly [ruleId: string, replies: number])[];
  /** For each language that some rules have no phrases for, how many replies are in it. */
  readonly uncovered: readonly (readonly [language: string, replies: number])[];
  /** Ids of the replies that were looked at. */
  readonly replies: readonly string[];
  /** How many replies the file holds. */
  readonly found: number;
  readonly notices: readonly { readonly line: number; readonly column: number; readonly message: string }[];
  /** What `--debug` says of it. */
  readonly told: readonly string[];
}

/** The record of a file, or of those of its replies that are asked for. */
export function recordOf(
  { file, content, replies }: ComposedFile,
  {
    result,
    owed,
    noted,
  }: { readonly result: LintResult; readonly owed: ReadonlyMap<Rule, number>; readonly noted: Noted },
): FileRecord {
  const { adapter, leftAlone, problems } = content;
  const uncovered = new Map<string, number>();
  for (const { reply } of replies) {
    const language = noted.uncovered.get(reply.id);
    if (language !== undefined) uncovered.set(language, (uncovered.get(language) ?? 0) + 1);
  }
  const cut = replies.filter(({ reply }) => noted.cut.has(reply.id));
  return {
    result,
    owed: [...owed].map(([{ id }, count]) => [id, count]),
    uncovered: [...uncovered],
    replies: replies.map(({ reply }) => reply.id),
    found: content.replies.length,
    notices: problems
      .filter(({ notice }) => notice)
      .map(({ span, message }) => ({ ...file.placeOf(span.start), message })),
    told: [
      `${file.path}: ${adapter ?? `left alone, ${leftAlone?.reason ?? 'not read'}`}, replies: ${replies.length}`,
      ...cut.map(({ reply }) => `${reply.id}: too many renderings, a set that shows every arm was read`),
    ],
  };
}
