import leven from 'leven';
import { FORMS, HELPDESKS, INTENTS, TOPICS } from '../model/reply.js';
import { PathError, parsePath } from '../read/json-path.js';
import { languageOf } from '../rule/language/index.js';
import type { Option } from '../rule/options.js';
import { PhraseError, parsePhrase } from '../rule/phrase/index.js';
import { type Config, ConfigError, type KeyPath } from './config.js';

type Check = (value: unknown, path: KeyPath, fail: Fail) => void;
type Fail = (message: string, path: KeyPath) => never;

const LEVELS: readonly unknown[] = ['off', 'warn', 'error', 0, 1, 2];

const text: Check = (value, path, fail) => {
  if (typeof value !== 'string' || value === '') fail(`expected a text, found ${shown(value)}`, path);
};
const texts: Check = (value, path, fail) => {
  if (Array.isArray(value)) for (const [index, item] of value.entries()) text(item, [...path, index], fail);
  else text(value, path, fail);
};
const listOfTexts: Check = (value, path, fail) => {
  if (!Array.isArray(value)) fail(`expected a list, found ${shown(value)}`, path);
  else texts(value, path, fail);
};
const oneOf =
  (known: readonly string[]): Check =>
  (value, path, fail) => {
    if (typeof value !== 'string' || !known.includes(value))
      fail(`${shown(value)} is not one of ${known.map((one) => `"${one}"`).join(', ')}${hint(value, known)}`, path);
  };
const someOf =
  (known: readonly string[]): Check =>
  (value, path, fail) => {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) oneOf(known)(item, [...path, index], fail);
    else oneOf(known)(value, path, fail);
  };

const REPLY_SETTINGS: Readonly<Record<string, Check>> = {
  helpdesk: oneOf(HELPDESKS),
  locale: text,
  signature: oneOf(['appended', 'written']),
  salutation: oneOf(['appended', 'written']),
  rules: (value, path, fail) => {
    for (const [id, entry] of entriesOf(value, path, fail)) ruleEntry(entry, [...path, id], fail);
  },
};

const OVERRIDE: Readonly<Record<string, Check>> = {
  ...REPLY_SETTINGS,
  files: texts,
  excludedFiles: texts,
  ids: texts,
  titles: texts,
  tags: texts,
  channels: texts,
  forms: someOf(FORMS),
  intents: someOf(INTENTS),
  locales: texts,
  form: oneOf(FORMS),
  intent: oneOf(INTENTS),
  topics: someOf(TOPICS),
  channel: text,
};

/** A list of objects with these keys. */
const listOf =
  (known: Readonly<Record<string, Check>>): Check =>
  (value, path, fail) => {
    if (!Array.isArray(value)) fail(`expected a list, found ${shown(value)}`, path);
    else for (const [index, item] of value.entries()) keys(item, known, [...path, index], fail);
  };

const DECLARED_FILES: Readonly<Record<string, Check>> = {
  glob: texts,
  body: (value, path, fail) => {
    text(value, path, fail);
    try {
      parsePath(value as string);
    } catch (error) {
      if (!(error instanceof PathError)) throw error;
      fail(`in the path ${shown(value)}: ${error.message}`, path);
    }
  },
  format: oneOf(['json', 'yaml', 'csv', 'ndjson']),
  markup: oneOf(['markdown', 'html', 'text']),
  helpdesk: oneOf(HELPDESKS),
  title: text,
  id: text,
  locale: text,
  channel: text,
  tags: text,
  active: text,
};

const CONFIG: Readonly<Record<string, Check>> = {
  ...REPLY_SETTINGS,
  $schema: text,
  extends: texts,
  plugins: listOfTexts,
  ignores: listOfTexts,
  overrides: listOf(OVERRIDE),
  files: (value, path, fail) => {
    listOf(DECLARED_FILES)(value, path, fail);
    for (const [index, item] of (value as readonly object[]).entries())
      if (!('glob' in item)) fail('expected a "glob" that says for which files this is', [...path, index]);
  },
};

/**
 * Checks the shape of a configuration: keys, values, severities. Rules and their options are checked where the rules
 * are known.
 * @throws ConfigError with the path of what is wrong and the nearest right name
 */
export function validate(value: unknown, where: string): Config {
  const fail: Fail = (message, path) => {
    throw new ConfigError(message, where, path);
  };
  keys(value, CONFIG, [], fail);
  return value as Config;
}

/** @throws ConfigError where the options are not those of the rule */
export function validateOptions(
  options: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, Option>>,
  where: string,
  path: KeyPath,
): void {
  const fail: Fail = (message, at) => {
    throw new ConfigError(message, where, at);
  };
  for (const [name, value] of Object.entries(options)) {
    const option = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!option) fail(`unknown option "${name}"${hint(name, Object.keys(known))}`, [...path, name]);
    else optionValue(option, value, [...path, name], fail);
  }
}

function optionValue(option: Option, value: unknown, path: KeyPath, fail: Fail): void {
  switch (option.type) {
    case 'flag':
      if (typeof value !== 'boolean') fail(`expected true or false, found ${shown(value)}`, path);
      break;
    case 'count':
      if (!Number.isInteger(value) || (value as number) < (option.minimum ?? 0))
        fail(`expected a whole number from ${option.minimum ?? 0}, found ${shown(value)}`, path);
      break;
    case 'text':
      text(value, path, fail);
      break;
    case 'list':
      listOfTexts(value, path, fail);
      break;
    case 'some':
      if (!Array.isArray(value)) fail(`expected a list, found ${shown(value)}`, path);
      someOf(option.of)(value, path, fail);
      break;
    case 'one':
      oneOf(option.of)(value, path, fail);
      break;
    case 'phrases':
      listOfTexts(value, path, fail);
      for (const [index, phrase] of (value as string[]).entries()) phraseValue(phrase, [...path, index], fail);
      break;
  }
}

/** Fails with the column of what is wrong in the phrase. */
function phraseValue(phrase: string, path: KeyPath, fail: Fail): void {
  try {
    parsePhrase(phrase, languageOf('en'));
  } catch (error) {
    if (!(error instanceof PhraseError)) throw error;
    fail(`in the phrase "${phrase}", at character ${error.at + 1}: ${error.message}`, path);
  }
}

function ruleEntry(entry: unknown, path: KeyPath, fail: Fail): void {
  const [level, options, ...more] = Array.isArray(entry) ? (entry as unknown[]) : [entry];
  if (!LEVELS.includes(level)) fail(`expected "off", "warn" or "error", found ${shown(level)}`, path);
  if (options !== undefined && (typeof options !== 'object' || options === null || Array.isArray(options)))
    fail(`expected the rule's options as an object, found ${shown(options)}`, [...path, 1]);
  if (more.length > 0) fail('a rule takes a severity and one object of options', [...path, 2]);
}

function keys(value: unknown, known: Readonly<Record<string, Check>>, path: KeyPath, fail: Fail): void {
  for (const [key, item] of entriesOf(value, path, fail)) {
    const check = Object.hasOwn(known, key) ? known[key] : undefined;
    if (check) check(item, [...path, key], fail);
    else fail(`unknown key "${key}"${hint(key, Object.keys(known))}`, [...path, key]);
  }
}

function entriesOf(value: unknown, path: KeyPath, fail: Fail): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fail(`expected an object, found ${shown(value)}`, path);
  return Object.entries(value);
}

/** `. Did you mean "greeting"?`, where one of the names is near. */
export function hint(value: unknown, known: readonly string[]): string {
  if (typeof value !== 'string') return '';
  const nearest = known
    .map((name) => ({ name, distance: leven(name, value) }))
    .sort((a, b) => a.distance - b.distance)[0];
  const near = nearest && nearest.distance <= Math.max(2, Math.floor(nearest.name.length / 3));
  return near ? `. Did you mean "${nearest.name}"?` : '';
}

function shown(value: unknown): string {
  const written = JSON.stringify(value) ?? String(value);
  return written.length > 60 ? `${written.slice(0, 57)}…` : written;
}
