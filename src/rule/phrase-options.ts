import type { AnyValues, Options } from './options.js';
import type { PhraseGroups } from './rule.js';

/** Returns the phrases that a configuration adds, by option name. */
export function phraseOptionsOf(options: Options | undefined, values: AnyValues): PhraseGroups {
  const names = Object.entries(options ?? {}).flatMap(([name, { type }]) => (type === 'phrases' ? [name] : []));
  return Object.fromEntries(names.map((name) => [name, values[name] as readonly string[]]));
}
