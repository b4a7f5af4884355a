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
 * An included text in the markup of the including one: what it says, not how it looks. No place in it is ever
 * reported, so its length need not stay the same.
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
