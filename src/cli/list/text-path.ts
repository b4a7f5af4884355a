/** Minimum number of words in a text. Shorter ones are labels. */
const FEWEST_WORDS = 4;
/**
 * Minimum number of texts for an object that contains nothing else to count as a list of named texts, whatever the
 * names are.
 */
const FEWEST_NAMED = 5;
/** Matches the keys of a record with one text. Two texts under other keys are two entries. */
const FIELD = /^(?:subject|title|name|desc(?:ription)?|summary|body|text|html|content|message|comment|value)$/i;
/** Maximum length in UTF-16 units of a file that is parsed for a hint. */
const LONGEST = 1_000_000;
/** Maximum depth of values to examine. */
const DEEPEST = 12;

/**
 * Returns the JSON path that contains most of the text in a JSON or YAML file, in the form that `"body"` in the
 * configuration accepts.
 * @returns `none` if the file contains no sentences; undefined if it has another format, is too long or is invalid
 */
export async function textPathIn(name: string, text: string): Promise<string | undefined> {
  const lengths = new Map<string, number>();
  try {
    for (const value of await valuesIn(name, text)) measure(value, '$', lengths, 0);
  } catch {
    return undefined;
  }
  const [longest] = [...lengths].sort(([, one], [, other]) => other - one);
  return longest?.[0] ?? 'none';
}

/** @throws if the file has another format, is too long or is invalid */
async function valuesIn(name: string, text: string): Promise<readonly unknown[]> {
  if (text.length > LONGEST) throw new RangeError('too long');
  if (/\.ya?ml$/i.test(name)) return [(await import('../../read/yaml.js')).parse(text)];
  if (/\.json$/i.test(name)) return [JSON.parse(text)];
  if (!/\.(?:jsonl|ndjson)$/i.test(name)) throw new TypeError('neither JSON nor YAML');
  // A JSON path treats the lines of the file as a list.
  return [text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line)]))];
}

/** Adds the length of each text to its path. */
function measure(value: unknown, path: string, lengths: Map<string, number>, depth: number): void {
  if (isText(value)) lengths.set(path, (lengths.get(path) ?? 0) + value.length);
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
  const members = Object.entries(value);
  const isList = Array.isArray(value) || isMap(members);
  for (const [key, member] of members) measure(member, path + (isList ? '[*]' : stepOf(key)), lengths, depth + 1);
}

/** Returns true for the values of an object whose keys are names of entries rather than fields. */
function isMap(members: readonly (readonly [key: string, value: unknown])[]): boolean {
  const values = members.map(([, value]) => value);
  const texts = values.filter(isText).length;
  const isOfStrings = values.every((value) => typeof value === 'string');
  if (isOfStrings && texts >= 2 && !members.some(([key]) => FIELD.test(key))) return true;
  if (values.length >= FEWEST_NAMED && values.every(isText)) return true;
  return values.length > 1 && values.every((value) => typeof value === 'object' && value !== null);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim().split(/\s+/).length >= FEWEST_WORDS;
}

function stepOf(key: string): string {
  if (/^[^.[\]'"\s]+$/.test(key)) return `.${key}`;
  return key.includes("'") ? `["${key}"]` : `['${key}']`;
}
