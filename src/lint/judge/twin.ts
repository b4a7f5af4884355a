import type { Rendering } from '../../model/rendering.js';
import type { Edit } from './edit.js';
import type { PlacedFinding } from './run-rules.js';

/** The plain copy of a reply has the id of the reply; its edits have another, as its body is another. */
export function twinKey(replyId: string): string {
  return `${replyId}\0plain`;
}

/** True if a plain copy says, letter by letter, what the reply says. */
export function saysTheSame(body: string, renderings: readonly Rendering[]): boolean {
  const [only, second] = renderings;
  return only !== undefined && !second && lettersOf(only.text) === lettersOf(body);
}

/**
 * Sets the findings of a plain copy against those of its reply. A finding that both have is reported once, in the
 * reply, and its fix mends both. Of the others, those about words remain whose sentence the reply does not have.
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
  return `${rule.id}\n${message}\n${words.replace(/\s+/g, ' ')}`;
}

/** Letters and figures; how words are set apart and marked is up to the markup. */
function lettersOf(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join('').toLowerCase();
}
