import type { CST } from 'yaml';
import type { Writer } from '../../model/offset-map.js';

/**
 * How a scalar writes a text, with its quotes, line ends and indentation. A plain scalar accepts only text that no
 * reader could mistake for something else; a scalar on one line accepts line ends only if they can be escaped.
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

/** In a folded scalar, a line end stands for a blank, and only an empty line for a line end. */
function folded(text: string, source: string): string | undefined {
  return inLines(text, source, 1);
}

/**
 * A text with the line ends and the indentation of the scalar's lines.
 * @param more the number of additional line ends to write
 */
function inLines(text: string, source: string, more: number): string | undefined {
  if (!/[\r\n]/.test(text)) return text;
  // The first line of a block, and the second of a quoted text.
  const indent = /(?:^|\n)( +)(?=[^ \t\r\n])/.exec(source)?.[1];
  if (indent === undefined) return undefined;
  const lineEnd = source.includes('\r\n') ? '\r\n' : '\n';
  return text.replace(/(?:\r?\n)+/g, (run) => `${lineEnd.repeat(run.split('\n').length - 1 + more)}${indent}`);
}
