/** A text with the special characters of HTML and XML escaped. */
export function escapedHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A text with each HTML tag and each character reference replaced by a blank, to count or recognize its words. */
export function withoutTags(text: string): string {
  return text.replace(/<[^<>]{0,1000}>|&[a-z#\d]{1,9};/gi, ' ');
}
