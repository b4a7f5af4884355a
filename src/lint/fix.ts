import type { ResolvedConfig } from '../config/index.js';
import type { LintMessage, LintResult } from '../model/finding.js';
import type { Change } from '../model/reply.js';
import { SourceFile } from '../model/source-file.js';
import type { ComposedFile, DirectiveOptions } from './file.js';
import { composeFile, lintWithEdits } from './file.js';
import type { Edit } from './run.js';

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
 * again: it must hold the same replies, each with exactly the body that its fixes ask for, or the fix is left out.
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
    const next = await tried(current, edits, config);
    if (next) {
      current = next;
      looked = lintWithEdits(current, config, options);
    } else if (edits.length === 1) refused.add(nameOf(edits[0] as Edit));
    else {
      // One of them cannot be written here: find out which.
      for (const edit of edits) if (!(await tried(current, [edit], config))) refused.add(nameOf(edit));
    }
    selection.stats?.passed();
  }
  for (const [message, why] of looked.refused) if (options.wanted(message)) options.refused?.(message, why);
  if (current === composed) return looked.result;
  return { ...looked.result, filePath: absolute, output: current.file.text };
}

/** The file with the edits made, if it reads as it must then. */
async function tried(
  { file, absolute, content, selection }: ComposedFile,
  edits: readonly Edit[],
  config: ResolvedConfig,
): Promise<ComposedFile | undefined> {
  const { bom, encoding } = file;
  const inFile = inFileOf(edits);
  if (!inFile) return undefined;
  const text = edited(file.text, inFile);
  const next = await composeFile(new SourceFile(file.path, text, { bom, encoding }), absolute, config, {
    ...selection,
    // It is part of the time that fixing takes.
    stats: undefined,
  });
  const expected = content.replies.map(({ id, body }) =>
    edited(
      body,
      edits.filter(({ replyId }) => replyId === id).map(({ inBody }) => inBody),
    ),
  );
  const isSame =
    next.content.replies.length === expected.length &&
    next.content.problems.length <= content.problems.length &&
    next.content.replies.every(({ id, body }, index) => id === content.replies[index]?.id && body === expected[index]);
  return isSame ? next : undefined;
}

/** The edits as the file has to have them all; undefined where it cannot. */
function inFileOf(edits: readonly Edit[]): Change[] | undefined {
  const changes: Change[] = [];
  const done = new Set<string>();
  for (const { replyId, inFile, rewritten } of edits) {
    if (!rewritten) changes.push(inFile);
    else if (!done.has(replyId)) {
      done.add(replyId);
      const whole = rewritten(edits.filter((edit) => edit.replyId === replyId).map(({ inBody }) => inBody));
      if ('refused' in whole) return undefined;
      changes.push(whole);
    }
  }
  return changes;
}

function edited(text: string, edits: readonly Change[]): string {
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
