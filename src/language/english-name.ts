/** Created on first use, because creating it takes as long as linting a small file. */
let names: Intl.DisplayNames | undefined;

/** Returns the English name of a language by its code. Undefined if there is none. */
export function englishNameOf(code: string): string | undefined {
  names ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return names.of(code);
}
