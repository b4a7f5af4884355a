/** A place for a value, in any help desk's way of writing. Bounded, so that an open brace costs nothing. */
const PLACEHOLDER =
  /\{\{\{?[^{}\n]{1,200}\}?\}\}|\{![^{}\n]{1,200}\}|\{%[\w.]{1,60}(?:,[^%\n]{0,80})?%\}|[%#$]\{[^{}\n]{1,120}\}|\{@?[\p{L}][\p{L}\d_ .-]{0,40}\}|\[[ ]?[\p{L}][^\]\n]{1,60}\](?![([:])|<(?:[\p{L}]{0,20}name|user|customer|date|order|number|link|agent|[\p{L}]{2,20}(?:[ _][\p{L}]{2,20}){1,4})>|(?<![\w/])@(?:username|user|reporter|name|USER)\b|%[a-z]{2,20}_[a-z_]{2,20}%|\$[A-Z][A-Z_]{2,20}\b\$?/gu;

/** What a placeholder begins with. */
const OPENING = /[{[<%$@]/;

/** The text with an X for each placeholder. */
export function withoutPlaceholders(text: string): string {
  return OPENING.test(text) ? text.replace(PLACEHOLDER, 'X') : text;
}

/** Tags of template languages show nothing by themselves. */
const TAG = /\{%-?[^{}%\n]{1,200}-?%\}|<%[^%\n]{1,200}%>|\{\{[#/!][^{}\n]{1,200}\}\}/g;

export function withoutTemplateTags(text: string): string {
  return text.replace(TAG, '');
}

/** A line that is only a placeholder. */
const GAP = /^[^\p{L}\p{N}]*X[^\p{L}\p{N}]*$/u;
/** Words that a skeleton may have besides its gaps: a greeting and a closing. */
const MOST_WORDS = 5;

/**
 * True for a pattern that only shows the structure of a reply: a greeting, gaps such as `[Solution]`, a closing. It
 * needs two lines that are gaps, not counting the last, which holds the name.
 */
export function isSkeleton(body: string): boolean {
  const lines = withoutPlaceholders(withoutTemplateTags(body))
    .split('\n')
    .filter((line) => line.trim() !== '');
  const gaps = lines.filter((line, index) => GAP.test(line) && index < lines.length - 1).length;
  const words = lines.join(' ').match(/\p{L}+(?:['’]\p{L}+)?/gu) ?? [];
  return gaps >= 2 && words.filter((word) => word !== 'X').length <= MOST_WORDS;
}
