export { foldTelltale } from './fold.js';
export { bitsOf, type Telltale } from './lists.js';
export { telltales } from './load.js';
