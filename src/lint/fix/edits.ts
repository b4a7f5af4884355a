import { addToList } from '../../model/lists-by-key.js';
import type { Replacement } from '../../model/span.js';
import type { Edit } from '../judge/edit.js';

/** A text with its replacements applied. They must not overlap. */
export function replaceIn(text: string, replacements: readonly Replacement[]): string {
  let result = '';
  let at = 0;
  for (const { span, text: replacement } of [...replacements].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return result + text.slice(at);
}

/** The edits in order, without those that overlap an earlier one. */
export function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  const separate: Edit[] = [];
  const inOrder = [...edits].sort(
    (a, b) => a.inFile.span.start - b.inFile.span.start || a.inBody.span.start - b.inBody.span.start,
  );
  for (const edit of inOrder) {
    const last = separate.at(-1);
    if (!last || isAfter(edit, last)) separate.push(edit);
  }
  return separate;
}

/** Compares places in the file; or in the body, if the file has one replacement for all edits of the reply. */
function isAfter(edit: Edit, last: Edit): boolean {
  const side = edit.rewritten && edit.replyId === last.replyId ? 'inBody' : 'inFile';
  const { start } = edit[side].span;
  const before = last[side].span;
  return start > before.end || (start === before.end && before.end > before.start);
}

/** The edits by the id of their reply. */
export function editsByReply(edits: readonly Edit[]): Map<string, Edit[]> {
  const byReply = new Map<string, Edit[]>();
  for (const edit of edits) addToList(byReply, edit.replyId, edit);
  return byReply;
}

/** The same value for the same edit in a later pass. */
export function editKey({ replyId, inBody: { span, text } }: Edit): string {
  return `${replyId} ${span.start} ${span.end} ${text}`;
}
