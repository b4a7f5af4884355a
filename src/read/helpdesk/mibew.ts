import type { HelpdeskAdapter } from './shape.js';

/** Mibew's files are not exports. They are read by `mibew.ts` and `mibew-list.ts` in the parent folder. */
export const mibew: HelpdeskAdapter = {
  id: 'mibew',
  label: 'Mibew',
  reads: 'canned messages',
  placeholders: { openers: [] },
  extensions: ['properties'],
  shapes: [],
};
