export { type Hit, type MatchedWord, PhraseAutomaton } from './automaton.js';
export { GAP, type Phrase, PhraseError, parsePhrase } from './parse.js';
export { fold, type Token, tokens } from './tokens.js';
