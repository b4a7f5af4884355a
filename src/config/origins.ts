import { recommendedOf } from '../rule/options.js';
import type { Preset, Rule } from '../rule/rule.js';
import type { KeyPath } from './config.js';
import { isOwn } from './own-rule.js';
import { rulesOfPreset } from './presets.js';
import { type Layer, readEntry } from './settings.js';

/**
 * The place where a setting is defined: a file or `--rule` with the keys that lead to the setting, or a preset that the
 * file extends.
 */
export interface Origin {
  readonly where: string;
  readonly path: KeyPath;
  readonly preset?: Preset;
}

/** Where each setting of a reply was defined. Settings without an entry have their default. */
export interface Origins {
  /** The origins of `locale`, `form` and similar keys. */
  readonly keys: ReadonlyMap<string, Origin>;
  /** The origins of each rule's severity and options. A severity alone leaves the options unchanged. */
  readonly rules: ReadonlyMap<string, { readonly severity: Origin; readonly options: Origin | undefined }>;
}

const KEYS = [
  'helpdesk',
  'locale',
  'signature',
  'salutation',
  'form',
  'intent',
  'topics',
  'channel',
] as const satisfies readonly (keyof Layer['settings'])[];

/**
 * @param layers all layers that apply; later layers take precedence
 * @param known all existing rules
 */
export function originsOf(layers: readonly Layer[], known: readonly Rule[]): Origins {
  const keys = new Map<string, Origin>();
  const rules = new Map<string, { severity: Origin; options: Origin | undefined }>();
  for (const { settings, where, path, preset } of layers) {
    // The path of a layer ends at its `rules` key.
    const above = path.slice(0, -1);
    const at = (more: KeyPath): Origin => (preset === undefined ? { where, path: more } : { where, path: [], preset });
    for (const key of KEYS) if (settings[key] !== undefined) keys.set(key, at([...above, key]));
    for (const [id, entry] of Object.entries(settings.rules ?? {})) {
      const severity = at([...path, id]);
      const says = isOwn(entry) || readEntry(entry).options !== undefined;
      const before = rules.get(id)?.options;
      const isReset = preset === undefined && before?.preset !== undefined && !isKept(id, before.preset, known);
      rules.set(id, { severity, options: says ? severity : isReset ? undefined : before });
    }
  }
  return { keys, rules };
}

/** Returns true if the options of a preset still apply after a configuration has set only the severity of the rule. */
function isKept(id: string, preset: Preset, known: readonly Rule[]): boolean {
  const rule = known.find((one) => one.id === id);
  const entry = rule && rulesOfPreset(preset, [rule])[id];
  const lenient = recommendedOf(rule?.options ?? {});
  return Object.keys((entry && readEntry(entry).options) ?? {}).some((name) => !Object.hasOwn(lenient, name));
}
