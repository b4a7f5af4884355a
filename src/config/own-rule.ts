import { CONTEXTS, type Context } from '../language/contexts.js';
import { FORMS, type Form, INTENTS, type Intent, SEGMENTS, type Segment } from '../model/reply.js';
import { defineAvoidanceRule } from '../rule/avoidance.js';
import type { Options } from '../rule/options.js';
import { definePresenceRule } from '../rule/presence.js';
import type { Rule } from '../rule/rule.js';
import { ConfigError, type KeyPath, type Level, type RuleEntry } from './config.js';
import { hint } from './hint.js';
import { phraseInWords } from './phrase-in-words.js';
import { validateOptions } from './validate.js';
import { quoted } from './words.js';

/** The options that a custom rule can have in addition to its severity. */
interface OwnRule {
  readonly avoid?: readonly string[];
  readonly require?: readonly string[];
  readonly in?: 'opening' | 'ending' | 'anywhere';
  readonly closingLine?: string;
  readonly instead?: readonly string[];
  readonly message?: string;
  readonly ignoredIn?: readonly Context[];
  readonly forms?: readonly Form[];
  readonly intents?: readonly Intent[];
  readonly segment?: Segment;
}

const COMMON: Options = {
  message: { type: 'text', default: '', description: 'The message of the finding.' },
  ignoredIn: {
    type: 'some',
    of: CONTEXTS,
    default: ['code', 'quoted'],
    description: 'Contexts in which the phrases do not count.',
  },
  forms: { type: 'some', of: FORMS, default: [], description: 'Check only replies with these forms. Default: all.' },
  intents: {
    type: 'some',
    of: INTENTS,
    default: [],
    description: 'Check only replies with these intents. Default: all.',
  },
  segment: { type: 'one', of: SEGMENTS, default: 'respect', description: 'The segment that the rule belongs to.' },
  instead: { type: 'list', default: [], description: 'What to write instead.' },
};

/** The options of a custom rule that lists phrases to avoid. */
export const AVOIDING: Options = {
  ...COMMON,
  avoid: { type: 'phrases', default: [], description: 'Phrases to report.' },
};
/** The options of a custom rule that lists required phrases. */
export const REQUIRING: Options = {
  ...COMMON,
  require: { type: 'phrases', default: [], description: 'Phrases to require; at least one of them must appear.' },
  in: {
    type: 'one',
    of: ['opening', 'ending', 'anywhere'],
    default: 'anywhere',
    description: 'The part of the reply in which a required phrase must appear.',
  },
  closingLine: {
    type: 'line',
    default: '',
    description: 'The line that --fix adds before the sign-off if none of the phrases appears.',
  },
};

/** Returns true for an entry that defines a rule, such as `["error", { "avoid": […] }]`. */
export function isOwn(entry: RuleEntry): entry is readonly [Level, Readonly<Record<string, unknown>>] {
  const options: unknown = Array.isArray(entry) ? entry[1] : undefined;
  return typeof options === 'object' && options !== null && ('avoid' in options || 'require' in options);
}

/**
 * Rejects an entry that was meant to define a rule but has a misspelled option.
 * @throws ConfigError that names the option
 */
export function checkMisspelt(entry: RuleEntry, where: string, path: KeyPath): void {
  const options: unknown = Array.isArray(entry) ? entry[1] : undefined;
  if (typeof options !== 'object' || options === null) return;
  for (const name of Object.keys(options)) {
    const meant = hint(name, ['avoid', 'require']);
    if (meant !== '') throw new ConfigError(`unknown option ${quoted(name)}${meant}`, where, [...path, name]);
  }
}

/** Returns `game-changing` for `game changing`, and vice versa, because people write both. */
function otherSpelling(phrase: string): readonly string[] {
  if (/^\p{L}+(?: \p{L}+){1,3}$/u.test(phrase)) return [phrase.replaceAll(' ', '-')];
  return /^\p{L}+(?:-\p{L}+){1,3}$/u.test(phrase) ? [phrase.replaceAll('-', ' ')] : [];
}

/** Returns a complete sentence, because the message of a rule with phrases to avoid is only the end of one. */
function principleOf({ avoid, message }: OwnRule, words: string): string {
  if (!avoid) return message ?? `Say “${words}” or something similar.`;
  const others = avoid.length > 1 ? ' or something similar' : '';
  if (message === undefined) return `Do not say “${words}”${others}.`;
  return /^\p{Ll}/u.test(message)
    ? `Do not say “${words}”${others}: it ${message}.`
    : `Do not say “${words}”${others}. ${message}`;
}

/**
 * Creates a custom rule from its entry in a configuration.
 * @throws ConfigError with the position of the fault, down to the character within a phrase
 */
export function ownRule(id: string, options: Readonly<Record<string, unknown>>, where: string, path: KeyPath): Rule {
  const own = options as OwnRule;
  if (!/^[\w@.-]+\/[\w.-]+$/.test(id))
    throw new ConfigError(
      `expected a name with a slash for a custom rule, such as "team/${id.slice(0, 40).replace(/\W+/g, '-')}"`,
      where,
      path.slice(0, -1),
    );
  if (own.avoid && own.require) throw new ConfigError('a rule can have "avoid" or "require", not both', where, path);
  validateOptions(options, own.avoid ? AVOIDING : REQUIRING, where, path);
  const phrases = own.avoid ?? own.require ?? [];
  if (phrases.length === 0)
    throw new ConfigError('expected at least one phrase', where, [...path, own.avoid ? 'avoid' : 'require']);
  if (own.closingLine && own.in === 'opening')
    throw new ConfigError('"closingLine" cannot be used with "in": "opening"', where, [...path, 'closingLine']);
  const words = phraseInWords(phrases[0] ?? '');
  const common = {
    id,
    segment: own.segment ?? ('respect' as const),
    principle: principleOf(own, words),
    why: 'A custom rule from the configuration.',
    source: where,
    presets: {},
    appliesTo: { ...(own.forms?.length && { forms: own.forms }), ...(own.intents?.length && { intents: own.intents }) },
    ...(own.instead?.length && { suggestions: own.instead }),
    ...(own.ignoredIn && { ignoredIn: own.ignoredIn }),
    examples: { good: [], bad: [] },
  };
  // Phrases from a configuration apply in every language, both here and in the options of built-in rules.
  const spelled = [...phrases, ...phrases.flatMap(otherSpelling)];
  const withPhrases = (rule: Rule): Rule => ({ ...rule, ownPhrases: () => ({ phrases: spelled }) });
  if (own.avoid)
    return withPhrases(
      defineAvoidanceRule({ ...common, phrases: { '*': {} }, message: own.message ?? 'is a phrase to avoid' }),
    );
  return withPhrases(
    definePresenceRule({
      ...common,
      phrases: { '*': {} },
      looksIn: own.in ?? 'anywhere',
      ...(own.in === 'ending' && { reportAt: 'end' as const }),
      closingLine: () => own.closingLine ?? '',
      message: own.message ?? `The reply does not say “${words}” or anything similar`,
    }),
  );
}
