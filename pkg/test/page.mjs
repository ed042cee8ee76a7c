// A portal page of a few lines: a window with a parent that answers messages as its test says.

/**
 * Puts a frame around this process. `answer({ command, params, callback, message })` gives the value to answer with, or nothing
 * to stay silent; it may be asynchronous.
 */
export function embed(test, { name, origin, answer }) {
  const listeners = new Set();
  const messages = [];
  const window = {
    name,
    addEventListener: (_, listener) => listeners.add(listener),
    removeEventListener: (_, listener) => listeners.delete(listener),
  };
  const post = (data, { from = origin, source = window.parent } = {}) => {
    for (const listener of listeners) listener({ data, origin: from, source });
  };
  window.parent = {
    async postMessage(message, target) {
      const parsed = parse(message);
      messages.push({ ...parsed, message, target });
      const reply = await answer({ ...parsed, message });
      if (reply !== undefined && parsed.callback) post(`${parsed.callback}:${JSON.stringify(reply)}`);
    },
  };
  globalThis.window = window;
  test.after(() => {
    delete globalThis.window;
  });
  return { post, messages, listeners, window, commands: () => messages.map(({ command }) => command) };
}

// The portal's own way: first the command, last the number, before it the callback, what is between them is the JSON.
function parse(message) {
  if (typeof message !== "string")
    return { command: message.method, params: message.params, callback: message.callback };
  const parts = message.split(":");
  const json = parts.slice(1, -2).join(":");
  return { command: parts[0], params: json ? JSON.parse(json) : undefined, callback: parts.at(-2), sid: parts.at(-1) };
}
