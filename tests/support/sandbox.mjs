// Starts the sandbox on free ports, with an app bound to the lead card, and stops it again.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

import { program, root } from "./places.mjs";

const PATIENCE = 60_000;

/** A running sandbox. */
export class Sandbox {
  #process;
  #printed = "";

  /**
   * Starts one. `args` are more arguments; without an app of their own, the demo's is bound: the example in the lead card's tab.
   * @param {{ args?: string[] }} options
   */
  static async start({ args = [] } = {}) {
    const path = program("sandbox");
    if (!existsSync(path)) throw new Error(`${path} is not there: run \`cargo build --package sandbox\``);
    const sandbox = new Sandbox();
    const app = args.includes("--app") ? [] : DEMO;
    // Tests call more than a plan allows; the ones about limits say so in their arguments.
    const plan = args.includes("--plan") ? [] : ["--plan", "none"];
    sandbox.#process = spawn(path, ["--port", "0", "--app-port", "0", ...app, ...plan, ...args], { cwd: root });
    for (const stream of [sandbox.#process.stdout, sandbox.#process.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => (sandbox.#printed += text));
    }
    process.once("exit", () => sandbox.#process.kill());
    await sandbox.#answers();
    return sandbox;
  }

  /** What it has printed so far. */
  get printed() {
    return this.#printed;
  }

  /** The portal's origin. */
  get origin() {
    return this.#address("Portal");
  }

  /** The app's origin. */
  get appOrigin() {
    return this.#address("App");
  }

  /** The webhook of the administrator, as the sandbox prints it. */
  get webhook() {
    return this.webhooks[0];
  }

  /** All webhooks it printed. */
  get webhooks() {
    return this.#printed.match(/https?:\/\/\S+\/rest\/\d+\/\w+\//g) ?? [];
  }

  /** The file with its authority's certificate, under `--tls`. */
  get authority() {
    return /^Trust +(.+?) {2}/m.exec(this.#printed)?.[1];
  }

  /** Opens a lead's page as a person does and gives what the frame in it was opened with. */
  async openFrame(lead = 1) {
    const page = await fetch(`${this.origin}/crm/lead/details/${lead}/`);
    const sid = /127\.0\.0\.1:\d+\|0\|(\w{32})/.exec(await page.text())?.[1];
    if (!sid) throw new Error(`the page of lead ${lead} has no frame`);
    const answer = await fetch(`${this.origin}/_sandbox/frame/init?sid=${sid}`);
    if (!answer.ok) throw new Error(`the frame ${sid} gives no getInitData: ${answer.status} ${await answer.text()}`);
    return { sid, ...(await answer.json()) };
  }

  /** Calls a method without the client: the answer's status and body as they are. */
  async wire(method, params = {}, base = this.webhook) {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${base}${method}.json`, { method: "POST", headers, body: JSON.stringify(params) });
    return { status: response.status, body: await response.json() };
  }

  /** Ends the process and waits until it has ended. */
  async stop() {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return;
    const ended = new Promise((resolve) => this.#process.once("exit", resolve));
    this.#process.kill();
    await ended;
  }

  #address(name) {
    return new RegExp(`^${name} +(https?://[^/]+)/`, "m").exec(this.#printed)?.[1];
  }

  // The app's address is the last thing it prints.
  async #answers() {
    const deadline = Date.now() + PATIENCE;
    while (Date.now() < deadline) {
      if (this.#process.exitCode !== null) break;
      // Who trusts its certificate is not this process.
      const ready = this.appOrigin && (this.authority || (await fetch(this.origin).catch(() => undefined)));
      if (ready) return;
      await sleep(50);
    }
    await this.stop();
    throw new Error(`the sandbox did not start; it printed:\n${this.#printed}`);
  }
}

const DEMO = [
  ...["--app", "examples/link-contacts", "--app-title", "Contacts"],
  ...["--mount", "/node_modules/crm-wasm=pkg", "--placement", "CRM_LEAD_DETAIL_TAB"],
];
