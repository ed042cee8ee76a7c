// Who may read a portal's offline queue.

import { failed } from "../error.js";

/** What the portal says to who may not, and what it takes. */
const NEEDED = {
  WRONG_AUTH_TYPE: "an application's token (in a placement, or by oauth), which a webhook is not",
  ACCESS_DENIED: "an administrator",
  WRONG_LICENSE: "a plan that lets events be reserved",
};

/** Throws a failure on; a refusal with what it takes, and what to do without. */
export function explained(failure) {
  const { code, status } = failure.facts ?? {};
  if (!NEEDED[code]) throw failure;
  const text = `the offline queue needs ${NEEDED[code]}. Without, bind a handler (eventBind) and read what it gets (parseEvent)`;
  throw failed("permission", `${text} (${code}, HTTP ${status})`, { ...failure.facts, kind: "permission" });
}
