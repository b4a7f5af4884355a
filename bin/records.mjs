// `npm run records [-- --check] [--labels FILE …] [--written-on FILE …]`: bundles group-records.mts and runs it.
import { importBundled, ROOT } from './bundle-sources.mjs';

const { main } = await importBundled('bin/group-records.mts', 'records');
process.exitCode = await main(ROOT, process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
