// Runs `npm run records [-- --check] [--labels FILE …] [--written-on FILE …]` by bundling group-records.mts.
import { importBundled, ROOT } from './bundle-sources.mjs';

const { main } = await importBundled('bin/group-records.mts', 'records');
process.exitCode = await main(ROOT, process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
