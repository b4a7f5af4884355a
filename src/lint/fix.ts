import type { ResolvedConfig } from '../config/index.js';
import type { LintMessage, LintResult } from '../model/finding.js';
import type { ComposedFile } from './composed.js';
import type { DirectiveOptions } from './file.js';
import { lintWithEdits } from './file.js';
import type { Edit } from './run.js';

/** More passes than this mean that fixes undo each other. */
const MOST_PASSES = 10;

/** How a file is fixed. */
export interface FixOptions extends DirectiveOptions {
  /** Which messages' fixes are wanted. */
  readonly wanted: (message: LintMessage) => boolean;
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
    const next = await tried(current, edits);
    if (next) {
      current = next;
      looked = lintWithEdits(current, config, options);
    } else if (edits.length === 1) refused.add(nameOf(edits[0] as Edit));
    else {
      // One of them cannot be written here: find out which.
      for (const edit of edits) if (!(await tried(current, [edit]))) refused.add(nameOf(edit));
    }
    selection.stats?.passed();
  }
  if (current === composed) return looked.result;
  return { ...looked.result, filePath: absolute, output: current.file.text };
}

/** The file with the edits made, if it reads as it must then. */
async function tried(
  { file, content, again }: ComposedFile,
  edits: readonly Edit[],
): Promise<ComposedFile | undefined> {
  const { offset } = file.from;
  const text = edited(
    file.text,
    edits.map(({ inFile: { span, text } }) => ({
      span: { start: span.start - offset, end: span.end - offset },
      text,
    })),
  );
  const next = await again(text);
  if (!next) return undefined;
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

function edited(text: string, edits: readonly Edit['inFile'][]): string {
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
  for (const edit of [...edits].sort((a, b) => a.inFile.span.start - b.inFile.span.start)) {
    const last = kept.at(-1);
    if (
      !last ||
      edit.inFile.span.start > last.inFile.span.end ||
      (edit.inFile.span.start === last.inFile.span.end && last.inFile.span.end > last.inFile.span.start)
    )
      kept.push(edit);
  }
  return kept;
}

function nameOf({ replyId, inBody: { span, text } }: Edit): string {
  return `${replyId} ${span.start} ${span.end} ${text}`;
}
