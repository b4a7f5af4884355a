import { createScanner, parse, printParseErrorCode } from 'jsonc-parser';
import { SourceFile } from '../model/source-file.js';
import { ConfigError } from './config.js';
import { named } from './link.js';
import { isPackage } from './place.js';
import { quoted } from './words.js';

/**
 * Parses a JSON file. Comments and trailing commas are allowed because people paste configurations from pages that
 * contain them.
 * @throws ConfigError with the position of the fault, without quoting the file
 */
export function parseJson(path: string, text: string): unknown {
  const source = new SourceFile(path, text.replace(/^\ufeff/, ''));
  const fail = (message: string, offset: number): never => {
    throw new ConfigError(message, path, [], source.placeOf(offset));
  };
  checkTokens(source.text, path, fail);
  const errors: { error: number; offset: number; length: number }[] = [];
  const value: unknown = parse(source.text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first) fail(faultIn(source.text, first, path), first.offset);
  return value;
}

/** Describes what is wrong with the token at an offset. */
function faultIn(
  text: string,
  { error, offset, length }: { error: number; offset: number; length: number },
  path: string,
) {
  const code = printParseErrorCode(error);
  const token = text.slice(offset, offset + length);
  if (code === 'InvalidSymbol' && /^['‘’“”`]/.test(token)) return 'strings need straight double quotation marks (")';
  if (code === 'CommaExpected') return `a comma is missing${named(path, token.replace(/^"|"$/g, ''), 'before ')}`;
  return inWords(code);
}

/** Converts a code such as `CloseBraceExpected` to words: `close brace expected`. */
function inWords(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

/**
 * Maximum nesting depth of a configuration. The parser recurses at each level, and no real configuration comes close.
 */
const DEEPEST = 100;

/**
 * Rejects keys that the parser would handle silently: a duplicate key would be dropped, and `__proto__` would not
 * become a key.
 */
function checkTokens(text: string, path: string, fail: (message: string, offset: number) => never): void {
  const scanner = createScanner(text, true);
  const open: Set<string>[] = [];
  let last = { text: '', offset: 0 };
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const offset = scanner.getTokenOffset();
    const start = text[offset] ?? '';
    if (start === '"') last = { text: scanner.getTokenValue(), offset };
    else if (start === '{' || start === '[') open.push(new Set());
    else if (start === '}' || start === ']') open.pop();
    else if (start === ':') {
      if (last.text === '__proto__') fail(`unknown key ${quoted(last.text)}`, last.offset);
      // Duplicate keys are tolerated in `package.json` because npm accepts them.
      if (!isPackage(path) && open.at(-1)?.has(last.text)) fail(`duplicate key${named(path, last.text)}`, last.offset);
      open.at(-1)?.add(last.text);
    }
    if (open.length > DEEPEST) fail('is nested too deeply', offset);
  }
}
