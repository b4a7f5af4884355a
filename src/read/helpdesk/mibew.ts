import type { HelpdeskAdapter } from './shape.js';

/** Its files are not exports: `mibew.ts` and `mibew-list.ts` in the parent folder read them. */
export const mibew: HelpdeskAdapter = {
  id: 'mibew',
  label: 'Mibew',
  reads: 'canned messages',
  placeholders: { openers: [] },
  extensions: ['properties'],
  shapes: [],
};
