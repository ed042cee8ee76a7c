// A sandbox and everyone who calls it, for one test file.

import { after, before } from "node:test";
import { connect, crmLeadAdd, eventBind, eventUnbind, parseEvent } from "crm-wasm";

import { startHandler } from "./handler.mjs";
import { Sandbox } from "./sandbox.mjs";

/**
 * Starts a sandbox before the tests of a file and stops it after them. What it gives is filled in by then:
 *
 * The sandbox has no limits unless its arguments say so, and the clients keep none.
 *
 * - `portal`: the administrator's webhook, which calls go to unless they say otherwise
 * - `app`: options of a call with an opened frame's access token; `clerk`: with that of a user who is no administrator
 * - `outsider`: options of a call with the webhook of a user without rights in the CRM
 * - `wire`, `appWire`: calls without the client, as the administrator's webhook and as the application
 *
 * `prepare` runs once all of them are there.
 */
export function session({ prepare, ...options } = {}) {
  const it = {};
  before(async () => {
    it.sandbox = await Sandbox.start(options);
    const [admin, clerk, outsider] = it.sandbox.webhooks;
    it.portal = await connect({ webhook: admin, limits: false });
    it.outsider = { client: await connect({ webhook: outsider, limits: false }) };
    const { AUTH_ID } = await it.sandbox.openFrame();
    it.app = await asApplication(it.sandbox, AUTH_ID);
    it.clerk = await asApplication(it.sandbox, await tokenOf(clerk, it.app));
    it.wire = (method, params) => it.sandbox.wire(method, params);
    it.appWire = (method, params) =>
      it.sandbox.wire(method, { ...params, auth: AUTH_ID }, `${it.sandbox.origin}/rest/`);
    await prepare?.(it);
  });
  after(() => it.sandbox?.stop());
  return it;
}

async function asApplication(sandbox, accessToken) {
  return { client: await connect({ oauth: { endpoint: `${sandbox.origin}/rest/`, accessToken }, limits: false }) };
}

// A user's token reaches an application with an event that this user causes.
async function tokenOf(webhook, app) {
  const handler = await startHandler();
  const subscription = { event: "ONCRMLEADADD", handler: handler.url };
  try {
    await eventBind(subscription, app);
    await crmLeadAdd(
      { fields: { TITLE: "A lead of the clerk" } },
      { client: await connect({ webhook, limits: false }) },
    );
    const { body } = await handler.take();
    return parseEvent(body).auth.access_token;
  } finally {
    await eventUnbind(subscription, app);
    await handler.close();
  }
}
