import type { LintMessage } from '../model/finding.js';
import type { Changes } from './changes/changes.js';
import { NONE_TOUCHED, type TouchedReplies, touchedBy } from './changes/touched.js';
import { fixFile } from './fix/fix-file.js';
import { save } from './fix/save.js';
import { libraryOf } from './load/library.js';
import type { LoadedFile } from './load/loaded-file.js';
import type { LoadedStep } from './load/step.js';
import type { RunOptions } from './options.js';
import type { OutcomeBuilder } from './outcome.js';
import type { FileLibraryData } from './result/file-record.js';
import { during } from './result/stats.js';
import { lintFile, type SettledFile } from './settle/lint-file.js';
import { onlyTouched } from './settle/only-touched.js';
import { recordOf } from './settle/record.js';

/**
 * Lints a loaded file and fixes it.
 * @returns the number of replies that its argument led to; undefined if the file has not changed
 */
export async function lintLoaded(
  step: LoadedStep,
  run: RunOptions,
  outcome: OutcomeBuilder,
): Promise<number | undefined> {
  const { loaded, config, key } = step;
  const settled = lintFile(loaded, config, run);
  const { applied, notes } = settled;
  const library = libraryOf(loaded, config);
  const touched = touchedIn(loaded, run.changes);
  if (touched === undefined) {
    // An unchanged file is linted only to determine what the replies of its folder and of the run have in common.
    outcome.addToLibrary(library, settled.result, applied);
    outcome.addDigests(onTouchedLines(settled.library, NONE_TOUCHED), {
      config,
      absolute: loaded.absolute,
      touched: NONE_TOUCHED,
    });
    if (loaded.content.replies.length > 0) outcome.addLinted(loaded.absolute);
    return undefined;
  }
  const fixed = await fixLoaded(step, { settled, touched }, run, outcome);
  outcome.addToLibrary(library, fixed.result, applied);
  const data = touched === 'all' ? fixed.library : onTouchedLines(fixed.library, touched);
  const text = loaded.context.disk ? undefined : (fixed.result.output ?? loaded.file.text);
  outcome.addDigests(data, { config, absolute: loaded.absolute, touched }, { text });
  const result = touched === 'all' ? fixed.result : onlyTouched(fixed.result, touched, loaded, notes);
  const replies = loaded.replies.filter(({ reply }) => touched === 'all' || touched.ids.has(reply.id));
  const record = recordOf({ ...loaded, replies }, { ...fixed, result, applied, notes });
  if (key !== undefined) run.cache?.put(loaded.absolute, key, record);
  return outcome.addFile(record, step.named);
}

/** Returns the data for library rules, but only with directives on changed lines. */
function onTouchedLines(data: FileLibraryData | undefined, { hasLine }: TouchedReplies): FileLibraryData | undefined {
  if (!data?.directives) return data;
  const unused = data.directives.unused.filter(([, { line }]) => hasLine(line));
  return { ...data, directives: { ...data.directives, unused } };
}

/** Returns the replies of a file to report about. Undefined if the file hasn’t changed. */
function touchedIn(
  { absolute, file, content }: LoadedFile,
  changes: Changes | undefined,
): TouchedReplies | 'all' | undefined {
  if (!changes) return 'all';
  const change = changes.of(absolute);
  return change && touchedBy(change, file, content.replies);
}

/** Fixes a file, and writes it if the run applies fixes. */
async function fixLoaded(
  { loaded, config }: LoadedStep,
  { settled, touched }: { readonly settled: SettledFile; readonly touched: TouchedReplies | 'all' },
  run: RunOptions,
  outcome: OutcomeBuilder,
): Promise<SettledFile> {
  const { result, refused } = settled;
  if (run.fix === 'no' || (refused.size === 0 && result.messages.every(({ fix }) => fix === undefined))) return settled;
  const { absolute, file, context } = loaded;
  const shown = run.shown(absolute);
  const fixes = (message: LintMessage) =>
    run.fixes(message) && (touched === 'all' || touched.ids.has(message.reply?.id ?? ''));
  const onRefused = ({ line, column }: LintMessage, reason: string) =>
    outcome.notice(`${shown}:${line}:${column}: not fixed: ${reason}`);
  const fixing = () => fixFile(loaded, config, { ...run, fixes, onRefused }, settled);
  const fixed = await during(context.stats, 'fix', fixing);
  const { output } = fixed.result;
  if (output === undefined) return fixed;
  const failure = run.fix === 'apply' ? save(absolute, file, output, run) : undefined;
  if (failure === undefined) {
    outcome.addFixed({ file, absolute, output });
    return fixed;
  }
  outcome.fail(`${shown}: ${failure}`);
  return settled;
}
