import { englishNameOf } from '../language/english-name.js';
import { localeNamed } from '../language/locale.js';
import { shown } from './words.js';

/** Maximum length of a language tag. The longest tag with a language, a script and a region is shorter. */
const LONGEST = 35;
/** Describes what is wrong with a language tag such as `de-AT`. Undefined if the tag is valid. */
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
  return englishNameOf(new Intl.Locale(tag).language) !== undefined;
}
