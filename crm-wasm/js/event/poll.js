// The on… functions: a listener gets an event's occurrences from the portal's offline queue.

import { OPTIONS, run } from "../call.js";
import { engine } from "../engine.js";
import { CrmError, invalid, reported } from "../error.js";
import { checks, harmless, read } from "../options.js";
import { linkOf } from "../portal.js";
import { notes } from "./hold.js";
import { listen, queueOf } from "./queue.js";

const { client, signal } = OPTIONS;
const KNOWN = {
  client,
  signal,
  interval: checks.timeout,
  connector: checks.text,
  onError: checks.function,
  storage: (value) => !(value?.getItem && value.setItem) && "has no getItem and setItem",
};

const RIGHTS =
  "The offline queue takes an application (in a placement or by oauth, not a webhook), an administrator and a plan with offline" +
  " events. Without, bind a handler by eventBind and read what it gets by parseEvent.";

/**
 * The function of an event.
 *
 * @param label its name, `onCrmLeadAdd`
 * @param name the wire's, where that is not the same in capitals
 */
export function event(label, name = label.toUpperCase()) {
  return async (listener, options) => {
    const problems = [];
    const message = checks.function(listener);
    if (message) problems.push({ path: "listener", message });
    const given = read(options, "options", KNOWN, problems);
    const { client, signal, storage = notes(), interval = Infinity, onError = console.error } = given;
    const connector = given.connector || undefined;
    const link = linkOf(client);
    const ask = (method, params) => run(engine(label).__row(method), method, label, params, { client, signal });
    const begin = async () => {
      if (problems.length) throw invalid(problems);
      await bind(ask, name, connector);
      const { ID } = await ask("app.info");
      const key = `crm-wasm ${[link.host, ID, connector, name]}`;
      const entry = { listener, onError: harmless(onError), interval, signal };
      return listen(queueOf(link, client, connector), name, key, storage, entry);
    };
    return reported(label, "", () => link?.secrets ?? [], begin);
  };
}

/** Has the portal queue an event; that it does so already is no failure. */
async function bind(ask, event, auth_connector) {
  try {
    await ask("event.bind", { event, event_type: "offline", auth_connector }).catch(async (error) => {
      // The code stands for several reasons, and the text is in the portal's language.
      const bindings = error.code === "ERROR_CORE" ? await ask("event.get") : [];
      const isThis = (it) => it.event === event && it.offline && (it.connector_id ?? "") === (auth_connector ?? "");
      if (!bindings.some(isThis)) throw error;
    });
    // There is no such event, but not every plan lets one be reserved.
    await ask("event.offline.get", { clear: false, limit: 1, filter: { ID: 0 }, auth_connector });
  } catch (error) {
    throw error.kind === "permission" ? new CrmError(`${error.message}. ${RIGHTS}`, error) : error;
  }
}
