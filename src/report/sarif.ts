import packageJson from '../../package.json' with { type: 'json' };
import type { LintMessage, LintResult, SuppressedMessage } from '../model/finding.js';
import { filesIn, messagesIn, type Reported, sumsOf } from './files.js';
import { Fingerprints } from './fingerprints.js';
import { jsonItems, jsonText } from './json-text.js';
import { fileUri, leadsOut, pathFrom, relativeUri } from './path.js';
import { inPieces, type ReportContext } from './reporter.js';
import { safe } from './safe.js';
import { SarifRules } from './sarif-rules.js';
import { SourceLines, shortRegion } from './source-lines.js';
import { inSentences, levelOf } from './words.js';

const ROOT = '%SRCROOT%';

/**
 * SARIF 2.1.0 with everything that GitHub code scanning asks for: rules with help text, fingerprints that survive moved
 * lines, regions within one line, and paths relative to the root of the repository.
 */
export const sarif = inPieces(async (results, context) => {
  const rules = new SarifRules(context);
  // The rules come before the results, so the results are read twice.
  for (const { message } of messagesOf(results)) rules.idAndIndexOf(message);
  return logOf(results, rules, await rules.described(), context);
});

function* logOf(
  results: Reported,
  rules: SarifRules,
  described: Awaited<ReturnType<SarifRules['described']>>,
  context: ReportContext,
): Generator<string> {
  const files = sumsOf(results);
  const isSuccessful = context.failures.length === 0 && files.every(({ fatalErrorCount }) => fatalErrorCount === 0);
  const run = {
    tool: { driver: { name: 'replylint', semanticVersion: packageJson.version, rules: described } },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { [ROOT]: { uri: `${fileUri(context.root).replace(/\/$/, '')}/` } },
    invocations: [{ executionSuccessful: isSuccessful, ...notCheckedIn(files, context) }],
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0' };
  yield `${jsonText(log).slice(0, -1)},"runs":[${jsonText(run).slice(0, -1)},"results":[`;
  yield* jsonItems(resultsOf(results, rules, context));
  yield ']}]}\n';
}

function* resultsOf(results: Reported, rules: SarifRules, context: ReportContext) {
  const fingerprints = new Fingerprints();
  let shown: Shown | undefined;
  for (const { message, part } of messagesOf(results)) {
    if (shown?.part !== part) shown = shownPart(part, context);
    yield resultOf(message, shown, rules, fingerprints);
  }
}

type Reportable = LintMessage & Partial<SuppressedMessage>;

/** Yields all messages of each file, followed by its suppressed ones. */
function* messagesOf(results: Reported): Generator<{ readonly message: Reportable; readonly part: LintResult }> {
  for (const file of filesIn(results)) {
    yield* messagesIn(file);
    yield* messagesIn(file, ({ suppressedMessages }) => suppressedMessages);
  }
}

/** Lists the files that were not checked, as notifications of the invocation. */
function notCheckedIn(results: readonly LintResult[], { root, failures }: ReportContext) {
  const failed = failures.map((line) => ({ level: 'error', message: { text: `${safe(line)}.` } }));
  const skipped = results.flatMap(({ filePath, skipped }) => (skipped ? [{ filePath, reason: skipped.reason }] : []));
  const left = skipped.map(({ filePath, reason }) => ({
    level: 'note',
    message: { text: safe(`Not checked: ${reason}.`) },
    locations: [{ physicalLocation: { artifactLocation: artifactOf(filePath, root) } }],
  }));
  const toolExecutionNotifications = [...failed, ...left];
  return toolExecutionNotifications.length > 0 ? { toolExecutionNotifications } : {};
}

function artifactOf(filePath: string, root: string) {
  const path = pathFrom(root, filePath);
  return leadsOut(path) ? { uri: fileUri(filePath) } : { uri: relativeUri(path), uriBaseId: ROOT };
}

/** A part of a file, with what its results have in common. */
interface Shown {
  readonly part: LintResult;
  readonly path: string;
  readonly artifactLocation: ReturnType<typeof artifactOf>;
  readonly lines: SourceLines | undefined;
}

function shownPart(part: LintResult, context: ReportContext): Shown {
  const path = pathFrom(context.root, part.filePath);
  const artifactLocation = artifactOf(part.filePath, context.root);
  return { part, path, artifactLocation, lines: SourceLines.of(part, context) };
}

function resultOf(
  message: Reportable,
  { path, artifactLocation, lines }: Shown,
  rules: SarifRules,
  fingerprints: Fingerprints,
) {
  const { fingerprint, nth } = fingerprints.counted(message, path);
  const region = regionOf(message, lines);
  return {
    ...rules.idAndIndexOf(message),
    level: levelOf(message),
    // GitHub uses the first sentence as the title of the alert.
    message: { text: inSentences(message) },
    locations: [{ physicalLocation: { artifactLocation, region }, ...logicalLocations(message) }],
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:${nth}` },
    ...(message.suppressions && { suppressions: message.suppressions.map(suppressionOf) }),
  };
}

function regionOf(message: LintMessage, lines: SourceLines | undefined) {
  const { line, column, endLine, endColumn } = shortRegion(message, lines);
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function logicalLocations({ reply }: LintMessage) {
  if (reply === undefined || reply.id === '') return {};
  return { logicalLocations: [{ name: safe(reply.title || reply.id), fullyQualifiedName: safe(reply.id) }] };
}

function suppressionOf({ kind, justification }: SuppressedMessage['suppressions'][number]) {
  return {
    kind: kind === 'directive' ? 'inSource' : 'external',
    ...(justification !== '' && { justification: safe(justification) }),
  };
}
