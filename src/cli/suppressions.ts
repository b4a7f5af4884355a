import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Seen, SUPPRESSIONS_FILE, Suppressions } from '../lint/index.js';
import type { LintResult } from '../model/finding.js';
import { plural, safe, shownPath } from '../report/index.js';
import type { LintOptions } from './program.js';
import { UsageError } from './usage.js';
import type { World } from './world.js';

interface Suppressed {
  readonly results: readonly LintResult[];
  readonly notices: readonly string[];
}

/** The results without what the suppressions file lists; writes that file where it is asked to. */
export function suppressed({ results, replies }: Seen, options: LintOptions, world: World): Suppressed {
  const { suppressAll, suppressRule, pruneSuppressions, suppressionsLocation, stdin } = options;
  if (options.untrusted && suppressionsLocation === undefined) return withoutSuppressions(results, world);
  const path = resolve(world.cwd, suppressionsLocation ?? SUPPRESSIONS_FILE);
  const suppressions = Suppressions.read(path);
  const first = results.map((result) => suppressions.applyTo(result));
  const shown = shownPath(path, world.cwd);
  if (suppressAll || suppressRule.length > 0) {
    const added = suppressions.add(first, suppressAll ? undefined : suppressRule);
    writeTo(shown, suppressions);
    return {
      results: results.map((result) => suppressions.applyTo(result)),
      notices: [`replylint: ${shown} written: ${plural(added, 'finding')} more suppressed`],
    };
  }
  if (pruneSuppressions) {
    suppressions.prune(replies);
    writeTo(shown, suppressions);
    return { results: first, notices: [`replylint: ${shown} written`] };
  }
  const unused = stdin ? 0 : suppressions.unusedOf(replies);
  const line = `replylint: ${shown}: ${unused} ${unused === 1 ? 'entry is' : 'entries are'} no longer needed; --prune-suppressions takes ${unused === 1 ? 'it' : 'them'} out`;
  return { results: first, notices: unused > 0 ? [line] : [] };
}

/** Whoever wrote the tree wrote its suppressions, too: they are believed only where they are named. */
function withoutSuppressions(results: readonly LintResult[], { cwd }: World): Suppressed {
  const line = `replylint: ${SUPPRESSIONS_FILE}: not read with --untrusted; --suppressions-location has it read`;
  return { results, notices: existsSync(resolve(cwd, SUPPRESSIONS_FILE)) ? [line] : [] };
}

/** @throws UsageError where the file cannot be written */
function writeTo(shown: string, suppressions: Suppressions): void {
  try {
    suppressions.write();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(`${safe(shown)}: cannot be written (${code ?? message})`);
  }
}
