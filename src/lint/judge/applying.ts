import type { ActiveRule, Settings } from '../../config/index.js';
import type { Rendering } from '../../model/rendering.js';
import { type Need, needsOf } from '../../rule/needs.js';
import type { Rule } from '../../rule/rule.js';
import { covering } from './phrase-reader.js';

/** The rules that apply to a rendering. Renderings that the same rules apply to share the object. */
export interface Applying {
  readonly uses: readonly ApplyingRule[];
  /** The same rules, without their settings. */
  readonly rules: readonly Rule[];
}

/** A rule that applies, with what a text must contain at least one of. Without `needs`, the rule reads every text. */
export interface ApplyingRule {
  readonly active: ActiveRule;
  readonly needs: readonly Need[] | undefined;
}

/** The results are cached by the rules for a language, because replies occur in only a few kinds. */
const APPLYING = new WeakMap<readonly ActiveRule[], Map<string, Applying>>();

/** Returns the rules that apply to a rendering. Rules without phrases for its language do not. */
export function applying(settings: Settings, rendering: Rendering): Applying {
  const active = covering(settings, rendering.locale);
  let byKind = APPLYING.get(active);
  if (!byKind) {
    byKind = new Map();
    APPLYING.set(active, byKind);
  }
  const { form, intent, state, topics } = rendering;
  const kind = `${form} ${intent} ${state} ${topics.length > 0 ? topics.join(' ') : ''}`;
  let known = byKind.get(kind);
  if (!known) {
    const uses = active.filter(({ rule }) => applies(rule, rendering));
    known = {
      uses: uses.map((use) => ({ active: use, needs: needsOf(use.rule) })),
      rules: uses.map(({ rule }) => rule),
    };
    byKind.set(kind, known);
  }
  return known;
}

/** Returns true if a rule that supports the language applies to the rendering. */
function applies({ appliesTo }: Rule, { form, intent, state, topics }: Rendering): boolean {
  return (
    (appliesTo.forms?.includes(form) ?? form !== 'internal') &&
    (appliesTo.intents?.includes(intent) ?? true) &&
    (appliesTo.state ?? state) === state &&
    (appliesTo.topics?.some((topic) => topics.includes(topic)) ?? true) &&
    !(appliesTo.exceptTopics?.some((topic) => topics.includes(topic)) ?? false)
  );
}
