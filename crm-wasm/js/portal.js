// The connected portals: what each call needs of its portal, and which is the default.

import { failed } from "./error.js";
import { Link } from "./link.js";
import { commands } from "./placement/commands.js";

/** The default; undefined before the first and once it is closed. */
let main;
let someClosed = false;

/** What is behind the objects that `connect` gives: secrets stay out of what can be printed. */
const links = new WeakMap();

/**
 * Makes the object that `connect` gives, the default when there is none. Another one that is open does not take the place of a
 * default that was closed: calls meant for one portal would go to another.
 */
export function openPortal(transport, address, credential, settings, frame, context) {
  const link = new Link(address, credential, settings);
  const portal = Object.freeze({
    domain: address.host,
    transport,
    placement: frame && Object.freeze({ ...context, ...commands(link, frame, context) }),
    close() {
      if (main === portal) main = undefined;
      someClosed = true;
      frame?.close();
      link.close();
    },
  });
  links.set(portal, link);
  main ??= portal;
  return portal;
}

/** Whether something is a portal that `connect` gave. */
export function isPortal(value) {
  return links.has(value);
}

/** The way to a portal, or to the default one; undefined when there is none or it was closed. */
export function linkOf(portal = main) {
  const link = links.get(portal);
  return link?.closed.aborted ? undefined : link;
}

/** The failure of a call that has nowhere to go. */
export function notConnected() {
  return failed(
    "auth",
    someClosed
      ? "its portal was closed: await connect() again, or pass another portal as client"
      : "no portal is connected: await connect() first",
  );
}
