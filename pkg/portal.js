// A connected portal and its placement frame, as JavaScript sees them. The secrets stay inside the WebAssembly module:
// these objects hold the number of a client and what anyone may see.

const numbers = new WeakMap();

/** The number of the client behind a portal; undefined for anything that is none. The WebAssembly module asks. */
export function clientOf(portal) {
  return numbers.get(portal);
}

/** Dresses what the module's `__connect` gives. */
export function portalOf(module, { id, domain, transport, frame }) {
  const portal = Object.freeze({
    domain,
    transport,
    placement: frame && Object.freeze(frameOf(module, id, frame)),
    close: () => module.__close(id),
  });
  numbers.set(portal, id);
  return portal;
}

function frameOf(module, id, { code, options, info }) {
  const call = (command, params, options) => module.__frame_call(id, command, params, options);
  return {
    code,
    options,
    info: Object.freeze(info),
    call,
    send: (command, params) => module.__frame_send(id, command, params),
    on: (event, listener) => {
      const number = module.__frame_on(id, event, listener);
      return () => module.__frame_off(id, number);
    },
    resize: (width, height) => call("resizeWindow", { width, height }),
    interface: () => call("getInterface"),
  };
}
