// The official SDK's B24Frame: an application in the tab of a lead's card, in Chromium.

import assert from "node:assert/strict";
import { test } from "node:test";

import { appIn, application } from "./frame.mjs";

const it = application();

/** A test with the application open in the tab of lead 1. */
function inTab(name, work) {
  test(name, async () => {
    const app = await it.open();
    await work(app);
    await app.close();
  });
}

const post = (path) => fetch(`${it.sandbox.origin}/_sandbox/${path}`, { method: "POST" });
const token = (b24) => b24.auth.getAuthData().access_token;

test("handshake: the first opening is the first run, the second is not", async () => {
  const runs = [];
  for (let opening = 0; opening < 2; opening++) {
    const app = await it.open();
    runs.push(await app.run((b24) => b24.isFirstRun));
    await app.close();
  }
  assert.deepEqual(runs, [true, false]);
});

inTab("handshake: who, where, and what for", async (app) => {
  const facts = await app.run((b24) => ({
    origin: b24.getTargetOrigin(),
    lang: b24.getLang(),
    admin: b24.auth.isAdmin,
    install: b24.isInstallMode,
    placement: b24.placement.placement,
    options: b24.placement.options,
    sid: b24.getAppSid().length,
  }));
  assert.deepEqual(facts, {
    origin: it.sandbox.origin,
    lang: "en",
    admin: true,
    install: false,
    placement: "CRM_LEAD_DETAIL_TAB",
    options: { ID: "1", URI: "/crm/lead/details/1/" },
    sid: 32,
  });
});

inTab("calls: a record", async (app) => {
  const get = (b24) => b24.actions.v2.call.make({ method: "crm.lead.get", params: { id: 1 } });
  const id = await app.run(`async (b24) => (await (${get})(b24)).getData().result.ID`);
  assert.equal(id, "1");
});

inTab("calls: a batch", async (app) => {
  const ids = await app.run(async (b24) => {
    const calls = { one: ["crm.lead.get", { id: 1 }], two: ["crm.lead.get", { id: 2 }] };
    const { one, two } = (await b24.actions.v2.batch.make({ calls })).getData();
    return [one.ID, two.ID];
  });
  assert.deepEqual(ids, ["1", "2"]);
});

inTab("calls: a list", async (app) => {
  const count = await app.run(async (b24) => {
    const list = await b24.actions.v2.callList.make({ method: "crm.contact.list", params: { select: ["ID"] } });
    return list.getData().length;
  });
  const { body } = await it.sandbox.wire("crm.contact.list");
  assert.equal(count, body.total);
});

inTab("calls: an error has its code and status", async (app) => {
  const error = await app.run((b24) =>
    b24.actions.v2.call.make({ method: "crm.lead.nothing" }).catch(({ code, status }) => ({ code, status })),
  );
  assert.deepEqual(error, { code: "ERROR_METHOD_NOT_FOUND", status: 404 });
});

inTab("refresh: a call with a token that became too old renews it and succeeds", async (app) => {
  const before = await app.run(token);
  await post("tokens/expire");
  const { id, refreshes } = await app.run(async (b24) => {
    let refreshes = 0;
    const refresh = b24.auth.refreshAuth.bind(b24.auth);
    b24.auth.refreshAuth = () => (refreshes++, refresh());
    const answer = await b24.actions.v2.call.make({ method: "crm.lead.get", params: { id: 1 } });
    return { id: answer.getData().result.ID, refreshes };
  });
  assert.equal(id, "1");
  assert.equal(refreshes, 1);
  assert.notEqual(await app.run(token), before);
});

inTab("refresh: calls at the same time all succeed", async (app) => {
  await post("tokens/expire");
  const ids = await app.run(async (b24) => {
    const get = (id) => b24.actions.v2.call.make({ method: "crm.lead.get", params: { id } });
    const answers = await Promise.all([1, 2, 3].map(get));
    return answers.map((answer) => answer.getData().result.ID);
  });
  assert.deepEqual(ids, ["1", "2", "3"]);
});

inTab("refresh: of a page that does not answer the SDK tires after ten seconds", async (app) => {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ kind: "silent-parent", method: "refreshAuth" });
  await fetch(`${it.sandbox.origin}/_sandbox/faults`, { method: "POST", headers, body });
  const code = await app.run((b24) => b24.auth.refreshAuth().catch((error) => error.code));
  await fetch(`${it.sandbox.origin}/_sandbox/faults`, { method: "DELETE" });
  assert.equal(code, "JSSDK_FRAME_REFRESH_AUTH_TIMEOUT");
});

for (const [scope, set, get] of [
  ["user", "userSet", "userGet"],
  ["app", "appSet", "appGet"],
]) {
  test(`options: what is stored for the ${scope} is there at the next opening`, async () => {
    const app = await it.open();
    await app.run((b24, set) => b24.options[set]("colour", "teal"), set);
    await app.close();
    const again = await it.open();
    assert.equal(await again.run((b24, get) => b24.options[get]("colour"), get), "teal");
    await again.close();
  });
}

inTab("placement: its interface", async (app) => {
  const offered = await app.run((b24) => b24.placement.getInterface());
  assert.deepEqual(offered, { command: ["reloadData"], event: [] });
});

inTab("placement: reloadData shows what was changed in the card", async (app) => {
  const title = `Renamed ${Date.now()}`;
  await app.run(
    (b24, TITLE) => b24.actions.v2.call.make({ method: "crm.lead.update", params: { id: 1, fields: { TITLE } } }),
    title,
  );
  const answer = await app.run((b24) => b24.placement.call("reloadData"));
  // What the SDK makes up when nobody answers.
  assert.notDeepEqual(answer, { isSafely: true });
  await app.page.getByRole("heading", { level: 1, name: title }).waitFor();
});

inTab("placement: a command that it does not have is met with silence", async (app) => {
  const answer = await app.run((b24) => ((globalThis.hasty = true), b24.placement.call("getStatus")));
  assert.deepEqual(answer, { isSafely: true });
});

inTab("placement: an event that it does not have is met with silence", async (app) => {
  const answer = await app.run((b24) => ((globalThis.hasty = true), b24.placement.bindEvent("onNothing", () => {})));
  assert.deepEqual(answer, { isSafely: true });
});

inTab("window: the frame gets the height it asks for", async (app) => {
  const answer = await app.run((b24) => b24.parent.resizeWindow(500, 777));
  assert.equal(answer.height, 777);
  const box = await app.page.locator("iframe[id^='appframe_']").boundingBox();
  assert.equal(Math.round(box.height), 777);
});

inTab("dialogs: a person is chosen", async (app) => {
  const outcome = await app.start((b24) => b24.dialog.selectUser());
  await app.mark("Noah Keller");
  await app.press("Choose");
  const user = await outcome();
  assert.equal(user.name, "Noah Keller");
  assert.equal(user.id, "2");
});

inTab("dialogs: several people are chosen", async (app) => {
  const outcome = await app.start((b24) => b24.dialog.selectUsers());
  await app.mark("Alma Berg");
  await app.mark("Noah Keller");
  await app.press(/Choose/);
  const users = await outcome();
  assert.deepEqual(
    users.map((user) => user.id),
    ["1", "2"],
  );
});

inTab("dialogs: who has access is chosen", async (app) => {
  const outcome = await app.start((b24) => b24.dialog.selectAccess());
  await app.mark("Alma Berg");
  await app.press(/Choose/);
  const [right] = await outcome();
  assert.equal(right.id, "U1");
});

inTab("dialogs: records are chosen, with one marked before", async (app) => {
  const params = { entityType: ["lead", "contact"], multiple: true, value: { lead: [2] } };
  const outcome = await app.start((b24, params) => b24.dialog.selectCRM(params), params);
  const first = app.dialog.locator(".chooser-row").first();
  const found = await first.textContent();
  await app.dialog.getByText("Contacts").click();
  await app.dialog.locator(".chooser-row", { hasText: found }).waitFor({ state: "detached" });
  const contact = app.dialog.locator(".chooser-row:not(:has(:checked))").first();
  const name = await contact.locator("strong").textContent();
  await app.mark(name);
  await app.press(/Choose/);
  const { lead, contact: contacts } = await outcome();
  assert.deepEqual(
    lead.map((row) => row.id),
    ["L_2"],
  );
  assert.equal(contacts[0].title, name);
  assert.match(contacts[0].id, /^C_\d+$/);
});

for (const [name, start] of [
  ["people", (b24) => b24.dialog.selectUser()],
  ["records", (b24) => b24.dialog.selectCRM({ entityType: ["lead"], multiple: false })],
]) {
  inTab(`dialogs: cancelled, the one for ${name} is never answered`, async (app) => {
    const outcome = await app.start(start);
    await app.press("Cancel");
    // Messages are answered in turn: by the time a later one is, the cancelled one would have been.
    const later = app.run((b24) => b24.placement.getInterface()).then(() => "later");
    assert.equal(await Promise.race([outcome(), later]), "later");
  });
}

inTab("openPath: the SDK hears when its slider is closed", async (app) => {
  const outcome = await app.start((b24) => b24.slider.openPath(b24.slider.getUrl("/crm/lead/details/2/"), 950));
  const slider = app.dialog.frameLocator("iframe");
  await slider.getByRole("heading", { level: 1 }).waitFor();
  await app.press("Close");
  assert.deepEqual(await outcome(), { isOpenAtNewWindow: false, isClose: true });
});

inTab("slider: the application opens itself with options, and closes", async (app) => {
  const outcome = await app.start((b24) => b24.slider.openSliderAppPage({ step: "two", bx24_title: "Step two" }));
  const element = await app.dialog.frameLocator("iframe").locator("iframe[id^='appframe_']").elementHandle();
  const inner = await appIn(element);
  const options = await inner.evaluate(async () => (await globalThis.ready).placement.options);
  assert.equal(options.step, "two");
  assert.equal(options.bx24_title, undefined);
  await inner.evaluate(async () => void (await globalThis.ready).slider.closeSliderAppPage());
  await outcome();
  assert.equal(await app.dialog.count(), 0);
});
