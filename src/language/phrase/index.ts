export { readEntry, type WrittenPhrase } from './entry.js';
export type { MatchedWord } from './kinds.js';
export { GAP, type Item, type Phrase, PhraseError, parsePhrase } from './parse.js';
export { type Hit, PhraseTable } from './table.js';
export { addTokens, fold, type Token, tokens } from './tokens.js';
