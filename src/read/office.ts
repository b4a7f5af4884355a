import { extensionOf } from './content.js';

/** A kind of file in which people keep replies, but which replylint does not read. */
export interface OfficeKind {
  /** The name of the kind in notices, such as `1 spreadsheet`. */
  readonly name: 'spreadsheet' | 'document' | 'database dump';
  /** What the user can do, worded as the end of a sentence. */
  readonly advice: string;
}

const SPREADSHEET: OfficeKind = { name: 'spreadsheet', advice: 'save it as CSV (UTF-8)' };
const DOCUMENT: OfficeKind = { name: 'document', advice: 'save it as Markdown or plain text' };
const DUMP: OfficeKind = { name: 'database dump', advice: 'export the table as CSV or JSON' };

const KINDS: Readonly<Record<string, OfficeKind>> = {
  xlsx: SPREADSHEET,
  xlsm: SPREADSHEET,
  xls: SPREADSHEET,
  xlsb: SPREADSHEET,
  ods: SPREADSHEET,
  numbers: SPREADSHEET,
  gsheet: SPREADSHEET,
  docx: DOCUMENT,
  doc: DOCUMENT,
  docm: DOCUMENT,
  dotx: DOCUMENT,
  gdoc: DOCUMENT,
  pptx: DOCUMENT,
  ppt: DOCUMENT,
  odp: DOCUMENT,
  odt: DOCUMENT,
  rtf: DOCUMENT,
  pages: DOCUMENT,
  pdf: DOCUMENT,
  sql: DUMP,
};

/** Returns the kind of office file according to its name. */
export function officeKindOf(path: string): OfficeKind | undefined {
  const extension = extensionOf(path);
  return Object.hasOwn(KINDS, extension) ? KINDS[extension] : undefined;
}
