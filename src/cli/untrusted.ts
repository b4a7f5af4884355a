import { dirname, relative, sep } from 'node:path';
import { leadsOut } from '../lint/index.js';
import { safe } from '../report/index.js';
import type { LintOptions } from './options.js';
import type { ReportTarget } from './reports.js';
import { UsageError } from './usage.js';
import type { CommandWorld } from './world.js';

/** @throws UsageError for options that would write to an untrusted tree or trust its contents */
export function checkUntrusted(options: LintOptions): void {
  if (!options.untrusted) return;
  const { fix, cache, suppressAll, suppressRule, pruneSuppressions } = options;
  const fail = (option: string) => {
    throw new UsageError(`${option} cannot be used with --untrusted`);
  };
  if (fix) fail('--fix');
  if (cache) fail('--cache');
  if (suppressAll) fail('--suppress-all');
  if (suppressRule.length > 0) fail('--suppress-rule');
  if (pruneSuppressions) fail('--prune-suppressions');
}

/**
 * Checks that no link in the checkout redirects a report to another place.
 * @param root the folder of the checkout
 * @throws UsageError if the path of a report leads out of the checkout
 */
export function checkReportPaths(
  reports: readonly Pick<ReportTarget, 'path'>[],
  root: string,
  { cwd, fs }: CommandWorld,
): void {
  for (const { path } of reports) {
    if (path === undefined || relative(root, path).split(sep)[0] === '..') continue;
    let at = path;
    while (!fs.linkStatus(at)) at = dirname(at);
    // A link to a missing file is rejected because writing the report would follow the link.
    if (leadsOut(at, root, fs) || !fs.exists(at))
      throw new UsageError(`-o ${safe(relative(cwd, path))}: a symbolic link points outside the checkout`);
  }
}
