import type { Rendering } from '../../model/rendering.js';
import type { Edit } from './edit.js';
import type { PlacedFinding } from './run-rules.js';

/**
 * Returns the key for edits of a plain-text copy. The copy has the same id as its reply, but its edits change another
 * body.
 */
export function twinKey(replyId: string): string {
  return `${replyId}\0plain`;
}

/** Returns true if a plain-text copy has the same letters as the reply. */
export function saysTheSame(body: string, renderings: readonly Rendering[]): boolean {
  const [only, second] = renderings;
  return only !== undefined && !second && lettersOf(only.text) === lettersOf(body);
}

/**
 * Compares the findings of a plain-text copy with those of its reply. A finding in both is reported once, in the reply,
 * and its fix changes both. Of the others, only findings about words in sentences that the reply does not contain are
 * kept.
 */
export function settleTwin(
  findings: readonly PlacedFinding[],
  ofTwin: readonly PlacedFinding[],
  renderings: readonly Rendering[],
): PlacedFinding[] {
  const left = new Set(ofTwin);
  const paired = findings.map((finding) => {
    const other = [...left].find((each) => keyOf(each) === keyOf(finding));
    if (!other) return finding;
    left.delete(other);
    return finding.edit && other.edit ? { ...finding, edit: { ...finding.edit, twin: ofCopy(other.edit) } } : finding;
  });
  const said = renderings.map(({ text }) => lettersOf(text)).join('\n');
  const own = [...left].filter(({ words, rendering, place }) => {
    const sentence = rendering.sentences.findLast(({ start }) => start <= place.start);
    return (
      words !== '' &&
      sentence !== undefined &&
      !said.includes(lettersOf(rendering.text.slice(sentence.start, sentence.end)))
    );
  });
  return [...paired, ...own.map((finding) => ({ ...finding, edit: finding.edit && ofCopy(finding.edit) }))];
}

function ofCopy(edit: Edit): Edit {
  return { ...edit, replyId: twinKey(edit.replyId) };
}

function keyOf({ rule, message, words }: PlacedFinding): string {
  return `${rule.id}\n${message}\n${words}`;
}

/** Returns only letters and digits, because the markup decides how words are separated and marked. */
function lettersOf(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join('').toLowerCase();
}
