import type { ResolvedConfig } from '../../config/index.js';
import { languageCode } from '../../language/index.js';
import type { Rendering } from '../../model/rendering.js';
import type { Rule } from '../../rule/rule.js';
import { FileDigests } from '../digests/file-digests.js';
import type { LoadedFile } from '../load/loaded-file.js';
import type { Applied, AppliedRules } from '../result/applied.js';
import type { DigestedData } from '../result/file-record.js';
import { Fingerprints } from '../result/fingerprints.js';
import { locationOf } from '../result/lint-result.js';
import { type ComposedReply, type Draft, judgeNote, judgeReply } from './judge-reply.js';
import { covering } from './phrase-reader.js';

/** The result of judging a file: its messages before directives are applied, and other data that the run needs. */
export interface JudgedFile extends DigestedData {
  readonly drafts: readonly Draft[];
  readonly applied: AppliedRules;
  readonly notes: ReplyNotes;
}

/** What composing the replies of a file revealed about them. */
export interface ReplyNotes {
  /**
   * For each reply in a language for which some rules have no phrases, the language and these rules. The key is the
   * reply id.
   */
  readonly uncovered: ReadonlyMap<string, Uncovered>;
  /** Ids of the replies that have more renderings than are judged. */
  readonly truncated: ReadonlySet<string>;
  /** Ids of the replies that could not be composed. */
  readonly unchecked: ReadonlySet<string>;
  /** What was required of each reply, by reply id. Replies that are not for customers are left out. */
  readonly seen: ReadonlyMap<string, SeenReply>;
}

/** The inferred properties of a reply, and what was required of it. */
export interface SeenReply {
  /** The inferred properties. Undefined for a reply that could not be composed. */
  readonly takenFor?: Pick<Rendering, 'locale' | 'form' | 'intent' | 'state'>;
  /** The rules that applied to the reply. Replies with the same rules share one list. */
  readonly rules: readonly Rule[];
  /** The reason in words why no rule applied. */
  readonly reason?: string;
}

/** A language for which some rules have no phrases. */
export interface Uncovered {
  readonly language: string;
  /** Ids of these rules. */
  readonly rules: readonly string[];
}

/**
 * Composes the replies of a file one after the other, and runs the rules on each.
 * @param today the date in the form `2026-12-31`
 */
export function judgeFile(loaded: LoadedFile, config: ResolvedConfig, today: string): JudgedFile {
  const drafts = problemsIn(loaded);
  const context = {
    config,
    today,
    fingerprints: new Fingerprints(),
    applied: new Map<Rule, Applied>(),
    digests: new FileDigests(),
  };
  const notes = {
    uncovered: new Map<string, Uncovered>(),
    truncated: new Set<string>(),
    unchecked: new Set<string>(),
    seen: new Map<string, SeenReply>(),
  };
  const lists = new RuleLists();
  const isAlone = loaded.replies.length === 1;
  for (const reply of loaded.replies) {
    if (reply.reply.audience !== 'customer') {
      if (reply.reply.audience === 'staff') drafts.push(...judgeNote(loaded, reply, context));
      continue;
    }
    const composed: ComposedReply = { ...reply, ...reply.compose() };
    const { id } = reply.reply;
    const [rendering] = composed.composition?.renderings ?? [];
    const uncovered = rendering && uncoveredIn(rendering, loaded.absolute, config);
    if (uncovered) notes.uncovered.set(id, uncovered);
    if (!composed.composition) notes.unchecked.add(id);
    else if (!composed.composition.all) notes.truncated.add(id);
    const judged = judgeReply(loaded, composed, context);
    for (const draft of judged.drafts) drafts.push(draft);
    const rules = isAlone ? judged.applied : lists.shared(judged.applied);
    notes.seen.set(id, seenReply(rendering, rules, composed.notChecked));
  }
  return { drafts, applied: context.applied, notes, ...context.digests.all };
}

function seenReply(
  rendering: Rendering | undefined,
  rules: readonly Rule[],
  notChecked: string | undefined,
): SeenReply {
  if (!rendering) return { rules, reason: `not checked: ${notChecked ?? 'the reply has no text'}` };
  const { locale, form, intent, state } = rendering;
  const takenFor = { locale, form, intent, state };
  if (rules.length > 0) return { takenFor, rules };
  return { takenFor, rules, reason: form === 'internal' ? 'not for customers' : 'no rule applies to it' };
}

/** Stores each distinct list of rules once, because the replies of a file have only a few different ones. */
class RuleLists {
  readonly #lists = new Map<string, readonly Rule[]>();
  readonly #shared = new Set<readonly Rule[]>();

  shared(rules: readonly Rule[]): readonly Rule[] {
    if (this.#shared.has(rules)) return rules;
    const key = rules.map(({ id }) => id).join(' ');
    const known = this.#lists.get(key) ?? rules;
    this.#lists.set(key, known);
    this.#shared.add(known);
    return known;
  }
}

/** Returns the faults of the file itself. */
function problemsIn({ file, content }: LoadedFile): Draft[] {
  return content.problems
    .filter(({ notice }) => !notice)
    .map(({ span, message, fatal }) => ({
      offset: span.start,
      message: {
        ruleId: null,
        severity: 2,
        ...(fatal && { fatal: true as const }),
        message,
        ...locationOf(file, span),
      },
    }));
}

/**
 * Returns the language of a rendering if some rules have no phrases for it. Undefined if all rules have phrases, or if
 * the configuration lists the language.
 */
function uncoveredIn(rendering: Rendering, absolute: string, config: ResolvedConfig): Uncovered | undefined {
  const { reply, form, intent, locale } = rendering;
  const settings = config.settingsFor(absolute, { reply, form, intent, locale });
  const { rules, languages } = settings;
  const language = languageCode(locale);
  const known = covering(settings, locale);
  if (known.length === rules.length || languages?.includes(language)) return undefined;
  const without = new Set(rules);
  for (const active of known) without.delete(active);
  return { language, rules: [...without].map(({ rule }) => rule.id) };
}
