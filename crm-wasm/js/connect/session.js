// By the session of a portal's own page: its cookies go with each call, and beside them the sessid that only its pages know.

import { failed } from "../error.js";
import { checks, read } from "../options.js";
import { openPortal } from "../portal.js";
import { beside } from "../transport/address.js";
import { textOf } from "../transport/http.js";

/** The sessid that a portal's page knows; undefined elsewhere. */
export function sessidOf({ BX } = globalThis) {
  return BX?.bitrix_sessid?.() || BX?.message?.("bitrix_sessid") || undefined;
}

/** Reads the session of this page; gives the function that connects. */
export function bySession(options, settings, problems) {
  const { sessid = sessidOf() } = read(
    options === true ? undefined : options,
    "session",
    { sessid: checks.text },
    problems,
  );
  const { origin, host } = globalThis.location ?? {};
  if (!host) problems.push({ path: "session", message: "is there in a portal's pages only" });
  else if (!sessid)
    problems.push({ path: "session", message: "is not known: this page has no BX.bitrix_sessid(), pass { sessid }" });
  // The session is this host's: no redirect is followed.
  return () => openPortal("session", { ...beside({ origin, host }), portals: [] }, sessionCredential(sessid), settings);
}

function sessionCredential(first) {
  const secrets = [first];
  return {
    secrets,
    dress: (body) => ({ body, headers: { "x-bitrix-csrf-token": secrets[0] }, credentials: "same-origin" }),
    /** The portal's refusal of an old sessid tells the new one. */
    renew({ facts }, { bytes }) {
      if (facts?.status !== 401 || !facts.code) return false;
      const { sessid, extended_error: why } = JSON.parse(textOf(bytes));
      if (facts.code === "session_failed" && typeof sessid === "string" && /^[0-9a-z]+$/i.test(sessid)) {
        secrets.unshift(sessid);
        secrets.splice(4);
        return true;
      }
      if (why !== "user_not_authorized") return false;
      throw failed("auth", "nobody is logged in to this portal: log in, then call again", { ...facts, kind: "auth" });
    },
  };
}
