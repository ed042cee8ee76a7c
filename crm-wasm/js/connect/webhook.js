// By an inbound webhook: its address is the proof of who calls.

import { checks } from "../options.js";
import { openPortal } from "../portal.js";
import { checked, webhook } from "../transport/address.js";

const CREDENTIAL = { secrets: [], dress: (body) => ({ body }), renew: () => false };

/** Reads the webhook's address; gives the function that connects. */
export function byWebhook(text, settings, problems) {
  const address = checked(checks.text(text) || webhook(text), "webhook", problems);
  return () => openPortal("webhook", address, CREDENTIAL, settings);
}
