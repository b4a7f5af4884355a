/** The command was called incorrectly; the message says how. Ends the run with exit code 2. */
export class UsageError extends Error {}

/** The meaning of the exit codes; a higher one takes precedence. */
export const EXIT = {
  /** Nothing to report; warnings are allowed up to `--max-warnings`. */
  clean: 0,
  /** At least one error, or more warnings than allowed. */
  findings: 1,
  /** Wrong usage or configuration, nothing to check, a file not checked in full, a report not written, or a crash. */
  failed: 2,
} as const;
