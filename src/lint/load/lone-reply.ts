import type { RunOptions } from '../options.js';
import type { LoadedStep, LoadStep } from './step.js';

/** What decides whether the digests of a lone reply are needed for anything else than its own findings. */
type Needs = Pick<RunOptions, 'cache' | 'changes' | 'stats'>;

/**
 * Yields the same steps in the same order, and marks the first file if it has the only reply of the run. To find out,
 * the next file is loaded before the first one is yielded.
 */
export async function* withLoneReply(steps: AsyncIterable<LoadStep>, needs: Needs): AsyncGenerator<LoadStep> {
  let isFirst = true;
  let held: LoadedStep | undefined;
  let after: LoadStep[] = [];
  for await (const step of steps) {
    if (held) {
      after.push(step);
      if (!isOfFile(step)) continue;
      yield held;
      yield* after;
      held = undefined;
      after = [];
    } else if (isFirst && isOfFile(step) && mayBeAlone(step, needs)) held = step;
    else yield step;
    if (isOfFile(step)) isFirst = false;
  }
  if (held) yield { ...held, isAlone: true };
  yield* after;
}

function isOfFile(step: LoadStep): boolean {
  return 'config' in step;
}

/**
 * Returns true for a file with one reply, unless something else than its findings depends on the digests: a cache keeps
 * them for later runs, and without them, a directive for a rule that compares replies appears to be unused.
 */
function mayBeAlone(step: LoadStep, { cache, changes, stats }: Needs): step is LoadedStep {
  if (step.kind !== 'file' || cache || changes || stats) return false;
  return step.loaded.replies.length === 1 && step.loaded.comments.length === 0;
}
