import type { Markup } from '../../model/reply.js';

const LINE_TAG = /<br\b[^<>]{0,200}>|<\/(?:p|div|li|tr|h[1-6]|blockquote)\s{0,9}>/gi;
const ANY_TAG = /<\/?[a-z][^<>]{0,1000}>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&quot;': '"',
  '&#39;': "'",
  '&rsquo;': '’',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

/**
 * Converts an included text to the markup of the reply that includes it. Only the words are kept, not their formatting.
 * Nothing is ever reported inside the text, so its length may change.
 */
export function inMarkup(text: string, from: Markup, to: Markup): string {
  if (to === 'html' && from !== 'html') return text.replace(/\r?\n/g, '<br>');
  if (to === 'text' && from === 'html')
    return text
      .replace(/\s+/g, ' ')
      .replace(LINE_TAG, '\n')
      .replace(ANY_TAG, '')
      .replace(/&(?:nbsp|quot|#39|rsquo|lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);
  return text;
}
