import type { Example, LibraryExample, Rule } from '../../rule/rule.js';
import { asExample, renderingsOf, settingsFor, TODAY } from './example-reply.js';
import type { RuleFinding } from './rule-finding.js';
import { type PlacedFinding, runRules } from './run-rules.js';
import { asLibrary, type ShownLibrary, tryOnLibrary } from './try-library.js';

/**
 * Runs one rule on a text as a separate reply, or on a library of several replies. It is meant for tests of rules, both
 * built-in ones and those in plug-ins.
 */
export async function tryRule(
  rule: Rule,
  example: string | Example | LibraryExample | ShownLibrary,
): Promise<RuleFinding[]> {
  const isLibrary = typeof example === 'object' && ('replies' in example || 'library' in example);
  if (rule.library && (isLibrary || rule.kind === 'library')) return tryOnLibrary(rule, asLibrary(example));
  if (typeof example === 'object' && 'replies' in example)
    throw new TypeError(`${rule.id} checks single replies; pass one text`);
  const { text } = asExample(example);
  return (await findingsIn(rule, example)).map(({ span, message, when, suggestions, edit }) => ({
    marks: text.slice(span.start, span.end),
    message,
    when,
    suggestions,
    fixed: edit && `${text.slice(0, edit.inBody.span.start)}${edit.inBody.text}${text.slice(edit.inBody.span.end)}`,
  }));
}

/** Returns the findings of the rule in an example, with their places. */
async function findingsIn(rule: Rule, example: string | Example): Promise<PlacedFinding[]> {
  const given = asExample(example);
  const renderings = await renderingsOf(given);
  const { findings, faults } = runRules(renderings, () => settingsFor(rule, given), given.today ?? TODAY);
  if (faults[0]) throw faults[0].error;
  return findings.sort((a, b) => a.span.start - b.span.start);
}
