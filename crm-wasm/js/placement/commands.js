// What a placement's frame can do.

import { failed, invalid, reported } from "../error.js";
import { bounded, checks, read } from "../options.js";
import { Snapshot } from "../snapshot.js";
import { ANSWER_TIME } from "../transport/frame.js";
import { MUTE, meaningOf, takesTime } from "./silence.js";

const OPTIONS = { timeout: checks.timeout, signal: checks.signal };

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
  const check = (problems) => {
    if (problems.length) throw invalid(problems);
    if (link.closed.aborted) throw failed("auth", "this portal was closed: await connect() again");
  };

  /** Sends a command; `result` makes a value of its answer. */
  const ask = (label, command, params, options, result) =>
    reported(
      `placement.${label}`,
      "",
      () => link.secrets,
      async () => {
        const problems = [];
        const json = message(command, params, problems);
        const patience = takesTime(command) ? Infinity : ANSWER_TIME;
        const { timeout = patience, signal } = read(options, "options", OPTIONS, problems);
        check(problems);
        if (MUTE.includes(command)) return frame.tell(command, json);
        const why = meaningOf(command);
        const answer = await frame.ask(command, json, {
          timeout: bounded(timeout),
          signals: [signal, link.closed],
          why,
        });
        const code = answer?.errorCode ?? answer?.error;
        if (code && label !== "call")
          throw failed(KINDS[code] ?? "permission", `the portal page refuses ${command} (${code})`, { code });
        return result ? meant(result, answer, command) : answer;
      },
    );

  const now = (label, problems, work) => {
    try {
      check(problems);
    } catch (failure) {
      throw failure.toError(`placement.${label}`, "", link.secrets);
    }
    return work();
  };

  const plain = (label, text) => {
    const [command, ...names] = text.split(" ");
    return async (...given) => {
      const params = names.length ? Object.fromEntries(names.map((name, place) => [name, given[place]])) : undefined;
      const answer = await ask(label, command, params, given[names.length]);
      // Others say no more than that they are done.
      if (/^(getInterface|resizeWindow)$/.test(command)) return answer;
    };
  };

  /** Values that the portal keeps: read from what came with the placement, written by a command. */
  const kept = (label, command, values) => {
    const all = { __proto__: null, ...values };
    const send = plain(`${label}.set`, `${command} name value`);
    const set = async (name, value, options) => {
      await send(name, value, options);
      all[name] = value;
    };
    return Object.freeze({ get: (name) => all[name], set });
  };

  const its = Object.fromEntries(Object.entries(PLAIN).map(([label, text]) => [label, plain(label, text)]));
  return {
    ...its,
    call: (command, params, options) => ask("call", command, params, options),
    send(command, params) {
      const problems = [];
      const json = message(command, params, problems);
      now("send", problems, () => frame.tell(command, json));
    },
    on(event, listener) {
      const problems = [];
      if (typeof event !== "string" || !event) problems.push({ path: "event", message: "is not the name of an event" });
      if (typeof listener !== "function") problems.push({ path: "listener", message: "is not a function" });
      return now("on", problems, () => frame.hear(event, listener));
    },
    fit: (options) => plain("fit", PLAIN.resize)("100%", heightOf(document.documentElement), options),
    openApplication: (params, given) => {
      const { width, leftBoundary, title, label, ...options } = given ?? {};
      const panel = { bx24_width: width, bx24_leftBoundary: leftBoundary, bx24_title: title, bx24_label: label };
      return ask("openApplication", "openApplication", { ...params, ...panel }, options);
    },
    selectAccess: (given) => {
      const { value, ...options } = given ?? {};
      return ask("selectAccess", "selectAccess", { value }, options, Object.values);
    },
    selectCrm: (given) => {
      const { entityType, multiple, value, ...options } = given ?? {};
      return ask("selectCrm", "selectCRM", { entityType, multiple, value }, options, records);
    },
    selectUser: (given) => {
      const { multiple = false, title, ...options } = given ?? {};
      return ask("selectUser", "selectUser", { mult: multiple, title }, options, users);
    },
    userOptions: kept("userOptions", "setUserOption", info.userOptions),
    appOptions: kept("appOptions", "setAppOption", info.appOptions),
  };
}

/** The kind of a refusal, where it is not one of rights. */
const KINDS = { __proto__: null, PATH_NOT_AVAILABLE: "notFound" };

/** The value of an answer. The page's, too, may be anything. */
function meant(result, answer, command) {
  try {
    if (typeof answer === "object") return result(answer);
  } catch {
    // It is not what it should be.
  }
  throw failed("protocol", `the portal page's answer to ${command} is not what was asked for`);
}

function users(answer) {
  return Array.isArray(answer) ? answer.map(users) : { ...answer, id: Number(answer.id) || answer.id };
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

function message(command, params, problems) {
  if (typeof command !== "string" || !command)
    problems.push({ path: "command", message: "is not the name of a command" });
  return params === undefined ? "" : new Snapshot(params, "params", problems).textWithoutFiles();
}
