/** A text with the characters that HTML and XML read as markup written as references. */
export function escapedHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A text with a blank in place of each HTML tag and each character reference, to count or recognize its words. */
export function withoutTags(text: string): string {
  return text.replace(/<[^<>]{0,1000}>|&[a-z#\d]{1,9};/gi, ' ');
}
