import { resolve } from 'node:path';
import { inWords } from '../compose/index.js';
import { createSession, type LoadedFile, Unconfigured } from '../lint/index.js';
import type { Rendering } from '../model/rendering.js';
import { safe, safeLine, shownPath } from '../report/index.js';
import type { Rule } from '../rule/rule.js';
import { notice } from './notice.js';
import type { LintOptions } from './options.js';
import { scanOptions } from './session-options.js';
import { EXIT } from './usage.js';
import type { CommandWorld } from './world.js';

/**
 * Runs `replylint show <path or id>`, which prints replies as the customer reads them, once for each path through their
 * conditionals.
 */
export async function show(
  target: string,
  options: LintOptions,
  rules: readonly Rule[],
  world: CommandWorld,
): Promise<number> {
  const session = createSession(await scanOptions(options, rules, world));
  const isPath = world.fs.exists(resolve(world.cwd, target));
  let count = 0;
  const showFile = (loaded: LoadedFile) => {
    for (const { reply, compose } of loaded.replies) {
      if (!isPath && reply.id !== target) continue;
      const { line } = loaded.file.placeOf(reply.start);
      const place = `${shownPath(loaded.absolute, world.cwd)}:${line}`;
      const title = reply.title === undefined ? place : `${reply.title} (${place})`;
      const { composition, notChecked } = compose();
      const texts = composition?.renderings.map(asRead) ?? [`not checked: ${notChecked}\n`];
      world.stdout.write(`${count > 0 ? '\n' : ''}${safe(`== ${title}`)}\n`);
      for (const text of texts) world.stdout.write(text);
      count += 1;
    }
  };
  const unconfigured = new Unconfigured();
  for await (const step of session.load([isPath ? target : '.'])) {
    if (step.kind === 'file') showFile(step.loaded);
    else if (step.kind === 'unconfigured') unconfigured.add(step.error);
    else if (step.kind === 'long') for await (const passage of step.long.passages()) showFile(passage);
  }
  let failed = false;
  for await (const line of unconfigured.lines((path) => shownPath(path, world.cwd), count > 0)) {
    notice(line, world);
    failed = true;
  }
  if (failed) return EXIT.failed;
  if (count > 0) return EXIT.clean;
  const problem = isPath
    ? 'no reply found; run `replylint list --skipped` to see why'
    : 'no such file or reply id; run `replylint list --format json` to see the ids';
  notice(`${target}: ${problem}`, world);
  return EXIT.failed;
}

/** Formats a rendering with its conditions above the text. */
function asRead({ conditions, isPart, text }: Rendering): string {
  const head = [...(isPart ? ['part of it'] : []), ...(conditions.length > 0 ? [`when ${inWords(conditions)}`] : [])];
  return `${head.length > 0 ? `-- ${safe(head.join(', '))}\n` : ''}${text.split('\n').map(safeLine).join('\n')}\n`;
}
