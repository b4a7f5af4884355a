import { rulesOfPreset } from '../config/index.js';
import { PRESETS, type Rule } from '../rule/rule.js';
import { EXIT } from './usage.js';
import type { World } from './world.js';

/** `replylint rules`: what is checked, along the service arc. */
export async function listRules(
  { format }: { readonly format: string },
  rules: readonly Rule[],
  world: World,
): Promise<number> {
  world.stdout.write(
    format === 'json'
      ? `${JSON.stringify(
          rules.map((rule) => described(rule, rules)),
          null,
          2,
        )}\n`
      : asTable(rules),
  );
  return EXIT.clean;
}

function described(rule: Rule, rules: readonly Rule[]) {
  const { id, segment, principle, why, source, kind, options, appliesTo, phrases } = rule;
  const presets = Object.fromEntries(
    PRESETS.flatMap((preset) => {
      const entry = rulesOfPreset(preset, rules)[id];
      return entry === undefined ? [] : [[preset, entry]];
    }),
  );
  const languages = Object.keys(phrases);
  return { id, segment, principle, why, source, kind, presets, appliesTo, options, languages };
}

function asTable(rules: readonly Rule[]): string {
  const recommended = rulesOfPreset('recommended', rules);
  const strict = rulesOfPreset('strict', rules);
  const width = Math.max(...rules.map(({ id }) => id.length));
  const level = (entry: unknown) => String([entry ?? '-'].flat()[0]).padEnd(11);
  let text = '';
  let segment = '';
  for (const rule of rules) {
    if (rule.segment !== segment) {
      segment = rule.segment;
      text += `${text === '' ? '' : '\n'}${segment.padEnd(width + 2)}  recommended  strict\n`;
    }
    text += `  ${rule.id.padEnd(width)}  ${level(recommended[rule.id])}  ${level(strict[rule.id])}  ${rule.principle}\n`;
  }
  return text;
}
