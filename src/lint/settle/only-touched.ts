import type { LintMessage, LintResult } from '../../model/finding.js';
import type { Touched } from '../changes/touched.js';
import type { Noted } from '../judge/judge-file.js';
import { placeOf, resultOf } from '../judge/judge-file.js';
import type { ComposedFile } from '../load/loaded-file.js';

/**
 * What a result says of the replies that a change has touched, and of changed lines. That the file could not be checked
 * whole is kept wherever it shows, unless it is one of the other replies that could not.
 */
export function onlyTouched(
  result: LintResult,
  touched: Touched,
  { file, replies }: ComposedFile,
  { unread }: Noted,
): LintResult {
  const unchecked = new Set(
    replies.flatMap(({ reply }) =>
      unread.has(reply.id) ? [keyOf(placeOf(file, reply.map.spanOf({ start: 0, end: 0 })))] : [],
    ),
  );
  const isWanted = (message: LintMessage) =>
    message.reply
      ? touched.replies.has(message.reply.id)
      : touched.has(message.line) || (message.fatal === true && !unchecked.has(keyOf(message)));
  return {
    ...resultOf(result.filePath, result.messages.filter(isWanted), result.source),
    suppressedMessages: result.suppressedMessages.filter(isWanted),
    ...(result.output !== undefined && { output: result.output }),
  };
}

function keyOf({ line, column }: Pick<LintMessage, 'line' | 'column'>): string {
  return `${line}:${column}`;
}
