/** A match of a phrase, as word indexes. `to` is exclusive. */
export interface Hit {
  /** The index of the phrase among all compiled phrases. */
  readonly phrase: number;
  readonly from: number;
  readonly to: number;
}
