// Runs the command over a few texts, and writes down the code that V8 has made by then: what a run needs is compiled,
// and what it hardly ever needs is not.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { codeOf, load, setFlags } from './command.js';

const TEXTS = {
  'reply.md':
    'Hi {{name}},\n\nThank you for your message. You failed to add the number.\n\n- one\n\nBest,\n{{agent}}\n',
  'macros.json': JSON.stringify({
    macros: [
      { id: 1, title: 'Late', actions: [{ field: 'comment_value', value: 'Hi there,\n\nit is late.\n\nBest,\nKim' }] },
    ],
  }),
};

// Code that has not run for a while would be thrown away.
setFlagsFromString('--no-flush-bytecode');
const folder = mkdtempSync(join(tmpdir(), 'replylint-'));
for (const [name, text] of Object.entries(TEXTS)) writeFileSync(join(folder, name), text);
process.chdir(folder);
const { command, scripts } = load({ keep: false });
const early = new Set(scripts.keys());
setFlags('short');
// One at a time, as the command sets other flags for longer runs.
for (const name of Object.keys(TEXTS)) {
  process.argv.splice(2, Infinity, '--no-config-lookup', name);
  await command.run();
}
process.chdir(tmpdir());
rmSync(folder, { recursive: true });
setFlagsFromString('--flush-bytecode');
for (const [file, script] of scripts) {
  // V8 takes no code that was made under other flags than those under which it is loaded.
  setFlags(early.has(file) ? 'default' : 'short');
  writeFileSync(codeOf(file), script.createCachedData());
}
process.exitCode = 0;
