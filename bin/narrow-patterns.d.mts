/** Rewrites a script so that its first calls match ordinary texts with patterns that compile faster. */
export declare function withNarrowPatterns(code: string, options?: { readonly calls?: number }): string;
