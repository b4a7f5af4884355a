import type { Rendering } from '../../model/rendering.js';
import type { Span } from '../../model/span.js';

const RAW = /\{%[-+~]?\s{0,9}(raw|verbatim)\s{0,9}[-+~]?%\}[\s\S]{0,2000}?\{%[-+~]?\s{0,9}end\1\s{0,9}[-+~]?%\}/g;

/** True if a span of a rendering begins in raw text, outside any template: `{% raw %}`. */
export function isInRawText({ reply, toBody }: Rendering, span: Span): boolean {
  const raw = rawTextsOf(reply);
  if (raw.length === 0) return false;
  const { start } = toBody.spanOf(span);
  return raw.some((text) => text.start <= start && start < text.end);
}

const RAW_TEXTS = new WeakMap<Rendering['reply'], readonly Span[]>();

/** Stretches of a body outside the template; found once, however many texts the body gives. */
function rawTextsOf(reply: Rendering['reply']): readonly Span[] {
  const known = RAW_TEXTS.get(reply) ?? rawTextsIn(reply.body);
  RAW_TEXTS.set(reply, known);
  return known;
}

function rawTextsIn(body: string): Span[] {
  if (!/raw|verbatim/.test(body)) return [];
  return [...body.matchAll(RAW)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
}
