/** Where a phrase matches: word indexes, `to` exclusive. */
export interface Hit {
  /** The index of the phrase among all compiled phrases. */
  readonly phrase: number;
  readonly from: number;
  readonly to: number;
}
