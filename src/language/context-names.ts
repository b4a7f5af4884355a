/** Contexts in which a phrase may not mean what it says. */
export const CONTEXTS = ['conditional', 'question', 'negated', 'quoted', 'code'] as const;
export type Context = (typeof CONTEXTS)[number];
