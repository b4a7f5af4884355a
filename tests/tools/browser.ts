import { type Browser, launch, type Page } from 'puppeteer-core';

/** Arguments for a browser without network access. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let browser: Promise<Browser> | undefined;

/** Opens a new page in Debian’s Chromium, which is started for the first page. */
export async function newPage(): Promise<Page> {
  browser ??= launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGS });
  return (await browser).newPage();
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}
