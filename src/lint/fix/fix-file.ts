import type { ResolvedConfig } from '../../config/index.js';
import type { LintMessage } from '../../model/finding.js';
import type { Edit } from '../judge/edit.js';
import type { LoadedFile } from '../load/loaded-file.js';
import { type LintFileOptions, lintFile, type SettledFile } from '../settle/lint-file.js';
import { editKey, withoutOverlaps } from './edits.js';
import { applyMost } from './try-edits.js';

/** Maximum number of passes. If fixing takes more, fixes undo each other. */
const MOST_PASSES = 10;

/** Options for fixing a file. */
export interface FixOptions extends LintFileOptions {
  /** Returns true for the messages to fix. */
  readonly fixes: (message: LintMessage) => boolean;
  /** Called for each requested fix that can’t be written, with the reason. */
  readonly onRefused?: (message: LintMessage, reason: string) => void;
}

/**
 * Applies the fixes of a file, lints the file again, and repeats until nothing changes. After each pass, the text is
 * loaded again. It must contain the same replies, each with exactly the body that its fixes ask for, and customers must
 * read exactly what the fixes ask for. Otherwise, the fix is dropped.
 * @param first the findings of the file, if known
 * @returns the resulting file, whose result has `output` if something was fixed
 */
export async function fixFile(
  loaded: LoadedFile,
  config: ResolvedConfig,
  options: FixOptions,
  first = lintFile(loaded, config, options),
): Promise<SettledFile> {
  const { absolute, context } = loaded;
  let current = loaded;
  let settled = first;
  const dropped = new Set<string>();
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const edits = withoutOverlaps(
      settled.result.messages.flatMap((message) => {
        const edit = options.fixes(message) ? settled.edits.get(message) : undefined;
        return edit && !dropped.has(editKey(edit)) ? withTwin(edit, dropped) : [];
      }),
    );
    if (edits.length === 0) break;
    const next = await applyMost(current, edits, dropped);
    if (next) {
      current = next;
      settled = lintFile(current, config, options);
    }
    context.stats?.countPass();
  }
  for (const [message, reason] of settled.refused) if (options.fixes(message)) options.onRefused?.(message, reason);
  if (current === loaded) return settled;
  return { ...settled, result: { ...settled.result, filePath: absolute, output: current.file.text } };
}

/** Returns an edit, along with the same edit in the plain-text copy. */
function withTwin(edit: Edit, dropped: ReadonlySet<string>): Edit[] {
  return edit.twin && !dropped.has(editKey(edit.twin)) ? [edit, edit.twin] : [edit];
}
