import type { LintMessage, LintResult } from '../model/finding.js';
import type { Changes } from './changes/changes.js';
import { type TouchedReplies, touchedBy } from './changes/touched.js';
import { fixFile } from './fix/fix-file.js';
import { save } from './fix/save.js';
import { libraryOf } from './load/library.js';
import type { LoadedFile } from './load/loaded-file.js';
import type { LoadedStep } from './load/step.js';
import type { RunOptions } from './options.js';
import type { OutcomeBuilder } from './outcome.js';
import { lintFile, type SettledFile } from './settle/lint-file.js';
import { onlyTouched } from './settle/only-touched.js';
import { recordOf } from './settle/record.js';

/** Lints a loaded file, and fixes it. @returns the number of replies that its argument led to; undefined if unchanged */
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
    // An unchanged file only helps to tell what the replies of its folder have in common.
    outcome.addToLibrary(library, settled.result, applied);
    if (loaded.content.replies.length > 0) outcome.addLinted(loaded.absolute);
    return undefined;
  }
  const whole = await fixLoaded(step, { settled, touched }, run, outcome);
  outcome.addToLibrary(library, whole, applied);
  const result = touched === 'all' ? whole : onlyTouched(whole, touched, loaded, notes);
  const replies = loaded.replies.filter(({ reply }) => touched === 'all' || touched.ids.has(reply.id));
  const record = recordOf({ ...loaded, replies }, { result, applied, notes });
  if (key !== undefined) run.cache?.put(loaded.absolute, key, record);
  return outcome.addFile(record, step.named);
}

/** The replies of a file to report about. Undefined if the file hasn’t changed. */
function touchedIn(
  { absolute, file, content }: LoadedFile,
  changes: Changes | undefined,
): TouchedReplies | 'all' | undefined {
  if (!changes) return 'all';
  const change = changes.of(absolute);
  return change && touchedBy(change, file, content.replies);
}

/** The result of a file after its fixes, written if the run applies fixes. */
async function fixLoaded(
  { loaded, config }: LoadedStep,
  { settled, touched }: { readonly settled: SettledFile; readonly touched: TouchedReplies | 'all' },
  run: RunOptions,
  outcome: OutcomeBuilder,
): Promise<LintResult> {
  const { result, refused } = settled;
  if (run.fix === 'no' || (refused.size === 0 && result.messages.every(({ fix }) => fix === undefined))) return result;
  const { absolute, file, context } = loaded;
  const shown = run.shown(absolute);
  const fixes = (message: LintMessage) =>
    run.fixes(message) && (touched === 'all' || touched.ids.has(message.reply?.id ?? ''));
  const onRefused = ({ line, column }: LintMessage, reason: string) =>
    outcome.notice(`${shown}:${line}:${column}: not fixed: ${reason}`);
  const fixing = () => fixFile(loaded, config, { ...run, fixes, onRefused }, settled);
  const fixed = await (context.stats ? context.stats.during('fix', fixing) : fixing());
  const { output } = fixed;
  if (output === undefined) return fixed;
  const failure = run.fix === 'apply' ? save(absolute, file, output, run) : undefined;
  if (failure === undefined) {
    outcome.addFixed({ file, absolute, output });
    return fixed;
  }
  outcome.fail(`${shown}: ${failure}`);
  return result;
}
