import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

/** Keeps a browser from speaking with anybody but the page, and from needing a screen. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** A name that leads to this machine and that Gradio takes for a stranger's. */
export const FOREIGN_HOST = 'page.example';

/** Starts Debian's Chromium without a window, with a new and empty profile. Throws an `Error` when it is not installed. */
export function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('Chromium is not installed: apt-get install chromium');
  return chromium.launch({ executablePath, headless: true, args: [...FLAGS, `--host-resolver-rules=MAP ${FOREIGN_HOST} 127.0.0.1`] });
}
