export { type Config, ConfigError, type FoundConfig, type Override, type RuleEntry } from './config.js';
export { ConfigFinder } from './find.js';
export { hint, nearestOf } from './hint.js';
/** The parser is loaded on demand because most runs do not need it. */
export async function parseJson(path: string, text: string): Promise<unknown> {
  return (await import('./json.js')).parseJson(path, text);
}
export { type Origin, originsOf } from './origins.js';
export { inOneLine } from './place.js';
export { isConfigName, PLACES } from './places.js';
export { rulesOfPreset } from './presets.js';
export { ResolvedConfig } from './resolve.js';
export { schemaOf } from './schema.js';
export { type ActiveRule, OWN_FINDINGS, type OwnFinding, readEntry, type Settings } from './settings.js';
export { validate } from './validate.js';
export { keysInWords } from './words.js';
