export type { Changes } from './changes/changes.js';
export {
  type ComposedFile,
  type ComposedReply,
  composeFile,
  type DirectiveOptions,
  type LintedFile,
  lintComposed,
  lintWithEdits,
} from './file.js';
export { composeText, type RunOptions, type Step, walk } from './files.js';
export { type LintRun, lintFiles, lintText, type Seen } from './lint-files.js';
export { Stats } from './stats.js';
export { SUPPRESSIONS_FILE, Suppressions } from './suppressions.js';
export { findingsIn, type Tried, tryRule } from './try-rule.js';
export { leadsOut } from './within.js';
export { writeWhole } from './write.js';
