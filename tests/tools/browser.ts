import { type Browser, launch, type Page } from 'puppeteer-core';

/** A browser that looks for nothing outside. */
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

/** A new page of Debian’s Chromium, which is started with the first. */
export async function newPage(): Promise<Page> {
  browser ??= launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGS });
  return (await browser).newPage();
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}
