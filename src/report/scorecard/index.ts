export { compareWith, type Earlier } from './compare.js';
export { scorecardJson } from './json.js';
export { scorecardMarkdown } from './markdown.js';
export { ReportError, readReport } from './read-report.js';
export { scoreLibrary } from './score-library.js';
export type { Scorecard } from './scorecard.js';
export type { ScoredRun } from './scored-run.js';
export { shownIn } from './shown-in.js';
