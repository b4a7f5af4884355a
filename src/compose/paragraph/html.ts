import { BLOCKS } from '../markup/html.js';
import { MASK } from '../template/mask.js';
import { type Element, Elements, outward } from './elements.js';
import type { Neighbours, Place, Source } from './place.js';

/** Matches blanks, line breaks and empty paragraphs between two paragraphs. */
const SPACER = /^(?:\s|&nbsp;|<br\s*\/?>|<\/?(?:p|div|span)(?:\s[^<>]*)?>)*$/i;
const BREAKS = /^(?:\s|&nbsp;|<br\s*\/?>)*$/i;
const BREAK = /<br\s*\/?>/gi;
/** Matches two or more line breaks and the blanks between them. */
const PARAGRAPH_BREAK = /<br\s*\/?>(?:\s{0,50}<br\s*\/?>){1,5}\s{0,50}/gi;
/** Block elements that can contain lines of text directly, without paragraphs. */
const HOLDS_LINES = new Set(['div', 'body', 'html', 'td', 'center', 'section', 'article', 'main', 'header', 'footer']);
const HOLDS_ITEMS = new Set(['ul', 'ol', 'dl', 'table', 'blockquote']);

/**
 * Finds the place for a paragraph in HTML. The paragraph becomes an element like its neighbors, or is separated by line
 * breaks if they are.
 */
export function placeInHtml({ reply, masked }: Source, { end, next }: Neighbours): Place | undefined {
  const placing = new Placing(reply.body, masked);
  return next === undefined ? placing.after(end) : placing.between(end, next);
}

class Placing {
  readonly #body: string;
  /** The body with its template tags and placeholders masked. */
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
    // The paragraph goes above the entire sign-off block. A block that also contains the text above is not part
    // of the sign-off.
    const signOff = [...outward(below)].findLast(({ name, open }) => BLOCKS.has(name) && open.start >= end);
    const beside = [...outward(above)].find(({ parent }) => signOff !== undefined && parent === signOff.parent);
    if (!signOff || !beside?.close) return undefined;
    if (beside !== paragraph && !HOLDS_ITEMS.has(beside.name)) return this.after(end);
    const like = isParagraph(beside) ? beside : isParagraph(signOff) ? signOff : undefined;
    const between = this.#html.slice(beside.close.end, signOff.open.start);
    // Closing text is inserted above the line that separates the signature.
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
    // No paragraph is added to a table cell with a single line, because it probably holds a value.
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

  /** Handles text above and below that is in the same block and separated by `<br>`. */
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

  /** Returns the source between two elements. Undefined if it contains more than blanks and empty paragraphs. */
  #gap(from: number, to: number): string | undefined {
    const gap = this.#html.slice(from, to);
    if (!gap.includes(MASK)) return SPACER.test(gap) ? gap : undefined;
    // A template block in between has its own paragraphs, so only the trailing blanks are repeated.
    return /<(?:hr|img|table)\b/i.test(gap) ? undefined : gap.slice(gap.trimEnd().length);
  }

  /** Creates an element with the same tags as a neighbor, but without its id. */
  #element({ name, open }: Element, at: number, gap: Omit<Place, 'at'>): Place | undefined {
    const tag = this.#body.slice(open.start, open.end);
    if (/\s(?:id|name)\s*=/i.test(tag)) return undefined;
    return { at, before: `${gap.before}${tag}`, after: `</${name}>${gap.after}` };
  }
}

function isParagraph({ name }: Element): boolean {
  return name === 'p' || name === 'div';
}

/** Returns the innermost block element. */
function blockOf(element: Element | undefined): Element | undefined {
  for (const one of outward(element)) if (BLOCKS.has(one.name)) return one;
  return undefined;
}

/** Returns the outermost inline element, such as `<b>` or `<span>`. */
function outermostInline(element: Element | undefined): Element | undefined {
  let found: Element | undefined;
  for (const one of outward(element)) {
    if (BLOCKS.has(one.name)) return found;
    found = one;
  }
  return found;
}

/**
 * Returns the end of a line of text, after the closing tags of its inline elements. Undefined if one of them has no
 * closing tag.
 */
function afterInline(element: Element | undefined, end: number, block: Element | undefined): number | undefined {
  const inline = element === block ? undefined : outermostInline(element);
  return inline ? inline.close?.end : end;
}
