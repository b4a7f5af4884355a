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
  return text.includes('{') || text.includes('<%') ? text.replace(TAG, '') : text;
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
  if (!hasGaps(body)) return false;
  const words = withoutPlaceholders(withoutTemplateTags(body)).match(/\p{L}+(?:['’]\p{L}+)?/gu) ?? [];
  return words.filter((word) => word !== 'X').length <= MOST_WORDS;
}

/** Returns true if at least two lines are gaps, without the last one. */
function hasGaps(body: string): boolean {
  let gaps = 0;
  let isLast = false;
  for (let start = 0, next = 0; start < body.length; start = next) {
    const feed = body.indexOf('\n', start);
    next = feed < 0 ? body.length : feed + 1;
    if (beginsWithWord(body, start, feed < 0 ? body.length : feed)) {
      isLast = false;
      continue;
    }
    // Neither placeholders nor template tags span lines.
    const line = withoutPlaceholders(withoutTemplateTags(body.slice(start, feed < 0 ? body.length : feed)));
    if (line.trim() === '') continue;
    isLast = GAP.test(line);
    if (isLast) gaps += 1;
  }
  return gaps - (isLast ? 1 : 0) >= 2;
}

/** Returns true for a line that begins with a letter, other than the one that stands for a placeholder. */
function beginsWithWord(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && text.charCodeAt(at) === 32) at += 1;
  const unit = at < end ? text.charCodeAt(at) : 0;
  return ((unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122)) && unit !== 88;
}
