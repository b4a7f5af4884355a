import { BLOCKS } from '../markup/html.js';
import { MASK } from '../template/mask.js';
import { type Element, Elements, outward } from './elements.js';
import type { Neighbours, Place, Source } from './place.js';

/** Blanks, line breaks and empty paragraphs between two paragraphs. */
const SPACER = /^(?:\s|&nbsp;|<br\s*\/?>|<\/?(?:p|div|span)(?:\s[^<>]*)?>)*$/i;
const BREAKS = /^(?:\s|&nbsp;|<br\s*\/?>)*$/i;
const BREAK = /<br\s*\/?>/gi;
/** Two or more line breaks, and the blanks between them. */
const PARAGRAPH_BREAK = /<br\s*\/?>(?:\s{0,50}<br\s*\/?>){1,5}\s{0,50}/gi;
/** Blocks that contain lines of text as well as paragraphs. */
const HOLDS_LINES = new Set(['div', 'body', 'html', 'td', 'center', 'section', 'article', 'main', 'header', 'footer']);
const HOLDS_ITEMS = new Set(['ul', 'ol', 'dl', 'table', 'blockquote']);

/** Where a paragraph goes in HTML: in an element like its neighbors, or separated by line breaks like them. */
export function placeInHtml({ reply, masked }: Source, { end, next }: Neighbours): Place | undefined {
  const placing = new Placing(reply.body, masked);
  return next === undefined ? placing.after(end) : placing.between(end, next);
}

class Placing {
  readonly #body: string;
  /** The body with its template masked. */
  readonly #html: string;
  readonly #elements: Elements;

  constructor(body: string, html: string) {
    this.#body = body;
    this.#html = html;
    this.#elements = new Elements(html);
  }

  between(end: number, next: number): Place | undefined {
    const [above, below] = [this.#elements.around(end - 1), this.#elements.around(next)];
    const paragraph = blockOf(above);
    if (paragraph === blockOf(below)) return this.#amongLines(end, next, above, below);
    // The whole block of the sign-off is below; a block around both contains more than the sign-off.
    const signOff = [...outward(below)].findLast(({ name, open }) => BLOCKS.has(name) && open.start >= end);
    const beside = [...outward(above)].find(({ parent }) => signOff !== undefined && parent === signOff.parent);
    if (!signOff || !beside?.close) return undefined;
    if (beside !== paragraph && !HOLDS_ITEMS.has(beside.name)) return this.after(end);
    const like = isParagraph(beside) ? beside : isParagraph(signOff) ? signOff : undefined;
    const between = this.#html.slice(beside.close.end, signOff.open.start);
    // Closing text goes above the line that separates the signature.
    if (/^\s*<hr(?:\s[^<>]*)?>\s*$/i.test(between)) return this.after(end);
    const gap = this.#gap(beside.close.end, signOff.open.start);
    return like && gap !== undefined ? this.#element(like, signOff.open.start, { before: '', after: gap }) : undefined;
  }

  after(end: number): Place | undefined {
    const inner = this.#elements.around(end - 1);
    const paragraph = blockOf(inner);
    if (paragraph && !isParagraph(paragraph) && !HOLDS_LINES.has(paragraph.name)) return undefined;
    if (paragraph?.name === 'div' && this.#elements.below(paragraph).some(({ name }) => BLOCKS.has(name)))
      return undefined;
    const lines = this.#html.slice(paragraph?.open.end ?? 0, end);
    const breaks = lines.match(PARAGRAPH_BREAK)?.at(-1);
    // A cell with a single line holds a value.
    if (paragraph?.name === 'td' && !breaks) return undefined;
    const sibling = paragraph && this.#elements.before(paragraph);
    if (paragraph?.close && isParagraph(paragraph) && (paragraph.name === 'p' || (!breaks && sibling))) {
      const gap = sibling?.close && isParagraph(sibling) ? this.#gap(sibling.close.end, paragraph.open.start) : '';
      if (gap !== undefined) return this.#element(paragraph, paragraph.close.end, { before: gap, after: '' });
    }
    if (paragraph?.name === 'p') return undefined;
    const at = afterInline(inner, end, paragraph);
    return at === undefined ? undefined : { at, before: breaks ?? '<br><br>', after: '' };
  }

  /** The text above and below is in one block, separated by `<br>`. */
  #amongLines(end: number, next: number, above: Element | undefined, below: Element | undefined): Place | undefined {
    const inOne = above === below;
    const from = inOne ? end : afterInline(above, end, blockOf(above));
    const to = inOne ? next : (outermostInline(below)?.open.start ?? next);
    if (from === undefined || from > to) return undefined;
    const gap = this.#html.slice(from, to);
    const breaks = gap.match(BREAK) ?? [];
    if (!BREAKS.test(gap) || breaks.length === 0) return undefined;
    const [mark = ''] = breaks;
    return breaks.length > 1 ? { at: to, before: '', after: gap } : { at: to, before: mark, after: mark.repeat(2) };
  }

  /** What separates two elements; undefined if there is more than blanks and empty paragraphs. */
  #gap(from: number, to: number): string | undefined {
    const gap = this.#html.slice(from, to);
    if (!gap.includes(MASK)) return SPACER.test(gap) ? gap : undefined;
    // A template block in between has paragraphs of its own: repeat only the last blanks.
    return /<(?:hr|img|table)\b/i.test(gap) ? undefined : gap.slice(gap.trimEnd().length);
  }

  /** A copy of an element, without its id. */
  #element({ name, open }: Element, at: number, gap: Omit<Place, 'at'>): Place | undefined {
    const tag = this.#body.slice(open.start, open.end);
    if (/\s(?:id|name)\s*=/i.test(tag)) return undefined;
    return { at, before: `${gap.before}${tag}`, after: `</${name}>${gap.after}` };
  }
}

function isParagraph({ name }: Element): boolean {
  return name === 'p' || name === 'div';
}

/** The innermost block. */
function blockOf(element: Element | undefined): Element | undefined {
  for (const one of outward(element)) if (BLOCKS.has(one.name)) return one;
  return undefined;
}

/** The outermost inline element: `<b>`, `<span>`. */
function outermostInline(element: Element | undefined): Element | undefined {
  let found: Element | undefined;
  for (const one of outward(element)) {
    if (BLOCKS.has(one.name)) return found;
    found = one;
  }
  return found;
}

/** Where the text of a line ends, with all its inline elements closed; undefined if one is never closed. */
function afterInline(element: Element | undefined, end: number, block: Element | undefined): number | undefined {
  const inline = element === block ? undefined : outermostInline(element);
  return inline ? inline.close?.end : end;
}
