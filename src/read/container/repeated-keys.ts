import type { Node } from 'jsonc-parser';
import type { Span } from '../../model/span.js';

/** A key that an object has twice. Only the last of its values is read. */
export interface RepeatedKey {
  readonly key: string;
  /** The position of the key whose value is not read. */
  readonly span: Span;
  /** The offset of the key whose value is read. */
  readonly last: number;
}

/** Objects with more members are compared with a map. */
const FEW = 8;

/**
 * Yields the keys of an object that hide a text, a list or an object.
 * @param members the members of the object, in order
 */
export function* repeatedKeysIn(members: readonly Node[], text: string): Generator<RepeatedKey> {
  if (members.length < 2 || !hasRepeated(members)) return;
  const last = new Map<unknown, Node>();
  for (const member of members) last.set(member.children?.[0]?.value, member);
  for (const member of members) {
    const [name, value] = member.children ?? [];
    const read = last.get(name?.value);
    if (!name || !value || !read || read === member || !isText(value)) continue;
    if (written(value, text) === written(read.children?.[1], text)) continue;
    const span = { start: name.offset, end: name.offset + name.length };
    yield { key: String(name.value), span, last: read.offset };
  }
}

function hasRepeated(members: readonly Node[]): boolean {
  const keyAt = (at: number) => members[at]?.children?.[0]?.value;
  if (members.length > FEW) return new Set(members.map((_, at) => keyAt(at))).size < members.length;
  for (let at = 1; at < members.length; at += 1)
    for (let before = 0; before < at; before += 1) if (keyAt(before) === keyAt(at)) return true;
  return false;
}

/** Returns true for a value that could be or contain the text of a reply. */
function isText({ type, value }: Node): boolean {
  return type === 'object' || type === 'array' || (type === 'string' && /\S\s+\S/.test(String(value)));
}

function written(value: Node | undefined, text: string): string {
  return value ? text.slice(value.offset, value.offset + value.length) : '';
}
