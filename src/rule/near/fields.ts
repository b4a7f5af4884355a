import { isNumbered } from '../placeholder/meaning.js';

/** A reply with its words, and the program that fills in its placeholders. */
interface Filled {
  readonly file: string;
  readonly helpdesk?: string | undefined;
  readonly words: readonly string[];
}

/**
 * Returns the words of a reply with the placeholders of another program’s reply, where they can stand for the same
 * value: `{{ticket.ticket_field_360}}` for `{order_number}`. Within one program, two placeholders stand for two values.
 */
export function wordsWithFieldsOf(other: Filled, own: Filled): readonly string[] {
  if (own.helpdesk === other.helpdesk && extensionOf(own.file) === extensionOf(other.file)) return own.words;
  const fields = fieldsIn(own.words).filter((field) => !other.words.includes(field));
  if (fields.length === 0) return own.words;
  const free = fieldsIn(other.words).filter((field) => !own.words.includes(field));
  const renamed = new Map<string, string>();
  for (const field of fields) {
    const same = free.filter((candidate) => mayBeSame(field, candidate));
    if (same.length !== 1 || same[0] === undefined) continue;
    renamed.set(field, same[0]);
    free.splice(free.indexOf(same[0]), 1);
  }
  return renamed.size === 0 ? own.words : own.words.map((word) => renamed.get(word) ?? word);
}

function fieldsIn(words: readonly string[]): string[] {
  return [...new Set(words.filter((word) => word.startsWith('{')))];
}

/**
 * Returns true for fields whose names begin with the same word, such as `{order_no}` and `{{ticket.order_number}}`. The
 * number of a numbered field says nothing about its value.
 */
function mayBeSame(one: string, other: string): boolean {
  const [own, others] = [leafOf(one), leafOf(other)];
  return isNumbered(own) || isNumbered(others) || beginningOf(own) === beginningOf(others);
}

function leafOf(field: string): string {
  return field.slice(1, -1).split('.').at(-1) ?? '';
}

function beginningOf(leaf: string): string {
  return leaf.split(/[^\p{L}]+/u)[0] ?? '';
}

function extensionOf(file: string): string {
  return file.slice(file.lastIndexOf('.'));
}
