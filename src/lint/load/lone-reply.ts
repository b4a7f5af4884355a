import type { RunOptions } from '../options.js';
import type { LoadedStep, LoadStep } from './step.js';

/** What decides whether the digests of a lone reply are needed for anything else than its own findings. */
type Needs = Pick<RunOptions, 'cache' | 'changes' | 'stats'>;

/**
 * Yields the same steps in the same order, and marks the first file if it has the only reply of the run. To find out,
 * the next file is loaded before the first one is yielded.
 */
export async function* withLoneReply(steps: AsyncIterable<LoadStep>, needs: Needs): AsyncGenerator<LoadStep> {
  const left = steps[Symbol.asyncIterator]();
  const rest = { [Symbol.asyncIterator]: () => left };
  let next = await left.next();
  while (!next.done && !isOfFile(next.value)) {
    yield next.value;
    next = await left.next();
  }
  if (next.done) return;
  const file = next.value;
  if (!mayBeAlone(file, needs)) {
    yield file;
    yield* rest;
    return;
  }
  const between: LoadStep[] = [];
  next = await left.next();
  while (!next.done && !isOfFile(next.value)) {
    between.push(next.value);
    next = await left.next();
  }
  yield next.done ? { ...file, isAlone: true } : file;
  yield* between;
  if (next.done) return;
  yield next.value;
  yield* rest;
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
