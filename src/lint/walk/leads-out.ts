import { realpathSync } from 'node:fs';
import { sep } from 'node:path';

/** True where a path leads, through links, to something outside of a folder; what is not there leads nowhere. */
export function leadsOut(absolute: string, folder: string): boolean {
  let real: string;
  try {
    real = realpathSync(absolute);
  } catch {
    return false;
  }
  const root = realpathSync(folder);
  return real !== root && !real.startsWith(root.endsWith(sep) ? root : root + sep);
}
