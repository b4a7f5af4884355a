// Runs the command on a few texts and saves V8's compiled code, so that the code that a typical run needs does not have
// to be compiled again.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
  'refunds/late.md': `---
title: "Late refund"
locale: en-GB
channel: email
tags: [refund, late]
reviewed: 2026-01-10
---

Dear {{ticket.requester.first_name}},

We're sorry for any inconvenience this may have caused. Your bank shows the money within 14 working days, although some
take longer; if it is not on your statement by 8 September, reply to this email (or call us at +1 555 0100) and I will
chase it. See [our page](https://example.com/refunds) or write to help@example.com.

## What to do

1. Open **Account**.
2. Choose *Invoices* and wait 10 seconds.

> Please note: it’s “final”.

In order to proceed, utilize the portal, which was set up by our team, and inform us about anything that was requested from
you and that you have not sent within the time that is set out in our terms, so that the claim can be closed soon.

{% if ticket.tags contains "vip" %}We call you today.{% endif %}

Kind regards,
{{current_user.name}}
`,
  'refunds/part.md': 'Hello {{ticket.requester.name}},\n\nThe rest follows.\n\nKind regards,\nThe support team\n',
};

// V8 would otherwise discard compiled code that has not run for a while. The baseline compiler is off because V8 keeps
// in the cache which functions it compiled, and would compile them again in every run, however short.
for (const flag of ['--no-flush-bytecode', '--no-sparkplug']) setFlagsFromString(flag);
const folder = mkdtempSync(join(tmpdir(), 'replylint-'));
// The `.git` folder keeps the search for configurations inside this folder, because replylint does not search above a
// repository.
for (const name of ['.git', 'refunds']) mkdirSync(join(folder, name));
for (const [name, text] of Object.entries(TEXTS)) writeFileSync(join(folder, name), text);
process.chdir(folder);
const { command, scripts } = load({ keep: false });
const early = new Set(scripts.keys());
setFlags('short');
// Each run lints only one file or folder, because the command sets different flags for longer runs.
for (const words of [['reply.md'], ['refunds'], ['--no-config-lookup', 'macros.json']]) {
  process.argv.splice(2, Infinity, ...words);
  await command.run();
}
process.chdir(tmpdir());
rmSync(folder, { recursive: true });
for (const flag of ['--flush-bytecode', '--sparkplug']) setFlagsFromString(flag);
for (const [file, script] of scripts) {
  // V8 rejects cached code that was compiled under different flags than those in effect when it is loaded.
  setFlags(early.has(file) ? 'default' : 'short');
  writeFileSync(codeOf(file), script.createCachedData());
}
process.exitCode = 0;
