// The installed package in a browser: as plain files, bundled by esbuild and bundled by Vite.

import assert from "node:assert/strict";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build as bundle } from "esbuild";
import { createServer, build as viteBuild } from "vite";

import { launch } from "../support/browser.mjs";
import { serve } from "../support/files.mjs";
import { installPacked } from "../support/packed.mjs";
import { Sandbox } from "../support/sandbox.mjs";

let packed;
let sandbox;
let browser;
before(async () => {
  [packed, sandbox, browser] = await Promise.all([installPacked(), Sandbox.start(), launch()]);
});
after(() => Promise.all([packed?.remove(), sandbox?.stop(), browser?.close()]));

// A page that shows a result; `before` is what an application does before it connects.
const app = (before = "") => `
  import { connect, crmLeadAdd, crmLeadGet${before ? ", init" : ""} } from "crm-wasm";
  try {
    ${before}
    await connect({ webhook: ${JSON.stringify(sandbox.webhook)} });
    const id = await crmLeadAdd({ fields: { TITLE: "From a page" } });
    document.body.textContent = JSON.stringify(await crmLeadGet({ id }).then(({ TITLE, OPENED }) => [TITLE, OPENED]));
  } catch (error) {
    document.body.textContent = \`\${error}\`;
  }`;
const html = (script, head = "") => `<!doctype html><meta charset="utf-8">${head}<body>${script}`;
const RESULT = JSON.stringify(["From a page", true]);

// Serves a folder and gives what its page shows in the end.
async function shown(folder, options) {
  const server = await serve(folder, options);
  try {
    return { text: await bodyOf(server.origin), requests: server.requests };
  } finally {
    await server.close();
  }
}

async function bodyOf(address) {
  const page = await browser.newPage();
  try {
    await page.goto(address);
    await page.waitForFunction(() => document.body.textContent.trim() !== "");
    return await page.textContent("body");
  } finally {
    await page.close();
  }
}

async function project(name, files) {
  const folder = join(packed.folder, name);
  await mkdir(folder);
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text);
  return folder;
}

const IMPORT_MAP = `<script type="importmap">{"imports":{"crm-wasm":"/node_modules/crm-wasm/index.js"}}</script>`;

async function plainPage(head = "") {
  await writeFile(
    join(packed.folder, "index.html"),
    html(`<script type="module" src="./app.js"></script>`, head + IMPORT_MAP),
  );
  await writeFile(join(packed.folder, "app.js"), app());
  return packed.folder;
}

test("plain files work through an import map", async () => {
  const { text, requests } = await shown(await plainPage());
  assert.equal(text, RESULT);
  assert.equal(requests.filter((path) => path.endsWith(".wasm")).length, 1, "the module is loaded once");
});

test("a server that does not know .wasm files is good enough", async () => {
  const { text } = await shown(await plainPage(), { types: { ".wasm": "application/octet-stream" } });
  assert.equal(text, RESULT);
});

test("a Content-Security-Policy with 'wasm-unsafe-eval' is enough, and one without it is named in the error", async () => {
  const policy = (more) => ({
    headers: {
      "content-security-policy": `default-src 'self'; script-src 'self' 'unsafe-inline' ${more}; connect-src *`,
    },
  });
  const folder = await plainPage();
  assert.equal((await shown(folder, policy("'wasm-unsafe-eval'"))).text, RESULT);
  assert.match((await shown(folder, policy(""))).text, /'wasm-unsafe-eval'/);
});

test("esbuild bundles it with the file loader", async () => {
  const folder = await project("esbuild", {
    "index.html": html(`<script type="module" src="./bundle.js"></script>`),
    "app.js": `import module from "crm-wasm/crm_wasm_bg.wasm";${app("await init(new URL(module, import.meta.url));")}`,
  });
  await bundle({
    entryPoints: [join(folder, "app.js")],
    outfile: join(folder, "bundle.js"),
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    loader: { ".wasm": "file" },
    logLevel: "error",
  });
  assert.equal((await shown(folder)).text, RESULT);
});

test("crm-wasm/inline needs no loader, and leaves out what is not called", async () => {
  const inline = app().replace('"crm-wasm"', '"crm-wasm/inline"');
  const folder = await project("inline", {
    "index.html": html(`<script type="module" src="./bundle.js"></script>`),
    "app.js": inline,
  });
  const { outputFiles } = await bundle({
    entryPoints: [join(folder, "app.js")],
    bundle: true,
    format: "esm",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  const [{ text }] = outputFiles;
  assert.ok(!text.includes("crm.contact.userfield.update"), "a function nobody calls is left out");
  await writeFile(join(folder, "bundle.js"), text);
  const { requests, text: result } = await shown(folder);
  assert.equal(result, RESULT);
  assert.ok(!requests.some((path) => path.endsWith(".wasm")), "nothing is loaded beside the script");
});

test("crm-wasm/console is one script for a page without modules", async () => {
  const start = `crm.ready.then(() => crm.connect({ webhook: ${JSON.stringify(sandbox.webhook)} }))
    .then(() => crm.crmLeadGet({ id: 1 })).then(({ ID }) => (document.body.textContent = ID))`;
  const folder = await project("console", {
    "index.html": html(`<script src="/console.js"></script><script>${start}</script>`),
    "console.js": await readFile(join(packed.folder, "node_modules/crm-wasm/console.js"), "utf8"),
  });
  assert.equal((await shown(folder)).text, "1");
});

test("Vite bundles it with the module as one asset", async () => {
  const folder = await project("vite", {
    "index.html": html(`<script type="module" src="./app.js"></script>`),
    "app.js": app(),
  });
  await viteBuild({ root: folder, logLevel: "error", configFile: false, build: { outDir: "dist", target: "es2022" } });
  const assets = await readdir(join(folder, "dist/assets"));
  assert.equal(assets.filter((name) => name.endsWith(".wasm")).length, 1);
  assert.equal((await shown(join(folder, "dist"))).text, RESULT);
});

test("Vite's development server finds the module too", async () => {
  const root = await project("vite-dev", {
    "index.html": html(`<script type="module" src="./app.js"></script>`),
    "app.js": app(),
  });
  const server = await createServer({ root, logLevel: "error", configFile: false, server: { port: 0 } });
  await server.listen();
  try {
    assert.equal(await bodyOf(server.resolvedUrls.local[0]), RESULT);
  } finally {
    await server.close();
  }
});

test("what is not called is left out of a bundle", async () => {
  const folder = await project("unused", { "app.js": `import "crm-wasm"; console.log("alone");` });
  const { outputFiles } = await bundle({
    entryPoints: [join(folder, "app.js")],
    bundle: true,
    format: "esm",
    write: false,
    logLevel: "error",
  });
  assert.ok(outputFiles[0].text.length < 500, outputFiles[0].text.slice(0, 500));
});
