const YAML = /\.ya?ml$/i;
const MARKUP = /\.(?:md|markdown|mdx|html?|txt|text)$/i;

/** How comments are written in a file of this name: as in YAML, or as in HTML. Undefined if it can hold none. */
export function commentSyntax(path: string): 'yaml' | 'markup' | undefined {
  if (YAML.test(path)) return 'yaml';
  return MARKUP.test(path) ? 'markup' : undefined;
}
