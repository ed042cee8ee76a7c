// What a placement's frame can do.

import { failed, invalid, reported } from "../error.js";
import { bounded, checks, read } from "../options.js";
import { Snapshot } from "../snapshot.js";
import { ANSWER_TIME } from "../transport/frame.js";

const closed = () => failed("auth", "this portal was closed: await connect() again");

/** What a placement's frame can do. */
export function commands(link, frame) {
  const call = (command, params, options) =>
    reported(
      "placement.call",
      "",
      () => link.secrets,
      () => {
        const problems = [];
        const json = message(command, params, problems);
        const { timeout = ANSWER_TIME, signal } = read(
          options,
          "options",
          { timeout: checks.timeout, signal: checks.signal },
          problems,
        );
        if (problems.length) throw invalid(problems);
        if (link.closed.aborted) throw closed();
        return frame.ask(command, json, { timeout: bounded(timeout), signals: [signal, link.closed] });
      },
    );
  const check = (label, problems) => {
    const failure = problems.length ? invalid(problems) : link.closed.aborted && closed();
    if (failure) throw failure.toError(label, "", link.secrets);
  };
  return {
    call,
    send(command, params) {
      const problems = [];
      const json = message(command, params, problems);
      check("placement.send", problems);
      frame.tell(command, json);
    },
    on(event, listener) {
      const problems = [];
      if (typeof event !== "string" || !event) problems.push({ path: "event", message: "is not the name of an event" });
      if (typeof listener !== "function") problems.push({ path: "listener", message: "is not a function" });
      check("placement.on", problems);
      return frame.hear(event, listener);
    },
    resize: (width, height) => call("resizeWindow", { width, height }),
    interface: () => call("getInterface"),
  };
}

function message(command, params, problems) {
  if (typeof command !== "string" || !command)
    problems.push({ path: "command", message: "is not the name of a command" });
  return params === undefined ? "" : new Snapshot(params, "params", problems).textWithoutFiles();
}
