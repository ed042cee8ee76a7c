// By the token that BX24.js has, where a page uses it.

import { failed } from "../error.js";
import { openPortal } from "../portal.js";
import { beside } from "../transport/address.js";
import { within } from "../transport/deadline.js";
import { ANSWER_TIME } from "../transport/frame.js";
import { notRenewed, tokenCredential } from "../transport/token.js";

/** Whether BX24.js is on this page. */
export function hasBx24() {
  return typeof globalThis.BX24?.getAuth === "function";
}

/** Connects with the token of BX24.js, once it has one. */
export async function openBx24(settings) {
  const { BX24, location } = globalThis;
  // It has no token before it is ready, and when the token it had has expired.
  const refreshed = () => heard((done) => BX24.refreshAuth(done));
  if (!BX24.getAuth()) await heard((done) => BX24.init(done));
  const auth = BX24.getAuth() || (await refreshed());
  if (!auth?.domain) throw failed("auth", "BX24.getAuth() gives no token");
  const host = auth.domain;
  // It does not tell how the portal is reached. What is not https is on this machine, as the page is.
  const { protocol } = /^(localhost|127\.\d+\.\d+\.\d+)(:|$)/.test(host) ? location : { protocol: "https:" };
  const address = beside({ origin: `${protocol}//${host}`, host });
  const renewed = async () => {
    const given = fromBx24(await refreshed().catch(() => undefined));
    if (!given.accessToken) throw notRenewed("BX24 gave no new one");
    return given;
  };
  return openPortal("bx24", address, tokenCredential(fromBx24(auth), renewed), settings);
}

/** It says when the token expires, not how long it lives. */
function fromBx24(auth) {
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: expires } = Object(auth);
  return { accessToken, refreshToken, expiresIn: (expires - Date.now()) / 1000 };
}

/** What a function of BX24.js gives to its callback. As the page it asks, it is silent when it cannot. */
async function heard(start) {
  try {
    return await within(ANSWER_TIME, [], () => new Promise(start));
  } catch {
    throw failed("timeout", "BX24 got no token within 10 s", { retryable: true });
  }
}
