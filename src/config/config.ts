import type { Severity } from '../model/finding.js';
import type { Form, Helpdesk, Intent, Topic } from '../model/reply.js';
import type { FileDeclaration } from '../read/declared.js';
import type { Rule } from '../rule/rule.js';

export type Level = Severity | 'off' | 0 | 1 | 2;
/** `"warn"`, or `["warn", { … }]`. */
export type RuleEntry = Level | readonly [Level] | readonly [Level, Readonly<Record<string, unknown>>];

/** What can be set for some replies only. */
export interface ReplySettings {
  readonly helpdesk?: Helpdesk;
  readonly locale?: string;
  readonly languages?: readonly string[];
  readonly signature?: 'appended' | 'written';
  readonly salutation?: 'appended' | 'written';
  readonly rules?: Readonly<Record<string, RuleEntry>>;
}

/** Which replies an override is for: all that is said must hold. */
export interface Override extends ReplySettings {
  readonly files?: string | readonly string[];
  readonly excludedFiles?: string | readonly string[];
  readonly ids?: string | readonly string[];
  readonly titles?: string | readonly string[];
  readonly tags?: string | readonly string[];
  readonly channels?: string | readonly string[];
  readonly forms?: Form | readonly Form[];
  readonly intents?: Intent | readonly Intent[];
  readonly locales?: string | readonly string[];
  /** What these replies are taken for, whatever their text tells. */
  readonly form?: Form;
  readonly intent?: Intent;
  readonly topics?: readonly Topic[];
  readonly channel?: string;
}

/** What can be set for replies, by an override or by their own file. */
export type OwnConfig = ReplySettings & Pick<Override, 'form' | 'intent' | 'topics' | 'channel'>;

/** Files whose replies stand where it says, whatever else the files look like. */
export interface DeclaredFiles extends FileDeclaration {
  readonly glob: string | readonly string[];
}

/** A configuration file's value. */
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

/** A step into a configuration's value: `["rules", "greeting", 1]`. */
export type KeyPath = readonly (string | number)[];

/** Something wrong with a configuration, and where. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  /** The file, or where else it was said: `--rule`. */
  readonly where: string;
  readonly path: KeyPath;
  /** Where in the file, 1-based, if the path does not lead there. */
  readonly place: { readonly line: number; readonly column: number } | undefined;

  constructor(message: string, where: string, path: KeyPath = [], place?: ConfigError['place']) {
    super(message);
    this.where = where;
    this.path = path;
    this.place = place;
  }
}

/** A configuration with all that it extends, in the order in which the parts hold: the last word counts. */
export interface FoundConfig {
  readonly parts: readonly ConfigPart[];
  readonly plugins: readonly Plugin[];
  /** Its file; undefined for the built-in one. */
  readonly file: string | undefined;
  /** The folder that its patterns and the ids of replies start from. */
  readonly root: string;
}

/** One file's own say, or a preset. `where` and `path` are for messages. */
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
