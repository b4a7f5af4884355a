/** Notes for colleagues, recognized by their place and their words. */

export { notesIn } from './apart.js';
export { isNoteInPlace } from './place.js';
