/** Matches a placeholder in the syntax of any help desk. Its length is bounded, so that an open brace costs nothing. */
const PLACEHOLDER =
  /\{\{\{?[^{}\n]{1,200}\}?\}\}|\{![^{}\n]{1,200}\}|\{%[\w.]{1,60}(?:,[^%\n]{0,80})?%\}|[%#$]\{[^{}\n]{1,120}\}|\{@?[\p{L}][\p{L}\d_ .-]{0,40}\}|\[[ ]?[\p{L}][^\]\n]{1,60}\](?![([:])|<(?:[\p{L}]{0,20}name|user|customer|date|order|number|link|agent|[\p{L}]{2,20}(?:[ _][\p{L}]{2,20}){1,4})>|(?<![\w/])@(?:username|user|reporter|name|USER)\b|%[a-z]{2,20}_[a-z_]{2,20}%|\$[A-Z][A-Z_]{2,20}\b\$?/gu;

/** Matches a character that can begin a placeholder. */
const OPENING = /[{[<%$@]/;

/** Returns the text with an X in place of each placeholder. */
export function withoutPlaceholders(text: string): string {
  return OPENING.test(text) ? text.replace(PLACEHOLDER, 'X') : text;
}

/** Matches tags of template languages, which show nothing themselves. */
const TAG = /\{%-?[^{}%\n]{1,200}-?%\}|<%[^%\n]{1,200}%>|\{\{[#/!][^{}\n]{1,200}\}\}/g;

export function withoutTemplateTags(text: string): string {
  return text.replace(TAG, '');
}

/** Matches a line that contains only a placeholder. */
const GAP = /^[^\p{L}\p{N}]*X[^\p{L}\p{N}]*$/u;
/** Maximum number of words that a skeleton has in addition to its gaps, such as a greeting and a closing. */
const MOST_WORDS = 5;

/**
 * Returns true for a text that only outlines a reply: a greeting, gaps such as `[Solution]`, and a closing. At least
 * two lines must be gaps. The last line does not count because it contains the name.
 */
export function isSkeleton(body: string): boolean {
  const lines = withoutPlaceholders(withoutTemplateTags(body))
    .split('\n')
    .filter((line) => line.trim() !== '');
  const gaps = lines.filter((line, index) => GAP.test(line) && index < lines.length - 1).length;
  const words = lines.join(' ').match(/\p{L}+(?:['’]\p{L}+)?/gu) ?? [];
  return gaps >= 2 && words.filter((word) => word !== 'X').length <= MOST_WORDS;
}
