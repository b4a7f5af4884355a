import fc from 'fast-check';
import { rules } from '../rules/index.js';
import { type Config, ResolvedConfig } from '../src/config/index.js';
import { fixFile } from '../src/lint/fix/fix-file.js';
import { loadSource } from '../src/lint/index.js';
import { SourceFile } from '../src/model/source-file.js';

/** Words that each container escapes differently, along with more of them. */
export const awkward = (...more: readonly string[]) =>
  fc.constantFrom('Größe', '🎉', 'a "quoted"', "it's", 'a: b', 'a, b', '#', '<b>', '&amp;', 'x;y', ...more);

/** Returns the text of a file after `--fix` with this configuration. */
export async function fixed(name: string, text: string, config: Config): Promise<string> {
  const found = { parts: [{ config, where: 'test' }], plugins: [], file: undefined, root: '/' };
  const resolved = new ResolvedConfig(found, rules);
  const context = { named: true, includeInactive: false, inlineConfig: true };
  const loaded = await loadSource(new SourceFile(name, text), `/${name}`, resolved, context);
  const options = { inlineConfig: true, today: '2026-01-01', fixes: () => true };
  return (await fixFile(loaded, resolved, options)).result.output ?? text;
}
