import { isAbsolute, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * A path relative to a folder, with `/` between folders; it begins with `..` if it is not below it. Well-formed
 * Unicode.
 */
export function pathFrom(folder: string, absolute: string): string {
  return wellFormed(isAbsolute(absolute) ? relative(folder, absolute).split(sep).join('/') : absolute);
}

/** True if the path leads out of a folder, or to another drive. */
export function leadsOut(path: string): boolean {
  return path === '..' || path.startsWith('../') || isAbsolute(path);
}

/** A path from `pathFrom`, as a relative reference (RFC 3986). */
export function relativeUri(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/');
}

/** An absolute path as a `file:` URI. */
export function fileUri(absolute: string): string {
  return pathToFileURL(wellFormed(absolute)).href;
}

/** Lone surrogates have no UTF-8: U+FFFD replaces them. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, '\ufffd');
}
