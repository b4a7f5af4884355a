import type { Severity } from '../model/finding.js';
import type { Form, Helpdesk, Intent, Topic } from '../model/reply.js';
import type { FileDeclaration } from '../read/declared.js';
import type { Rule } from '../rule/rule.js';

export type Level = Severity | 'off' | 0 | 1 | 2;
/** `"warn"`, or `["warn", { … }]`. */
export type RuleEntry = Level | readonly [Level] | readonly [Level, Readonly<Record<string, unknown>>];

/** Settings that can apply to some replies only. */
export interface ReplySettings {
  readonly helpdesk?: Helpdesk;
  readonly locale?: string;
  readonly languages?: readonly string[];
  readonly signature?: 'appended' | 'written';
  readonly salutation?: 'appended' | 'written';
  readonly rules?: Readonly<Record<string, RuleEntry>>;
}

/** The replies that an override applies to: all conditions must hold. */
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
  /** A preset that replaces the configuration’s presets for these replies. */
  readonly extends?: string;
  /** Properties of these replies, which replace the inferred ones. */
  readonly form?: Form;
  readonly intent?: Intent;
  readonly topics?: readonly Topic[];
  readonly channel?: string;
}

/** Settings for replies, from an override or their own file. */
export type OwnConfig = ReplySettings & Pick<Override, 'form' | 'intent' | 'topics' | 'channel'>;

/** Files in a custom format, with the places of their replies. */
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

/** A path into the value of a configuration: `["rules", "greeting", 1]`. */
export type KeyPath = readonly (string | number)[];

/** A fault in a configuration, and where it is. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  /** The file, or another source: `--rule`. */
  readonly where: string;
  readonly path: KeyPath;
  /** The 1-based position in the file, if the path does not lead there. */
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
  /** Its file; undefined for the built-in one. */
  readonly file: string | undefined;
  /** The folder that its patterns and the ids of replies are relative to. */
  readonly root: string;
}

/** One file without what it extends, or a preset. `where` and `path` are for messages. */
export type ConfigPart =
  | { readonly config: Config; readonly where: string }
  | { readonly preset: string; readonly where: string; readonly path: KeyPath };

/** A module that exports rules, and where it is named. */
export interface Plugin {
  readonly rules: readonly Rule[];
  /** The absolute path. */
  readonly file: string;
  readonly where: string;
  readonly path: KeyPath;
}
