/** Expands patterns to paths: `a.{b,c}` becomes `a.b` and `a.c`. */
export function pathsOf(...patterns: string[]): readonly string[] {
  return patterns.flatMap((pattern) => {
    const [whole, before = '', list = ''] = /^([^{]*)\{(.*)\}$/.exec(pattern) ?? [];
    return whole === undefined ? [pattern] : list.split(',').map((field) => `${before}${field}`);
  });
}
