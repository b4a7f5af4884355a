import { languageOf } from '../language/index.js';
import { type Item, parsePhrase } from '../language/phrase/index.js';

/**
 * Returns the shortest text that a phrase matches, written the way people write: “opening hours” for
 * “(opening|business) hours”.
 */
export function phraseInWords(phrase: string): string {
  const words = parsePhrase(phrase, languageOf('en')).items.flatMap(wordsOf);
  const text = words.filter((word, index) => word !== '…' || words[index - 1] !== '…').join(' ');
  return /[^… ]/.test(text) ? text : phrase;
}

function wordsOf(item: Item): string[] {
  switch (item.kind) {
    case 'word':
      return [item.word];
    case 'prefix':
      return [`${item.prefix}…`];
    case 'choice':
      return item.optional ? [] : (item.options[0] ?? []).flatMap(wordsOf);
    case 'quoted':
      return item.items.flatMap(wordsOf);
    case 'not':
    case 'end':
      return [];
    default:
      return ['…'];
  }
}
