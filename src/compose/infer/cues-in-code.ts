import { cuesOf } from '../../language/evidence.js';
import { en } from './en.js';

/** The phrases that tell what a reply is, of the languages of which they stand in code. The build compiles them. */
export function cuesInCode(code: string): Readonly<Record<string, readonly string[]>> {
  return code === 'en' ? cuesOf(en) : {};
}
