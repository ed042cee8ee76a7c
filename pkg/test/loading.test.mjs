// The module is loaded once, by whoever asks first, and says what keeps it from it.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { promisify } from "node:util";

const PACKAGE = new URL("../", import.meta.url);

/** Runs a script in a process of its own, where nothing is loaded yet, and gives what it prints. */
async function alone(script) {
  const text = `import { CrmError, connect, crmLeadGet, init, parseEvent } from ${JSON.stringify(new URL("node.js", PACKAGE))};
    const wasm = new URL("crm_wasm_bg.wasm", ${JSON.stringify(PACKAGE)});
    const show = (error) => console.log(error instanceof CrmError, error.kind, error.message);
    ${script}`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", text]);
  return stdout.trim();
}

test("use before init throws one clear sentence", async () => {
  const out = await alone(`
    try { crmLeadGet({ id: 1 }) } catch (error) { show(error) }
    try { parseEvent("event=X") } catch (error) { show(error) }`);
  assert.deepEqual(out.split("\n"), [
    "true auth crmLeadGet: crm-wasm is not ready. Await connect() or init() first.",
    "true auth parseEvent: crm-wasm is not ready. Await connect() or init() first.",
  ]);
});

test("a call without a portal says so", async () => {
  const out = await alone("await init(); await crmLeadGet({ id: 1 }).catch(show)");
  assert.equal(out, "true auth crmLeadGet: no portal is connected: await connect() first");
});

test("init is memoised, and tries again after a failure", async () => {
  const out = await alone(`
    console.log(init(new Uint8Array(3)) === init());
    await init().catch(show);
    await init();
    console.log(init() === init());`);
  const [first, second, third] = out.split("\n");
  assert.deepEqual([first, third], ["true", "true"]);
  assert.match(
    second,
    /^true protocol crm-wasm: crm_wasm_bg\.wasm could not be started \(.+\)\. Pass its address or its bytes/,
  );
});

const INPUTS = {
  bytes: "await readFile(wasm)",
  "a module": "await WebAssembly.compile(await readFile(wasm))",
  "a response": "new Response(await readFile(wasm), { headers: { 'content-type': 'application/wasm' } })",
  "a response of another type":
    "new Response(await readFile(wasm), { headers: { 'content-type': 'application/octet-stream' } })",
  "a promise": "Promise.resolve(new Response(await readFile(wasm)))",
  "an address": "(globalThis.fetch = async () => new Response(await readFile(wasm)), 'https://example.com/x.wasm')",
};

for (const [what, input] of Object.entries(INPUTS)) {
  test(`init takes ${what}`, async () => {
    const out = await alone(
      `import { readFile } from "node:fs/promises"; await init(${input}); console.log(parseEvent("event=X").event)`,
    );
    assert.equal(out, "X");
  });
}

test("a module that is not there is named with its status", async () => {
  const out = await alone(`
    globalThis.fetch = async () => new Response("", { status: 404 });
    await init("https://example.com/x.wasm").catch(show);
    globalThis.fetch = async () => { throw new TypeError("fetch failed") };
    await init("https://example.com/x.wasm").catch(show);`);
  const [missing, unreachable] = out.split("\n");
  assert.match(missing, /^true network crm-wasm: crm_wasm_bg\.wasm could not be loaded from .*\(HTTP 404\)/);
  assert.match(
    unreachable,
    /^true network crm-wasm: crm_wasm_bg\.wasm could not be loaded from https:\/\/example\.com\/x\.wasm \(fetch failed\)/,
  );
});

test("a Content-Security-Policy that forbids WebAssembly is named", async () => {
  // What Chromium and Firefox say.
  for (const said of [
    "WebAssembly.instantiate(): Refused to compile or instantiate WebAssembly module because 'unsafe-eval' is not an allowed source",
    "call to WebAssembly.instantiate() blocked by CSP",
  ]) {
    const out = await alone(`
      const { instantiate } = WebAssembly;
      WebAssembly.instantiate = async (source, imports) => {
        if (imports["./crm_wasm_bg.js"]) throw new WebAssembly.CompileError(${JSON.stringify(said)});
        return instantiate(source, imports);
      };
      await init().catch(show)`);
    assert.match(out, /^true protocol .*Content-Security-Policy.*'wasm-unsafe-eval'/);
  }
});

test("importing touches nothing", async () => {
  const touched = ["fetch", "setTimeout", "addEventListener", "postMessage"];
  const { stdout } = await promisify(execFile)(process.execPath, [
    "--input-type=module",
    "--eval",
    `
    const touch = (name) => () => console.log("touched", name);
    for (const name of ${JSON.stringify(touched)}) globalThis[name] = touch(name);
    for (const name of ["compile", "instantiate", "instantiateStreaming"]) WebAssembly[name] = touch(name);
    globalThis.window = new Proxy({}, { get: (_, name) => touch(name)() });
    const names = Object.keys(globalThis).length;
    const { connect } = await import(${JSON.stringify(new URL("node.js", PACKAGE))});
    console.log(typeof connect, Object.keys(globalThis).length - names);`,
  ]);
  assert.equal(stdout, "function 0\n");
});

test("the declared files are all there", async () => {
  const { files } = JSON.parse(await readFile(new URL("package.json", PACKAGE)));
  await Promise.all(files.map((file) => readFile(new URL(file, PACKAGE))));
});
