import { readEntry, rulesOfPreset } from '../config/index.js';
import { type Option, recommendedOf } from '../rule/options.js';
import { PRESETS, type Preset, type Rule } from '../rule/rule.js';
import { codesIn } from './codes.js';

/** An option on the page of its rule: what it does, its values, its default, and what the presets set. */
export function optionLine(rule: Rule, name: string, option: Option): string {
  const values = 'of' in option ? ` (${option.of.map((value) => `\`${value}\``).join(', ')})` : '';
  return `- \`${name}\`: ${option.description}${values} Default: ${codeOf(option.default)}.${setBy(rule, name)}`;
}

function codeOf(value: unknown): string {
  return `\`${JSON.stringify(value)}\``;
}

/** The presets that set an option, by the value that they set. */
function setBy(rule: Rule, name: string): string {
  const byValue = new Map<string, Preset[]>();
  for (const preset of PRESETS) {
    const value = valueIn(preset, rule, name);
    if (value === undefined) continue;
    const code = codeOf(value);
    byValue.set(code, [...(byValue.get(code) ?? []), preset]);
  }
  if (byValue.size === 0) return '';
  const [first = '', ...more] = [...byValue].map(
    ([code, presets]) => `${codesIn(presets, 'and')} ${presets.length > 1 ? 'set' : 'sets'} ${code}`,
  );
  const all = [`The ${[...byValue.values()][0]?.length === 1 ? 'preset' : 'presets'} ${first}`, ...more].join('; ');
  const isLost = Object.hasOwn(recommendedOf(rule.options), name);
  return ` ${all}${isLost ? '; if your configuration sets the rule itself, the default applies' : ''}.`;
}

function valueIn(preset: Preset, rule: Rule, name: string): unknown {
  const entry = rulesOfPreset(preset, [rule])[rule.id];
  if (entry === undefined) return undefined;
  const { level, options } = readEntry(entry);
  return level === 'off' ? undefined : options?.[name];
}
