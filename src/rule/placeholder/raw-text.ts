import type { Rendering } from '../../model/rendering.js';
import type { Span } from '../../model/span.js';

const RAW = /\{%[-+~]?\s{0,9}(raw|verbatim)\s{0,9}[-+~]?%\}[\s\S]{0,2000}?\{%[-+~]?\s{0,9}end\1\s{0,9}[-+~]?%\}/g;

/** Returns true if a span of a rendering starts in raw text outside of any template: `{% raw %}`. */
export function isInRawText({ reply, toBody }: Rendering, span: Span): boolean {
  const raw = rawTextsOf(reply);
  if (raw.length === 0) return false;
  const { start } = toBody.spanOf(span);
  return raw.some((text) => text.start <= start && start < text.end);
}

const RAW_TEXTS = new WeakMap<Rendering['reply'], readonly Span[]>();

/** Returns the spans of raw text in a body. They are found only once, no matter how many texts the body produces. */
function rawTextsOf(reply: Rendering['reply']): readonly Span[] {
  const known = RAW_TEXTS.get(reply) ?? rawTextsIn(reply.body);
  RAW_TEXTS.set(reply, known);
  return known;
}

function rawTextsIn(body: string): Span[] {
  if (!/raw|verbatim/.test(body)) return [];
  return [...body.matchAll(RAW)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
}
