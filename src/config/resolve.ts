import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { languageCode } from '../language/index.js';
import type { Severity } from '../model/finding.js';
import type { Form, Helpdesk, Intent, Reply, Topic } from '../model/reply.js';
import { type FileDeclaration, globTest, linearWildcard } from '../read/index.js';
import { type AnyValues, defaultsOf } from '../rule/options.js';
import { PRESETS, type Preset, type Rule } from '../rule/rule.js';
import {
  ConfigError,
  type ConfigPart,
  type FoundConfig,
  type KeyPath,
  type Level,
  type Override,
  type OwnConfig,
  type Plugin,
  type ReplySettings,
  type RuleEntry,
} from './config.js';
import { hint } from './hint.js';
import { checkMisspelt, isOwn, ownRule } from './own-rule.js';
import { validateOptions, validateOwn } from './validate.js';
import { quoted } from './words.js';

/** A rule that runs, and how. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly values: AnyValues;
}

/** What the linter finds by itself, without a rule, and how it is reported where nothing is said. */
export const OWN_FINDINGS = {
  'template-syntax': 'error',
  'unused-directive': 'warn',
  'require-disable-reason': 'off',
} as const satisfies Record<string, Severity | 'off'>;
export type OwnFinding = keyof typeof OWN_FINDINGS;

/** All that holds for one reply. The same object is handed out for replies that the same settings hold for. */
export interface Settings {
  readonly rules: readonly ActiveRule[];
  readonly ownFindings: Readonly<Record<OwnFinding, Severity | 'off'>>;
  readonly helpdesk: Helpdesk | undefined;
  readonly locale: string;
  /** The languages that the replies are in, without regions. Undefined if nothing is said. */
  readonly languages: readonly string[] | undefined;
  readonly signature: 'appended' | 'written';
  readonly salutation: 'appended' | 'written';
}

/** What overrides say that a reply is. */
export interface Taken {
  readonly form?: Form;
  readonly intent?: Intent;
  readonly topics?: readonly Topic[];
  readonly channel?: string;
  readonly locale?: string;
  readonly helpdesk?: Helpdesk;
}

/** What an override can ask of a reply, as far as it is known. */
export interface ReplyFacts {
  readonly reply: Pick<Reply, 'id' | 'title' | 'declared'>;
  /** Known once the reply has been composed. */
  readonly form?: Form;
  readonly intent?: Intent;
  readonly locale?: string;
}

/** Settings of one level, with where they stand. */
export interface Layer {
  readonly settings: OwnConfig;
  readonly where: string;
  readonly path: KeyPath;
  /** Its name, where it is a preset that `where` extends. */
  readonly preset?: string;
}

/** From the folder of the file that says it; the last word counts. */
function suppressionsOf({ parts, root }: FoundConfig): string | undefined {
  const said = parts.flatMap((part) =>
    'config' in part && part.config.suppressions !== undefined
      ? [resolve(isAbsolute(part.where) ? dirname(part.where) : root, part.config.suppressions)]
      : [],
  );
  return said.at(-1);
}

/** Whatever is assumed where neither metadata, nor configuration, nor the text tells. */
const DEFAULT_LOCALE = 'en';

/** A configuration with its presets filled in, ready to be asked. */
export class ResolvedConfig {
  readonly root: string;
  readonly file: string | undefined;
  readonly rules: readonly Rule[];
  /** Absolute paths of the plug-ins' files. */
  readonly pluginFiles: readonly string[];
  /** All that configurations and the command line say, without where they stand: as plain data. */
  readonly said: unknown;
  /** Absolute path of the suppressions file that it names. */
  readonly suppressions: string | undefined;
  /** Where the pages about the rules are. */
  readonly rulesUrl: string | undefined;
  readonly #base: readonly Layer[];
  readonly #overrides: readonly { readonly override: Override; readonly layer: Layer; readonly files: FileTest }[];
  readonly #isIgnored: (path: string) => boolean;
  readonly #declared: readonly { readonly files: FileTest; readonly declaration: FileDeclaration }[];
  readonly #last: readonly Layer[];
  readonly #settings = new Map<string, Settings>();

  /**
   * @param last settings from the command line, which come after everything else
   * @throws ConfigError for an unknown preset, rule, option or value
   */
  constructor(found: FoundConfig, builtIn: readonly Rule[], last: readonly Layer[] = []) {
    const { parts, plugins, file, root } = found;
    this.root = root;
    this.file = file;
    this.pluginFiles = plugins.map((plugin) => plugin.file);
    this.said = [
      parts.map((part) => ('config' in part ? part.config : part.preset)),
      last.map(({ settings }) => settings),
    ];
    this.suppressions = suppressionsOf(found);
    this.rulesUrl = parts.map((part) => ('config' in part ? part.config.rulesUrl : undefined)).findLast(Boolean);
    checkIds(plugins, builtIn);
    const known = [...builtIn, ...plugins.flatMap((plugin) => plugin.rules)];
    const own = ownRules(parts, known);
    this.rules = [...known, ...own];
    this.#base = parts.map((part) => layerOf(part, this.rules));
    const overrides = parts.flatMap((part) =>
      'config' in part
        ? (part.config.overrides ?? []).map((override, index) => ({ override, index, where: part.where }))
        : [],
    );
    this.#overrides = overrides.map(({ override, index, where }) => ({
      override,
      layer: { settings: override, where, path: ['overrides', index, 'rules'] },
      files: fileTest(override),
    }));
    // Among configurations the last word counts, within one the first that is for a file.
    this.#declared = [...parts]
      .reverse()
      .flatMap((part) => ('config' in part ? (part.config.files ?? []) : []))
      .map(({ glob, ...declaration }) => ({
        files: globTest(glob),
        declaration,
      }));
    this.#last = last;
    const ignores = parts.flatMap((part) => ('config' in part ? (part.config.ignores ?? []) : []));
    this.#isIgnored = ignores.length > 0 ? globTest(ignores.flatMap(withContents)) : () => false;
    for (const layer of [...this.#base, ...this.#overrides.map((one) => one.layer), ...last]) this.#check(layer);
  }

  /** True if no rule is on for any reply, whatever the replies set for themselves. */
  get isOff(): boolean {
    const turnsOn = ({ settings: { rules = {} } }: Layer) =>
      Object.values(rules).some((entry) => readEntry(entry).level !== 'off');
    return (
      this.#resolve([...this.#base, ...this.#last]).rules.length === 0 &&
      !this.#overrides.some(({ layer }) => turnsOn(layer))
    );
  }

  /** A path as patterns and ids see it: from the configuration's folder, with `/`. */
  pathOf(absolute: string): string {
    return relative(this.root, absolute).split(sep).join('/');
  }

  isIgnored(absolute: string): boolean {
    return this.#isIgnored(this.pathOf(absolute));
  }

  /** What is said of where a file's replies stand; the first that is for the file. */
  declarationFor(absolute: string): FileDeclaration | undefined {
    const path = this.pathOf(absolute);
    return this.#declared.find(({ files }) => files(path))?.declaration;
  }

  /** All that has a say on a reply, in the order in which it holds: the last word counts. */
  layersFor(absolute: string, facts: ReplyFacts): Layer[] {
    const holding = this.#holding(absolute, facts).map(({ layer }) => layer);
    return [...this.#base, ...holding, ...ownLayer(facts), ...this.#last];
  }

  #holding(absolute: string, facts: ReplyFacts) {
    const path = this.pathOf(absolute);
    return this.#overrides.filter(({ override, files }) => files(path) && matches(override, facts));
  }

  /** What holds for a reply. */
  settingsFor(absolute: string, facts: ReplyFacts): Settings {
    const holding = this.#holding(absolute, facts);
    const own = facts.reply.declared.settings?.value;
    const key = `${holding.map((one) => this.#overrides.indexOf(one)).join(' ')}${own ? JSON.stringify(own) : ''}`;
    let settings = this.#settings.get(key);
    if (!settings) {
      settings = this.#resolve(this.layersFor(absolute, facts));
      this.#settings.set(key, settings);
    }
    return settings;
  }

  /**
   * Checks what a file sets for its own replies.
   * @throws ConfigError for what is unknown, with the keys that lead there
   */
  checkOwn(value: unknown, where: string): void {
    const settings = validateOwn(value, where);
    for (const [id, entry] of Object.entries(settings.rules ?? {}))
      if (isOwn(entry)) throw new ConfigError('a custom rule must be defined in a configuration', where, ['rules', id]);
    this.#check({ settings, where, path: ['rules'] });
  }

  /** What the overrides take a reply for, before it is composed. */
  takenFor(absolute: string, facts: ReplyFacts): Taken {
    const taken: { -readonly [K in keyof Taken]: Taken[K] } = {};
    const holding = this.#holding(absolute, facts).map(({ layer }) => layer);
    for (const { settings } of [...holding, ...ownLayer(facts)]) {
      const { form, intent, topics, channel, locale, helpdesk } = settings;
      if (form) taken.form = form;
      if (intent) taken.intent = intent;
      if (topics) taken.topics = topics;
      if (channel) taken.channel = channel;
      if (locale) taken.locale = locale;
      if (helpdesk) taken.helpdesk = helpdesk;
    }
    return taken;
  }

  #check({ settings, where, path }: Layer): void {
    for (const [id, entry] of Object.entries(settings.rules ?? {})) {
      if (Object.hasOwn(OWN_FINDINGS, id)) continue;
      const rule = this.rules.find((known) => known.id === id);
      if (!rule) {
        const meant = hint(id, [...this.rules.map((known) => known.id), ...Object.keys(OWN_FINDINGS)]);
        if (meant === '') checkMisspelt(entry, where, [...path, id, 1]);
        throw new ConfigError(`unknown rule ${quoted(id)}${meant}`, where, [...path, id]);
      }
      const options = Array.isArray(entry) ? (entry[1] as Record<string, unknown> | undefined) : undefined;
      if (options && !isOwn(entry)) validateOptions(options, rule.options, where, [...path, id, 1]);
    }
  }

  #resolve(layers: readonly Layer[]): Settings {
    const rules = new Map<string, { level: Severity | 'off'; options: AnyValues }>();
    let settings: ReplyWide = {
      helpdesk: undefined,
      locale: DEFAULT_LOCALE,
      languages: undefined,
      signature: 'written',
      salutation: 'written',
    };
    for (const { settings: said } of layers) {
      const { helpdesk, locale, languages, signature, salutation } = said;
      settings = {
        helpdesk: helpdesk ?? settings.helpdesk,
        locale: locale ?? settings.locale,
        languages: languages?.map(languageCode) ?? settings.languages,
        signature: signature ?? settings.signature,
        salutation: salutation ?? settings.salutation,
      };
      for (const [id, entry] of Object.entries(said.rules ?? {})) {
        const { level, options } = readEntry(entry);
        // A severity alone keeps the options that were said before.
        rules.set(id, { level, options: (isOwn(entry) ? undefined : options) ?? rules.get(id)?.options ?? {} });
      }
    }
    const active = this.rules.flatMap((rule): ActiveRule[] => {
      const said = rules.get(rule.id);
      if (!said || said.level === 'off' || isSupplied(rule, settings)) return [];
      return [{ rule, severity: said.level, values: { ...defaultsOf(rule.options), ...said.options } }];
    });
    const levelOf = (id: OwnFinding) => rules.get(id)?.level ?? OWN_FINDINGS[id];
    const ownFindings = Object.fromEntries(
      Object.keys(OWN_FINDINGS).map((id) => [id, levelOf(id as OwnFinding)]),
    ) as Settings['ownFindings'];
    return { ...settings, rules: active, ownFindings };
  }
}

type ReplyWide = Omit<Settings, 'rules' | 'ownFindings'>;

function isSupplied({ suppliedBy }: Rule, settings: ReplyWide): boolean {
  return suppliedBy !== undefined && settings[suppliedBy] === 'appended';
}

/** A rule's entry, with numbers as severities. */
export function readEntry(entry: RuleEntry): { level: Severity | 'off'; options: AnyValues | undefined } {
  const [level, options] = Array.isArray(entry)
    ? (entry as readonly [unknown, AnyValues | undefined])
    : [entry, undefined];
  const named = typeof level === 'number' ? (['off', 'warn', 'error'] as const)[level] : (level as Severity | 'off');
  return { level: named ?? 'off', options };
}

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

function layerOf(part: ConfigPart, rules: readonly Rule[]): Layer {
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

/** @throws ConfigError where a plug-in has a rule that is there already */
function checkIds(plugins: readonly Plugin[], builtIn: readonly Rule[]): void {
  const known = new Set(builtIn.map(({ id }) => id));
  for (const { rules, where, path } of plugins)
    for (const { id } of rules) {
      if (known.has(id)) throw new ConfigError(`defines a rule ${quoted(id)}, which already exists`, where, path);
      known.add(id);
    }
}

/** The rules that configurations write themselves, without code. The last word on an id counts. */
function ownRules(parts: readonly ConfigPart[], known: readonly Rule[]): Rule[] {
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
        made.set(id, ownRule(id, entry[1], where, [...path, id, 1]));
      }
  }
  return [...made.values()];
}

/** What a reply's own file sets; it has been checked. */
function ownLayer({ reply: { declared } }: ReplyFacts): Layer[] {
  const settings = declared.settings?.value as OwnConfig | undefined;
  return settings ? [{ settings, where: 'front matter', path: ['replylint'] }] : [];
}

type FileTest = (path: string) => boolean;

function fileTest({ files, excludedFiles }: Override): FileTest {
  const isIn = files === undefined ? () => true : globTest(files);
  const isOut = excludedFiles === undefined ? () => false : globTest(excludedFiles);
  return (path) => isIn(path) && !isOut(path);
}

function withContents(pattern: string): string[] {
  const plain = pattern.replace(/\/$/, '');
  return [plain, `${plain}/**`];
}

function matches(override: Override, { reply, form, intent, locale }: ReplyFacts): boolean {
  const { declared } = reply;
  return (
    wants(override.ids, [reply.id]) &&
    wants(override.titles, [reply.title], true) &&
    wants(override.tags, declared.tags ?? []) &&
    wants(override.channels, [declared.channel]) &&
    wants(override.forms, [form]) &&
    wants(override.intents, [intent]) &&
    wants(override.locales, [locale, locale?.split('-')[0]])
  );
}

const WILDCARDS = new Map<string, (text: string) => boolean>();

/** Compiled once: a pattern is asked about every reply. */
function wildcardOf(pattern: string): (text: string) => boolean {
  const known = WILDCARDS.get(pattern) ?? linearWildcard(pattern);
  WILDCARDS.set(pattern, known);
  return known;
}

function wants(
  wanted: string | readonly string[] | undefined,
  had: readonly (string | undefined)[],
  asPattern = false,
): boolean {
  if (wanted === undefined) return true;
  const list = [wanted].flat();
  if (asPattern) return had.some((one) => one !== undefined && list.some((pattern) => wildcardOf(pattern)(one)));
  return had.some((one) => one !== undefined && list.includes(one));
}
