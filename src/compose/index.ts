export { type Composition, compose } from './compose.js';
export { localeNamed } from './locale.js';
export { readerOf, TooComplex } from './markup/index.js';
export { inWords } from './template/choices.js';
