export { type Config, ConfigError, type FoundConfig, type Override, type RuleEntry } from './config.js';
export { ConfigFinder } from './find.js';
export { type Origin, originsOf } from './origins.js';
export { inOneLine } from './place.js';
export { PLACES } from './places.js';
export {
  type ActiveRule,
  OWN_FINDINGS,
  type OwnFinding,
  ResolvedConfig,
  rulesOfPreset,
  type Settings,
} from './resolve.js';
export { schemaOf } from './schema.js';
export { hint, validate } from './validate.js';
