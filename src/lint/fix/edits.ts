import { addToList } from '../../model/lists-by-key.js';
import type { Replacement } from '../../model/span.js';
import type { Edit } from '../judge/edit.js';

/** Applies replacements to a text. They must not overlap. */
export function replaceIn(text: string, replacements: readonly Replacement[]): string {
  let result = '';
  let at = 0;
  for (const { span, text: replacement } of [...replacements].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return result + text.slice(at);
}

/** Returns the edits in order, without those that overlap an earlier one. */
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

/**
 * Compares positions in the file. If the file has a single replacement for all edits of a reply, positions in the body
 * are compared.
 */
function isAfter(edit: Edit, last: Edit): boolean {
  const side = edit.rewritten && edit.replyId === last.replyId ? 'inBody' : 'inFile';
  const { start } = edit[side].span;
  const before = last[side].span;
  return start > before.end || (start === before.end && before.end > before.start);
}

/** Groups the edits by the id of their reply. */
export function editsByReply(edits: readonly Edit[]): Map<string, Edit[]> {
  const byReply = new Map<string, Edit[]>();
  for (const edit of edits) addToList(byReply, edit.replyId, edit);
  return byReply;
}

/** Returns a key that is equal for the same edit in a later pass. */
export function editKey({ replyId, inBody: { span, text } }: Edit): string {
  return `${replyId} ${span.start} ${span.end} ${text}`;
}
