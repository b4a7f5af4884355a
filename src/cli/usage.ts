/**
 * Thrown if the command was called incorrectly. The message says how to correct it, and the run ends with exit code 2.
 */
export class UsageError extends Error {}

/** The exit codes. If several apply, the highest one is returned. */
export const EXIT = {
  /** There are no errors, and no more warnings than `--max-warnings` allows. */
  clean: 0,
  /** There is at least one error, or there are more warnings than allowed. */
  findings: 1,
  /**
   * The usage or configuration is wrong, there was nothing to check, a file was not fully checked, a report could not
   * be written, or replylint crashed.
   */
  failed: 2,
} as const;
