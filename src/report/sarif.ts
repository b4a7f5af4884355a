import packageJson from '../../package.json' with { type: 'json' };
import type { LintMessage, LintResult, SuppressedMessage } from '../model/finding.js';
import { Fingerprints } from './fingerprints.js';
import { jsonText } from './json-text.js';
import { fileUri, leadsOut, pathFrom, relativeUri } from './path.js';
import type { ReportContext, Reporter } from './reporter.js';
import { safe } from './safe.js';
import { SarifRules } from './sarif-rules.js';
import { SourceLines, shortRegion } from './source-lines.js';
import { inSentences, levelOf } from './words.js';

const ROOT = '%SRCROOT%';

/**
 * SARIF 2.1.0 with everything that GitHub code scanning asks for: rules with help text, fingerprints that survive moved
 * lines, regions within one line, and paths relative to the root of the repository.
 */
export const sarif: Reporter = async (results, context) => {
  const rules = new SarifRules(context);
  const fingerprints = new Fingerprints();
  const reported = results.flatMap((result) => resultsOf(result, rules, fingerprints, context));
  const described = await rules.described();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'replylint', semanticVersion: packageJson.version, rules: described } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { uri: `${fileUri(context.root).replace(/\/$/, '')}/` } },
        invocations: [
          {
            executionSuccessful:
              context.failures.length === 0 && results.every(({ fatalErrorCount }) => fatalErrorCount === 0),
            ...notCheckedIn(results, context),
          },
        ],
        results: reported,
      },
    ],
  };
  return `${jsonText(log)}\n`;
};

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

function resultsOf(result: LintResult, rules: SarifRules, fingerprints: Fingerprints, context: ReportContext) {
  const path = pathFrom(context.root, result.filePath);
  const artifactLocation = artifactOf(result.filePath, context.root);
  const lines = SourceLines.of(result, context);
  const messages: readonly (LintMessage & Partial<SuppressedMessage>)[] = [
    ...result.messages,
    ...result.suppressedMessages,
  ];
  return messages.map((message) => {
    const { fingerprint, nth } = fingerprints.counted(message, path);
    return {
      ...rules.idAndIndexOf(message),
      level: levelOf(message),
      // GitHub uses the first sentence as the title of the alert.
      message: { text: inSentences(message) },
      locations: [
        { physicalLocation: { artifactLocation, region: regionOf(message, lines) }, ...logicalLocations(message) },
      ],
      partialFingerprints: { primaryLocationLineHash: `${fingerprint}:${nth}` },
      ...(message.suppressions && { suppressions: message.suppressions.map(suppressionOf) }),
    };
  });
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
