import { Parser } from 'htmlparser2';
import type { Span } from '../../model/span.js';

/** An element of an HTML body. */
export interface Element {
  readonly name: string;
  readonly parent: Element | undefined;
  readonly open: Span;
  /** Undefined if it is not written in the source. */
  close: Span | undefined;
}

/**
 * The elements of a body, with the places of their tags, in the order in which they begin. Void elements are left out.
 */
export class Elements {
  readonly #all: Element[] = [];
  /** Where an element without a closing tag ends. */
  readonly #implied = new Map<Element, number>();

  constructor(html: string) {
    const stack: Element[] = [];
    const spanOf = () => ({ start: parser.startIndex, end: parser.endIndex + 1 });
    const parser: Parser = new Parser(
      {
        onopentag: (name) => {
          const element = { name, parent: stack.at(-1), open: spanOf(), close: undefined };
          stack.push(element);
          this.#all.push(element);
        },
        onclosetag: (_, isImplied) => {
          const element = stack.pop();
          if (element && !isImplied) element.close = spanOf();
          else if (element) this.#implied.set(element, parser.startIndex);
        },
      },
      { lowerCaseTags: true },
    );
    parser.end(html);
  }

  /** The innermost element around a unit of text. */
  around(unit: number): Element | undefined {
    return this.#all.findLast(
      (element) => element.open.end <= unit && unit < (element.close?.start ?? this.#implied.get(element) ?? 0),
    );
  }

  /** The direct children of an element. */
  below(parent: Element): readonly Element[] {
    return this.#all.filter((element) => element.parent === parent);
  }

  /** The sibling that ends before an offset and begins last. */
  before({ parent, open }: Element): Element | undefined {
    return this.#all.findLast((other) => other.parent === parent && other.close && other.close.end <= open.start);
  }
}

/** The element and its ancestors, from the inside out. */
export function* outward(element: Element | undefined): Generator<Element> {
  for (let at = element; at; at = at.parent) yield at;
}
