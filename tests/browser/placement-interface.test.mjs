// What the package's placement does in a real one: its commands sent to the portal's page, dialogs chosen from and cancelled,
// and events heard by two pages of a browser.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch } from "../support/browser.mjs";
import { Sandbox } from "../support/sandbox.mjs";

const TAB = "/crm/lead/details/1/#app-0";
const APP = ["--app", "tests/browser/placement-app", "--mount", "/node_modules/crm-wasm=pkg"];
const it = {};

before(async () => {
  it.sandbox = await Sandbox.start({ args: [...APP, "--placement", "CRM_LEAD_DETAIL_TAB"] });
  it.browser = await launch();
});
after(async () => {
  await it.browser?.close();
  await it.sandbox?.stop();
});

/** The app in a page of the portal. */
class App {
  static async open(path, context = it.browser) {
    const page = await context.newPage();
    await page.goto(`${it.sandbox.origin}${path}`);
    return App.within(page, page);
  }

  static async within(page, around) {
    const iframe = await around.waitForSelector('iframe[id^="appframe_"]');
    const frame = await iframe.contentFrame();
    await frame.waitForFunction(() => window.placement);
    return Object.assign(new App(), { page, frame, iframe, dialog: page.getByRole("dialog") });
  }

  /** What `work` gives in the app's frame; of an error its facts. */
  run(work, argument) {
    const caught = `(argument) => Promise.resolve((${work})(argument)).catch(
      ({ name, kind, code, message }) => ({ name, kind, code, message }))`;
    return this.frame.evaluate(`(${caught})(${JSON.stringify(argument)})`);
  }

  /** Presses a button of the dialog and waits until the dialog is gone. */
  async press(name) {
    await this.dialog.getByRole("button", { name, exact: true }).last().click();
    await this.dialog.waitFor({ state: "detached" });
  }

  close() {
    return this.page.close();
  }
}

function inPage(name, path, work) {
  test(name, async () => {
    const app = await App.open(typeof path === "string" ? path : await path());
    await work(app).finally(() => app.close());
  });
}

const inTab = (name, work) => inPage(name, TAB, work);

async function mainPage() {
  const start = await (await fetch(it.sandbox.origin)).text();
  return /\/marketplace\/app\/[^/"]+\//.exec(start)[0];
}

inTab("the placement knows its code, its options and what it offers", async (app) => {
  assert.deepEqual(
    await app.run(() => ({ code: placement.code, options: placement.options, admin: placement.info.isAdmin })),
    { code: "CRM_LEAD_DETAIL_TAB", options: { ID: "1", URI: "/crm/lead/details/1/" }, admin: true },
  );
  assert.deepEqual(await app.run(() => placement.interface()), { command: ["reloadData"], event: [] });
});

inTab("resize and fit set the frame's height, fit also makes it smaller", async (app) => {
  const size = await app.run(() => placement.resize("100%", 723));
  const box = await app.iframe.boundingBox();
  assert.deepEqual([size.height, box.height, size.width], [723, 723, Math.round(box.width)]);
  for (const height of [1200, 300]) {
    await app.run((height) => (document.querySelector("#content").style.height = `${height}px`), height);
    const fitted = await app.run(() => placement.fit());
    // The body's margins are part of the document.
    assert.equal(fitted.height, height + 16);
    assert.equal((await app.iframe.boundingBox()).height, height + 16);
  }
});

inTab("reloadData shows what is new around the app", async (app) => {
  await it.sandbox.wire("crm.lead.update", { id: 1, fields: { TITLE: "Renamed by a test" } });
  await app.run(() => placement.reloadData());
  await app.page.getByRole("heading", { name: "Renamed by a test" }).waitFor();
});

inTab("selectUser gives one, or several, and says why it ends when the user cancels", async (app) => {
  const one = app.run(() => placement.selectUser({ title: "Who calls back?" }));
  await app.page.getByRole("dialog", { name: "Who calls back?" }).waitFor();
  await app.dialog.locator(".chooser-row").first().click();
  await app.press("Choose");
  const user = await one;
  assert.deepEqual([typeof user.id, user.url], ["number", `/company/personal/user/${user.id}/`]);
  const several = app.run(() => placement.selectUser({ multiple: true }));
  for (const row of [0, 1]) await app.dialog.locator(".chooser-row").nth(row).click();
  await app.press("Choose (2)");
  assert.deepEqual(
    (await several).map(({ id }) => typeof id),
    ["number", "number"],
  );
  await app.run(() => {
    window.aborting = new AbortController();
    window.ending = placement.selectUser({ signal: window.aborting.signal });
    window.ending.catch(() => {});
  });
  await app.dialog.waitFor();
  await app.press("Cancel");
  const ended = await app.run(() => (window.aborting.abort(), window.ending));
  assert.deepEqual([ended.name, ended.kind], ["CrmError", "aborted"]);
  assert.match(ended.message, /^placement\.selectUser: .*the user may have closed the dialog$/);
});

inTab("selectCrm gives lists with numbers, starting from what is chosen", async (app) => {
  const choice = { entityType: ["lead", "company"], multiple: true, value: { lead: [3], company: [2] } };
  const asked = app.run((choice) => placement.selectCrm(choice), choice);
  await app.press("Choose (2)");
  const { lead, company } = await asked;
  assert.deepEqual([lead[0].id, lead[0].entityId, company[0].id, company[0].entityId], ["L_3", 3, "CO_2", 2]);
  const late = app.run(() => placement.selectCrm({ entityType: ["lead"], timeout: 300 }));
  await app.dialog.waitFor();
  await app.press("Cancel");
  const { kind, message } = await late;
  assert.deepEqual([kind, /within 300 ms: the user may have closed the dialog$/.test(message)], ["timeout", true]);
});

inTab("selectAccess gives who was chosen", async (app) => {
  const asked = app.run(() => placement.selectAccess({ value: ["U2"] }));
  await app.press("Choose (1)");
  const [{ id, name }] = await asked;
  assert.deepEqual([id, typeof name], ["U2", "string"]);
});

inTab("openPath is done when the panel is closed, and refused for other paths", async (app) => {
  const refused = await app.run(() => placement.openPath("/rest/1/"));
  assert.deepEqual([refused.kind, refused.code], ["notFound", "PATH_NOT_AVAILABLE"]);
  await app.run(() => {
    window.order = [];
    placement.openPath("/crm/contact/details/1/").then(() => window.order.push("closed"));
  });
  await app.dialog.waitFor();
  await app.run(() => window.order.push("still open"));
  await app.press("Close");
  await app.frame.waitForFunction(() => window.order.length === 2);
  assert.deepEqual(await app.run(() => window.order), ["still open", "closed"]);
});

inTab("openApplication opens the app in a panel, which closes itself", async (app) => {
  const asked = app.run(() => placement.openApplication({ hello: "world" }, { title: "Above", width: 500 }));
  const panel = await (await app.page.waitForSelector('dialog[aria-label="Above"] iframe')).contentFrame();
  const above = await App.within(app.page, panel);
  assert.deepEqual(await above.run(() => [placement.code, placement.options]), ["DEFAULT", { hello: "world" }]);
  const size = await above.run(() => placement.resize("100%", 300, { timeout: 300 }));
  assert.match(size.message, /a panel has its own size$/);
  await above.run(() => void placement.closeApplication().catch(() => {}));
  assert.equal(await asked, undefined);
});

inTab("options are kept by the portal", async (app) => {
  const kept = () => [placement.userOptions.get("columns"), placement.appOptions.get("colour")];
  await app.run(() => placement.userOptions.set("columns", "5"));
  await app.run(() => placement.appOptions.set("colour", "teal"));
  assert.deepEqual(await app.run(kept), ["5", "teal"]);
  const again = await App.open(TAB);
  assert.deepEqual(await again.run(kept), ["5", "teal"]);
  await again.close();
});

inTab("what a tab may not do ends with a sentence, what is never answered is done at once", async (app) => {
  const title = await app.run(() => placement.setTitle("Taken over", { timeout: 300 }));
  assert.match(title.message, /^placement\.setTitle: .*: only the application's own page may do that$/);
  const scroll = await app.run(() => placement.setScroll(5, { timeout: 300 }));
  assert.match(scroll.message, /only the application's own page may do that$/);
  const close = await app.run(() => placement.closeApplication({ timeout: 300 }));
  assert.match(close.message, /no panel shows this application$/);
  const unknown = await app.run(() => placement.call("setLayout", {}, { timeout: 300 }));
  assert.match(unknown.message, /it is silent about what it does not know or does not allow here$/);
  assert.equal(await app.run(() => placement.call("imOpenMessenger", { dialogId: "chat1" })), undefined);
  assert.equal(await app.run(() => placement.reloadWindow()), undefined);
});

inPage("the application's own page is its to name, to scroll and to reload", mainPage, async (app) => {
  await app.run(() => placement.setTitle("Mine: 1"));
  assert.equal(await app.page.title(), "Mine: 1");
  await app.run(() => placement.setScroll(0));
  assert.equal(await app.run(() => placement.code), "DEFAULT");
  const reloaded = app.page.waitForEvent("load");
  await app.run(() => placement.reloadWindow());
  await reloaded;
  const again = await App.within(app.page, app.page);
  const finished = app.page.waitForURL(/install_finished=Y/);
  await again.run(() => placement.finishInstall());
  await finished;
});

test("somebody who is no administrator is told what options of the app take", async () => {
  const context = await it.browser.newContext();
  const page = await context.newPage();
  await page.goto(`${it.sandbox.origin}/_sandbox/login?user=2`);
  const app = await App.open(TAB, context);
  const refused = await app.run(() => placement.appOptions.set("colour", "red", { timeout: 300 }));
  assert.match(
    refused.message,
    /^placement\.appOptions\.set: .* setAppOption within 300 ms: it takes an administrator$/,
  );
  await context.close();
});

/** Listens to new leads in a frame; what is heard stands in `window.heard`, done when `window.finish` is called or `at once`. */
function listen(app, atOnce) {
  return app.run(async (atOnce) => {
    window.heard = [];
    const listener = (event) => {
      window.heard.push(event.data.FIELDS.ID);
      return atOnce || new Promise((resolve) => (window.finish = resolve));
    };
    window.stop = await crm.onCrmLeadAdd(listener, { interval: 100 });
  }, atOnce);
}
const add = async () => (await it.sandbox.wire("crm.lead.add", { fields: { TITLE: "heard" } })).body.result;
const heard = (app, count) => app.frame.waitForFunction((count) => window.heard?.length === count, count);

test("an event in work survives the page's reload, and one page of a browser at a time is given events", async () => {
  const context = await it.browser.newContext();
  const first = await App.open(TAB, context);
  await listen(first, false);
  const id = await add();
  await heard(first, 1);
  const second = await App.open(TAB, context);
  await listen(second, true);
  const next = await add();
  assert.deepEqual(await second.run(() => window.heard), [], "the first page has the queue");
  await first.page.reload();
  await heard(second, 2);
  assert.deepEqual(await second.run(() => window.heard), [id, next], "first what was in work");
  await second.run(() => window.stop());
  const { result } = (
    await it.sandbox.wire("event.offline.list", { auth: await token(second) }, `${it.sandbox.origin}/rest/`)
  ).body;
  assert.deepEqual(result, []);
  await context.close();
});

const token = async (app) => {
  const sid = await app.frame.evaluate(() => window.name.split("|")[2]);
  return (await (await fetch(`${it.sandbox.origin}/_sandbox/frame/init?sid=${sid}`)).json()).AUTH_ID;
};
