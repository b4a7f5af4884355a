/** The command was called wrong; the message says how. Ends the run with exit code 2. */
export class UsageError extends Error {}

/** What the exit codes mean; the order is that of their weight. */
export const EXIT = {
  /** Nothing to report; warnings are allowed up to `--max-warnings`. */
  clean: 0,
  /** At least one error, or more warnings than allowed. */
  findings: 1,
  /** Bad usage or configuration, nothing to check, a file not checked whole, a report not written, a crash. */
  failed: 2,
} as const;
