import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { ConfigFinder } from '../../config/index.js';
import { Surroundings } from '../../read/index.js';
import type { Rule } from '../../rule/rule.js';
import { lintWithEdits } from '../judge/judge-file.js';
import { readStep } from '../load/load-file.js';
import { recordOf } from '../result/file-record.js';
import { Configs } from '../walk/configs.js';
import { partsOfRun } from '../walk/walk.js';
import type { Answer, Job, Order } from './pool.js';

/** Lints the files that the run's own thread asks for. */
export function serve(rules: readonly Rule[]): void {
  const order = workerData as Order;
  const { cwd, paths, leaveOut, config, directives } = order;
  const finder = new ConfigFinder(cwd, config);
  const options = { ...order, inline: directives.inline, rules, configs: finder, ignore: false, ignoreFiles: false };
  const configs = new Configs(options);
  const surroundings = new Surroundings();
  const parts = partsOfRun(paths, { ...options, ...leaveOut }, surroundings);
  const one = async (item: Job['items'][number]): Promise<Answer> => {
    const resolved = await configs.for(dirname(item.absolute));
    const step = await readStep(item, resolved, { ...options, parts }, surroundings);
    if (step.kind === 'unread') return { unread: step.result };
    if (step.kind !== 'file') throw new Error(`a file was read as ${step.kind}`);
    const linted = lintWithEdits(step.composed, resolved, directives);
    return { record: recordOf(step.composed, linted) };
  };
  parentPort?.on('message', async ({ id, items }: Job) => {
    const answers: Answer[] = [];
    try {
      for (const item of items) answers.push(await one(item));
      parentPort?.postMessage({ id, answers });
    } catch (error) {
      parentPort?.postMessage({ id, error });
    }
  });
}
