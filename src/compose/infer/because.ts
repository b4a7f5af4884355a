/** A decision with its reason, in words that follow a colon. */
export interface Because<T> {
  readonly value: T;
  readonly reason: string;
}
