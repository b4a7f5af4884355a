/** A phrase with the text after its arrow. */
export interface WrittenPhrase {
  readonly phrase: string;
  /** The suggested replacement, after `→` or `->`. */
  readonly instead?: string;
  /** The exact replacement, after `⇒` or `=>`. */
  readonly fix?: string;
}

const ARROW = /(?<!\s)\s*(→|->|⇒|=>)\s*/;

/** Splits a phrase from the text after its arrow. */
export function readEntry(written: string): WrittenPhrase {
  const arrow = ARROW.exec(written);
  if (!arrow) return { phrase: written };
  const phrase = written.slice(0, arrow.index);
  const after = written.slice(arrow.index + arrow[0].length);
  return arrow[1] === '→' || arrow[1] === '->' ? { phrase, instead: after } : { phrase, fix: after };
}
