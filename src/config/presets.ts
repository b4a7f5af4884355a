import { PRESETS, type Preset, type Rule } from '../rule/rule.js';
import { ConfigError, type ConfigPart, type Level, type RuleEntry } from './config.js';
import { hint } from './hint.js';
import type { Layer } from './settings.js';
import { quoted } from './words.js';

/** What a preset says of every rule. */
export function rulesOfPreset(preset: Preset, rules: readonly Rule[]): Readonly<Record<string, RuleEntry>> {
  const entries = rules.flatMap((rule): [string, RuleEntry][] => {
    const { recommended, strict, chat } = rule.presets;
    const said = {
      recommended,
      strict: strict ?? recommended,
      chat: chat ?? recommended,
      all: strict ?? recommended ?? chat ?? 'warn',
    }[preset];
    return said ? [[rule.id, withStrict(said as RuleEntry, rule, preset)]] : [];
  });
  return Object.fromEntries(entries);
}

/** In `strict` and `all`, rules report what is likely, too. */
function withStrict(entry: RuleEntry, { options }: Rule, preset: Preset): RuleEntry {
  if (!options.strict || (preset !== 'strict' && preset !== 'all')) return entry;
  const [level, values] = Array.isArray(entry) ? (entry as [Level, object?]) : [entry as Level, undefined];
  return level === 'off' ? entry : [level, { ...values, strict: true }];
}

/** What a part of a configuration says, a preset written out. @throws ConfigError for an unknown preset */
export function layerOf(part: ConfigPart, rules: readonly Rule[]): Layer {
  if ('config' in part) return { settings: part.config, where: part.where, path: ['rules'] };
  const known = PRESETS.find((one) => one === part.preset);
  if (!known) {
    const names = PRESETS.map((one) => `replylint:${one}`);
    throw new ConfigError(
      `unknown preset ${quoted(`replylint:${part.preset}`)}${hint(`replylint:${part.preset}`, names)}`,
      part.where,
      part.path,
    );
  }
  return { settings: { rules: rulesOfPreset(known, rules) }, where: part.where, path: [], preset: part.preset };
}
