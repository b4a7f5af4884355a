import { type Scorecard, SHAPE } from './scorecard.js';

/** Thrown for a file that is not a report. The message is worded as the end of a sentence. */
export class ReportError extends Error {}

/** Lists that every report has. */
const LISTS = ['segments', 'rules', 'quietRules', 'notKnown', 'replies'] as const;

/**
 * Parses the output of `replylint report -f json`.
 * @throws ReportError if the text is not such a report
 */
export function readReport(text: string): Scorecard {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new ReportError(`is not JSON: ${(error as Error).message}`);
  }
  if (!isObject(value) || !('replylintReport' in value))
    throw new ReportError('is not a report; create one with `replylint report -o report.json`');
  if (value.replylintReport !== SHAPE)
    throw new ReportError(
      `has format version ${JSON.stringify(value.replylintReport)}; this version of replylint reads ${SHAPE}`,
    );
  for (const name of LISTS)
    if (!Array.isArray(value[name])) throw new ReportError(`is damaged: expected an array at \`${name}\``);
  const { summary, replies } = value;
  if (!isObject(summary)) throw new ReportError('is damaged: expected an object at `summary`');
  const wrong = (replies as readonly unknown[]).findIndex((reply) => !isReply(reply));
  if (wrong >= 0) throw new ReportError(`is damaged: expected a reply at \`replies[${wrong}]\``);
  return value as unknown as Scorecard;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isReply(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value.id === 'string' &&
    typeof value.file === 'string' &&
    (value.score === null || typeof value.score === 'number') &&
    Array.isArray(value.findings)
  );
}
