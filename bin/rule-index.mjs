// Generates the list of built-in rules from the files in rules/.
import { readdirSync } from 'node:fs';

/** Returns the text of rules/index.ts for a folder of rules. */
export function ruleIndex(folder) {
  const ids = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => name.slice(0, -'.ts'.length))
    .sort();
  const nameOf = (id) => id.replace(/-([a-z])/g, (_, letter) => letter.toUpperCase());
  return `// Written by \`npm run languages\` from the files in this folder.
import { alongTheArc, type Rule } from 'replylint/rule';
${ids.map((id) => `import ${nameOf(id)} from './${id}.js';`).join('\n')}

/** Every built-in rule, along the service arc. */
export const rules: readonly Rule[] = alongTheArc([
${ids.map((id) => `  ${nameOf(id)},`).join('\n')}
]);
`;
}
