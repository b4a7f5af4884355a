export { localeNamed, localeOfText, settledLocale } from '../language/locale.js';
export { type Composition, compose, concluded, type Draft, draftOf, renderingOf } from './compose.js';
export { type Included, type Snippet, type Snippets, snippetNamesIn, writtenOut } from './include/index.js';
export { habitInWords } from './infer/habit.js';
export { type Envelope, profileOf } from './infer/index.js';
export { commentsIn, readerOf, TooComplex } from './markup/index.js';
export { paragraphInBody, paragraphInText } from './paragraph/index.js';
export { inWords } from './template/in-words.js';
