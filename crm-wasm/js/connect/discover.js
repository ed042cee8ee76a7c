// connect() without a way finds out where it runs.

import { hasBx24, openBx24 } from "./bx24.js";
import { byPlacement, embeddingPage } from "./placement.js";
import { bySession, sessidOf } from "./session.js";

const HOWTO = "are needed outside a placement and a portal's page: { webhook } or { oauth: { endpoint, accessToken } }";

/** Gives the function that connects, by the first of the ways that this page offers. */
export function discover(_, settings, problems) {
  if (embeddingPage()) {
    const open = byPlacement(true, settings, problems);
    // A page that no longer answers may have given BX24.js its token before.
    return () =>
      open().catch((failure) => {
        if (failure.facts?.kind !== "timeout" || !hasBx24()) throw failure;
        return openBx24(settings);
      });
  }
  if (hasBx24()) return () => openBx24(settings);
  if (sessidOf()) return bySession(true, settings, problems);
  problems.push({ path: "options", message: HOWTO });
  return undefined;
}
