// pkg/console.js, as a person pastes it into the console of a page or a frame.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { launch } from "../support/browser.mjs";
import { pkg } from "../support/places.mjs";
import { Sandbox } from "../support/sandbox.mjs";

const its = {};
before(async () => {
  its.sandbox = await Sandbox.start({ args: ["--app", "tests/browser/bare-app"] });
  its.browser = await launch();
  its.script = await readFile(join(pkg, "console.js"), "utf8");
});
after(async () => {
  await its.browser?.close();
  await its.sandbox?.stop();
});

/** A page whose console is listened to. */
async function open(t, address) {
  const page = await its.browser.newPage();
  t.after(() => page.close());
  const printed = [];
  page.on("console", (message) => printed.push(message.text()));
  await page.goto(address);
  return { page, printed, text: () => printed.join("\n") };
}

async function paste(frame, name = "crm") {
  await frame.evaluate(its.script);
  await frame.evaluate((name) => globalThis[name].ready, name);
}

async function appFrame(page) {
  const iframe = await page.waitForSelector('iframe[id^="appframe_"]');
  const frame = await iframe.contentFrame();
  await frame.waitForFunction(() => window.ask);
  return frame;
}

/** A server of one page. */
async function elsewhere(t, html, headers = {}) {
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(html);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  t.after(() => (server.closeAllConnections(), server.close()));
  return `http://127.0.0.1:${server.address().port}/`;
}

test("on a page of the portal it connects, says what one can do, and does it", async (t) => {
  const { page, text } = await open(t, `${its.sandbox.origin}/crm/lead/`);
  await paste(page);
  const { host } = new URL(its.sandbox.origin);
  assert.match(text(), new RegExp(`^crm is connected to ${host} with the session of this page\\.`));
  assert.match(text(), /^ {2}crm\.help\("lead contact"\) +finds methods by words and shows their parameters$/m);
  const id = await page.evaluate(() => crm.crmLeadAdd({ fields: { TITLE: "From the console" } }));
  assert.equal(
    await page.evaluate((id) => crm.call("crm.lead.get", { id }).then(({ TITLE }) => TITLE), id),
    "From the console",
  );
  assert.equal(
    await page.evaluate(() => crm.crmLeadGet({ id: "x" }).catch((error) => error instanceof crm.CrmError)),
    true,
  );
});

test("the example it prints is a call that works", async (t) => {
  const { page, text } = await open(t, `${its.sandbox.origin}/`);
  await paste(page);
  const [, example] = /^ {2}await (crm\.\w+\(.*?\)) {2}/m.exec(text());
  const { items } = await page.evaluate(example);
  assert.ok(items.length > 0, example);
});

test("loaded in an app's frame it is connected through the placement", async (t) => {
  const { page, text } = await open(t, `${its.sandbox.origin}/crm/lead/details/1/#app-0`);
  const frame = await appFrame(page);
  await frame.addScriptTag({ content: its.script });
  await frame.evaluate(() => crm.ready);
  assert.match(text(), /^crm is connected to \S+ through the page that embeds this app\./m);
  assert.match(text(), /^This is CRM_LEAD_DETAIL_TAB, opened with \{"ID":"1"/m);
  assert.equal(
    await frame.evaluate(() => crm.crmLeadGet({ id: crm.portal.placement.options.ID }).then(({ ID }) => ID)),
    1,
  );
});

test("on any other page it says why it is not connected, and takes a webhook", async (t) => {
  const { page, text } = await open(t, await elsewhere(t, "<h1>No portal</h1>"));
  await paste(page);
  assert.match(text(), /^crm is here and not connected\.\nconnect: options are needed outside a placement/);
  assert.equal(await page.evaluate(() => crm.portal), undefined);
  const domain = await page.evaluate(
    (webhook) => crm.connect({ webhook }).then(() => crm.portal.domain),
    its.sandbox.webhook,
  );
  assert.equal(domain, new URL(its.sandbox.origin).host);
  assert.match(text(), /crm is connected to \S+ with a webhook\./);
  assert.ok(!text().includes(its.sandbox.webhook.split("/").at(-2)), "the secret is not printed");
  assert.ok((await page.evaluate(() => crm.crmLeadGet({ id: 1 }))).TITLE);
});

test("a page's own crm is left alone", async (t) => {
  const { page, text } = await open(t, await elsewhere(t, "<script>var crm = { mine: true };</script>"));
  await paste(page, "crm24");
  assert.deepEqual(await page.evaluate(() => crm), { mine: true });
  assert.match(text(), /^This page has a crm of its own, which is left alone: this one is called crm24\.$/m);
  await page.evaluate(() => crm24.help("lead contact"));
  assert.match(text(), /await crm24\.crmLeadContactAdd\(/);
});

test("pasted again it is the same crm, and connects again", async (t) => {
  const { page, text } = await open(t, `${its.sandbox.origin}/`);
  await paste(page);
  await paste(page);
  assert.equal(text().match(/crm is connected to/g).length, 2);
  assert.equal(await page.evaluate(() => "crm24" in globalThis), false);
});

test("a page whose policy forbids WebAssembly is told so", async (t) => {
  const policy = { "content-security-policy": "script-src 'self'" };
  const { page, text } = await open(t, await elsewhere(t, "<h1>Strict</h1>", policy));
  await paste(page);
  assert.match(text(), /crm is here and not connected\.\ncrm-wasm: .*Add 'wasm-unsafe-eval' to its script-src\./);
});

test("help finds methods by words, and shows one with the fields of what it takes", async (t) => {
  const { page, printed } = await open(t, `${its.sandbox.origin}/`);
  await paste(page);
  const help = async (words) => {
    await page.evaluate((words) => crm.help(words), words);
    return printed.at(-1);
  };
  const found = await help("lead contact");
  assert.match(found, /^crmLeadContactAdd {4}crm\.lead\.contact\.add · write$/m);
  assert.match(found, /^ {4}id +number +required +The lead\.$/m);
  const one = await help("crmLeadContactAdd");
  assert.match(one, /^ {2}→ boolean: false when the contact was linked already/m);
  assert.match(one, /^ {2}await crm\.crmLeadContactAdd\(\{ id: 1, fields: \{ CONTACT_ID: 1 \} \}\)$/m);
  assert.match(one, /^ {4}CONTACT_ID +number +required +The contact\.$/m);
  assert.equal(await help("crm.lead.contact.add"), one, "by the wire's name too");
  await page.evaluate(() => crm.help(crm.crmLeadContactAdd));
  assert.equal(printed.at(-1), one, "by the function too");
  assert.match(await help("batch"), /^Sends many calls in one request/);
  assert.match(await help("connect"), /crm\.connect\(\{ webhook/);
  assert.match(await help("crmLeadListAll"), /for await \(const row of crm\.crmLeadListAll\(…\)\)/);
  assert.match(await help("onCrmLeadAdd"), /await crm\.onCrmLeadAdd\(\(event\) => console\.log\(event\)\)/);
  assert.match(await help("LeadContactLink"), /^LeadContactLink: .+\n {4}CONTACT_ID/);
  assert.match(await help("unobtainium"), /^Nothing is about "unobtainium"\./);
  assert.match(await help(), /^\d+ methods and \d+ events, about /);
});

test("every example that help prints is a call the client accepts", async (t) => {
  const { page } = await open(t, `${its.sandbox.origin}/`);
  await paste(page);
  // Calls are checked before it is looked where to send them.
  const refused = await page.evaluate(async () => {
    const lines = [];
    const { log } = console;
    console.log = (text) => lines.push(text);
    const names = Object.keys(crm).filter((name) => /^[a-z]\w+$/.test(name) && typeof crm[name] === "function");
    for (const name of names) crm.help(name);
    console.log = log;
    const calls = lines.join("\n").match(/^ {2}await crm\.\w+\(.*\)$/gm) ?? [];
    const client = await crm.connect({ webhook: "https://example.com/rest/1/secret/" });
    client.close();
    const file = new Blob(["x"]);
    const tried = [...new Set(calls)].map(async (line) => {
      const [, name, params] = /crm\.(\w+)\((.*)\)$/.exec(line);
      const given = new Function("file", `return ${params || "undefined"}`)(file);
      const error = await crm[name](given, { client }).catch((error) => error);
      return error.kind !== "auth" ? `${line}: ${error.message}` : "";
    });
    const results = await Promise.all(tried);
    return { count: results.length, wrong: results.filter(Boolean) };
  });
  assert.ok(refused.count > 100, `${refused.count}`);
  assert.deepEqual(refused.wrong, []);
});
