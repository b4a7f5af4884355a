import type { ResolvedConfig } from '../../config/index.js';
import { languageCode } from '../../language/index.js';
import type { Rendering } from '../../model/rendering.js';
import type { Rule } from '../../rule/rule.js';
import type { LoadedFile } from '../load/loaded-file.js';
import type { Applied, AppliedRules } from '../result/applied.js';
import { Fingerprints } from '../result/fingerprints.js';
import { locationOf } from '../result/lint-result.js';
import { type ComposedReply, type Draft, judgeReply } from './judge-reply.js';
import { covers } from './phrase-reader.js';

/** What judging a file gives: messages before directives are applied, and what the run needs to know besides. */
export interface JudgedFile {
  readonly drafts: readonly Draft[];
  readonly applied: AppliedRules;
  readonly notes: ReplyNotes;
}

/** What composing the replies of a file showed about them. */
export interface ReplyNotes {
  /** Reply id → its language and the rules that have no phrases for it, if there are some. */
  readonly uncovered: ReadonlyMap<string, Uncovered>;
  /** Ids of the replies with more renderings than are judged. */
  readonly truncated: ReadonlySet<string>;
  /** Ids of the replies that could not be composed. */
  readonly unchecked: ReadonlySet<string>;
}

/** A language that some rules have no phrases for. */
export interface Uncovered {
  readonly language: string;
  /** Their ids. */
  readonly rules: readonly string[];
}

/** Composes the replies of a file, one after the other, and runs the rules on each. @param today as `2026-12-31` */
export function judgeFile(loaded: LoadedFile, config: ResolvedConfig, today: string): JudgedFile {
  const drafts = problemsIn(loaded);
  const context = { config, today, fingerprints: new Fingerprints(), applied: new Map<Rule, Applied>() };
  const notes = { uncovered: new Map<string, Uncovered>(), truncated: new Set<string>(), unchecked: new Set<string>() };
  for (const reply of loaded.replies) {
    if (reply.reply.audience !== 'customer') continue;
    const composed: ComposedReply = { ...reply, ...reply.compose() };
    const { id } = reply.reply;
    const [rendering] = composed.composition?.renderings ?? [];
    const uncovered = rendering && uncoveredIn(rendering, loaded.absolute, config);
    if (uncovered) notes.uncovered.set(id, uncovered);
    if (!composed.composition) notes.unchecked.add(id);
    else if (!composed.composition.all) notes.truncated.add(id);
    drafts.push(...judgeReply(loaded, composed, context));
  }
  return { drafts, applied: context.applied, notes };
}

/** What was wrong with the file itself. */
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

/** Undefined if all rules have phrases for the language, or the configuration says that it is in use all the same. */
function uncoveredIn(rendering: Rendering, absolute: string, config: ResolvedConfig): Uncovered | undefined {
  const { reply, form, intent, locale } = rendering;
  const { rules, languages } = config.settingsFor(absolute, { reply, form, intent, locale });
  const language = languageCode(locale);
  const without = rules.filter(({ rule }) => !covers(rule, locale)).map(({ rule }) => rule.id);
  return without.length === 0 || languages?.includes(language) ? undefined : { language, rules: without };
}
