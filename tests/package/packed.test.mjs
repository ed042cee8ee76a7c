// The packed tarball: what is in it, that tools for packages find nothing, and that Node can use it.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

import { installPacked, output, tool } from "../support/packed.mjs";
import { Sandbox } from "../support/sandbox.mjs";

let packed;
let sandbox;
before(async () => {
  [packed, sandbox] = await Promise.all([installPacked(), Sandbox.start()]);
});
after(() => Promise.all([packed?.remove(), sandbox?.stop()]));

const installed = (file) => join(packed.folder, "node_modules/crm-wasm", file);

test("the tarball holds the files the manifest promises, a licence, a README, and nothing else", async () => {
  const { files } = JSON.parse(await readFile(installed("package.json"), "utf8"));
  assert.deepEqual(packed.files, [...new Set([...files, "package.json", "README.md", "LICENSE"])].sort());
});

test("publint has nothing to say", async () => {
  const pkgDir = installed(".");
  const { messages, pkg } = await publint({ pkgDir, pack: false, strict: true });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, pkg, { color: false })),
    [],
  );
});

test("types resolve in every way of resolving that knows ES modules", async () => {
  await tool("attw", [packed.tarball, "--profile", "esm-only", "--exclude-entrypoints", "./crm_wasm_bg.wasm"]);
});

test("Node imports it, links a contact and reads the link", async () => {
  const script = `
    import { connect, crmContactAdd, crmLeadAdd, crmLeadContactAdd, crmLeadContactItemsGet } from "crm-wasm";
    await connect({ webhook: ${JSON.stringify(sandbox.webhook)} });
    const id = await crmLeadAdd({ fields: { TITLE: "From the tarball" } });
    const CONTACT_ID = await crmContactAdd({ fields: { NAME: "Ann" } });
    const added = await crmLeadContactAdd({ id, fields: { CONTACT_ID } });
    const links = await crmLeadContactItemsGet({ id });
    console.log(JSON.stringify([added, links.length, links[0].CONTACT_ID === CONTACT_ID, links[0].IS_PRIMARY]));`;
  await writeFile(join(packed.folder, "link.mjs"), script);
  const printed = await output(process.execPath, ["link.mjs"], { cwd: packed.folder });
  assert.deepEqual(JSON.parse(printed), [true, 1, true, true]);
});

test("Node finds the module's file by its exported name, and init takes its bytes", async () => {
  const script = `
    import { readFile } from "node:fs/promises";
    import { connect, init, serverTime } from "crm-wasm";
    await init(await readFile(new URL(import.meta.resolve("crm-wasm/crm_wasm_bg.wasm"))));
    await connect({ webhook: ${JSON.stringify(sandbox.webhook)} });
    console.log(Number.isNaN(Date.parse(await serverTime())));`;
  await writeFile(join(packed.folder, "init.mjs"), script);
  assert.equal((await output(process.execPath, ["init.mjs"], { cwd: packed.folder })).trim(), "false");
});

test("importing it does nothing: no request, no compilation, nothing that keeps Node running", async () => {
  const script = `
    const calls = [];
    globalThis.fetch = () => calls.push("fetch");
    for (const name of ["compile", "instantiate", "compileStreaming", "instantiateStreaming", "Module", "Instance"]) {
      WebAssembly[name] = function () { calls.push(name); };
    }
    await import("crm-wasm");
    console.log(JSON.stringify(calls));`;
  await writeFile(join(packed.folder, "import.mjs"), script);
  assert.equal((await output(process.execPath, ["import.mjs"], { cwd: packed.folder })).trim(), "[]");
});
