import { Parser } from 'htmlparser2';
import type { Span } from '../../model/span.js';

/** An element of an HTML body. */
export interface Element {
  readonly name: string;
  readonly parent: Element | undefined;
  readonly open: Span;
  /** The closing tag. Undefined if the source does not contain one. */
  close: Span | undefined;
}

/**
 * Finds the elements of a body and the positions of their tags, ordered by their start. Void elements are not included.
 */
export class Elements {
  readonly #all: Element[] = [];
  /** The end of each element that has no closing tag. */
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

  /** Returns the innermost element around an offset. */
  around(unit: number): Element | undefined {
    return this.#all.findLast(
      (element) => element.open.end <= unit && unit < (element.close?.start ?? this.#implied.get(element) ?? 0),
    );
  }

  /** Returns the direct children of an element. */
  below(parent: Element): readonly Element[] {
    return this.#all.filter((element) => element.parent === parent);
  }

  /** Returns the nearest sibling before an element. */
  before({ parent, open }: Element): Element | undefined {
    return this.#all.findLast((other) => other.parent === parent && other.close && other.close.end <= open.start);
  }
}

/** Yields the element and its ancestors, from the inside out. */
export function* outward(element: Element | undefined): Generator<Element> {
  for (let at = element; at; at = at.parent) yield at;
}
