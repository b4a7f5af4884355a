import { SourceFile } from '../model/source-file.js';
import { nestsDeeperThan, parseDocument } from '../read/yaml.js';
import { ConfigError } from './config.js';
import { named } from './link.js';

/** The parser's own messages are replaced because they quote the file, which may be a link to a private file. */
const FAULTS: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'incomplete alias',
  BAD_DQ_ESCAPE: 'unknown escape sequence in a double-quoted string',
  BAD_INDENT: 'the indentation does not match the lines above',
  BAD_SCALAR_START: 'a value that starts with this character needs quotation marks',
  BLOCK_AS_IMPLICIT_KEY: 'a key and its value cannot be on this line; a value with a colon needs quotation marks',
  BLOCK_IN_FLOW: 'a bracket or brace is not closed',
  DUPLICATE_KEY: 'duplicate key',
  MISSING_CHAR: 'a colon, comma, bracket, brace or quotation mark is missing',
  MULTILINE_IMPLICIT_KEY: 'a key must be on one line; a colon or a quotation mark may be missing',
  MULTIPLE_DOCS: 'a configuration must be a single document',
  RESOURCE_EXHAUSTION: 'the value is nested too deeply',
  TAB_AS_INDENT: 'tabs cannot indent YAML; use spaces',
  TAG_RESOLVE_FAILED: 'this tag is unknown',
  UNEXPECTED_TOKEN: 'unexpected token; a value with special characters needs quotation marks',
};

/** Maximum nesting depth of a configuration. No real configuration comes close. */
const DEEPEST = 200;
/** Maximum length of a valid key, in UTF-16 units. */
const MOST_OF_A_KEY = 100;
/** Maximum number of aliases. No real configuration comes close, and each alias can multiply the size of the value. */
const MOST_ALIASES = 100;

/**
 * Parses a YAML file.
 * @throws ConfigError with the position of the fault, without quoting the file
 */
export function parseYaml(path: string, text: string): unknown {
  const source = new SourceFile(path, text.replace(/^\ufeff/, ''));
  if (nestsDeeperThan(source.text, DEEPEST)) throw new ConfigError('is nested too deeply', path);
  const document = parseDocument(source.text, { merge: true, prettyErrors: false });
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault) {
    const [start] = fault.pos;
    const word = /^[\w/-]+/.exec(source.text.slice(start, start + MOST_OF_A_KEY))?.[0];
    const key = fault.code === 'DUPLICATE_KEY' && word !== undefined ? named(path, word) : '';
    const message = `not valid YAML: ${FAULTS[fault.code] ?? 'unexpected content'}${key}`;
    throw new ConfigError(message, path, [], source.placeOf(fault.pos[0]));
  }
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES }) ?? undefined;
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw new ConfigError('not valid YAML: an alias has no anchor, or there are too many aliases', path);
  }
}
