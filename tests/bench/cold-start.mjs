// From the start of an app's script in a placement to its first answer, in Chromium, each time with nothing cached.

import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

import { launch } from "../support/browser.mjs";
import { serve } from "../support/files.mjs";
import { pkg, root, target } from "../support/places.mjs";
import { median } from "./measure.mjs";
import { withCanned } from "./portal.mjs";

const LOADS = 15;

/** The same app twice. `connected` and `answered` are milliseconds since its first script began. */
const APPS = {
  "crm-wasm": `
    import { connect, crmLeadGet } from "crm-wasm";
    await connect();
    mark("connected");
    await crmLeadGet({ id: 7 });
    mark("answered");`,
  b24jssdk: `
    import { initializeB24Frame } from "@bitrix24/b24jssdk";
    const b24 = await initializeB24Frame();
    mark("connected");
    (await b24.actions.v2.call.make({ method: "crm.lead.get", params: { id: 7 } })).getData();
    mark("answered");`,
};

const PAGE = `<!doctype html><meta charset="utf-8"><title>App</title><body><script>
  const started = performance.now();
  globalThis.times = {};
  globalThis.mark = (name) => { times[name] = performance.now() - started; };
</script><script type="module" src="app.js"></script></body>`;

/** Medians over loads that take turns. */
export function measureColdStart() {
  return withCanned(async (portal) => {
    const names = Object.keys(APPS);
    const servers = await Promise.all(names.map(async (name) => serve(await bundled(name))));
    const browser = await launch();
    const times = names.map(() => []);
    for (let load = 0; load < LOADS; load += 1) {
      for (const [at, { origin }] of servers.entries()) times[at].push(await loaded(browser, portal, origin));
    }
    await Promise.all([browser.close(), ...servers.map((server) => server.close())]);
    return names.map((what, at) => ({
      what,
      "connected, ms": median(times[at].map(({ connected }) => connected)),
      "answered, ms": median(times[at].map(({ answered }) => answered)),
    }));
  });
}

async function bundled(name) {
  const folder = join(target, "bench", "cold-start", name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "index.html"), PAGE);
  await build({
    stdin: { contents: APPS[name], resolveDir: root },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    conditions: ["browser"],
    define: { "process.env.NODE_ENV": '"production"' },
    outfile: join(folder, "app.js"),
    logLevel: "error",
  });
  await copyFile(join(pkg, "crm_wasm_bg.wasm"), join(folder, "crm_wasm_bg.wasm"));
  return folder;
}

// A context of its own has a cache of its own.
async function loaded(browser, portal, app) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${portal}/?app=${encodeURIComponent(`${app}/`)}`);
  const frame = await (await page.waitForSelector("iframe")).contentFrame();
  const times = await frame.waitForFunction(() => globalThis.times?.answered && globalThis.times);
  const figures = await times.jsonValue();
  await context.close();
  return figures;
}
