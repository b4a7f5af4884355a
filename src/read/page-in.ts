import { type Content, remembered } from './content.js';
import { pageOf } from './page.js';

/** Returns what a file says about itself. The result is stored because two adapters ask for it. */
export const pageIn = remembered(({ one, file, named }: Content) => pageOf(one, file.path, named));
