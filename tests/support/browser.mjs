// The system's Chromium, driven by playwright-core.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Starts a headless browser; `cargo xtask test` names it in CHROMIUM, else it is looked for. */
export function launch() {
  const executablePath = process.env.CHROMIUM ?? installed();
  if (!executablePath) throw new Error("no Chromium found: install one, or set CHROMIUM to its program");
  // As root, which is what containers are, Chromium starts without its sandbox only.
  return chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
}

function installed() {
  const folders = process.env.PATH.split(delimiter);
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
