import { dirname, resolve } from 'node:path';
import { ConfigFinder, keysInWords, type Origin, originsOf, type ResolvedConfig } from '../config/index.js';
import { resolvedConfig, type SessionOptions } from '../lint/index.js';
import { jsonText, shownPath } from '../report/index.js';
import { EXIT } from './usage.js';
import type { CommandWorld } from './world.js';

/**
 * Runs `--print-config <path>`, which prints the configuration for a file. `from` says where each key was set: a file
 * and the keys in it, a preset, `--rule`, or nowhere (`default`).
 */
export async function printConfig(path: string, options: SessionOptions, world: CommandWorld): Promise<number> {
  const absolute = resolve(world.cwd, path);
  const found = await new ConfigFinder(options.cwd, options.config).for(dirname(absolute));
  const config = resolvedConfig(found, options);
  const reply = { id: config.pathOf(absolute), title: undefined, declared: {} };
  const { rules, ownFindings, ...settings } = config.settingsFor(absolute, { reply });
  const origins = originsOf(config.layersFor(absolute, { reply }), config.rules);
  const values = { ...settings, ...config.takenFor(absolute, { reply }) };
  const off = [...origins.rules.keys()].filter((id) => !rules.some(({ rule }) => rule.id === id));
  const levels: Readonly<Record<string, unknown>> = {
    ...Object.fromEntries(rules.map(({ rule, severity, values }) => [rule.id, [severity, values]])),
    ...Object.fromEntries(off.map((id) => [id, 'off'])),
    ...ownFindings,
  };
  const inWords = (origin: Origin | undefined) => (origin ? shownOrigin(origin, world) : 'default');
  const fromRules = Object.keys(levels).map((id) => {
    const said = origins.rules.get(id);
    const supplied = off.includes(id) && suppliedBy(id, config, values);
    const severity = supplied ? inWords(origins.keys.get(supplied)) : inWords(said?.severity);
    return [id, { severity, ...(Array.isArray(levels[id]) && { options: inWords(said?.options) }) }];
  });
  const said = Object.entries(values).filter(([, value]) => value !== undefined);
  const shown = {
    file: found.file ? shownPath(found.file, world.cwd) : null,
    ...values,
    rules: levels,
    from: {
      ...Object.fromEntries(said.map(([key]) => [key, inWords(origins.keys.get(key))])),
      rules: Object.fromEntries(fromRules),
    },
  };
  world.stdout.write(`${jsonText(shown, 2)}\n`);
  return EXIT.clean;
}

/** Returns the setting that turns off a rule because the help desk already adds what the rule requires. */
function suppliedBy(
  id: string,
  { rules }: ResolvedConfig,
  values: Pick<ReturnType<ResolvedConfig['settingsFor']>, 'signature' | 'salutation'>,
): 'signature' | 'salutation' | undefined {
  const by = rules.find((rule) => rule.id === id)?.suppliedBy;
  return by && values[by] === 'appended' ? by : undefined;
}

/** Returns the origin as in `.replylintrc.json › overrides › item 1 › rules › greeting`. */
function shownOrigin({ where, path, preset }: Origin, { cwd }: CommandWorld): string {
  const place = shownPath(where, cwd);
  if (where === '--rule') return where;
  return preset === undefined ? `${place} › ${keysInWords(path)}` : `replylint:${preset}, extended by ${place}`;
}
