// The application of frame-app in the portal's pages, in Chromium.

import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { build } from "esbuild";

import { launch } from "../support/browser.mjs";
import { root } from "../support/places.mjs";
import { Sandbox } from "../support/sandbox.mjs";

const SOURCE = join(root, "tests/clients/frame-app");

/** Starts a sandbox with the bundled application in it, and a browser, before the tests of a file. */
export function application() {
  const it = { open: (path = "/crm/lead/details/1/") => open(it, path) };
  before(async () => {
    it.folder = await bundle();
    it.sandbox = await Sandbox.start({ args: ["--app", it.folder, "--app-title", "SDK"] });
    it.browser = await launch();
  });
  after(async () => {
    await it.browser?.close();
    await it.sandbox?.stop();
    await rm(it.folder, { recursive: true, force: true });
  });
  return it;
}

async function bundle() {
  const folder = await mkdtemp(join(tmpdir(), "frame-app-"));
  await copyFile(join(SOURCE, "index.html"), join(folder, "index.html"));
  const options = { bundle: true, format: "esm", target: "es2022", absWorkingDir: root };
  await build({ ...options, entryPoints: [join(SOURCE, "main.js")], outfile: join(folder, "main.js") });
  return folder;
}

async function open({ browser, sandbox }, path) {
  const page = await browser.newPage();
  await page.addInitScript(patient);
  // The address names the tab; a click could come before the page's script listens.
  await page.goto(`${sandbox.origin}${path}#app-0`);
  const element = await page.waitForSelector("iframe[id^='appframe_']");
  return new App(page, await appIn(element));
}

// The SDK makes up an answer when there is none for 900 ms. A slow machine takes longer; tests of silence say `hasty`.
function patient() {
  const { setTimeout: set } = globalThis;
  globalThis.setTimeout = (work, length, ...rest) =>
    set(work, length === 900 && !globalThis.hasty ? 60_000 : length, ...rest);
}

/** The application's frame, once its script has run. */
export async function appIn(element) {
  const frame = await element.contentFrame();
  await frame.waitForFunction(() => globalThis.ready);
  return frame;
}

/** The application as it is open in a page. */
class App {
  constructor(page, frame) {
    this.page = page;
    this.frame = frame;
    this.dialog = page.getByRole("dialog");
  }

  /** Runs `work(b24, argument)` inside the application. */
  async run(work, argument) {
    const source = `async (argument) => (${work})(await globalThis.ready, argument)`;
    return this.frame.evaluate(`(${source})(${JSON.stringify(argument) ?? ""})`);
  }

  /** Starts something that waits for a person, and gives a promise of what becomes of it, wrapped in a function. */
  async start(work, argument) {
    const outcome = this.run(work, argument);
    // Whoever asks for the outcome hears of a failure.
    outcome.catch(() => {});
    await this.dialog.waitFor();
    return () => outcome;
  }

  /** Presses a button of the dialog and waits until it is gone. */
  async press(name) {
    await this.dialog.getByRole("button", { name }).last().click();
    await this.dialog.waitFor({ state: "detached" });
  }

  /** Marks the row of this title in the dialog. */
  mark(title) {
    return this.dialog.locator(".chooser-row", { hasText: title }).first().click();
  }

  close() {
    return this.page.close();
  }
}
