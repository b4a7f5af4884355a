/** Finds notes for colleagues by their position and their words. */

export { notesIn } from './apart.js';
export { isNoteInPlace } from './place.js';
