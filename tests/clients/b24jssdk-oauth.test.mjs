// The official SDK's B24OAuth: an application with its own server, and the portal's token endpoint.

import assert from "node:assert/strict";
import { test } from "node:test";
import { B24OAuth } from "@bitrix24/b24jssdk";

import { NO_LIMITS } from "./limits.mjs";
import { portal } from "./portal.mjs";

let secret;
const it = portal(["--app", "https://app.example/"], async () => (secret = await credentials()));

// The client id and secret as a person finds them: on the page of the installed apps.
async function credentials() {
  const page = await it.control("apps/");
  const shown = (name) => new RegExp(`id="app-\\d+-${name}">([^<]+)<`).exec(page)[1];
  return { clientId: shown("id"), clientSecret: shown("secret") };
}

// What an application stores when it is installed.
async function installed() {
  const issued = await it.control("tokens", {});
  return {
    applicationToken: issued.application_token,
    userId: 1,
    memberId: issued.member_id,
    accessToken: issued.access_token,
    refreshToken: issued.refresh_token,
    expires: Math.floor(Date.now() / 1000) + issued.expires_in,
    expiresIn: issued.expires_in,
    scope: "crm",
    domain: new URL(it.sandbox.origin).host,
    clientEndpoint: issued.client_endpoint,
    serverEndpoint: `${it.sandbox.origin}/rest/`,
    status: "L",
    issuer: "store",
  };
}

function application(stored, withSecret = secret) {
  const b24 = new B24OAuth(stored, withSecret, { restrictionParams: NO_LIMITS });
  b24.offClientSideWarning();
  const renewals = [];
  b24.setCallbackRefreshAuth(async (renewal) => void renewals.push(renewal));
  return { b24, renewals };
}

const lead = async (b24) => (await b24.actions.v2.call.make({ method: "crm.lead.get", params: { id: 1 } })).getData();

test("it calls with an access token", async () => {
  const { b24, renewals } = application(await installed());
  assert.equal((await lead(b24)).result.ID, "1");
  assert.equal(renewals.length, 0);
});

test("a token that the portal finds too old is renewed, and the call goes again", async () => {
  const stored = await installed();
  const { b24, renewals } = application(stored);
  await it.control("tokens/expire", {});
  assert.equal((await lead(b24)).result.ID, "1");
  assert.equal(renewals.length, 1);
  assert.notEqual(renewals[0].b24OAuthParams.accessToken, stored.accessToken);
});

// How often they renew it is a race of the SDK: a call that is refused after the others' renewal begins one of its own.
test("calls at the same time all succeed with a renewed token", async () => {
  const { b24 } = application(await installed());
  await it.control("tokens/expire", {});
  const leads = await Promise.all([lead(b24), lead(b24), lead(b24)]);
  assert.deepEqual(
    leads.map(({ result }) => result.ID),
    ["1", "1", "1"],
  );
});

test("a token that is too old by its own date is renewed before the call", async () => {
  const stored = { ...(await installed()), expires: 1 };
  await it.forgetCalls();
  const { b24, renewals } = application(stored);
  assert.equal((await lead(b24)).result.ID, "1");
  assert.equal(renewals.length, 1);
  assert.deepEqual(
    (await it.calls()).map((call) => call.status),
    [200],
  );
});

test("what the token endpoint gives is all that an application has to store", async () => {
  const { b24, renewals } = application(await installed());
  await b24.auth.refreshAuth();
  const { b24OAuthParams: stored } = renewals[0];
  assert.equal(stored.clientEndpoint, `${it.sandbox.origin}/rest/`);
  assert.equal(stored.status, "L");
  assert.ok(stored.expires * 1000 > Date.now());
  const { b24: again } = application(stored);
  assert.equal((await lead(again)).result.ID, "1");
});

test("the refresh token it was given renews the tokens again", async () => {
  const { b24, renewals } = application(await installed());
  await b24.auth.refreshAuth();
  await b24.auth.refreshAuth();
  assert.notEqual(renewals[0].authData.access_token, renewals[1].authData.access_token);
});

test("a wrong client secret renews nothing", async () => {
  const { b24 } = application(await installed(), { ...secret, clientSecret: "wrong" });
  await assert.rejects(b24.auth.refreshAuth(), { code: "invalid_client", status: 400 });
});

test("an unknown client renews nothing", async () => {
  const { b24 } = application(await installed(), { ...secret, clientId: "local.unknown" });
  await assert.rejects(b24.auth.refreshAuth(), /wrong_client/);
});

test("a refresh token that was taken away renews nothing", async () => {
  const { b24 } = application({ ...(await installed()), refreshToken: "gone" });
  await assert.rejects(b24.auth.refreshAuth(), { code: "invalid_grant", status: 400 });
});

test("the failure of the token endpoint fails the call", async () => {
  const { b24 } = application(await installed());
  await it.control("tokens/expire", {});
  const { id } = await it.control("faults", { kind: "refresh-fails" });
  await assert.rejects(lead(b24), { name: "AjaxError", message: "Invalid or expired refresh_token" });
  await it.control(`faults/${id}`, undefined, "DELETE");
});

test("it learns from the portal whether its user is an administrator", async () => {
  const { b24 } = application(await installed());
  await b24.initIsAdmin();
  assert.equal(b24.auth.isAdmin, true);
});
