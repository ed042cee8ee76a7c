// A sandbox and everyone who calls it, for one test file.

import { after, before } from "node:test";
import { connect } from "crm-wasm";

import { Sandbox } from "./sandbox.mjs";

/**
 * Starts a sandbox before the tests of a file and stops it after them. What it gives is filled in by then:
 *
 * - `portal`: the administrator's webhook, which calls go to unless they say otherwise
 * - `app`: options of a call with an opened frame's access token; `clerk`: with that of a user who is no administrator
 * - `outsider`: options of a call with the webhook of a user without rights in the CRM
 * - `wire`, `appWire`: calls without the client, as the administrator's webhook and as the application
 */
export function session(options) {
  const it = {};
  before(async () => {
    it.sandbox = await Sandbox.start(options);
    it.portal = await connect({ webhook: it.sandbox.webhook });
    it.app = { client: await connectApp(it.sandbox) };
    it.outsider = { client: await connect({ webhook: it.sandbox.outsider }) };
    it.wire = (method, params) => it.sandbox.wire(method, params);
  });
  after(() => it.sandbox?.stop());
  return it;
}

/** Connects as an application's server does: with the token that an opened frame was given. */
export async function connectApp(sandbox, tokens) {
  const { AUTH_ID } = tokens ?? (await sandbox.openFrame());
  return connect({ oauth: { endpoint: `${sandbox.origin}/rest/`, accessToken: AUTH_ID } });
}
