import type { Rendering } from '../../model/rendering.js';
import type { IncludedSnippet } from '../load/loaded-reply.js';
import type { LocatedSnippet } from '../load/snippets/snippet.js';
import { type PlacedFinding, runRules } from './run-rules.js';

/** The findings in each snippet's own file, as rule and message. */
const FOUND = new WeakMap<LocatedSnippet, ReadonlySet<string>>();

/**
 * Returns true if a finding covers exactly a snippet and also occurs in the snippet's own file, where it is reported.
 */
export function isOfSnippet(finding: PlacedFinding, included: readonly IncludedSnippet[], today: string): boolean {
  const { start, end } = finding.span;
  return included.some(
    ({ span, snippet }) => span.start === start && span.end === end && findingsOf(snippet, today).has(keyOf(finding)),
  );
}

function findingsOf(snippet: LocatedSnippet, today: string): ReadonlySet<string> {
  let found = FOUND.get(snippet);
  if (!found) {
    const { reply, config, absolute, renderings } = snippet;
    const settingsOf = ({ form, intent, locale }: Rendering) =>
      config.settingsFor(absolute, { reply, form, intent, locale });
    found = new Set(runRules(renderings, settingsOf, today).findings.map(keyOf));
    FOUND.set(snippet, found);
  }
  return found;
}

function keyOf({ rule, message }: PlacedFinding): string {
  return `${rule.id}\n${message}`;
}
