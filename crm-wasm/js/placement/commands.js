// What a placement's frame can do.

import { failed, invalid, reported } from "../error.js";
import { bounded, checks, read } from "../options.js";
import { Snapshot } from "../snapshot.js";
import { ANSWER_TIME } from "../transport/frame.js";
import { MUTE, meaningOf, takesTime } from "./silence.js";

const MESSAGE = { timeout: checks.timeout, signal: checks.signal };

/** Any value: what the page makes of it is the page's to say. */
const any = () => false;

/** For commands that answer with what they were sent. */
const nothing = () => undefined;

/** What a placement's frame can do; `info` is what it was opened with. */
export function commands(link, frame, { info }) {
  const check = (problems) => {
    if (problems.length) throw invalid(problems);
    if (link.closed.aborted) throw failed("auth", "this portal was closed: await connect() again");
  };
  const secrets = () => link.secrets;

  /** Sends a command: `params` makes its parameters of the options, which `known` checks, and `result` its value of the answer. */
  const ask = (label, command, params, options, known, result = (answer) => answer) =>
    reported(`placement.${label}`, "", secrets, async () => {
      const problems = [];
      const patience = takesTime(command) ? Infinity : ANSWER_TIME;
      const { timeout = patience, signal, ...given } = read(options, "options", { ...known, ...MESSAGE }, problems);
      const json = message(command, params?.(given), problems);
      check(problems);
      if (MUTE.includes(command)) return frame.tell(command, json);
      const signals = [signal, link.closed];
      return result(await frame.ask(command, json, { timeout: bounded(timeout), signals, why: meaningOf(command) }));
    });

  const now = (label, problems, work) => {
    try {
      check(problems);
    } catch (failure) {
      throw failure.toError(label, "", link.secrets);
    }
    return work();
  };

  const resize = (width, height, options) => ask("resize", "resizeWindow", () => ({ width, height }), options);

  /** Options that the portal keeps: read from what came with the placement, written by a command. */
  const kept = (label, command, values, refused) => {
    const all = { ...values };
    return Object.freeze({
      get: (name) => all[name],
      set: (name, value, options) =>
        ask(
          `${label}.set`,
          command,
          () => ({ name, value }),
          options,
          {},
          (answer) => {
            if (answer?.error)
              throw failed("permission", `${meaningOf(command)} (${answer.error})`, { code: answer.error });
            all[name] = value;
          },
        ),
    });
  };

  return {
    call: (command, params, options) => ask("call", command, params === undefined ? undefined : () => params, options),
    send(command, params) {
      const problems = [];
      const json = message(command, params, problems);
      now("placement.send", problems, () => frame.tell(command, json));
    },
    on(event, listener) {
      const problems = [];
      if (typeof event !== "string" || !event) problems.push({ path: "event", message: "is not the name of an event" });
      if (typeof listener !== "function") problems.push({ path: "listener", message: "is not a function" });
      return now("placement.on", problems, () => frame.hear(event, listener));
    },
    interface: (options) => ask("interface", "getInterface", undefined, options),
    resize,
    fit: (options) => resize("100%", heightOf(document.documentElement), options),
    setTitle: (title, options) => ask("setTitle", "setTitle", () => ({ title }), options, {}, nothing),
    setScroll: (scroll, options) => ask("setScroll", "setScroll", () => ({ scroll }), options, {}, nothing),
    reloadData: (options) => ask("reloadData", "reloadData", undefined, options),
    reloadWindow: () => ask("reloadWindow", "reloadWindow"),
    finishInstall: () => ask("finishInstall", "setInstallFinish", () => ({})),
    openPath: (path, options) => ask("openPath", "openPath", () => ({ path }), options, {}, opened),
    openApplication: (params, options) =>
      ask("openApplication", "openApplication", (given) => ({ ...params, ...prefixed(given) }), options, PANEL),
    closeApplication: (options) => ask("closeApplication", "closeApplication", undefined, options),
    selectUser: (options) =>
      ask("selectUser", "selectUser", asUsers, options, { multiple: checks.raw, title: checks.text }, users),
    selectAccess: (options) =>
      ask("selectAccess", "selectAccess", (given) => given, options, { value: any }, Object.values),
    selectCrm: (options) => ask("selectCrm", "selectCRM", (given) => given, options, CHOICE, records),
    userOptions: kept("userOptions", "setUserOption", info.userOptions),
    appOptions: kept("appOptions", "setAppOption", info.appOptions),
  };
}

/** How a panel with the application looks. */
const PANEL = { width: any, leftBoundary: any, title: checks.text, label: any };
const CHOICE = { entityType: any, multiple: checks.raw, value: any };

function prefixed(settings) {
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [`bx24_${name}`, value]));
}

function asUsers({ multiple = false, title }) {
  return { mult: multiple, title };
}

function users(answer) {
  const user = (one) => ({ ...one, id: Number(one.id) || one.id });
  return Array.isArray(answer) ? answer.map(user) : user(answer);
}

/** Lists by type, of maps whose keys are positions; `L_1` is the record 1. */
function records(answer) {
  const record = (one) => ({ ...one, entityId: Number(String(one.id).split("_").at(-1)) });
  return Object.fromEntries(Object.entries(answer).map(([type, rows]) => [type, Object.values(rows).map(record)]));
}

function opened(answer) {
  const code = answer?.errorCode;
  if (!code) return;
  const text = `the portal page opens cards of the CRM, the marketplace, people and groups, not this path (${code})`;
  throw failed("notFound", text, { code });
}

/** The height of all there is on a page, which may be less than the frame's. */
function heightOf(root) {
  const { scrollHeight, clientHeight } = root;
  return scrollHeight > clientHeight ? scrollHeight : Math.ceil(root.getBoundingClientRect().height);
}

function message(command, params, problems) {
  if (typeof command !== "string" || !command)
    problems.push({ path: "command", message: "is not the name of a command" });
  return params === undefined ? "" : new Snapshot(params, "params", problems).textWithoutFiles();
}
