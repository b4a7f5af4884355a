import { ConfigFinder, hint, ResolvedConfig, readEntry, rulesOfPreset } from '../config/index.js';
import { languagesWithPack } from '../language/pack/load.js';
import { coverageOf, languagesOf } from '../lint/index.js';
import { jsonText } from '../report/index.js';
import { OWN_RULES } from '../report/own-rules.js';
import { PRESETS, type Preset, type Rule } from '../rule/rule.js';
import type { RulesOptions } from './options.js';
import { ownPageOf, pageFor } from './pages.js';
import { usesColor } from './terminal.js';
import { EXIT, UsageError } from './usage.js';
import type { CommandWorld } from './world.js';

/** Runs `replylint rules`, which lists all rules in the order of the service arc. */
export async function listRules(options: RulesOptions, builtIn: readonly Rule[], world: CommandWorld): Promise<number> {
  const all = await rulesKnown(options, builtIn, world);
  const rules = options.preset === undefined ? all : inPreset(options.preset, all);
  const text =
    options.format === 'json'
      ? `${jsonText(
          rules.map((rule) => described(rule, rules)),
          2,
        )}\n`
      : options.languages
        ? languageTable(rules)
        : asTable(rules);
  world.stdout.write(text);
  return EXIT.clean;
}

/**
 * `replylint explain [rule]`: prints the page of a rule, or explains the findings at a location. Without an argument,
 * lists all rules.
 */
export async function explain(
  id: string | undefined,
  options: RulesOptions,
  builtIn: readonly Rule[],
  world: CommandWorld,
): Promise<number> {
  if (id === undefined) return listRules({ ...options, format: 'text' }, builtIn, world);
  const rules = await rulesKnown(options, builtIn, world);
  const rule = rules.find((known) => known.id === id);
  if (!rule && /:\d+$/.test(id)) {
    const { explainPlace, placeFrom } = await import('./explain-place.js');
    const place = placeFrom(id, world);
    if (place) return explainPlace(place, options, { rules: builtIn, known: rules }, world);
  }
  const page = rule ? await pageFor(rule) : ownPageOf(id);
  if (page === undefined) {
    const names = [...rules.map((known) => known.id), ...Object.keys(OWN_RULES)];
    throw new UsageError(`unknown rule "${id}"${hint(id, names) || '; `replylint explain` lists them'}`);
  }
  world.stdout.write(usesColor(options, world) ? inColor(page) : page);
  return EXIT.clean;
}

/** Returns the built-in rules and those that the configuration of the current folder adds. */
async function rulesKnown(
  { config, configLookup }: RulesOptions,
  builtIn: readonly Rule[],
  { cwd }: CommandWorld,
): Promise<readonly Rule[]> {
  const found = await new ConfigFinder(cwd, { explicit: config, lookup: configLookup }).for(cwd);
  return new ResolvedConfig(found, builtIn).rules;
}

function inPreset(name: string, rules: readonly Rule[]): readonly Rule[] {
  const preset: Preset | undefined = PRESETS.find((known) => known === name.replace(/^replylint:/, ''));
  if (!preset)
    throw new UsageError(`unknown preset "${name}"${hint(name, PRESETS) || `; expected one of ${PRESETS.join(', ')}`}`);
  const entries = rulesOfPreset(preset, rules);
  return rules.filter(({ id }) => readEntry(entries[id] ?? 'off').level !== 'off');
}

/** Highlights the headings of a page for a terminal. */
function inColor(page: string): string {
  return page.replace(/^#+ (.*)$/gm, '\u001b[1m$1\u001b[22m');
}

function described(rule: Rule, rules: readonly Rule[]) {
  const { id, segment, principle, why, source, kind, options, appliesTo } = rule;
  const presets = Object.fromEntries(
    PRESETS.flatMap((preset) => {
      const entry = rulesOfPreset(preset, rules)[id];
      return entry === undefined ? [] : [[preset, entry]];
    }),
  );
  const languages = languagesOf(rule);
  return { id, segment, principle, why, source, kind, presets, appliesTo, options, languages };
}

/**
 * Formats a table of rules and languages. Each cell counts the groups of the rule that have phrases in the language.
 */
function languageTable(rules: readonly Rule[]): string {
  const codes = languagesWithPack();
  const width = Math.max(...rules.map(({ id }) => id.length));
  const line = (first: string, cells: readonly string[]) =>
    `${[first.padEnd(width), ...cells.map((cell) => cell.padEnd(7))].join('  ').trimEnd()}\n`;
  return (
    line('', codes) +
    rules
      .map((rule) =>
        line(
          rule.id,
          codes.map((code) => coverageOf(rule, code)),
        ),
      )
      .join('')
  );
}

function asTable(rules: readonly Rule[]): string {
  const recommended = rulesOfPreset('recommended', rules);
  const strict = rulesOfPreset('strict', rules);
  const chat = rulesOfPreset('chat', rules);
  const width = Math.max(...rules.map(({ id }) => id.length));
  const level = (entry: unknown) => String([entry ?? '-'].flat()[0]).padEnd(11);
  let text = '';
  let segment = '';
  for (const rule of rules) {
    if (rule.segment !== segment) {
      segment = rule.segment;
      text += `${text === '' ? '' : '\n'}${segment.padEnd(width + 2)}  recommended  strict       chat\n`;
    }
    text += `  ${rule.id.padEnd(width)}  ${level(recommended[rule.id])}  ${level(strict[rule.id])}  ${level(chat[rule.id])}  ${rule.principle}\n`;
  }
  return text;
}
