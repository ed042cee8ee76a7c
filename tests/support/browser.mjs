// The system's Chromium, driven by playwright-core.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** What a slow machine may need for a step of a page, or to start the browser, milliseconds. */
const PATIENCE = 120_000;

/** Starts a headless browser; `cargo xtask test` names it in CHROMIUM, else it is looked for. */
export async function launch() {
  const executablePath = process.env.CHROMIUM ?? installed();
  if (!executablePath) throw new Error("no Chromium found: install one, or set CHROMIUM to its program");
  // As root, which is what containers are, Chromium starts without its sandbox only.
  const chromiumSandbox = process.getuid?.() !== 0;
  const browser = await chromium.launch({ executablePath, chromiumSandbox, timeout: PATIENCE });
  const open = browser.newContext.bind(browser);
  // Pages that nobody opened a context for have one of their own, which is made by this too.
  browser.newContext = async (options) => {
    const context = await open(options);
    context.setDefaultTimeout(PATIENCE);
    return context;
  };
  return browser;
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
