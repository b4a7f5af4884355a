import { type Node, type ParseError, type ParseOptions, parseTree, visit } from 'jsonc-parser';

/** A node while it is made. */
interface Growing extends Omit<Node, 'parent' | 'children'> {
  offset: number;
  length: number;
  parent?: Growing;
  children?: Growing[];
  /** True where its members or items are not kept: they are parsed again when they are asked for. */
  folded?: true;
}

/** A text with its places, but for what stands in the entries of lists; and what is wrong with it. */
export interface Outline {
  readonly root: Node | undefined;
  readonly errors: readonly ParseError[];
}

const TYPES: Readonly<Record<string, Node['type']>> = { string: 'string', number: 'number', boolean: 'boolean' };

/**
 * Parses JSON as `parseTree` does, and keeps of each entry of a list no more than its place: the nodes of an export take
 * ten times the memory of its text.
 */
export function outlineOf(text: string, options: ParseOptions): Outline {
  const errors: ParseError[] = [];
  const top: Growing = { type: 'array', offset: -1, length: -1, children: [] };
  let parent = top;
  // How deep in an entry. The parser could leave out what stands in it, but would leave out its errors as well.
  let inside = 0;
  const begin = (type: 'object' | 'array', offset: number) => {
    const isFolded = parent !== top && parent.type === 'array';
    if (inside > 0 || isFolded) inside += 1;
    if (inside > 1) return;
    const node: Growing = { type, offset, length: -1, parent, children: [], ...(isFolded && { folded: true }) };
    parent.children?.push(node);
    parent = node;
  };
  const complete = (end: number) => {
    if (parent.type !== 'property') return;
    parent.length = end - parent.offset;
    parent = parent.parent ?? top;
  };
  const finish = (offset: number, length: number) => {
    if (inside > 0) inside -= 1;
    if (inside > 0) return;
    complete(offset + length);
    parent.length = offset + length - parent.offset;
    parent = parent.parent ?? top;
    complete(offset + length);
  };
  visit(
    text,
    {
      onObjectBegin: (offset) => begin('object', offset),
      onArrayBegin: (offset) => begin('array', offset),
      onObjectEnd: finish,
      onArrayEnd: finish,
      onObjectProperty: (name, offset, length) => {
        if (inside > 0) return;
        const property: Growing = { type: 'property', offset, length: -1, parent, children: [] };
        parent.children?.push(property);
        parent = property;
        property.children?.push({ type: 'string', value: name, offset, length, parent });
      },
      onLiteralValue: (value, offset, length) => {
        if (inside > 0) return;
        parent.children?.push({ type: TYPES[typeof value] ?? 'null', value, offset, length, parent });
        complete(offset + length);
      },
      onError: (error, offset, length) => errors.push({ error, offset, length }),
    },
    options,
  );
  return { root: top.children?.[0], errors };
}

/** The members or items of a node of a text, with the properties' places in the text. */
export function childrenOf(node: Node, text: string): readonly Node[] {
  if (!('folded' in node)) return node.children ?? [];
  const unfolded = parseTree(text.slice(node.offset, node.offset + node.length));
  if (unfolded) shift(unfolded as Growing, node.offset);
  return unfolded?.children ?? [];
}

/** Nesting is bounded by the time that a text is parsed. */
function shift(node: Growing, by: number): void {
  node.offset += by;
  for (const child of node.children ?? []) shift(child, by);
}
