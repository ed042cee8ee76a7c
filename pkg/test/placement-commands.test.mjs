// What a placement's functions say to the portal page, and what they make of its answers and of its silence.

import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { test } from "node:test";

import { connect } from "../node.js";
import { embed } from "./page.mjs";
import { failure } from "./portal.mjs";

const INIT = {
  AUTH_ID: "f1rst70k3n",
  AUTH_EXPIRES: "3600",
  REFRESH_ID: "r3fr35h70k3n",
  PATH: "/rest",
  IS_ADMIN: true,
  USER_OPTIONS: { columns: "3" },
  APP_OPTIONS: [],
  PLACEMENT: "CRM_LEAD_DETAIL_TAB",
  PLACEMENT_OPTIONS: { ID: "8061" },
};
const ORIGIN = "https://portal.example";
const USER = { id: "7", name: "Alma Berg", photo: "", position: "", url: "/company/personal/user/7/", sub: false };
const LEAD = { id: "L_12", type: "lead", place: "lead", title: "A lead", desc: "", url: "/crm/lead/details/12/" };
const PANEL = { width: 600, leftBoundary: 40, title: "Above", label: { text: "New", bgColor: "green" } };

async function opened(t, answers) {
  const answer = ({ command, params }) => {
    const value = { getInitData: INIT, ...answers }[command];
    return typeof value === "function" ? value(params) : value;
  };
  const page = embed(t, { name: `portal.example|1|${"0".repeat(32)}`, origin: ORIGIN, answer });
  const client = await connect();
  t.after(() => client.close());
  return { page, client, placement: client.placement };
}

test("an option that a dialog does not have is named beside those that it has", async (t) => {
  const { placement } = await opened(t, {});
  for (const [use, names] of [
    [() => placement.selectUser({ titel: "x" }), "multiple, title, timeout, signal"],
    [() => placement.selectCrm({ titel: "x" }), "entityType, multiple, value, timeout, signal"],
    [() => placement.selectAccess({ titel: "x" }), "value, timeout, signal"],
    [() => placement.openApplication({}, { titel: "x" }), "width, leftBoundary, title, label, timeout, signal"],
  ]) {
    const [{ path, message }] = (await failure(use())).problems;
    assert.deepEqual([path, message], ["options.titel", `is not an option (${names})`]);
  }
});

test("a page that takes no message leaves nothing behind", async (t) => {
  const { page, placement } = await opened(t, {});
  page.window.parent.postMessage = () => {
    throw new Error("gone");
  };
  const { signal } = new AbortController();
  assert.equal((await failure(placement.selectUser({ signal }))).name, "CrmError");
  assert.equal(getEventListeners(signal, "abort").length, 0);
});

const echo = (params) => params;
// Each: what is called, what the page is sent, what it answers, and what comes of that.
const TABLE = [
  ["resize", (it) => it.resize("100%", 300), { width: "100%", height: 300 }, "resizeWindow", { width: 640, height: 300 }, { width: 640, height: 300 }],
  ["setTitle", (it) => it.setTitle("a:b"), { title: "a:b" }, "setTitle", echo, undefined],
  ["setScroll", (it) => it.setScroll(20), { scroll: 20 }, "setScroll", echo, undefined],
  ["reloadData", (it) => it.reloadData(), undefined, "reloadData", null, undefined],
  ["interface", (it) => it.interface(), undefined, "getInterface", { command: ["reloadData"], event: [] }, { command: ["reloadData"], event: [] }],
  ["closeApplication", (it) => it.closeApplication(), undefined, "closeApplication", null, undefined],
  ["openApplication", (it) => it.openApplication({ id: 7 }, PANEL), { id: 7, bx24_width: 600, bx24_leftBoundary: 40, bx24_title: "Above", bx24_label: PANEL.label }, "openApplication", null, undefined],
  ["openPath", (it) => it.openPath("/crm/lead/details/1/"), { path: "/crm/lead/details/1/" }, "openPath", { result: "close" }, undefined],
  ["selectUser", (it) => it.selectUser(), { mult: false }, "selectUser", USER, { ...USER, id: 7 }],
  ["selectUser, several", (it) => it.selectUser({ multiple: true, title: "Who?" }), { mult: true, title: "Who?" }, "selectUser", [USER], [{ ...USER, id: 7 }]],
  ["selectAccess", (it) => it.selectAccess({ value: ["U1"] }), { value: ["U1"] }, "selectAccess", [{ id: "U1", name: "Alma" }], [{ id: "U1", name: "Alma" }]],
  ["selectCrm", (it) => it.selectCrm({ entityType: ["lead", "deal"], multiple: true, value: ["L_3"] }), { entityType: ["lead", "deal"], multiple: true, value: ["L_3"] }, "selectCRM", { lead: { 0: LEAD, 1: { ...LEAD, id: "L_3" } } }, { lead: [{ ...LEAD, entityId: 12 }, { ...LEAD, id: "L_3", entityId: 3 }] }],
  ["selectCrm, nothing marked", (it) => it.selectCrm(), {}, "selectCRM", [], {}],
]; // prettier-ignore

for (const [name, use, params, command, answer, value] of TABLE) {
  test(`${name} is a message and reads its answer`, async (t) => {
    const { page, placement } = await opened(t, { [command]: answer });
    assert.deepEqual(await use(placement), value);
    const sent = page.messages.at(-1);
    assert.deepEqual([sent.command, sent.params], [command, params]);
  });
}

test("fit asks for the document's height, be it more or less than the frame's", async (t) => {
  const { page, placement } = await opened(t, { resizeWindow: (size) => ({ ...size, width: 640 }) });
  const root = { scrollHeight: 900, clientHeight: 600, getBoundingClientRect: () => ({ height: 412.4 }) };
  globalThis.document = { documentElement: root };
  t.after(() => delete globalThis.document);
  assert.deepEqual(await placement.fit(), { width: 640, height: 900 });
  root.scrollHeight = 600;
  assert.deepEqual(await placement.fit(), { width: 640, height: 413 });
  assert.deepEqual(page.messages.at(-1).params, { width: "100%", height: 413 });
});

test("what is never answered is done at once", async (t) => {
  const { page, placement } = await opened(t);
  await placement.reloadWindow();
  await placement.finishInstall();
  await placement.call("imOpenMessenger", { dialogId: "chat12" });
  const sent = page.messages.slice(-3).map(({ command, params, callback }) => [command, params, callback]);
  assert.deepEqual(sent, [
    ["reloadWindow", undefined, ""],
    ["setInstallFinish", undefined, ""],
    ["imOpenMessenger", { dialogId: "chat12" }, ""],
  ]);
});

test("options are read from what came and kept as they are set", async (t) => {
  const { page, placement } = await opened(t, {
    setUserOption: echo,
    setAppOption: ({ name, value }) => ({ [name]: value }),
  });
  assert.equal(placement.userOptions.get("columns"), "3");
  await placement.userOptions.set("columns", 5);
  await placement.appOptions.set("colour", "teal");
  assert.deepEqual([placement.userOptions.get("columns"), placement.appOptions.get("colour")], [5, "teal"]);
  assert.equal(placement.info.userOptions.columns, "3", "as the placement was opened");
  assert.deepEqual(page.messages.at(-1).params, { name: "colour", value: "teal" });
});

test("refusals that the page does say are errors", async (t) => {
  const { placement } = await opened(t, {
    openPath: ({ path }) => ({
      result: "error",
      errorCode: path === "/" ? "PATH_NOT_AVAILABLE" : "METHOD_NOT_SUPPORTED_ON_DEVICE",
    }),
    setAppOption: { error: "access_denied" },
  });
  const path = await failure(placement.openPath("/"));
  assert.deepEqual([path.name, path.kind, path.code], ["CrmError", "notFound", "PATH_NOT_AVAILABLE"]);
  assert.equal(path.message, "placement.openPath: the portal page refuses openPath (PATH_NOT_AVAILABLE)");
  assert.equal((await failure(placement.openPath("/crm/lead/details/1/"))).code, "METHOD_NOT_SUPPORTED_ON_DEVICE");
  const option = await failure(placement.appOptions.set("colour", "teal"));
  assert.deepEqual([option.kind, option.code], ["permission", "access_denied"]);
  assert.equal(placement.appOptions.get("colour"), undefined);
});

const ODD = [
  ["selectUser", (it) => it.selectUser(), "selectUser", [null, "", true, 5, [null], ["7"], {}]],
  ["selectUser", (it) => it.selectUser(null), "selectUser", [null]],
  ["selectAccess", (it) => it.selectAccess(null), "selectAccess", [null, "", true, "U1"]],
  ["selectCrm", (it) => it.selectCrm(null), "selectCRM", [null, "", 5, { lead: null }, { lead: [null] }, { lead: [{ id: 7 }] }]],
  ["resize", (it) => it.resize(1, 1), "resizeWindow", [null, "", 5]],
  ["interface", (it) => it.interface(), "getInterface", [null, "", true]],
]; // prettier-ignore

for (const [name, use, command, answers] of ODD) {
  for (const answer of answers) {
    test(`${name}, answered ${JSON.stringify(answer)}, is a failure that says so`, async (t) => {
      const { placement } = await opened(t, { [command]: () => answer });
      const error = await failure(use(placement));
      assert.deepEqual([error.name, error.kind], ["CrmError", "protocol"]);
      assert.equal(
        error.message,
        `placement.${name}: the portal page's answer to ${command} is not what was asked for`,
      );
    });
  }
}

test("an option of the application may be called as a refusal is", async (t) => {
  const kept = {};
  const { placement } = await opened(t, { setAppOption: ({ name, value }) => Object.assign(kept, { [name]: value }) });
  for (const name of ["error", "errorCode", "colour"]) await placement.appOptions.set(name, "teal");
  assert.equal(placement.appOptions.get("error"), "teal");
});

test("a refusal whose code is no text is one all the same", async (t) => {
  const { placement } = await opened(t, { openPath: { errorCode: { a: 1 } } });
  const error = await failure(placement.openPath("/"));
  assert.deepEqual([error.name, error.kind, typeof error.code], ["CrmError", "permission", "string"]);
});

test("a command that its portal's closing ends says so", async (t) => {
  const { client, placement } = await opened(t);
  const ended = failure(placement.selectUser());
  await new Promise(setImmediate);
  client.close();
  const error = await ended;
  assert.deepEqual([error.kind, error.outcome, error.retryable], ["aborted", "unknown", false]);
  assert.equal(
    error.message,
    "placement.selectUser: the portal page gave no answer to selectUser before its portal was closed",
  );
});

test("a command that was aborted before was not sent, and says so", async (t) => {
  const { page, placement } = await opened(t);
  const { length } = page.messages;
  const error = await failure(placement.reloadData({ signal: AbortSignal.abort() }));
  assert.deepEqual([error.kind, error.outcome, page.messages.length], ["aborted", "rejected", length]);
});

test("what no option is called is no option, and no refusal", async (t) => {
  const { placement } = await opened(t, { openPath: { error: "constructor" }, setUserOption: echo });
  for (const name of ["constructor", "__proto__", "toString"]) {
    assert.equal(placement.userOptions.get(name), undefined);
    await placement.userOptions.set(name, "own");
    assert.equal(placement.userOptions.get(name), "own");
  }
  assert.equal((await failure(placement.openPath("/"))).kind, "permission");
});

const SILENT = {
  selectUser: ["selectUser", (it, options) => it.selectUser(options), "the user may have closed the dialog"],
  selectAccess: ["selectAccess", (it, options) => it.selectAccess(options), "the user may have closed the dialog"],
  selectCrm: ["selectCRM", (it, options) => it.selectCrm(options), "the user may have closed the dialog"],
  openPath: ["openPath", (it, options) => it.openPath("/", options), "the panel may still be open"],
  openApplication: ["openApplication", (it, options) => it.openApplication({}, options), "the panel may still be open"],
  closeApplication: ["closeApplication", (it, options) => it.closeApplication(options), "no panel shows this application"],
  setTitle: ["setTitle", (it, options) => it.setTitle("x", options), "only the application's own page may do that"],
  setScroll: ["setScroll", (it, options) => it.setScroll(1, options), "only the application's own page may do that"],
  resize: ["resizeWindow", (it, options) => it.resize(1, 1, options), "a panel has its own size"],
  "appOptions.set": ["setAppOption", (it, options) => it.appOptions.set("a", 1, options), "it takes an administrator"],
  call: ["nonsense", (it, options) => it.call("nonsense", {}, options), "it is silent about what it does not know or does not allow here"],
}; // prettier-ignore

for (const [name, [command, use, why]] of Object.entries(SILENT)) {
  test(`silence about ${name} is explained, by a timeout and by an abort`, async (t) => {
    const { placement } = await opened(t);
    const late = await failure(use(placement, { timeout: 5 }));
    assert.equal(late.message, `placement.${name}: the portal page gave no answer to ${command} within 5 ms: ${why}`);
    assert.deepEqual([late.kind, late.outcome, late.retryable], ["timeout", "unknown", false]);
    const aborted = await failure(use(placement, { signal: AbortSignal.abort() }));
    assert.equal(
      aborted.message,
      `placement.${name}: the portal page gave no answer to ${command} before its caller aborted it: ${why}`,
    );
    assert.equal(aborted.kind, "aborted");
  });
}

test("dialogs take the time that their user takes, other commands ten seconds", async (t) => {
  const { placement } = await opened(t);
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const ended = [];
  const controller = new AbortController();
  const { signal } = controller;
  const wait = (name, promise) => promise.catch(({ kind }) => ended.push(`${name} ${kind}`));
  const all = [
    wait("selectUser", placement.selectUser({ signal })),
    wait("openPath", placement.openPath("/", { signal })),
  ];
  all.push(wait("selectCRM", placement.call("selectCRM", {}, { signal })), wait("reloadData", placement.reloadData()));
  t.mock.timers.tick(10_000);
  await all.at(-1);
  t.mock.timers.tick(3_600_000);
  await Promise.resolve();
  assert.deepEqual(ended, ["reloadData timeout"]);
  controller.abort();
  await Promise.all(all);
  assert.equal(ended.length, 4);
});

test("a command that answers again and again is listened to", async (t) => {
  const { page, placement } = await opened(t);
  const heard = [];
  placement.on("bindValueChangeCallback", (payload) => heard.push(payload));
  const { command, params, callback } = page.messages.at(-1);
  assert.deepEqual([command, params], ["bindValueChangeCallback", undefined]);
  for (const value of [1, 2]) page.post(`${callback}:{"value":${value}}`, { from: ORIGIN });
  await new Promise(setImmediate);
  assert.deepEqual(heard, [{ value: 1 }, { value: 2 }]);
});

test("wrong options are named", async (t) => {
  const { placement } = await opened(t);
  globalThis.document = { documentElement: { getBoundingClientRect: () => ({ height: 1 }) } };
  t.after(() => delete globalThis.document);
  assert.match(
    (await failure(placement.fit({ timout: 5 }))).message,
    /^placement\.fit: options\.timout is not an option/,
  );
  const half = await failure(placement.setTitle("😀".slice(1)));
  assert.match(half.message, /^placement\.setTitle: params\.title holds half a character/);
  const error = await failure(placement.selectUser({ mult: true, multiple: true, timeout: 0 }));
  assert.deepEqual(
    error.problems.map(({ path }) => path),
    ["options.mult", "options.timeout"],
  );
});
