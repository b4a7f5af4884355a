import { languageOf } from '../language/index.js';
import { PhraseError, parsePhrase } from '../language/phrase/index.js';
import { FORMS, INTENTS, SEGMENTS, STATES, TOPICS } from '../model/reply.js';
import type { PhraseGroups, Rule } from '../rule/rule.js';
import { causeOf, importModule } from './code.js';
import { ConfigError, type KeyPath } from './config.js';
import { hint } from './hint.js';
import { checkFile } from './load.js';
import { quoted, shown } from './words.js';

/** A plug-in that a configuration names. */
interface NamedPlugin {
  readonly name: string;
  /** The absolute path of the plug-in. */
  readonly file: string;
  readonly where: string;
  readonly path: KeyPath;
}

/**
 * Loads the rules that a plug-in exports, which runs its code.
 * @throws ConfigError at the place where the configuration names the plug-in
 */
export async function loadPlugin({ name, file, where, path }: NamedPlugin): Promise<readonly Rule[]> {
  const fail = (message: string): never => {
    throw new ConfigError(`${quoted(name)} ${message}`, where, path);
  };
  let plugin: Readonly<Record<string, unknown>>;
  try {
    checkFile(file, 'module');
    plugin = await importModule(file);
  } catch (error) {
    return fail(`cannot be loaded: ${faultOf(error)}`);
  }
  try {
    const rules = rulesOf(plugin);
    if (!rules) return fail('does not export `rules` defined with replylint/rule');
    const seen = new Set<string>();
    for (const rule of rules) {
      const fault = seen.has(rule.id) ? 'duplicate id' : faultIn(rule);
      if (fault !== undefined) fail(`has a rule ${quoted(rule.id)}: ${fault}`);
      seen.add(rule.id);
    }
    return rules;
  } catch (error) {
    // The exports of a plug-in can run code when they are accessed.
    if (error instanceof ConfigError) throw error;
    return fail(`has an export that cannot be read: ${causeOf(error)}`);
  }
}

function faultOf(error: unknown): string {
  if (!(error instanceof ConfigError)) return causeOf(error);
  const { place, message } = error;
  return place ? `${message} (line ${place.line}, column ${place.column})` : message;
}

function rulesOf(plugin: Readonly<Record<string, unknown>>): readonly Rule[] | undefined {
  const byDefault = plugin.default as { readonly rules?: unknown } | null | undefined;
  const rules: unknown = plugin.rules ?? byDefault?.rules ?? byDefault;
  return Array.isArray(rules) && rules.every(isRule) ? rules : undefined;
}

function isRule(value: unknown): value is Rule {
  const { id, check, phrases, options, appliesTo, presets, ownPhrases } = (value ?? {}) as Partial<Rule>;
  return (
    typeof id === 'string' &&
    typeof check === 'function' &&
    typeof ownPhrases === 'function' &&
    [phrases, options, appliesTo, presets].every((part) => typeof part === 'object' && part !== null)
  );
}

/** Describes what is wrong with a rule. Undefined if the rule is valid. */
function faultIn(rule: Rule): string | undefined {
  if (!/^[\w@.-]+\/[\w.-]+$/.test(rule.id)) return `its id needs a prefix, as in "acme/${plain(rule.id)}"`;
  const { forms = [], intents = [], state, topics = [], exceptTopics = [] } = rule.appliesTo;
  const named: readonly [string, readonly unknown[], readonly string[]][] = [
    ['segment', [rule.segment], SEGMENTS],
    ['form', forms, FORMS],
    ['intent', intents, INTENTS],
    ['state', state === undefined ? [] : [state], STATES],
    ['topic', [...topics, ...exceptTopics], TOPICS],
  ];
  for (const [what, values, known] of named)
    for (const value of values)
      if (!(known as readonly unknown[]).includes(value))
        return `unknown ${what} ${shown(value)}${hint(value, known) || `; expected one of ${known.join(', ')}`}`;
  return phraseFaultIn(rule);
}

function plain(id: string): string {
  return id.replace(/[^\w.-]+/g, '-').slice(0, 40);
}

function phraseFaultIn({ phrases }: Rule): string | undefined {
  for (const [language, groups] of Object.entries(phrases))
    for (const phrase of phrasesIn(groups)) {
      try {
        parsePhrase(phrase, languageOf(language === '*' ? 'en' : language));
      } catch (error) {
        if (!(error instanceof PhraseError)) throw error;
        return `in the phrase ${quoted(phrase)}, at character ${error.at + 1}: ${error.message}`;
      }
    }
  return undefined;
}

function phrasesIn(groups: PhraseGroups): string[] {
  return Object.values(groups)
    .flat()
    .map((entry) => (typeof entry === 'string' ? entry : entry.phrase));
}
