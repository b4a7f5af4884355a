import { recommendedOf } from '../rule/options.js';
import type { Preset, Rule } from '../rule/rule.js';
import type { KeyPath } from './config.js';
import { isOwn } from './own-rule.js';
import { rulesOfPreset } from './presets.js';
import { type Layer, readEntry } from './settings.js';

/** Where a setting is defined: a file or `--rule`, and the keys that lead there; or a preset that it extends. */
export interface Origin {
  readonly where: string;
  readonly path: KeyPath;
  readonly preset?: Preset;
}

/** Where each setting of a reply was defined. Settings without an entry have their default. */
export interface Origins {
  /** `locale`, `form` and similar keys. */
  readonly keys: ReadonlyMap<string, Origin>;
  /** The severity of a rule and its options; a severity alone leaves the options unchanged. */
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
 * @param layers everything that applies; later layers take precedence
 * @param known all rules
 */
export function originsOf(layers: readonly Layer[], known: readonly Rule[]): Origins {
  const keys = new Map<string, Origin>();
  const rules = new Map<string, { severity: Origin; options: Origin | undefined }>();
  for (const { settings, where, path, preset } of layers) {
    // The path of a layer leads to its rules.
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

/** True if the options of a preset stay when a configuration sets the severity of the rule. */
function isKept(id: string, preset: Preset, known: readonly Rule[]): boolean {
  const rule = known.find((one) => one.id === id);
  const entry = rule && rulesOfPreset(preset, [rule])[id];
  const lenient = recommendedOf(rule?.options ?? {});
  return Object.keys((entry && readEntry(entry).options) ?? {}).some((name) => !Object.hasOwn(lenient, name));
}
