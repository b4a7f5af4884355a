import { localeNamed } from '../language/locale.js';
import { shown } from './words.js';

/** No tag that names a language with a script and a region is as long. */
const LONGEST = 35;
/** Made when it is first asked: making it takes as long as linting a small file. */
let languages: Intl.DisplayNames | undefined;

/** What is wrong with the tag of a language, as `de-AT`, in words. Undefined if nothing is. */
export function localeFault(tag: string): string | undefined {
  const fault = isWellFormed(tag) ? undefined : 'is not a language tag';
  if (fault === undefined && isKnown(tag)) return undefined;
  const meant = tag.length > LONGEST ? undefined : localeNamed(tag);
  const hint =
    meant !== undefined && meant !== tag && isKnown(meant)
      ? `. Did you mean "${meant}"?`
      : '; expected a tag such as "en" or "de-AT"';
  return `${shown(tag)} ${fault ?? 'is not a known language'}${hint}`;
}

function isWellFormed(tag: string): boolean {
  if (tag.length > LONGEST) return false;
  try {
    return new Intl.Locale(tag).toString() !== '';
  } catch {
    return false;
  }
}

function isKnown(tag: string): boolean {
  languages ??= new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  return languages.of(new Intl.Locale(tag).language) !== undefined;
}
