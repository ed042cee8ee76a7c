// The connected portals: what each call needs of its portal, and which is the default.

import { failed } from "./error.js";
import { Link } from "./link.js";
import { commands } from "./placement/commands.js";

/** The first is the default. */
const portals = [];

/** What is behind the objects that `connect` gives: secrets stay out of what can be printed. */
const links = new WeakMap();

/** Makes the object that `connect` gives, and the first one the default. */
export function openPortal(transport, address, credential, settings, frame, context) {
  const link = new Link(address, credential, settings);
  const portal = Object.freeze({
    domain: address.host,
    transport,
    placement: frame && Object.freeze({ ...context, ...commands(link, frame) }),
    close() {
      const place = portals.indexOf(portal);
      if (place >= 0) portals.splice(place, 1);
      frame?.close();
      link.close();
    },
  });
  links.set(portal, link);
  portals.push(portal);
  return portal;
}

/** Whether something is a portal that `connect` gave. */
export function isPortal(value) {
  return links.has(value);
}

/** The way to a portal, or to the default one; undefined when there is none or it was closed. */
export function linkOf(portal = portals[0]) {
  const link = links.get(portal);
  return link?.closed.aborted ? undefined : link;
}

/** The failure of a call that has nowhere to go. */
export function notConnected() {
  return failed("auth", "no portal is connected: await connect() first");
}
