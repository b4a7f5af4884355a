import { type Node, type ParseError, type ParseOptions, parseTree, visit } from 'jsonc-parser';

/** A node whose parsing has not finished. */
interface Growing extends Omit<Node, 'parent' | 'children'> {
  offset: number;
  length: number;
  parent?: Growing;
  children?: Growing[];
  /** True if the children of the node are not kept. They are parsed again when needed. */
  folded?: true;
}

/** A JSON text with the positions of its nodes, except those inside list entries, and with its faults. */
export interface Outline {
  readonly root: Node | undefined;
  readonly errors: readonly ParseError[];
}

const TYPES: Readonly<Record<string, Node['type']>> = { string: 'string', number: 'number', boolean: 'boolean' };

/**
 * Parses JSON like `parseTree`, but keeps only the position of each list entry. The nodes of an export would take ten
 * times as much memory as its text.
 */
export function outlineOf(text: string, options: ParseOptions): Outline {
  const errors: ParseError[] = [];
  const tree = new GrowingTree();
  visit(
    text,
    {
      onObjectBegin: (offset) => tree.begin('object', offset),
      onArrayBegin: (offset) => tree.begin('array', offset),
      onObjectEnd: (offset, length) => tree.end(offset + length),
      onArrayEnd: (offset, length) => tree.end(offset + length),
      onObjectProperty: (name, offset, length) => tree.addProperty(name, offset, length),
      onLiteralValue: (value, offset, length) => tree.addLiteral(value, offset, length),
      onError: (error, offset, length) => errors.push({ error, offset, length }),
    },
    options,
  );
  return { root: tree.root, errors };
}

/** Builds nodes in parsing order. */
class GrowingTree {
  readonly #top: Growing = { type: 'array', offset: -1, length: -1, children: [] };
  #parent = this.#top;
  // The current depth inside a list entry. The contents cannot be skipped in the parser because their errors would be
  // skipped as well.
  #inside = 0;

  get root(): Node | undefined {
    return this.#top.children?.[0];
  }

  begin(type: 'object' | 'array', offset: number): void {
    const parent = this.#parent;
    const isFolded = parent !== this.#top && parent.type === 'array';
    if (this.#inside > 0 || isFolded) this.#inside += 1;
    if (this.#inside > 1) return;
    const node: Growing = { type, offset, length: -1, parent, children: [], ...(isFolded && { folded: true }) };
    parent.children?.push(node);
    this.#parent = node;
  }

  end(offset: number): void {
    if (this.#inside > 0) this.#inside -= 1;
    if (this.#inside > 0) return;
    this.#completeProperty(offset);
    this.#close(offset);
    this.#completeProperty(offset);
  }

  addProperty(name: string, offset: number, length: number): void {
    if (this.#inside > 0) return;
    const parent = this.#parent;
    const property: Growing = { type: 'property', offset, length: -1, parent, children: [] };
    parent.children?.push(property);
    property.children?.push({ type: 'string', value: name, offset, length, parent: property });
    this.#parent = property;
  }

  addLiteral(value: unknown, offset: number, length: number): void {
    if (this.#inside > 0) return;
    const type = TYPES[typeof value] ?? 'null';
    this.#parent.children?.push({ type, value, offset, length, parent: this.#parent });
    this.#completeProperty(offset + length);
  }

  #completeProperty(end: number): void {
    if (this.#parent.type === 'property') this.#close(end);
  }

  #close(end: number): void {
    this.#parent.length = end - this.#parent.offset;
    this.#parent = this.#parent.parent ?? this.#top;
  }
}

/** Returns the members or items of a node, with positions in the text. */
export function childrenOf(node: Node, text: string): readonly Node[] {
  if (!('folded' in node)) return node.children ?? [];
  const unfolded = parseTree(text.slice(node.offset, node.offset + node.length));
  if (unfolded) shift(unfolded as Growing, node.offset);
  return unfolded?.children ?? [];
}

/** Recursion is safe here because nesting is limited before a text is parsed. */
function shift(node: Growing, by: number): void {
  node.offset += by;
  for (const child of node.children ?? []) shift(child, by);
}
