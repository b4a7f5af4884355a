/** What is written for colleagues, told by its place and its words. */

export { notesIn } from './apart.js';
export { isNoteInPlace } from './place.js';
