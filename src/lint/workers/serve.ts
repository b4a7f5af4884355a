import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Found } from '../../read/index.js';
import type { Rule } from '../../rule/rule.js';
import { loadFile } from '../load/load-file.js';
import { loadState } from '../load/load-files.js';
import { nodeFileSystem } from '../node-file-system.js';
import { runOptions } from '../options.js';
import { lintFile } from '../settle/lint-file.js';
import { recordOf } from '../settle/record.js';
import { Configs } from '../walk/configs.js';
import type { FileAnswer, LintRequest, LintResponse, WorkerRun } from './pool.js';

/** Lints the files that the main thread requests. Runs in a worker thread. */
export function serve(rules: readonly Rule[]): void {
  const { paths, options } = workerData as WorkerRun;
  const run = runOptions({ ...options, rules, fs: nodeFileSystem });
  const configs = new Configs(run);
  const state = loadState(paths, run);
  const lint = async (item: Found): Promise<FileAnswer> => {
    const config = await configs.for(dirname(item.absolute));
    const step = await loadFile({ item, config }, run, state);
    if (step.kind === 'unread') return { unread: step.result };
    if (step.kind !== 'file') throw new Error(`a file was loaded as ${step.kind}`);
    return { record: recordOf(step.loaded, lintFile(step.loaded, config, run)) };
  };
  const respond = (response: LintResponse) => parentPort?.postMessage(response);
  parentPort?.on('message', async ({ id, items }: LintRequest) => {
    const answers: FileAnswer[] = [];
    try {
      for (const item of items) answers.push(await lint(item));
      respond({ id, answers });
    } catch (error) {
      respond({ id, error: error as Error });
    }
  });
}
