import type { Match, Reading } from '../rule.js';

/** Matches hosts that only colleagues can reach. */
const INTERNAL_HOST =
  /^(?:https?:\/\/)?(?:(?:[\w-]{1,40}\.){0,4}(?:staging|stage|preprod|uat|qa|intranet|internal|corp)\.[\w.-]{1,80}|[\w.-]{1,80}\.(?:internal|intranet|corp|lan|local))(?:[:/?#]|$)/i;
/**
 * Returns true if a phrase is a note at its position, and not a quotation.
 * @param hosts additional hosts that customers must not see
 */
export function isNoteInPlace(match: Match, reading: Reading, hosts: readonly string[]): boolean {
  return !isInQuotationMarks(match, reading) && isInPlace(match, reading, hosts);
}

/** Returns true for text in quotation marks. Text in a block quote may still be a note. */
function isInQuotationMarks({ from, sentence }: Match, { rendering: { words, sentences, blocks } }: Reading): boolean {
  return words[from]?.quoted === true && blocks[sentences[sentence]?.block ?? -1]?.kind !== 'quote';
}

/**
 * Some phrases count only at a certain position: an address counts because of its host, and a label before its colon.
 */
function isInPlace({ group, from, to, start, end, sentence }: Match, { rendering }: Reading, hosts: readonly string[]) {
  const { text, words, sentences } = rendering;
  const line = sentences[sentence];
  const address = words[from]?.folded ?? '';
  switch (group) {
    case 'host':
      return (
        INTERNAL_HOST.test(address) || hosts.includes(address.replace(/^https?:\/\//, '').split(/[/:?#]/)[0] ?? '')
      );
    case 'label':
      return /^\s*(?:[:)\]–—]|-\s)/.test(text.slice(end, end + 3)) || (line?.from === from && line.to === to);
    case 'addressed': // “Agent: Anna” is a field of a form.
      return text[end] === ':' && words[to]?.kind === 'word' && (line?.to ?? 0) - to >= 3;
    case 'choose':
    case 'steps':
      return text[end] === ':' && text.slice(start, end) === text.slice(start, end).toUpperCase();
    default:
      return true;
  }
}
