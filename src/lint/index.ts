export { type ComposedFile, type ComposedReply, composeFile, lintComposed } from './file.js';
export { Coverage, composeText, type RunOptions, type Step, walk } from './files.js';
export { findingsIn, type Tried, tryRule } from './try-rule.js';
