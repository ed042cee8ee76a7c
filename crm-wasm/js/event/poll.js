// The on… functions: a listener gets an event's occurrences from the portal's offline queue.

import { OPTIONS } from "../call.js";
import { engine } from "../engine.js";
import { invalid, reported } from "../error.js";
import { checks, read } from "../options.js";
import { linkOf, notConnected } from "../portal.js";
import { within } from "../transport/deadline.js";
import { notes } from "./hold.js";
import { queueOf } from "./queue.js";
import { explained } from "./rights.js";

const KNOWN = {
  client: OPTIONS.client,
  signal: OPTIONS.signal,
  interval: checks.timeout,
  connector: checks.text,
  onError: checks.function,
  storage: (value) => !(value?.getItem && value.setItem) && "has no getItem and setItem",
};

/**
 * The function of an event.
 *
 * @param name the wire's name, `ONCRMLEADADD`
 * @param label the function's own, `onCrmLeadAdd`
 */
export function event(name, label) {
  return (listener, options) => {
    engine(label);
    const problems = [];
    const message = checks.function(listener);
    if (message) problems.push({ path: "listener", message });
    const given = read(options, "options", KNOWN, problems);
    const { client, signal, connector = "", storage = notes(), interval, onError = console.error } = given;
    const link = linkOf(client);
    const start = async (deadline) => {
      if (problems.length) throw invalid(problems);
      if (!link) throw notConnected();
      const queue = queueOf(link, connector);
      await bind(queue, name, deadline).catch(explained);
      queue.app ??= (await queue.ask("app.info", {}, deadline)).ID;
      return queue.listen(name, label, queue.app, storage, { listener, onError, interval, signal });
    };
    const secrets = () => link?.secrets ?? [];
    return reported(label, "event.bind", secrets, () => within(Infinity, [signal, link?.closed], start));
  };
}

/** Has the portal queue an event; that it does so already is no failure. */
async function bind({ ask }, event, deadline) {
  try {
    await ask("event.bind", { event, event_type: "offline" }, deadline);
  } catch (failure) {
    // The code stands for several reasons, and the text is in the portal's language.
    if (failure.facts?.code !== "ERROR_CORE") throw failure;
    const bindings = await ask("event.get", {}, deadline);
    if (!bindings.some((binding) => binding.event === event && binding.offline)) throw failure;
  }
}
