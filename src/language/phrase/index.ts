export { type Hit, PhraseAutomaton } from './automaton.js';
export type { MatchedWord } from './classes.js';
export { GAP, type Item, type Phrase, PhraseError, parsePhrase } from './parse.js';
export { fold, type Token, tokens } from './tokens.js';
