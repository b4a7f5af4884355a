/** A list of values in a sentence, such as `` `full`, `chat` and `auto` ``. */
export function codesIn(values: readonly string[], joint: 'and' | 'or'): string {
  const codes = values.map((value) => `\`${value}\``);
  return codes.length > 1 ? `${codes.slice(0, -1).join(', ')} ${joint} ${codes.at(-1)}` : (codes[0] ?? '');
}
