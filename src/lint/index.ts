export type { Changes } from './changes/changes.js';
export {
  type ComposedFile,
  composeFile,
  lintComposed,
} from './file.js';
export { type RunOptions, type Step, walk } from './files.js';
export { type LintRun, lintFiles, lintText, type Seen } from './lint-files.js';
export { Packed, Results } from './results.js';
export { PHASES, Stats } from './stats.js';
export { SUPPRESSIONS_FILE, Suppressions } from './suppressions.js';
export { type Tried, tryRule } from './try-rule.js';
export { leadsOut } from './within.js';
export { writeWhole } from './write.js';
