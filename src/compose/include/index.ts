export { type Included, type Part, type Parts, partsNamedIn, type WrittenOut, writtenOut } from './write-out.js';
