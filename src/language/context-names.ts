/** Contexts in which a phrase may not mean what it usually means. */
export const CONTEXTS = ['conditional', 'question', 'negated', 'quoted', 'code'] as const;
export type Context = (typeof CONTEXTS)[number];
