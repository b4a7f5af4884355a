import type { Severity } from '../model/finding.js';
import type { Form, Helpdesk, Intent, Topic } from '../model/reply.js';
import type { FileDeclaration } from '../read/declared.js';
import type { Rule } from '../rule/rule.js';

export type Level = Severity | 'off' | 0 | 1 | 2;
/** The entry of a rule: `"warn"`, or `["warn", { … }]`. */
export type RuleEntry = Level | readonly [Level] | readonly [Level, Readonly<Record<string, unknown>>];

/** Settings that can be limited to some of the replies. */
export interface ReplySettings {
  readonly helpdesk?: Helpdesk;
  readonly locale?: string;
  readonly languages?: readonly string[];
  readonly signature?: 'appended' | 'written';
  readonly salutation?: 'appended' | 'written';
  readonly rules?: Readonly<Record<string, RuleEntry>>;
}

/** Settings for the replies that meet all of its conditions. */
export interface Override extends ReplySettings {
  readonly files?: string | readonly string[];
  readonly excludedFiles?: string | readonly string[];
  readonly ids?: string | number | readonly (string | number)[];
  readonly titles?: string | readonly string[];
  readonly tags?: string | readonly string[];
  readonly channels?: string | readonly string[];
  readonly forms?: Form | readonly Form[];
  readonly intents?: Intent | readonly Intent[];
  readonly locales?: string | readonly string[];
  /** A preset that replaces those of the configuration for these replies. */
  readonly extends?: string;
  /** Properties of the matching replies, which replace the inferred ones. */
  readonly form?: Form;
  readonly intent?: Intent;
  readonly topics?: readonly Topic[];
  readonly channel?: string;
}

/** Settings for replies, either in an override or in the file of the replies. */
export type OwnConfig = ReplySettings & Pick<Override, 'form' | 'intent' | 'topics' | 'channel'>;

/** The description of files in a custom format, which says where to find the replies in them. */
export interface DeclaredFiles extends FileDeclaration {
  readonly glob: string | readonly string[];
}

/** The value of a configuration file. */
export interface Config extends ReplySettings {
  readonly $schema?: string;
  readonly extends?: string | readonly string[];
  readonly overrides?: readonly Override[];
  readonly files?: readonly DeclaredFiles[];
  readonly plugins?: readonly string[];
  readonly ignores?: readonly string[];
  readonly suppressions?: string;
  readonly rulesUrl?: string;
}

/** The keys that lead to a value in a configuration, such as `["rules", "greeting", 1]`. */
export type KeyPath = readonly (string | number)[];

/** Thrown for an invalid configuration, with the place of the fault. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  /** The path of the file, or another source such as `--rule`. */
  readonly where: string;
  readonly path: KeyPath;
  /** The 1-based position in the file, for a fault that the key path does not lead to. */
  readonly place: { readonly line: number; readonly column: number } | undefined;

  constructor(message: string, where: string, path: KeyPath = [], place?: ConfigError['place']) {
    super(message);
    this.where = where;
    this.path = path;
    this.place = place;
  }
}

/** A configuration with everything it extends, in order of precedence: later parts override earlier ones. */
export interface FoundConfig {
  readonly parts: readonly ConfigPart[];
  readonly plugins: readonly Plugin[];
  /** The path of the configuration file. Undefined for the built-in configuration. */
  readonly file: string | undefined;
  /** The folder that patterns and the ids of replies are relative to. */
  readonly root: string;
}

/** The content of a single file, without the files it extends, or a preset. `where` and `path` are for messages. */
export type ConfigPart =
  | { readonly config: Config; readonly where: string }
  | { readonly preset: string; readonly where: string; readonly path: KeyPath };

/** A module that exports rules, and the place that names it. */
export interface Plugin {
  readonly rules: readonly Rule[];
  /** The absolute path of the module. */
  readonly file: string;
  readonly where: string;
  readonly path: KeyPath;
}
