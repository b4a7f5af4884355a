import { dirname, resolve } from 'node:path';
import { ResolvedConfig } from '../config/index.js';
import type { RunOptions } from '../lint/index.js';
import { shownPath } from '../report/index.js';
import { EXIT } from './usage.js';
import type { World } from './world.js';

/** `--print-config <path>`: what holds for a file. */
export async function printConfig(path: string, run: RunOptions, world: World): Promise<number> {
  const absolute = resolve(world.cwd, path);
  const found = await run.configs.for(dirname(absolute));
  const last = run.override ? [{ settings: run.override, where: '--rule', path: [] }] : [];
  const config = new ResolvedConfig(found, run.rules, last);
  const reply = { id: config.pathOf(absolute), title: undefined, declared: {} };
  const { rules, ownFindings, ...settings } = config.settingsFor(absolute, { reply });
  const shown = {
    file: found.file ? shownPath(found.file, world.cwd) : null,
    ...settings,
    ...config.takenFor(absolute, { reply }),
    rules: {
      ...Object.fromEntries(rules.map(({ rule, severity, values }) => [rule.id, [severity, values]])),
      ...ownFindings,
    },
  };
  world.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
  return EXIT.clean;
}
