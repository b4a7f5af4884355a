import type { ResolvedConfig } from '../../config/index.js';
import type { LintMessage, LintResult } from '../../model/finding.js';
import type { Block, Rendering } from '../../model/rendering.js';
import type { Replacement } from '../../model/span.js';
import type { Edit } from '../judge/edit.js';
import { type DirectiveOptions, lintWithEdits } from '../judge/judge-file.js';
import type { ComposedFile } from '../load/loaded-file.js';
import type { TakenReply } from '../load/loaded-reply.js';

/** More passes than this mean that fixes undo each other. */
const MOST_PASSES = 10;

/** How a file is fixed. */
export interface FixOptions extends DirectiveOptions {
  /** Which messages' fixes are wanted. */
  readonly wanted: (message: LintMessage) => boolean;
  /** Told of wanted fixes that cannot be written, and why. */
  readonly refused?: (message: LintMessage, why: string) => void;
}

/**
 * Applies the fixes of a file's findings, lints again, and so on until nothing changes. After each pass the text is read
 * again: it must hold the same replies, each with exactly the body that its fixes ask for, and its customers must read
 * exactly what they ask for, or the fix is left out.
 * @param first what was found in the file, where that is known
 * @returns the result that is left, with `output` where something was fixed
 */
export async function fixFile(
  composed: ComposedFile,
  config: ResolvedConfig,
  options: FixOptions,
  first = lintWithEdits(composed, config, options),
): Promise<LintResult> {
  const { absolute, selection } = composed;
  let current = composed;
  let looked = first;
  const refused = new Set<string>();
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const edits = withoutOverlaps(
      looked.result.messages.flatMap((message) => {
        const edit = options.wanted(message) ? looked.edits.get(message) : undefined;
        return edit && !refused.has(nameOf(edit)) ? [edit] : [];
      }),
    );
    if (edits.length === 0) break;
    const next = await mostOf(current, edits, refused);
    if (next) {
      current = next;
      looked = lintWithEdits(current, config, options);
    }
    selection.stats?.passed();
  }
  for (const [message, why] of looked.refused) if (options.wanted(message)) options.refused?.(message, why);
  if (current === composed) return looked.result;
  return { ...looked.result, filePath: absolute, output: current.file.text };
}

/**
 * The file with as many of the edits made as can be: where a reply does not read as it must, with half of its edits,
 * down to the one that is refused. What is left out here comes in the next pass.
 */
async function mostOf(
  current: ComposedFile,
  edits: readonly Edit[],
  refused: Set<string>,
): Promise<ComposedFile | undefined> {
  let left = edits;
  while (left.length > 0) {
    const ofReply = byReply(left);
    const { next, wrong } = await tried(current, left);
    if (wrong?.size === 0) return next;
    // Where other replies have changed, one of the edits has moved where replies begin and end: any of them.
    if (!wrong && ofReply.size > 1) left = left.slice(0, Math.ceil(left.length / 2));
    else
      left = [...ofReply].flatMap(([id, own]) => {
        if (wrong && !wrong.has(id)) return own;
        if (own.length > 1) return own.slice(0, Math.ceil(own.length / 2));
        for (const edit of own) refused.add(nameOf(edit));
        return [];
      });
  }
  return undefined;
}

function byReply(edits: readonly Edit[]): Map<string, Edit[]> {
  const ofReply = new Map<string, Edit[]>();
  for (const edit of edits) {
    const own = ofReply.get(edit.replyId);
    if (own) own.push(edit);
    else ofReply.set(edit.replyId, [edit]);
  }
  return ofReply;
}

/**
 * The file with the edits made, and which of their replies do not read as they must, or cannot be written; undefined if
 * others changed.
 */
async function tried(
  current: ComposedFile,
  edits: readonly Edit[],
): Promise<{ readonly next?: ComposedFile; readonly wrong: ReadonlySet<string> | undefined }> {
  const { file, content, again } = current;
  const { inFile, refused } = inFileOf(edits);
  if (refused.size > 0) return { wrong: refused };
  const { offset } = file.from;
  const next = await again(
    edited(
      file.text,
      inFile.map(({ span: { start, end }, text }) => ({ span: { start: start - offset, end: end - offset }, text })),
    ),
  );
  if (!next) return { wrong: undefined };
  const ofReply = byReply(edits);
  const wrong = new Set<string>();
  const isSame =
    next.content.replies.length === content.replies.length &&
    next.content.problems.length <= content.problems.length &&
    content.replies.every(({ id, body }, index) => {
      const after = next.content.replies[index];
      const own = ofReply.get(id);
      const wanted = own
        ? edited(
            body,
            own.map(({ inBody }) => inBody),
          )
        : body;
      if (own && after?.body !== wanted) wrong.add(id);
      return after?.id === id && (own !== undefined || after.body === wanted);
    });
  if (!isSame) return { wrong: undefined };
  for (const [index, reply] of current.replies.entries()) {
    const own = ofReply.get(reply.reply.id);
    if (own && !readsAsWanted(reply, next.replies[index], own)) wrong.add(reply.reply.id);
  }
  return { next, wrong };
}

/** The edits as the file has to have them all, and the replies of which it cannot. */
function inFileOf(edits: readonly Edit[]): { inFile: Replacement[]; refused: Set<string> } {
  const inFile = edits.flatMap((edit) => (edit.rewritten ? [] : [edit.inFile]));
  const refused = new Set<string>();
  for (const [id, own] of byReply(edits.filter(({ rewritten }) => rewritten))) {
    const whole = own[0]?.rewritten?.(own.map(({ inBody }) => inBody));
    if (whole && 'span' in whole) inFile.push(whole);
    else refused.add(id);
  }
  return { inFile, refused };
}

/** True where the texts that customers receive are what they were, with the edits made and nothing else changed. */
function readsAsWanted(before: TakenReply, next: TakenReply | undefined, edits: readonly Edit[]): boolean {
  const renderings = before.compose().composition?.renderings ?? [];
  const after = next?.compose().composition?.renderings ?? [];
  return (
    after.length === renderings.length &&
    renderings.every((rendering, index) => {
      const read = after[index];
      const replacements = edits.flatMap(({ inTexts }) => inTexts.get(index) ?? []);
      return (
        read !== undefined &&
        folded(edited(rendering.text, replacements)) === folded(read.text) &&
        keepsKinds(rendering, read)
      );
    })
  );
}

/** True where a heading is still a heading, an item an item. */
function keepsKinds(before: Rendering, after: Rendering): boolean {
  const wordsOf = ({ text }: Rendering, { start, end }: Block) => folded(text.slice(start, end));
  const kinds = new Map(before.blocks.map((block) => [wordsOf(before, block), block.kind]));
  return after.blocks.every((block) => (kinds.get(wordsOf(after, block)) ?? block.kind) === block.kind);
}

/** How much white space parts two words is up to the markup; whether they stand in one block is not. */
function folded(text: string): string {
  return text.replace(/\s+/g, (blank) => (blank.split('\n').length > 2 ? '\n\n' : ' ')).trim();
}

function edited(text: string, edits: readonly Replacement[]): string {
  let result = '';
  let at = 0;
  for (const { span, text: replacement } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(at, span.start) + replacement;
    at = span.end;
  }
  return result + text.slice(at);
}

function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  const inOrder = [...edits].sort(
    (a, b) => a.inFile.span.start - b.inFile.span.start || a.inBody.span.start - b.inBody.span.start,
  );
  for (const edit of inOrder) {
    const last = kept.at(-1);
    if (!last || isBehind(edit, last)) kept.push(edit);
  }
  return kept;
}

/** In the file; in the body, for two that the file has to have together. */
function isBehind(edit: Edit, last: Edit): boolean {
  const side = edit.rewritten && edit.replyId === last.replyId ? 'inBody' : 'inFile';
  const { start } = edit[side].span;
  const before = last[side].span;
  return start > before.end || (start === before.end && before.end > before.start);
}

function nameOf({ replyId, inBody: { span, text } }: Edit): string {
  return `${replyId} ${span.start} ${span.end} ${text}`;
}
