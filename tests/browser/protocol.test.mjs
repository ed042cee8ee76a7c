// The message protocol between an embedded app and the portal's page, message by message, without any library.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launch } from "../support/browser.mjs";
import { Sandbox } from "../support/sandbox.mjs";

const TAB = "/crm/lead/details/1/#app-0";
const it = {};

before(async () => {
  it.sandbox = await Sandbox.start({ args: ["--app", "tests/browser/bare-app"] });
  it.browser = await launch();
});
after(async () => {
  await it.browser?.close();
  await it.sandbox?.stop();
});

/** An app in a frame that says what it is told to and keeps what it hears. */
class App {
  static async open(path, origin = it.sandbox.origin) {
    const page = await it.browser.newPage();
    await page.goto(`${origin}${path}`);
    return App.within(page, page);
  }

  /** The app in the frame that `around`, a page or another frame, shows. */
  static async within(page, around) {
    const iframe = await around.waitForSelector('iframe[id^="appframe_"]');
    const frame = await iframe.contentFrame();
    await frame.waitForFunction(() => window.ask);
    await frame.evaluate(() => {
      window.heard = [];
      addEventListener("message", ({ data }) => window.heard.push(data));
    });
    return new App(page, frame, iframe);
  }

  constructor(page, frame, iframe) {
    Object.assign(this, { page, frame, iframe, calls: 0 });
    this.dialog = page.getByRole("dialog");
  }

  /** Posts a message as it is; `SID` in a text stands for the frame's own. */
  post(message) {
    return this.frame.evaluate((message) => {
      const sid = window.name.split("|")[2];
      const whole = typeof message === "string" ? message.replace(/SID$/, sid) : { ...message, appSid: sid };
      parent.postMessage(whole, "*");
    }, message);
  }

  /** Sends a command and gives the name its answer will have. */
  async send(command, params, callback = `call${++this.calls}`) {
    await this.post(`${command}:${params === undefined ? "" : JSON.stringify(params)}:${callback}:SID`);
    return callback;
  }

  /** The text that answers `callback`, once it is there. */
  async answer(callback) {
    const find = (start) => window.heard.find((text) => text.startsWith(start));
    const handle = await this.frame.waitForFunction(find, `${callback}:`);
    return (await handle.jsonValue()).slice(callback.length + 1);
  }

  /** Sends a command and gives its answer, read as JSON. */
  async ask(command, params) {
    return JSON.parse(await this.answer(await this.send(command, params)));
  }

  /** The names of all answers, once a command that takes the page a way to its server and back has its own. */
  async heard() {
    const probe = `probe${++this.calls}`;
    await this.answer(await this.send("setUserOption", { name: "probe", value: "" }, probe));
    const names = await this.frame.evaluate(() => window.heard.map((text) => text.split(":")[0]));
    return names.filter((name) => !name.startsWith("probe"));
  }

  /** Presses a button of the dialog and waits until the dialog is gone. */
  async press(name) {
    await this.dialog.getByRole("button", { name, exact: true }).last().click();
    await this.dialog.waitFor({ state: "detached" });
  }
}

/** A test with the app open in a page. */
function inPage(name, path, work) {
  test(name, async () => {
    const app = await App.open(path);
    await work(app).finally(() => app.page.close());
  });
}

const inTab = (name, work) => inPage(name, TAB, work);

/** The path of the app's main page. */
async function mainPage() {
  const start = await (await fetch(it.sandbox.origin)).text();
  return /\/marketplace\/app\/[^/"]+\//.exec(start)[0];
}

test("getInitData says FIRST_RUN until the run is noted, and once in a frame", async () => {
  const app = await App.open(TAB);
  const first = await app.ask("getInitData");
  const second = await app.ask("getInitData");
  assert.deepEqual([first.FIRST_RUN, second.FIRST_RUN], [true, false]);
  assert.deepEqual(await app.ask("setInstall", { install: true }), { install: true });
  const { AUTH_ID, REFRESH_ID, MEMBER_ID, ...rest } = second;
  assert.ok([AUTH_ID, REFRESH_ID, MEMBER_ID].every((text) => /^\w{32,}$/.test(text)));
  assert.deepEqual(rest, {
    LANG: "en",
    DOMAIN: new URL(it.sandbox.origin).host,
    PROTOCOL: 0,
    PATH: "/rest",
    AUTH_EXPIRES: "3600",
    FIRST_RUN: false,
    IS_ADMIN: true,
    INSTALL: false,
    USER_OPTIONS: [],
    APP_OPTIONS: [],
    PLACEMENT: "CRM_LEAD_DETAIL_TAB",
    PLACEMENT_OPTIONS: { ID: "1", URI: "/crm/lead/details/1/" },
  });
  await app.page.close();
  const again = await App.open(TAB);
  assert.equal((await again.ask("getInitData")).FIRST_RUN, false);
  await again.page.close();
});

test("a page opened by another name of this machine is that name's to its apps", async () => {
  const host = new URL(it.sandbox.origin).host.replace("127.0.0.1", "localhost");
  const app = await App.open(TAB, `http://${host}`);
  assert.equal(await app.frame.evaluate(() => window.name.split("|")[0]), host);
  assert.equal((await app.ask("getInitData")).DOMAIN, host);
  await app.page.close();
});

inTab("refreshAuth gives tokens that work", async (app) => {
  const { AUTH_ID } = await app.ask("getInitData");
  const fresh = await app.ask("refreshAuth");
  assert.deepEqual(Object.keys(fresh).sort(), ["AUTH_EXPIRES", "AUTH_ID", "REFRESH_ID"]);
  assert.notEqual(fresh.AUTH_ID, AUTH_ID);
  const { body } = await it.sandbox.wire("profile", { auth: fresh.AUTH_ID }, `${it.sandbox.origin}/rest/`);
  assert.equal(body.result.ID, "1");
});

inTab("options: a user's are echoed, the app's come all together, and colons are no matter", async (app) => {
  const params = { name: "a:b", value: "c:d" };
  assert.deepEqual(await app.ask("setUserOption", params), params);
  await app.ask("setAppOption", { name: "colour", value: "teal" });
  const all = await app.ask("setAppOption", params);
  assert.deepEqual(all, { colour: "teal", "a:b": "c:d" });
  const { USER_OPTIONS, APP_OPTIONS } = await app.ask("getInitData");
  assert.deepEqual([USER_OPTIONS["a:b"], APP_OPTIONS], ["c:d", all]);
});

inTab("resizeWindow makes a tab higher and tells its size", async (app) => {
  const size = await app.ask("resizeWindow", { width: "100%", height: 723 });
  const box = await app.iframe.boundingBox();
  assert.deepEqual(size, { width: Math.round(box.width), height: 723 });
  assert.equal(box.height, 723);
});

inTab("what a tab may not send, or nobody knows, stays without an answer", async (app) => {
  const { page, frame } = app;
  const title = await page.title();
  await app.send("setTitle", { title: "Taken over" });
  await app.send("setScroll", { scroll: 10 });
  await app.send("reloadWindow");
  await app.send("placementBindEvent", { event: "onNothing" });
  for (const command of ["nonsense", "constructor", "__proto__", "toString", "setLayout"]) await app.send(command);
  await app.post("getInterface:{bad:broken:SID");
  await app.post(`getInterface::foreign:${"f".repeat(32)}`);
  await app.post("getInterface");
  await frame.evaluate(() => parent.postMessage({ method: "getInterface", callback: "object", appSid: "f" }, "*"));
  assert.deepEqual(await app.heard(), []);
  assert.equal(await page.title(), title);
});

inTab(
  "calls and chats, which are actions, and the form this host does not know stay without an answer",
  async (app) => {
    for (const command of ["imCallTo", "imPhoneTo", "imOpenMessenger", "imOpenHistory", "showAppForm"]) {
      await app.send(command, command === "imCallTo" ? { userId: 2, video: false } : {});
    }
    assert.deepEqual(await app.heard(), []);
  },
);

inTab("getInterface names what the placement adds", async (app) => {
  assert.deepEqual(await app.ask("getInterface"), { command: ["reloadData"], event: [] });
});

inTab("a message may be an object", async (app) => {
  await app.post({ method: "getInterface", params: "", callback: "object" });
  assert.deepEqual(JSON.parse(await app.answer("object")), { command: ["reloadData"], event: [] });
});

inTab("reloadData shows what is new around the app, and answers with nothing", async (app) => {
  await it.sandbox.wire("crm.lead.update", { id: 1, fields: { TITLE: "Renamed by a test" } });
  assert.equal(await app.answer(await app.send("reloadData")), "");
  await app.page.getByRole("heading", { name: "Renamed by a test" }).waitFor();
});

inTab("selectUser gives whom the person chose, and nothing on cancel", async (app) => {
  await app.send("selectUser", { mult: false });
  await app.dialog.waitFor();
  await app.press("Cancel");
  assert.deepEqual(await app.heard(), []);
  const asked = await app.send("selectUser", { mult: false });
  await app.dialog.locator(".chooser-row").first().click();
  await app.press("Choose");
  const user = JSON.parse(await app.answer(asked));
  assert.deepEqual(Object.keys(user).sort(), ["id", "name", "photo", "position", "sub", "sup", "url"]);
  assert.equal(user.url, `/company/personal/user/${user.id}/`);
});

inTab("selectCRM starts with what was chosen before, answers by type, and not at all on cancel", async (app) => {
  const params = { entityType: ["lead", "company"], multiple: true, value: ["CO_2", "L_3"] };
  await app.send("selectCRM", params);
  await app.dialog.waitFor();
  await app.press("Cancel");
  assert.deepEqual(await app.heard(), []);
  const asked = await app.send("selectCRM", params);
  await app.press("Choose (2)");
  const { lead, company } = JSON.parse(await app.answer(asked));
  assert.deepEqual([Object.keys(lead), Object.keys(company)], [["0"], ["0"]], "maps whose keys are positions");
  assert.deepEqual([lead[0].id, company[0].id], ["L_3", "CO_2"]);
  assert.deepEqual([company[0].type, company[0].url], ["company", "/crm/company/details/2/"]);
});

inTab("openPath answers when the panel is closed, and at once when the path is not available", async (app) => {
  for (const path of ["/crm/", "//elsewhere.example/", "/rest/1/", "javascript:alert(1)"]) {
    const refused = { result: "error", errorCode: "PATH_NOT_AVAILABLE" };
    assert.deepEqual(await app.ask("openPath", { path }), refused, path);
  }
  const asked = await app.send("openPath", { path: "/crm/contact/details/1/" });
  await app.dialog.waitFor();
  assert.ok(!(await app.heard()).includes(asked));
  await app.press("Close");
  assert.deepEqual(JSON.parse(await app.answer(asked)), { result: "close" });
});

inTab("openApplication opens the app over the page, which then closes itself", async (app) => {
  const asked = await app.send("openApplication", { hello: "world", bx24_title: "Above" });
  const panel = await (await app.page.waitForSelector("dialog iframe")).contentFrame();
  const above = await App.within(app.page, panel);
  const { PLACEMENT, PLACEMENT_OPTIONS } = await above.ask("getInitData");
  assert.deepEqual([PLACEMENT, PLACEMENT_OPTIONS], ["DEFAULT", { hello: "world" }]);
  const seen = await above.heard();
  await above.send("resizeWindow", { height: 300 });
  assert.deepEqual(await above.heard(), seen, "a panel has its own size");
  await above.send("closeApplication");
  assert.equal(await app.answer(asked), "");
});

test("the main page is the app's to name, and it has no events", async () => {
  const app = await App.open(await mainPage());
  assert.deepEqual(await app.ask("setTitle", { title: "Mine" }), { title: "Mine" });
  assert.equal(await app.page.title(), "Mine");
  assert.deepEqual(await app.ask("setScroll", { scroll: 0 }), { scroll: 0 });
  assert.deepEqual(await app.ask("getInterface"), { command: [], event: [] });
  const seen = await app.heard();
  await app.send("placementBindEvent", { event: "onNothing" });
  await app.send("reloadData");
  assert.deepEqual(await app.heard(), seen);
  const finished = app.page.waitForURL(/install_finished=Y/);
  await app.send("setInstallFinish", {});
  await finished;
  await app.page.close();
});
