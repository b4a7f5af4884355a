import { relative, sep } from 'node:path';
import picomatch from 'picomatch';
import type { Severity } from '../model/finding.js';
import type { Form, Helpdesk, Intent, Reply, Topic } from '../model/reply.js';
import type { FileDeclaration } from '../read/index.js';
import { type AnyValues, defaultsOf } from '../rule/options.js';
import { PRESETS, type Preset, type Rule } from '../rule/rule.js';
import {
  type Config,
  ConfigError,
  type FoundConfig,
  type KeyPath,
  type Override,
  type ReplySettings,
  type RuleEntry,
} from './config.js';
import { hint, validateOptions } from './validate.js';

/** A rule that runs, and how. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly values: AnyValues;
}

/** All that holds for one reply. The same object is handed out for replies that the same settings hold for. */
export interface Settings {
  readonly rules: readonly ActiveRule[];
  readonly helpdesk: Helpdesk | undefined;
  readonly locale: string;
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

/** Settings of one level, with where they stand, for messages. */
interface Layer {
  readonly settings: ReplySettings;
  readonly where: string;
  readonly path: KeyPath;
}

/** Whatever is assumed where neither metadata, nor configuration, nor the text tells. */
const DEFAULT_LOCALE = 'en';

/** A configuration with its presets filled in, ready to be asked. */
export class ResolvedConfig {
  readonly root: string;
  readonly file: string | undefined;
  readonly rules: readonly Rule[];
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
  constructor({ config, file, root }: FoundConfig, rules: readonly Rule[], last: readonly Layer[] = []) {
    this.root = root;
    this.file = file;
    this.rules = rules;
    const where = file ?? 'the built-in configuration';
    this.#base = [...presetLayers(config, where, rules), { settings: config, where, path: ['rules'] }];
    this.#overrides = (config.overrides ?? []).map((override, index) => ({
      override,
      layer: { settings: override, where, path: ['overrides', index, 'rules'] },
      files: fileTest(override),
    }));
    this.#declared = (config.files ?? []).map(({ glob, ...declaration }) => ({
      files: picomatch([glob].flat(), { dot: true }),
      declaration,
    }));
    this.#last = last;
    this.#isIgnored = config.ignores?.length
      ? picomatch([...config.ignores].flatMap(withContents), { dot: true })
      : () => false;
    for (const layer of [...this.#base, ...this.#overrides.map((known) => known.layer), ...last]) this.#check(layer);
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

  /** What holds for a reply. */
  settingsFor(absolute: string, facts: ReplyFacts): Settings {
    const path = this.pathOf(absolute);
    const holding = this.#overrides.filter(({ override, files }) => files(path) && matches(override, facts));
    const key = holding.map(({ layer }) => layer.path[1]).join(' ');
    let settings = this.#settings.get(key);
    if (!settings) {
      settings = this.#resolve([...this.#base, ...holding.map(({ layer }) => layer), ...this.#last]);
      this.#settings.set(key, settings);
    }
    return settings;
  }

  /** What the overrides take a reply for, before it is composed. */
  takenFor(absolute: string, facts: ReplyFacts): Taken {
    const path = this.pathOf(absolute);
    const taken: { -readonly [K in keyof Taken]: Taken[K] } = {};
    for (const { override, files } of this.#overrides) {
      if (!files(path) || !matches(override, facts)) continue;
      const { form, intent, topics, channel, locale, helpdesk } = override;
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
      const rule = this.rules.find((known) => known.id === id);
      if (!rule)
        throw new ConfigError(
          `unknown rule "${id}"${hint(
            id,
            this.rules.map((known) => known.id),
          )}`,
          where,
          [...path, id],
        );
      const options = Array.isArray(entry) ? (entry[1] as Record<string, unknown> | undefined) : undefined;
      if (options) validateOptions(options, rule.options, where, [...path, id, 1]);
    }
  }

  #resolve(layers: readonly Layer[]): Settings {
    const rules = new Map<string, { level: Severity | 'off'; options: AnyValues }>();
    let settings: Omit<Settings, 'rules'> = {
      helpdesk: undefined,
      locale: DEFAULT_LOCALE,
      signature: 'written',
      salutation: 'written',
    };
    for (const { settings: said } of layers) {
      const { helpdesk, locale, signature, salutation } = said;
      settings = {
        helpdesk: helpdesk ?? settings.helpdesk,
        locale: locale ?? settings.locale,
        signature: signature ?? settings.signature,
        salutation: salutation ?? settings.salutation,
      };
      for (const [id, entry] of Object.entries(said.rules ?? {})) {
        const { level, options } = readEntry(entry);
        // A severity alone keeps the options that were said before.
        rules.set(id, { level, options: options ?? rules.get(id)?.options ?? {} });
      }
    }
    const active = this.rules.flatMap((rule): ActiveRule[] => {
      const said = rules.get(rule.id);
      if (!said || said.level === 'off' || isSupplied(rule, settings)) return [];
      return [{ rule, severity: said.level, values: { ...defaultsOf(rule.options), ...said.options } }];
    });
    return { ...settings, rules: active };
  }
}

function isSupplied({ suppliedBy }: Rule, { signature, salutation }: Omit<Settings, 'rules'>): boolean {
  return (
    (suppliedBy === 'signature' && signature === 'appended') ||
    (suppliedBy === 'salutation' && salutation === 'appended')
  );
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
    return said ? [[rule.id, said as RuleEntry]] : [];
  });
  return Object.fromEntries(entries);
}

function presetLayers(config: Config, where: string, rules: readonly Rule[]): Layer[] {
  const names = config.extends === undefined ? [] : [config.extends].flat();
  return names.map((name, index): Layer => {
    const preset = /^replylint:(.+)$/.exec(name)?.[1];
    const known = PRESETS.find((one) => one === preset);
    if (!known)
      throw new ConfigError(
        `unknown preset "${name}"${hint(
          name,
          PRESETS.map((one) => `replylint:${one}`),
        )}`,
        where,
        Array.isArray(config.extends) ? ['extends', index] : ['extends'],
      );
    return { settings: { rules: rulesOfPreset(known, rules) }, where: name, path: [] };
  });
}

type FileTest = (path: string) => boolean;

function fileTest({ files, excludedFiles }: Override): FileTest {
  const isIn = files === undefined ? () => true : picomatch([files].flat(), { dot: true });
  const isOut = excludedFiles === undefined ? () => false : picomatch([excludedFiles].flat(), { dot: true });
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

function wants(
  wanted: string | readonly string[] | undefined,
  had: readonly (string | undefined)[],
  asPattern = false,
): boolean {
  if (wanted === undefined) return true;
  const list = [wanted].flat();
  if (asPattern)
    return had.some(
      (one) =>
        one !== undefined &&
        picomatch.isMatch(
          one.replaceAll('/', ' '),
          list.map((pattern) => pattern.replaceAll('/', ' ')),
          { nocase: true },
        ),
    );
  return had.some((one) => one !== undefined && list.includes(one));
}
