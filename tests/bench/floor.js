// The minimum work that any linter has to do: `floor.js lines F` reads a file and parses its lines, `floor.js parse F`
// parses the whole file, and `floor.js read D` reads the files of a folder.
import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const [what, path] = process.argv.slice(2);
let seen = 0;
if (what === 'lines')
  for await (const line of createInterface({ input: createReadStream(path) })) seen += JSON.parse(line).id;
else if (what === 'parse') seen = JSON.parse(readFileSync(path, 'utf8')).macros.length;
else
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) seen += readFileSync(join(entry.parentPath ?? entry.path, entry.name), 'utf8').length;
process.stdout.write(`${seen}\n`);
