/** Returns the text of rules/index.ts for a folder of rules. */
export declare function ruleIndex(folder: string): string;
