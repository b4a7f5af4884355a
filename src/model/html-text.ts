/** Escapes the special characters of HTML and XML in a text. */
export function escapedHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/**
 * Replaces each HTML tag and each character reference with a blank, so that the words of the text can be counted and
 * recognized.
 */
export function withoutTags(text: string): string {
  return text.replace(/<[^<>]{0,1000}>|&[a-z#\d]{1,9};/gi, ' ');
}
