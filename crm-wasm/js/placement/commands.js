// What a placement's frame can do.

import { checks } from "../options.js";
import { asker, message, now } from "./ask.js";

/** Functions that are a command by that name and parameters by those. */
const PLAIN = {
  closeApplication: "closeApplication",
  finishInstall: "setInstallFinish",
  interface: "getInterface",
  openPath: "openPath path",
  reloadData: "reloadData",
  reloadWindow: "reloadWindow",
  resize: "resizeWindow width height",
  setScroll: "setScroll scroll",
  setTitle: "setTitle title",
};

/** What a placement's frame can do; `info` is what it was opened with. */
export function commands(link, frame, { info }) {
  const ask = asker(link, frame);
  const all = Object.entries(PLAIN).map(([label, text]) => [label, plain(ask, label, text)]);
  return {
    ...Object.fromEntries(all),
    ...dialogs(ask),
    call: (command, params, options) => ask("call", command, params, options),
    send(command, params) {
      const problems = [];
      const json = message(command, params, problems);
      now(link, "send", problems, () => frame.tell(command, json));
    },
    on(event, listener) {
      const problems = [];
      if (typeof event !== "string" || !event) problems.push({ path: "event", message: "is not the name of an event" });
      if (typeof listener !== "function") problems.push({ path: "listener", message: "is not a function" });
      return now(link, "on", problems, () => frame.hear(event, listener));
    },
    fit: (options) => plain(ask, "fit", PLAIN.resize)("100%", heightOf(document.documentElement), options),
    userOptions: kept(ask, "userOptions", "setUserOption", info.userOptions),
    appOptions: kept(ask, "appOptions", "setAppOption", info.appOptions),
  };
}

/** The function of a command and its parameters' names. */
function plain(ask, label, text) {
  const [command, ...names] = text.split(" ");
  // Others say no more than that they are done.
  const result = /^(getInterface|resizeWindow)$/.test(command) ? itself : undefined;
  return (...given) => {
    const params = names.length ? Object.fromEntries(names.map((name, place) => [name, given[place]])) : undefined;
    return ask(label, command, params, given[names.length], result);
  };
}

const itself = (answer) => answer;

const any = () => false;

/** Commands that show something to the user. */
function dialogs(ask) {
  return {
    openApplication(params, given) {
      const { width, leftBoundary, title, label } = given ?? {};
      const panel = { bx24_width: width, bx24_leftBoundary: leftBoundary, bx24_title: title, bx24_label: label };
      const own = { width: any, leftBoundary: any, title: any, label: any };
      return ask("openApplication", "openApplication", { ...params, ...panel }, given, undefined, own);
    },
    selectAccess(given) {
      const { value } = given ?? {};
      return ask("selectAccess", "selectAccess", { value }, given, Object.values, { value: any });
    },
    selectCrm(given) {
      const { entityType, multiple, value } = given ?? {};
      const own = { entityType: any, multiple: checks.raw, value: any };
      return ask("selectCrm", "selectCRM", { entityType, multiple, value }, given, records, own);
    },
    selectUser(given) {
      const { multiple = false, title } = given ?? {};
      const own = { multiple: checks.raw, title: checks.text };
      return ask("selectUser", "selectUser", { mult: multiple, title }, given, users, own);
    },
  };
}

/** Values that the portal keeps: read from what came with the placement, written by a command. */
function kept(ask, label, command, values) {
  const all = { __proto__: null, ...values };
  const send = plain(ask, `${label}.set`, `${command} name value`);
  const set = async (name, value, options) => {
    await send(name, value, options);
    all[name] = value;
  };
  return Object.freeze({ get: (name) => all[name], set });
}

function users(answer) {
  return Array.isArray(answer) ? answer.map(users) : { ...answer, id: Number(answer.id) || answer.id.toString() };
}

/** Lists by type, of maps whose keys are positions; `L_1` is the record 1. */
function records(answer) {
  const record = (one) => ({ ...one, entityId: Number(one.id.split("_")[1]) });
  return Object.fromEntries(Object.entries(answer).map(([type, rows]) => [type, Object.values(rows).map(record)]));
}

/** The height of all there is on a page, which may be less than the frame's. */
function heightOf(root) {
  const { scrollHeight, clientHeight } = root;
  return scrollHeight > clientHeight ? scrollHeight : Math.ceil(root.getBoundingClientRect().height);
}
