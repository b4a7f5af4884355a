import type { LintMessage, LintResult } from '../../model/finding.js';
import type { TouchedReplies } from '../changes/touched.js';
import type { ReplyNotes } from '../judge/judge-file.js';
import type { LoadedFile } from '../load/loaded-file.js';
import { locationOf, resultOf } from '../result/lint-result.js';

/**
 * Returns a result with only those messages that are about changed replies and changed lines. A message that a file was
 * not fully checked is always included, unless it is about an unchanged reply.
 */
export function onlyTouched(
  result: LintResult,
  touched: TouchedReplies,
  { file, replies }: LoadedFile,
  { unchecked }: ReplyNotes,
): LintResult {
  const ofReplies = new Set(
    replies.flatMap(({ reply }) =>
      unchecked.has(reply.id) ? [positionKey(locationOf(file, reply.map.spanOf({ start: 0, end: 0 })))] : [],
    ),
  );
  const isTouched = (message: LintMessage) =>
    message.reply
      ? touched.ids.has(message.reply.id)
      : touched.hasLine(message.line) || (message.fatal === true && !ofReplies.has(positionKey(message)));
  return {
    ...resultOf(result.filePath, result.messages.filter(isTouched), result.source),
    suppressedMessages: result.suppressedMessages.filter(isTouched),
    ...(result.output !== undefined && { output: result.output }),
    ...(result.replies && { replies: result.replies.filter(({ id }) => touched.ids.has(id)) }),
  };
}

function positionKey({ line, column }: Pick<LintMessage, 'line' | 'column'>): string {
  return `${line}:${column}`;
}
