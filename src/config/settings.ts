import { languageCode } from '../language/index.js';
import type { Severity } from '../model/finding.js';
import type { Form, Helpdesk, Intent, Reply, Topic } from '../model/reply.js';
import { type AnyValues, defaultsOf, recommendedOf } from '../rule/options.js';
import type { Preset, Rule } from '../rule/rule.js';
import type { KeyPath, OwnConfig, RuleEntry } from './config.js';
import { isOwn } from './own-rule.js';

/** An enabled rule with its settings. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly values: AnyValues;
  /** True if a configuration or the command line names the rule. False if only a preset enables it. */
  readonly isNamed: boolean;
}

/** The findings that the linter reports itself rather than through a rule, with their default severities. */
export const OWN_FINDINGS = {
  'template-syntax': 'error',
  'unused-directive': 'warn',
  'require-disable-reason': 'off',
} as const satisfies Record<string, Severity | 'off'>;
export type OwnFinding = keyof typeof OWN_FINDINGS;

/** All settings for one reply. Replies with the same settings share the object. */
export interface Settings {
  readonly rules: readonly ActiveRule[];
  readonly ownFindings: Readonly<Record<OwnFinding, Severity | 'off'>>;
  readonly helpdesk: Helpdesk | undefined;
  readonly locale: string;
  /** The languages of the replies, without regions. Undefined if the setting is missing. */
  readonly languages: readonly string[] | undefined;
  readonly signature: 'appended' | 'written';
  readonly salutation: 'appended' | 'written';
}

/** The properties that overrides set for a reply. */
export interface Taken {
  readonly form?: Form;
  readonly intent?: Intent;
  readonly topics?: readonly Topic[];
  readonly channel?: string;
  readonly locale?: string;
  readonly helpdesk?: Helpdesk;
}

/** The facts about a reply that an override can test, as far as they are known. */
export interface ReplyFacts {
  readonly reply: Pick<Reply, 'id' | 'title' | 'declared'>;
  /** The form of the reply. Undefined until the reply has been composed. */
  readonly form?: Form;
  readonly intent?: Intent;
  readonly locale?: string;
}

/** The settings from one level of the configuration, with their origin. */
export interface Layer {
  readonly settings: OwnConfig;
  readonly where: string;
  readonly path: KeyPath;
  /** The name of the preset, if the layer is a preset that `where` extends. */
  readonly preset?: Preset;
}

/** The language to assume if the metadata, the configuration and the text do not show one. */
const DEFAULT_LOCALE = 'en';

/**
 * Combines the settings of all layers; later layers override earlier ones.
 * @param all all existing rules
 */
export function settingsFrom(layers: readonly Layer[], all: readonly Rule[]): Settings {
  const rules = new Map<string, Said>();
  let settings: ReplyWide = {
    helpdesk: undefined,
    locale: DEFAULT_LOCALE,
    languages: undefined,
    signature: 'written',
    salutation: 'written',
  };
  for (const { settings: said, preset } of layers) {
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
      const before =
        preset === undefined
          ? namedAfterPreset(
              rules.get(id),
              all.find((rule) => rule.id === id),
            )
          : rules.get(id);
      const own = isOwn(entry) ? undefined : options;
      rules.set(id, { level, options: own ?? before?.options ?? {}, isPreset: preset !== undefined });
    }
  }
  const active = all.flatMap((rule): ActiveRule[] => {
    const said = rules.get(rule.id);
    if (!said || said.level === 'off' || isSupplied(rule, settings)) return [];
    const values = { ...defaultsOf(rule.options), ...said.options };
    return [{ rule, severity: said.level, values, isNamed: !said.isPreset }];
  });
  const levelOf = (id: OwnFinding) => rules.get(id)?.level ?? OWN_FINDINGS[id];
  const ownFindings = Object.fromEntries(
    Object.keys(OWN_FINDINGS).map((id) => [id, levelOf(id as OwnFinding)]),
  ) as Settings['ownFindings'];
  return { ...settings, rules: active, ownFindings };
}

/** The settings that earlier layers gave a rule. */
interface Said {
  readonly level: Severity | 'off';
  readonly options: AnyValues;
  readonly isPreset: boolean;
}

/**
 * A severity alone keeps the earlier options. Options from a preset that make a rule more lenient are the exception:
 * they only apply to users who do not name the rule.
 */
function namedAfterPreset(before: Said | undefined, rule: Rule | undefined): Said | undefined {
  if (!before?.isPreset) return before;
  const lenient = recommendedOf(rule?.options ?? {});
  const kept = Object.entries(before.options).filter(([name]) => !Object.hasOwn(lenient, name));
  return { ...before, options: Object.fromEntries(kept) };
}

type ReplyWide = Omit<Settings, 'rules' | 'ownFindings'>;

function isSupplied({ suppliedBy }: Rule, settings: ReplyWide): boolean {
  return suppliedBy !== undefined && settings[suppliedBy] === 'appended';
}

/** Reads the entry of a rule, with numeric severities converted to names. */
export function readEntry(entry: RuleEntry): { level: Severity | 'off'; options: AnyValues | undefined } {
  const [level, options] = Array.isArray(entry)
    ? (entry as readonly [unknown, AnyValues | undefined])
    : [entry, undefined];
  const named = typeof level === 'number' ? (['off', 'warn', 'error'] as const)[level] : (level as Severity | 'off');
  return { level: named ?? 'off', options };
}
