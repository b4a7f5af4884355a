/** A program that tries patterns on ordinary texts in a form that is compiled sooner; the first calls only. */
export declare function withNarrowPatterns(code: string, options?: { readonly calls?: number }): string;
