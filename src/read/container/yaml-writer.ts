import type { CST } from 'yaml';
import type { Writer } from '../../model/offset-map.js';

/**
 * Returns a function that writes text in the style of a scalar, with its quotation marks, line breaks and indentation.
 * A plain scalar accepts only text that no reader could mistake for something else. A scalar on one line accepts line
 * breaks only if they can be escaped.
 */
export function scalarWriter(token: CST.FlowScalar | CST.BlockScalar): Writer {
  switch (token.type) {
    case 'double-quoted-scalar':
      return (text) => JSON.stringify(text).slice(1, -1);
    case 'single-quoted-scalar':
      return (text) => folded(text.replace(/'/g, "''"), token.source);
    case 'scalar':
      return (text) => (text.split(/[\r\n]+/).every(isPlain) ? folded(text, token.source) : undefined);
    case 'block-scalar': {
      const [header] = token.props;
      const folds = header?.type === 'block-scalar-header' && header.source.startsWith('>');
      return folds ? (text) => folded(text, token.source) : (text) => inLines(text, token.source, 0);
    }
    default:
      return () => undefined;
  }
}

function isPlain(text: string): boolean {
  return text === '' || /^[^\s:#"'[\]{},&*!|>%@`-][^:#[\]{},]*$/.test(text);
}

/** In a folded scalar, a line break stands for a blank, and only an empty line stands for a line break. */
function folded(text: string, source: string): string | undefined {
  return inLines(text, source, 1);
}

/**
 * Writes a text with the line breaks and the indentation of the scalar's lines.
 * @param more the number of additional line breaks to write
 */
function inLines(text: string, source: string, more: number): string | undefined {
  if (!/[\r\n]/.test(text)) return text;
  // The indentation comes from the first line of a block scalar, or from the second line of a quoted one.
  const indent = /(?:^|\n)( +)(?=[^ \t\r\n])/.exec(source)?.[1];
  if (indent === undefined) return undefined;
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  return text.replace(/(?:\r?\n)+/g, (run) => `${lineEnd.repeat(run.split('\n').length - 1 + more)}${indent}`);
}
