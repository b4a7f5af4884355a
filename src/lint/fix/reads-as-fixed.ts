import type { Block, Rendering } from '../../model/rendering.js';
import type { Edit } from '../judge/edit.js';
import type { LoadedReply } from '../load/loaded-reply.js';
import { replaceIn } from './edits.js';

/** Returns true if these edits, and nothing else, change what customers receive. */
export function readsAsFixed(before: LoadedReply, after: LoadedReply | undefined, edits: readonly Edit[]): boolean {
  const oldRenderings = before.compose().composition?.renderings ?? [];
  const newRenderings = after?.compose().composition?.renderings ?? [];
  return (
    newRenderings.length === oldRenderings.length &&
    oldRenderings.every((rendering, index) => {
      const read = newRenderings[index];
      const replacements = edits.flatMap(({ inTexts }) => inTexts.get(index) ?? []);
      return (
        read !== undefined &&
        foldBlanks(replaceIn(rendering.text, replacements)) === foldBlanks(read.text) &&
        keepsKinds(rendering, read)
      );
    })
  );
}

/** Returns true if headings are still headings, and list items are still list items. */
function keepsKinds(before: Rendering, after: Rendering): boolean {
  const textOf = ({ text }: Rendering, { start, end }: Block) => foldBlanks(text.slice(start, end));
  const kinds = new Map(before.blocks.map((block) => [textOf(before, block), block.kind]));
  return after.blocks.every((block) => (kinds.get(textOf(after, block)) ?? block.kind) === block.kind);
}

/**
 * Makes whitespace comparable. The markup decides how much whitespace separates two words, but a blank line still
 * separates two blocks.
 */
function foldBlanks(text: string): string {
  return text.replace(/\s+/g, (blank) => (blank.split('\n').length > 2 ? '\n\n' : ' ')).trim();
}
