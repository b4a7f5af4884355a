import { isAbsolute, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A path from a folder, with `/` between folders; it begins with `..` where it is not below it. Well-formed Unicode. */
export function pathFrom(folder: string, absolute: string): string {
  return wellFormed(isAbsolute(absolute) ? relative(folder, absolute).split(sep).join('/') : absolute);
}

/** True where the path from a folder leads out of it, or to another drive. */
export function leadsOut(path: string): boolean {
  return path === '..' || path.startsWith('../') || isAbsolute(path);
}

/** A path that `pathFrom` gave, as a relative reference of RFC 3986. */
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

/** Halves of surrogate pairs have no UTF-8: U+FFFD stands for them. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udfff]/gu, '\ufffd');
}
