// What the numbers were measured on and with.

import { readFile } from 'node:fs/promises';
import os from 'node:os';

export async function machine(browser) {
  const lock = JSON.parse(await readFile(new URL('../package-lock.json', import.meta.url), 'utf8'));
  const wanted = lock.packages[''].devDependencies;
  const manifest = await readFile(new URL('../../Cargo.toml', import.meta.url), 'utf8');
  return {
    cores: os.cpus().length, processor: os.cpus()[0]?.model.trim(), memory: `${Math.round(os.totalmem() / 2 ** 30)} GB`,
    system: os.type(), node: process.version, browser: `Chromium ${browser.version()}, headless`,
    packages: { 'summit-map': /^version = "(.+)"$/m.exec(manifest)?.[1], ...wanted },
  };
}
