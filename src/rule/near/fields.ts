/** Words in the names of fields that say what kind of value a field has, and not which one. */
const KINDS: ReadonlySet<string> = new Set(
  'id no nr num number name url link date field value custom ticket customer contact user data text'.split(' '),
);

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

/** Returns true for fields whose names have a word in common. The number of a numbered field says nothing. */
function mayBeSame(one: string, other: string): boolean {
  const [own, others] = [namesIn(one), namesIn(other)];
  return own.length === 0 || others.length === 0 || own.some((name) => others.includes(name));
}

/** Returns the words of a field’s name that say which value it is. */
function namesIn(field: string): readonly string[] {
  const leaf = field.split('.').at(-1) ?? '';
  return leaf.split(/[^\p{L}]+/u).filter((name) => name.length > 1 && !KINDS.has(name));
}

function extensionOf(file: string): string {
  return file.slice(file.lastIndexOf('.'));
}
