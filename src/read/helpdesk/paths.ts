/** The paths that a pattern expands to: `a.{b,c}` is `a.b` and `a.c`. */
export function pathsOf(...patterns: string[]): readonly string[] {
  return patterns.flatMap((pattern) => {
    const [whole, before = '', list = ''] = /^(.*?)\{(.*)\}$/.exec(pattern) ?? [];
    return whole === undefined ? [pattern] : list.split(',').map((field) => `${before}${field}`);
  });
}
