/** Where a phrase was found: word indexes, `to` exclusive. */
export interface Hit {
  /** Index of the phrase among all that were compiled. */
  readonly phrase: number;
  readonly from: number;
  readonly to: number;
}
