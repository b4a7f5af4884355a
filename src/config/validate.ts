import { languageOf } from '../language/index.js';
import { PhraseError, parsePhrase, readEntry } from '../language/phrase/index.js';
import { FORMS, INTENTS, TOPICS } from '../model/reply.js';
import { globTest } from '../read/glob.js';
import { HELPDESK_IDS } from '../read/helpdesk/index.js';
import { PathError, parsePath } from '../read/json-path.js';
import { GlobError, linearWildcard } from '../read/linear-glob.js';
import type { Option } from '../rule/options.js';
import { PRESETS } from '../rule/rule.js';
import { type Config, ConfigError, type KeyPath, type OwnConfig } from './config.js';
import { hint } from './hint.js';
import { localeFault } from './locale.js';
import { kindOf, quoted, shown } from './words.js';

type Check = (value: unknown, path: KeyPath, fail: Fail) => void;
type Fail = (message: string, path: KeyPath) => never;

/**
 * The definition of a key's value: a function that checks it, and the equivalent JSON Schema, so that editors and the
 * command agree.
 */
export interface Field {
  readonly check: Check;
  readonly schema: object;
}

/** Definitions of keys, each with a description that editors show. */
export type Fields = Readonly<Record<string, Field & { readonly description: string }>>;

export const LEVELS: readonly unknown[] = ['off', 'warn', 'error', 0, 1, 2];

const text: Field = {
  check: (value, path, fail) => {
    if (typeof value !== 'string' || value === '') fail(`expected a string, found ${shown(value)}`, path);
  },
  schema: { type: 'string', minLength: 1 },
};
/** Returns a check for a value or a list of values. */
const oneOrMore =
  (check: Check): Check =>
  (value, path, fail) => {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) check(item, [...path, index], fail);
    else check(value, path, fail);
  };
const listOfTexts: Field = {
  check: (value, path, fail) => {
    if (!Array.isArray(value)) fail(`expected a list, found ${shown(value)}`, path);
    texts.check(value, path, fail);
  },
  schema: { type: 'array', items: text.schema },
};
const texts: Field = {
  check: oneOrMore(text.check),
  schema: { anyOf: [text.schema, listOfTexts.schema] },
};
/**
 * A list of patterns.
 * @param compile throws a GlobError for an invalid pattern
 */
const patterns = (written: Field, compile: (pattern: string) => unknown = globTest): Field => ({
  check: (value, path, fail) => {
    written.check(value, path, fail);
    for (const [index, pattern] of [value as string | readonly string[]].flat().entries())
      try {
        compile(pattern);
      } catch (error) {
        if (!(error instanceof GlobError)) throw error;
        fail(`${shown(pattern)}: ${error.message}`, Array.isArray(value) ? [...path, index] : path);
      }
  },
  schema: written.schema,
});
/** Many help desks number their replies, so an id can also be written as a number. */
const id: Field = {
  check: (value, path, fail) => {
    if (typeof value !== 'number') text.check(value, path, fail);
    else if (!Number.isSafeInteger(value)) fail(`${value} is not exact; put the id in quotation marks`, path);
  },
  schema: { anyOf: [text.schema, { type: 'integer' }] },
};
const ids: Field = {
  check: oneOrMore(id.check),
  schema: { anyOf: [text.schema, { type: 'integer' }, { type: 'array', items: id.schema }] },
};
const locale: Field = {
  check: (value, path, fail) => {
    text.check(value, path, fail);
    const fault = localeFault(value as string);
    if (fault !== undefined) fail(fault, path);
  },
  schema: text.schema,
};
const locales: Field = {
  check: oneOrMore(locale.check),
  schema: texts.schema,
};
const languages: Field = {
  check: (value, path, fail) => {
    if (!Array.isArray(value) || value.length === 0) fail(`expected a list of languages, found ${shown(value)}`, path);
    locales.check(value, path, fail);
  },
  schema: { ...listOfTexts.schema, minItems: 1 },
};
const oneOf = (known: readonly string[]): Field => ({
  check: (value, path, fail) => {
    if (typeof value !== 'string' || !known.includes(value))
      fail(`${shown(value)} is not one of ${known.map((one) => `"${one}"`).join(', ')}${hint(value, known)}`, path);
  },
  schema: { enum: known },
});
const someOf = (known: readonly string[]): Field => ({
  check: oneOrMore(oneOf(known).check),
  schema: { anyOf: [{ enum: known }, { type: 'array', items: { enum: known } }] },
});

const rules: Field = {
  check: (value, path, fail) => {
    for (const [id, entry] of entriesOf(value, path, fail)) ruleEntry(entry, [...path, id], fail);
  },
  schema: { $ref: '#/definitions/rules' },
};

const about = (field: Field, description: string) => ({ ...field, description });

const REPLY_SETTINGS: Fields = {
  helpdesk: about(
    oneOf(HELPDESK_IDS),
    'The help desk whose placeholders these replies use. Default: inferred for each file.',
  ),
  locale: about(
    locale,
    'The language, such as "en" or "de-AT", for replies whose language replylint cannot tell from the file or text.',
  ),
  languages: about(
    languages,
    'The languages of your replies, such as ["en", "de"]. replylint then infers no other language from a path, and prints no notice about missing phrases.',
  ),
  signature: about(
    oneOf(['appended', 'written']),
    '"appended": the help desk adds the signature, so replies need no sign-off.',
  ),
  salutation: about(
    oneOf(['appended', 'written']),
    '"appended": the help desk adds the greeting, so replies need none.',
  ),
  rules: about(rules, 'The severity of each rule, or a list with its severity and options.'),
};

/** The settings that a file can contain for its own replies. */
export const OWN: Fields = {
  ...REPLY_SETTINGS,
  form: about(oneOf(FORMS), 'The form of these replies. Default: inferred.'),
  intent: about(oneOf(INTENTS), 'The main purpose of these replies. Default: inferred.'),
  topics: about(someOf(TOPICS), 'What these replies are about. Default: inferred.'),
  channel: about(text, 'The channel for these replies, such as "chat".'),
};

/** The keys that an override can have. */
export const OVERRIDE: Fields = {
  ...OWN,
  extends: about(
    oneOf(PRESETS.map((preset) => `replylint:${preset}`)),
    'The preset for these replies, in place of the presets that the configuration extends.',
  ),
  files: about(patterns(texts), 'Files to match, as patterns relative to the configuration file.'),
  excludedFiles: about(patterns(texts), 'Files to exclude, as patterns.'),
  ids: about(ids, 'Replies with one of these ids.'),
  titles: about(patterns(texts, linearWildcard), 'Replies with one of these titles; * matches anything.'),
  tags: about(texts, 'Replies with one of these tags.'),
  channels: about(texts, 'Replies for one of these channels.'),
  forms: about(someOf(FORMS), 'Replies with one of these forms.'),
  intents: about(someOf(INTENTS), 'Replies with one of these intents.'),
  locales: about(locales, 'Replies in one of these languages.'),
};

/** A list of objects that have the given keys. */
const listOf = (known: Fields): Field => ({
  check: (value, path, fail) => {
    if (!Array.isArray(value)) fail(`expected a list, found ${shown(value)}`, path);
    else for (const [index, item] of value.entries()) keys(item, known, [...path, index], fail);
  },
  schema: { type: 'array', items: objectSchema(known) },
});

const jsonPath: Field = {
  check: (value, path, fail) => {
    text.check(value, path, fail);
    try {
      parsePath(value as string);
    } catch (error) {
      if (!(error instanceof PathError)) throw error;
      fail(`invalid path ${shown(value)}: ${error.message}`, path);
    }
  },
  schema: text.schema,
};

const DECLARED_FILES: Fields = {
  glob: about(patterns(texts), 'File patterns, relative to the configuration file.'),
  body: about(jsonPath, 'The path to the texts, such as "$.items[*].text", or the key of the text in each entry.'),
  format: about(
    oneOf(['json', 'yaml', 'csv', 'ndjson', 'xml', 'text', 'markdown', 'html']),
    'The format of the files. Default: by extension.',
  ),
  markup: about(oneOf(['markdown', 'html', 'text']), 'The markup of the texts.'),
  helpdesk: about(oneOf(HELPDESK_IDS), 'The help desk whose placeholders the texts use.'),
  title: about(text, 'The key of the title.'),
  id: about(text, 'The key of the id.'),
  locale: about(text, 'The key of the language.'),
  channel: about(text, 'The key of the channel.'),
  tags: about(text, 'The key of the tags.'),
  active: about(text, 'The key that is true for active replies.'),
  internal: about(text, 'The key that is true for internal notes.'),
};

const declaredFiles: Field = {
  check: (value, path, fail) => {
    listOf(DECLARED_FILES).check(value, path, fail);
    for (const [index, item] of (value as readonly object[]).entries())
      if (!('glob' in item)) fail('expected a "glob" with the files that the entry applies to', [...path, index]);
  },
  schema: { type: 'array', items: { ...objectSchema(DECLARED_FILES), required: ['glob'] } },
};

const address: Field = {
  check: (value, path, fail) => {
    text.check(value, path, fail);
    if (!URL.canParse(String(value)) || !/^https?:/i.test(String(value)))
      fail(`expected a URL that starts with https:// or http://, found ${shown(value)}`, path);
  },
  schema: { type: 'string', pattern: '^https?://' },
};

/** The keys that a configuration can have. */
export const CONFIG: Fields = {
  ...REPLY_SETTINGS,
  $schema: about(text, 'The schema, for editors.'),
  extends: about(
    texts,
    'Presets (replylint:recommended, strict, chat or all), packages or paths to build on; later entries override earlier ones. Default: replylint:recommended.',
  ),
  plugins: about(listOfTexts, 'Packages or files that export rules.'),
  ignores: about(patterns(listOfTexts), 'Files and folders to ignore, as patterns.'),
  suppressions: about(text, 'The path to the suppressions file, relative to the configuration file.'),
  rulesUrl: about(
    address,
    'The URL of the rule pages, for links in reports. `{rule}` stands for the rule id; without it, the id is appended.',
  ),
  overrides: about(listOf(OVERRIDE), 'Settings for some replies only.'),
  files: about(declaredFiles, 'Files in a custom format, and where to find the replies in them.'),
};

/** Returns the JSON Schema of an object that has the given keys and no others. */
export function objectSchema(fields: Fields): object {
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries(fields).map(([key, { schema, description }]) => [key, { description, ...schema }]),
    ),
  };
}

function failingIn(where: string): Fail {
  return (message, path) => {
    throw new ConfigError(message, where, path);
  };
}

/**
 * Checks the structure of a configuration: its keys, values and severities. Rules and their options are checked later,
 * once all rules are known.
 * @throws ConfigError with the key path of the fault and the nearest valid name
 */
export function validate(value: unknown, where: string): Config {
  keys(value, CONFIG, [], failingIn(where));
  return value as Config;
}

/**
 * Checks the structure of the settings that a file contains for its own replies.
 * @throws ConfigError with the key path of the fault and the nearest valid name
 */
export function validateOwn(value: unknown, where: string): OwnConfig {
  keys(value, OWN, [], failingIn(where));
  return value as OwnConfig;
}

/** @throws ConfigError if the options do not fit the rule */
export function validateOptions(
  options: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, Option>>,
  where: string,
  path: KeyPath,
): void {
  const fail: Fail = failingIn(where);
  for (const [name, value] of Object.entries(options)) {
    const option = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!option) fail(`unknown option ${quoted(name)}${hint(name, Object.keys(known))}`, [...path, name]);
    else optionValue(option, value, [...path, name], fail);
  }
}

function countOf(
  { minimum = 0, maximum = Number.POSITIVE_INFINITY }: { readonly minimum?: number; readonly maximum?: number },
  value: unknown,
  path: KeyPath,
  fail: Fail,
): void {
  if (Number.isInteger(value) && (value as number) >= minimum && (value as number) <= maximum) return;
  const to = Number.isFinite(maximum) ? ` to ${maximum}` : '';
  fail(`expected a whole number from ${minimum}${to}, found ${shown(value)}`, path);
}

function optionValue(option: Option, value: unknown, path: KeyPath, fail: Fail): void {
  switch (option.type) {
    case 'flag':
      if (typeof value !== 'boolean') fail(`expected true or false, found ${shown(value)}`, path);
      break;
    case 'count':
      countOf(option, value, path, fail);
      break;
    case 'text':
      text.check(value, path, fail);
      break;
    case 'line':
      if (typeof value !== 'string' || /[\r\n]/.test(value))
        fail(`expected a single line of text, found ${shown(value)}`, path);
      if (/\{%|\{\{~?[#/^]/.test(value as string))
        fail(`expected text without template tags (placeholders are allowed), found ${shown(value)}`, path);
      break;
    case 'list':
      listOfTexts.check(value, path, fail);
      break;
    case 'some':
      if (!Array.isArray(value)) fail(`expected a list, found ${shown(value)}`, path);
      someOf(option.of).check(value, path, fail);
      break;
    case 'one':
      oneOf(option.of).check(value, path, fail);
      break;
    case 'phrases':
      listOfTexts.check(value, path, fail);
      for (const [index, phrase] of (value as string[]).entries()) phraseValue(phrase, [...path, index], fail);
      break;
  }
}

/** Reports a syntax error in a phrase, including its column. */
function phraseValue(phrase: string, path: KeyPath, fail: Fail): void {
  try {
    parsePhrase(readEntry(phrase).phrase, languageOf('en'));
  } catch (error) {
    if (!(error instanceof PhraseError)) throw error;
    fail(`in the phrase ${quoted(phrase)}, at character ${error.at + 1}: ${error.message}`, path);
  }
}

function ruleEntry(entry: unknown, path: KeyPath, fail: Fail): void {
  const [level, options, ...more] = Array.isArray(entry) ? (entry as unknown[]) : [entry];
  if (!LEVELS.includes(level)) fail(`expected "off", "warn" or "error", found ${shown(level)}`, path);
  if (options !== undefined && (typeof options !== 'object' || options === null || Array.isArray(options)))
    fail(`expected the rule's options as an object, found ${shown(options)}`, [...path, 1]);
  if (more.length > 0) fail('a rule takes a severity and one options object', [...path, 2]);
}

function keys(value: unknown, known: Fields, path: KeyPath, fail: Fail): void {
  for (const [key, item] of entriesOf(value, path, fail)) {
    const field = Object.hasOwn(known, key) ? known[key] : undefined;
    if (field) field.check(item, [...path, key], fail);
    else fail(`unknown key ${quoted(key)}${hint(key, Object.keys(known))}`, [...path, key]);
  }
}

function entriesOf(value: unknown, path: KeyPath, fail: Fail): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    // The file may not be a configuration at all, so its text is not quoted.
    return fail(`expected an object, found ${path.length === 0 ? kindOf(value) : shown(value)}`, path);
  const prototype: unknown = Object.getPrototypeOf(value);
  // Inherited properties are rejected because they would take effect without being checked.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
    return fail('expected a plain object, found a class instance', path);
  return Object.entries(value);
}
