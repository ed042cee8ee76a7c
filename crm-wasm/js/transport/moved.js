// A portal that has got another name answers under the old one with a redirect.

import { failed } from "../error.js";
import { endpoint, isListed } from "./address.js";
import { unreachable } from "./http.js";

/**
 * The portal's address after a redirect. Nothing secret is sent to find it out. It is taken when the same path on another host is
 * meant, reached as safely as before (a portal's own word, given over TLS), and, where the application lists its portals, when the
 * host is one of them.
 *
 * @param location what the answer says; nothing in browsers, which hide it
 */
export async function newAddress(address, name, { status, location }, signal) {
  const { base, portals } = address;
  // Browsers show where a request ended that they followed by themselves.
  const sent = new URL(
    location ? `${base}${name}.json` : `${base.replace(/(\/rest\/)\d+\/\w+\/$/, "$1")}server.time.json`,
  );
  const ended = location || (await lookUp(sent, signal));
  let to;
  try {
    to = new URL(ended, sent);
  } catch {
    throw refused(status, "an address that cannot be read");
  }
  const { host, pathname, protocol, origin } = to;
  if (host === sent.host || pathname !== sent.pathname) throw refused(status, "another page, a login perhaps");
  const found = endpoint(origin + base.slice(sent.origin.length));
  const fits = found.base && protocol === sent.protocol && (!portals || isListed(host, portals));
  if (!fits) throw refused(status, `${host}, which is not safe or not listed`);
  return { ...address, base: found.base };
}

async function lookUp(url, signal) {
  try {
    return (await fetch(url, { credentials: "omit", signal: signal.real })).url;
  } catch (error) {
    // The call itself was turned away before.
    throw unreachable(error).but({ outcome: "rejected" });
  }
}

function refused(status, where) {
  return failed("protocol", `the portal redirects to ${where}: connect to the address that REST is at`, { status });
}
