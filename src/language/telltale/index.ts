export { foldTelltale, withoutJoins } from './fold.js';
export { bitsOf, type OfText } from './lists.js';
export { nameTelltales, telltales } from './load.js';
export type { Found } from './table.js';
