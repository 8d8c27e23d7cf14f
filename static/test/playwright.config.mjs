// Browser tests of the custom elements. The browser is the system's, never downloaded.
import { defineConfig } from '@playwright/test';

const args = '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const browser = (width, height) => ({
  viewport: { width, height },
  permissions: ['clipboard-read', 'clipboard-write'],
  launchOptions: { executablePath: process.env.PARVIS_CHROMIUM ?? '/usr/bin/chromium', args: args.split(' ') },
});

export default defineConfig({
  testDir: '.',
  outputDir: '../../node_modules/.cache/parvis/test-results',
  timeout: 15_000,
  workers: 1,
  reporter: 'list',
  projects: [
    { name: 'wide', use: browser(1280, 900) },
    { name: 'phone', use: browser(360, 740) },
  ],
});
