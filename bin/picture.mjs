// Takes the screenshot of a report that the README shows: the page for the fixtures, in Debian's Chromium. Run the
// build first.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from 'puppeteer-core';
import { ROOT } from './bundle-sources.mjs';

const folder = mkdtempSync(join(tmpdir(), 'replylint-picture-'));
const page = join(folder, 'report.html');
try {
  execFileSync(process.execPath, ['bin/replylint.js', 'report', 'fixtures', '-o', page], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'ignore'],
  });
  const browser = await launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  try {
    const tab = await browser.newPage();
    await tab.setViewport({ width: 960, height: 760 });
    await tab.goto(pathToFileURL(page).href);
    await tab.screenshot({ path: join(ROOT, 'src/report/scorecard/report.png') });
  } finally {
    await browser.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
