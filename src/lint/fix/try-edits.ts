import type { Reply } from '../../model/reply.js';
import type { Replacement } from '../../model/span.js';
import type { Edit } from '../judge/edit.js';
import { twinKey } from '../judge/twin.js';
import type { LoadedFile } from '../load/loaded-file.js';
import type { LoadedReply } from '../load/loaded-reply.js';
import { editKey, editsByReply, replaceIn } from './edits.js';
import { readsAsFixed } from './reads-as-fixed.js';

/**
 * Applies as many of the edits as possible. If a reply does not read as it should, half of its edits are tried, and so
 * on down to the single edit to drop. Edits that are left out here are applied in the next pass.
 * @param dropped collects the keys of the dropped edits
 */
export async function applyMost(
  current: LoadedFile,
  edits: readonly Edit[],
  dropped: Set<string>,
): Promise<LoadedFile | undefined> {
  let left = edits;
  while (left.length > 0) {
    const byReply = editsByReply(left);
    const { fixed, wrong } = await tryEdits(current, left);
    if (wrong?.size === 0) return fixed;
    // If other replies have changed, any of the edits may have moved the beginning or end of a reply.
    if (!wrong && byReply.size > 1) left = left.slice(0, Math.ceil(left.length / 2));
    else
      left = [...byReply].flatMap(([id, own]) => {
        if (wrong && !wrong.has(id)) return own;
        if (own.length > 1) return own.slice(0, Math.ceil(own.length / 2));
        for (const edit of own) dropped.add(editKey(edit));
        return [];
      });
  }
  return undefined;
}

interface Trial {
  readonly fixed?: LoadedFile;
  /**
   * Ids of the edited replies that do not read as they should or cannot be written. Undefined if other replies have
   * changed.
   */
  readonly wrong: ReadonlySet<string> | undefined;
}

/** Loads the file with the edits applied, and compares its replies. */
async function tryEdits(current: LoadedFile, edits: readonly Edit[]): Promise<Trial> {
  const { file, reload } = current;
  const { replacements, refused } = replacementsFor(edits);
  if (refused.size > 0) return { wrong: refused };
  const { offset } = file.from;
  const inText = replacements.map(({ span: { start, end }, text }) => ({
    span: { start: start - offset, end: end - offset },
    text,
  }));
  const fixed = await reload(replaceIn(file.text, inText));
  if (!fixed) return { wrong: undefined };
  const byReply = editsByReply(edits);
  const wrong = wrongBodies(current, fixed, byReply);
  if (!wrong) return { wrong: undefined };
  const after = fixed.replies.flatMap(textsOf);
  for (const [index, { key, text }] of current.replies.flatMap(textsOf).entries()) {
    const own = byReply.get(key);
    if (own && !readsAsFixed(text, after[index]?.text, own)) wrong.add(key);
  }
  return { fixed, wrong };
}

/** Returns a reply and its plain-text copy, with the bodies that their edits ask for. */
function textsOf(reply: LoadedReply): { readonly key: string; readonly text: LoadedReply }[] {
  const { id } = reply.reply;
  return [{ key: id, text: reply }, ...(reply.twin ? [{ key: twinKey(id), text: reply.twin }] : [])];
}

/** Returns the bodies of a reply and of its plain-text copy. */
function bodiesOf({ id, body, twin }: Reply): { readonly id: string; readonly body: string }[] {
  return [{ id, body }, ...(twin ? [{ id: twinKey(id), body: twin.body }] : [])];
}

/**
 * Returns the ids of the edited replies whose body differs from what their edits ask for. Undefined if anything else
 * has changed.
 */
function wrongBodies(
  { content: before }: LoadedFile,
  { content: after }: LoadedFile,
  byReply: ReadonlyMap<string, readonly Edit[]>,
): Set<string> | undefined {
  if (after.replies.length !== before.replies.length || after.problems.length > before.problems.length)
    return undefined;
  const wrong = new Set<string>();
  const bodies = after.replies.flatMap(bodiesOf);
  for (const [index, { id, body }] of before.replies.flatMap(bodiesOf).entries()) {
    const reply = bodies[index];
    const own = byReply.get(id);
    if (reply?.id !== id || (!own && reply.body !== body)) return undefined;
    const fixedBody = replaceIn(
      body,
      (own ?? []).map(({ inBody }) => inBody),
    );
    if (reply.body !== fixedBody) wrong.add(id);
  }
  return wrong;
}

/** Returns the replacements for all edits in the file, and the ids of the replies without one. */
function replacementsFor(edits: readonly Edit[]): { replacements: Replacement[]; refused: Set<string> } {
  const replacements = edits.flatMap((edit) => (edit.rewritten ? [] : [edit.inFile]));
  const refused = new Set<string>();
  for (const [id, own] of editsByReply(edits.filter(({ rewritten }) => rewritten))) {
    const whole = own[0]?.rewritten?.(own.map(({ inBody }) => inBody));
    if (whole && 'span' in whole) replacements.push(whole);
    else refused.add(id);
  }
  return { replacements, refused };
}
