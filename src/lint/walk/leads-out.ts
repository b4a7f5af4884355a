import { realpathSync } from 'node:fs';
import { sep } from 'node:path';

/** True if a path resolves, through links, to a target outside the folder. False if the target doesn’t exist. */
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
