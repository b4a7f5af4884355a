import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { type FileDeclaration, globTest } from '../read/index.js';
import type { Rule } from '../rule/rule.js';
import { ConfigError, type FoundConfig, type KeyPath, type Override, type OwnConfig } from './config.js';
import { type FileTest, fileTest, matches, withContents } from './holds-for.js';
import { checkIds, checkRules, ownRules } from './known-rules.js';
import { isOwn } from './own-rule.js';
import { layerOf } from './presets.js';
import { type Layer, type ReplyFacts, readEntry, type Settings, settingsFrom, type Taken } from './settings.js';
import { validateOwn } from './validate.js';

/**
 * Returns the suppressions file. Its path is relative to the configuration file that sets it, and the last setting
 * counts.
 */
function suppressionsOf({ parts, root }: FoundConfig): string | undefined {
  const said = parts.flatMap((part) =>
    'config' in part && part.config.suppressions !== undefined
      ? [resolve(isAbsolute(part.where) ? dirname(part.where) : root, part.config.suppressions)]
      : [],
  );
  return said.at(-1);
}

/** An override with its settings and the files it applies to. */
interface ResolvedOverride {
  readonly override: Override;
  /** The preset that the override extends. */
  readonly preset: Layer | undefined;
  readonly layer: Layer;
  readonly files: FileTest;
}

function presetOf(
  { extends: name }: Override,
  { where, index }: { readonly where: string; readonly index: number },
  rules: readonly Rule[],
): Layer | undefined {
  const preset = name?.replace(/^replylint:/, '');
  return preset === undefined ? undefined : layerOf({ preset, where, path: ['overrides', index, 'extends'] }, rules);
}

const NONE: readonly ResolvedOverride[] = [];

/** A configuration with its presets expanded, which returns the settings for a reply. */
export class ResolvedConfig {
  readonly root: string;
  readonly file: string | undefined;
  readonly rules: readonly Rule[];
  /** Absolute paths of the plug-in files. */
  readonly pluginFiles: readonly string[];
  /** All settings from configurations and the command line as plain data, without their origins. */
  readonly said: unknown;
  /** The absolute path of the suppressions file that the configuration names. */
  readonly suppressions: string | undefined;
  /** The URL of the rule pages, if the configuration sets one. */
  readonly rulesUrl: string | undefined;
  readonly #base: readonly Layer[];
  readonly #overrides: readonly ResolvedOverride[];
  readonly #isIgnored: (path: string) => boolean;
  readonly #declared: readonly { readonly files: FileTest; readonly declaration: FileDeclaration }[];
  readonly #last: readonly Layer[];
  readonly #settings = new Map<string, Settings>();
  /** The settings of all replies that neither overrides nor settings of their own apply to. */
  #common: Settings | undefined;
  readonly #unused: Set<ResolvedOverride>;
  readonly #source: ConstructorParameters<typeof ResolvedConfig>;
  readonly #isWanted: ((rule: Rule) => boolean) | undefined;
  #comparesReplies: boolean | undefined;
  #pathOf: { readonly absolute: string; readonly path: string } | undefined;

  /**
   * @param last settings from the command line, which override all others
   * @param isWanted returns true for rules that the run needs; by default, it needs all
   * @throws ConfigError for an unknown preset, rule, option or value
   */
  constructor(
    found: FoundConfig,
    builtIn: readonly Rule[],
    last: readonly Layer[] = [],
    isWanted?: (rule: Rule) => boolean,
  ) {
    const { parts, plugins, file, root } = found;
    this.#source = [found, builtIn, last];
    this.#isWanted = isWanted;
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
      preset: presetOf(override, { where, index }, this.rules),
      layer: { settings: override, where, path: ['overrides', index, 'rules'] },
      files: fileTest(override),
    }));
    this.#unused = new Set(this.#overrides.filter(({ override }) => override.files !== undefined));
    // Later configurations come first, and within a configuration, the first entry that matches a file counts.
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
    for (const layer of [...this.#base, ...this.#overrides.map((one) => one.layer), ...last])
      checkRules(layer, this.rules);
  }

  /** True if every rule is off for every reply, no matter what the replies set themselves. */
  get isOff(): boolean {
    return !this.#mayTurnOn(() => true);
  }

  /** True if a rule that compares replies may be enabled for some reply. */
  get comparesReplies(): boolean {
    if (this.#comparesReplies === undefined) {
      const ids = new Set(this.rules.flatMap(({ id, library }) => (library ? [id] : [])));
      this.#comparesReplies = ids.size > 0 && this.#mayTurnOn((id) => ids.has(id));
    }
    return this.#comparesReplies;
  }

  /** Returns true if one of the rules in question may be enabled for some reply. */
  #mayTurnOn(isMeant: (id: string) => boolean): boolean {
    const isIn = ({ settings: { rules = {} } }: Layer) =>
      Object.entries(rules).some(([id, entry]) => isMeant(id) && readEntry(entry).level !== 'off');
    return (
      settingsFrom([...this.#base, ...this.#last], this.rules).rules.some(({ rule }) => isMeant(rule.id)) ||
      this.#overrides.some(({ layer, preset }) => isIn(layer) || (preset !== undefined && isIn(preset)))
    );
  }

  /**
   * Returns a path in the form that patterns and ids use: relative to the folder of the configuration, with `/` as the
   * separator.
   */
  pathOf(absolute: string): string {
    // The last result is cached because the path is requested repeatedly while the replies of one file are judged.
    if (this.#pathOf?.absolute !== absolute) this.#pathOf = { absolute, path: pathFrom(this.root, absolute) };
    return this.#pathOf.path;
  }

  /** Records that a run has reached a file, for `unusedOverrides`. */
  note(absolute: string): void {
    if (this.#unused.size === 0) return;
    const path = this.pathOf(absolute);
    for (const one of this.#unused) if (one.files(path)) this.#unused.delete(one);
  }

  /**
   * The overrides whose patterns match no recorded file, each with its configuration file and the path of keys in it.
   */
  get unusedOverrides(): readonly { readonly where: string; readonly path: KeyPath }[] {
    return [...this.#unused].map(({ layer: { where, path } }) => ({ where, path: [...path.slice(0, -1), 'files'] }));
  }

  isIgnored(absolute: string): boolean {
    return this.#isIgnored(this.pathOf(absolute));
  }

  /** Returns where the configuration says the replies of a file are: the first entry that matches the file counts. */
  declarationFor(absolute: string): FileDeclaration | undefined {
    const path = this.pathOf(absolute);
    return this.#declared.find(({ files }) => files(path))?.declaration;
  }

  /** Returns all layers that apply to a reply, in order of precedence: later layers override earlier ones. */
  layersFor(absolute: string, facts: ReplyFacts): Layer[] {
    const holding = this.#holding(absolute, facts);
    const preset = holding.findLast((one) => one.preset)?.preset;
    const base = preset ? [preset, ...this.#base.filter((layer) => layer.preset === undefined)] : this.#base;
    return [...base, ...holding.map(({ layer }) => layer), ...ownLayer(facts), ...this.#last];
  }

  #holding(absolute: string, facts: ReplyFacts): readonly ResolvedOverride[] {
    if (this.#overrides.length === 0) return NONE;
    const path = this.pathOf(absolute);
    return this.#overrides.filter(({ override, files }) => files(path) && matches(override, facts));
  }

  /** Returns the settings for a reply. */
  settingsFor(absolute: string, facts: ReplyFacts): Settings {
    const own = facts.reply.declared.settings?.value;
    const holding = this.#holding(absolute, facts);
    if (!own && holding.length === 0) {
      this.#common ??= this.#made(absolute, facts);
      return this.#common;
    }
    const key = `${holding.map((one) => this.#overrides.indexOf(one)).join(' ')}${own ? JSON.stringify(own) : ''}`;
    let settings = this.#settings.get(key);
    if (!settings) {
      settings = this.#made(absolute, facts);
      this.#settings.set(key, settings);
    }
    return settings;
  }

  #made(absolute: string, facts: ReplyFacts): Settings {
    const settings = settingsFrom(this.layersFor(absolute, facts), this.rules);
    const isWanted = this.#isWanted;
    return isWanted ? { ...settings, rules: settings.rules.filter(({ rule }) => isWanted(rule)) } : settings;
  }

  /** Returns the same configuration with only some of its enabled rules, for a run that needs no others. */
  withOnly(isWanted: (rule: Rule) => boolean): ResolvedConfig {
    const [found, builtIn, last] = this.#source;
    return new ResolvedConfig(found, builtIn, last, isWanted);
  }

  /**
   * Checks the settings that a file contains for its own replies.
   * @throws ConfigError for an unknown key or value, with the keys that lead to it
   */
  checkOwn(value: unknown, where: string): void {
    const settings = validateOwn(value, where);
    for (const [id, entry] of Object.entries(settings.rules ?? {}))
      if (isOwn(entry)) throw new ConfigError('a custom rule must be defined in a configuration', where, ['rules', id]);
    checkRules({ settings, where, path: ['rules'] }, this.rules);
  }

  /** Returns the properties that overrides set for a reply before it is composed. */
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
}

/** Returns the settings in the reply's own file, which have already been checked. */
function ownLayer({ reply: { declared } }: ReplyFacts): Layer[] {
  const settings = declared.settings?.value as OwnConfig | undefined;
  return settings ? [{ settings, where: 'front matter', path: ['replylint'] }] : [];
}

/** Returns the path of a file relative to a folder, with `/` as the separator. */
function pathFrom(root: string, absolute: string): string {
  // Most files are below the root. `relative` would normalize both paths each time.
  const isBelow = sep === '/' && absolute.startsWith(`${root}/`) && !ODD.test(absolute);
  return isBelow ? absolute.slice(root.length + 1) : relative(root, absolute).split(sep).join('/');
}

/** Matches parts of a path that `relative` would remove. */
const ODD = /\/(?:\.{0,2}(?:\/|$))/;
