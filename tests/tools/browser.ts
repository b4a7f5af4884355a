import { type Browser, launch, type Page } from 'puppeteer-core';

/** A browser without network access. */
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

/** A new page in Debian’s Chromium, which starts with the first one. */
export async function newPage(): Promise<Page> {
  browser ??= launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGS });
  return (await browser).newPage();
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}
