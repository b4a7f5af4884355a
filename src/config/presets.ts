import { recommendedOf } from '../rule/options.js';
import { PRESETS, type Preset, type Rule } from '../rule/rule.js';
import { ConfigError, type ConfigPart, type RuleEntry } from './config.js';
import { hint } from './hint.js';
import { type Layer, readEntry } from './settings.js';
import { quoted } from './words.js';

/** Returns the entry that a preset has for every rule. */
export function rulesOfPreset(preset: Preset, rules: readonly Rule[]): Readonly<Record<string, RuleEntry>> {
  const entries = rules.flatMap((rule): [string, RuleEntry][] => {
    const { recommended, strict, chat } = rule.presets;
    const said = {
      recommended,
      strict: strict ?? recommended,
      chat: chat ?? recommended,
      all: strict ?? recommended ?? chat ?? 'warn',
    }[preset];
    return said ? [[rule.id, withReach(said as RuleEntry, rule, preset)]] : [];
  });
  return Object.fromEntries(entries);
}

/** In `strict` and `all`, rules also report likely problems. In the other presets, they require less. */
function withReach(entry: RuleEntry, { options }: Rule, preset: Preset): RuleEntry {
  const { level, options: values } = readEntry(entry);
  const isStrict = preset === 'strict' || preset === 'all';
  const reach = isStrict ? (options.strict ? { strict: true } : {}) : recommendedOf(options);
  return level === 'off' || Object.keys(reach).length === 0 ? entry : [level, { ...values, ...reach }];
}

/** The names of the presets in `extends`. */
export const PRESET_NAMES: readonly string[] = PRESETS.map((preset) => `replylint:${preset}`);

/**
 * Returns the settings in one part of a configuration, with presets expanded.
 * @throws ConfigError for an unknown preset
 */
export function layerOf(part: ConfigPart, rules: readonly Rule[]): Layer {
  if ('config' in part) return { settings: part.config, where: part.where, path: ['rules'] };
  const known = PRESETS.find((one) => one === part.preset);
  if (!known) {
    throw new ConfigError(
      `unknown preset ${quoted(`replylint:${part.preset}`)}${hint(`replylint:${part.preset}`, PRESET_NAMES)}`,
      part.where,
      part.path,
    );
  }
  return { settings: { rules: rulesOfPreset(known, rules) }, where: part.where, path: [], preset: known };
}
