import type { HelpdeskAdapter } from './shape.js';

/** Its files are no exports: they are read by `mibew.ts` and `mibew-list.ts` of the folder above. */
export const mibew: HelpdeskAdapter = {
  id: 'mibew',
  label: 'Mibew',
  reads: 'canned messages',
  placeholders: { openers: [] },
  extensions: ['properties'],
  shapes: [],
};
