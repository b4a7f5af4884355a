import { createSession } from '../lint/index.js';
import { jsonText, shownPath } from '../report/index.js';
import type { Rule } from '../rule/rule.js';
import { pathsFrom } from './input.js';
import { ReplyCollector } from './list/collect.js';
import { listAsJson, listAsText } from './list/format.js';
import { notice } from './notice.js';
import type { ListOptions } from './options.js';
import { scanOptions } from './session-options.js';
import { skippedAsText } from './skipped.js';
import { EXIT } from './usage.js';
import type { CommandWorld } from './world.js';

/** Runs `replylint list [paths…]`, which lists replies with their form, intent and language. */
export async function list(
  paths: readonly string[],
  options: ListOptions,
  rules: readonly Rule[],
  world: CommandWorld,
): Promise<number> {
  const session = createSession(await scanOptions(options, rules, world));
  const debug = options.debug ?? false;
  const shown = (path: string) => shownPath(path, world.cwd);
  const collector = new ReplyCollector({
    debug,
    warnIgnored: options.warnIgnored,
    skipped: options.skipped ?? false,
    shown,
    notice: (line) => notice(line, world),
  });
  for await (const step of session.load(pathsFrom(paths))) await collector.add(step);
  await collector.finish();
  const { rows, count, skipped } = collector;
  if (options.skipped) {
    world.stdout.write(options.format === 'json' ? `${jsonText(skipped, 2)}\n` : skippedAsText(skipped));
    return collector.failed ? EXIT.failed : EXIT.clean;
  }
  const pieces = options.format === 'json' ? listAsJson(rows) : listAsText(rows, count, debug);
  for (const piece of pieces) world.stdout.write(piece);
  if (collector.failed) return EXIT.failed;
  if (count > 0 || !options.errorOnUnmatchedPattern) return EXIT.clean;
  notice(`no reply found${skipped.length > 0 ? '; run `replylint list --skipped` to see why' : ''}`, world);
  return EXIT.failed;
}
