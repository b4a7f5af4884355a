import type { Rendering } from '../../model/rendering.js';
import type { Span } from '../../model/span.js';

const TAG = /\{%[-+~]?\s{0,9}(end)?(raw|verbatim)\s{0,9}[-+~]?%\}/g;
/** Maximum length of a raw text in UTF-16 units. */
const LONGEST = 2_000;

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
  const tags = [...body.matchAll(TAG)].map(({ 0: { length }, 1: closes, 2: name, index }) => {
    return { start: index, end: index + length, closes: closes !== undefined, isRaw: name === 'raw' };
  });
  return matchedPairs(tags);
}

interface Tag extends Span {
  readonly closes: boolean;
  readonly isRaw: boolean;
}

/** Joins each opening tag outside of raw texts with the next closing tag of its name, unless it is too far away. */
function matchedPairs(tags: readonly Tag[]): Span[] {
  const closing = new Map<Tag, Tag>();
  const next = new Map<boolean, Tag>();
  for (const tag of tags.toReversed()) {
    const close = next.get(tag.isRaw);
    if (tag.closes) next.set(tag.isRaw, tag);
    else if (close && close.start - tag.end <= LONGEST) closing.set(tag, close);
  }
  const spans: Span[] = [];
  for (const [tag, close] of [...closing].reverse())
    if (tag.start >= (spans.at(-1)?.end ?? 0)) spans.push({ start: tag.start, end: close.end });
  return spans;
}
