import { Parser } from 'htmlparser2';
import type { Span } from '../../model/span.js';

/** An element of an HTML body. */
export interface Element {
  readonly name: string;
  readonly parent: Element | undefined;
  readonly open: Span;
  /** Undefined where nobody wrote it. */
  close: Span | undefined;
}

/** The elements of a body, with their tags' places, in the order in which they begin. Void elements are none. */
export class Elements {
  readonly #all: Element[] = [];
  /** Where an element ends that nobody closes. */
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

  /** The innermost element that a unit of text stands in. */
  around(unit: number): Element | undefined {
    return this.#all.findLast(
      (element) => element.open.end <= unit && unit < (element.close?.start ?? this.#implied.get(element) ?? 0),
    );
  }

  /** The elements that stand in another, and in no other within it. */
  below(parent: Element): readonly Element[] {
    return this.#all.filter((element) => element.parent === parent);
  }

  /** The element that ends before an offset and begins last, among those with the same parent. */
  before({ parent, open }: Element): Element | undefined {
    return this.#all.findLast((other) => other.parent === parent && other.close && other.close.end <= open.start);
  }
}

/** The element, and all that it stands in, from the inside. */
export function* outward(element: Element | undefined): Generator<Element> {
  for (let at = element; at; at = at.parent) yield at;
}
