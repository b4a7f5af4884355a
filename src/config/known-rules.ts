import type { Rule } from '../rule/rule.js';
import { ConfigError, type ConfigPart, type KeyPath, type Plugin, type ReplySettings } from './config.js';
import { hint } from './hint.js';
import { checkMisspelt, isOwn, ownRule } from './own-rule.js';
import { type Layer, OWN_FINDINGS, readEntry } from './settings.js';
import { validateOptions } from './validate.js';
import { quoted } from './words.js';

/** @throws ConfigError if a rule of a plug-in has an id that is already taken */
export function checkIds(plugins: readonly Plugin[], builtIn: readonly Rule[]): void {
  const known = new Set(builtIn.map(({ id }) => id));
  for (const { rules, where, path } of plugins)
    for (const { id } of rules) {
      if (known.has(id)) throw new ConfigError(`defines a rule ${quoted(id)}, which already exists`, where, path);
      known.add(id);
    }
}

/**
 * Returns the rules that configurations define without code. If an id is defined more than once, the last definition
 * counts.
 */
export function ownRules(parts: readonly ConfigPart[], known: readonly Rule[]): Rule[] {
  const made = new Map<string, Rule>();
  for (const part of parts) {
    if (!('config' in part)) continue;
    const { where, config } = part;
    const layers: { rules: ReplySettings['rules']; path: KeyPath }[] = [
      { rules: config.rules, path: ['rules'] },
      ...(config.overrides ?? []).map(({ rules }, index) => ({ rules, path: ['overrides', index, 'rules'] })),
    ];
    for (const { rules = {}, path } of layers)
      for (const [id, entry] of Object.entries(rules)) {
        if (!isOwn(entry)) continue;
        if (known.some((rule) => rule.id === id))
          throw new ConfigError(`the rule ${quoted(id)} already exists`, where, [...path, id]);
        made.set(id, { ...ownRule(id, entry[1], where, [...path, id, 1]), configured: readEntry(entry).level });
      }
  }
  return [...made.values()];
}

const OWN_RULE = '; to define it, add phrases: ["warn", { "avoid": ["…"] }], or "require" in place of "avoid"';

/** @throws ConfigError for an unknown rule or option */
export function checkRules({ settings, where, path }: Layer, all: readonly Rule[]): void {
  for (const [id, entry] of Object.entries(settings.rules ?? {})) {
    if (Object.hasOwn(OWN_FINDINGS, id)) continue;
    const rule = all.find((known) => known.id === id);
    if (!rule) {
      const meant = hint(id, [...all.map((known) => known.id), ...Object.keys(OWN_FINDINGS)]);
      if (meant === '') checkMisspelt(entry, where, [...path, id, 1]);
      const advice = meant === '' && id.includes('/') ? OWN_RULE : meant;
      throw new ConfigError(`unknown rule ${quoted(id)}${advice}`, where, [...path, id]);
    }
    const { options } = readEntry(entry);
    if (options && !isOwn(entry)) validateOptions(options, rule.options, where, [...path, id, 1]);
  }
}
