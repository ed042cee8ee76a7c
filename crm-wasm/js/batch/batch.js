// batch(): calls that are built first and sent together, as few requests as there can be.
//
// build.js takes the commands down, run.js sends them, and here their values take the places of the references.

import { OPTIONS } from "../call.js";
import { engine } from "../engine.js";
import { invalid, reported } from "../error.js";
import { checks, read } from "../options.js";
import { linkOf, notConnected } from "../portal.js";
import { check, record } from "./build.js";
import { at, filled, referTo } from "./reference.js";
import { noted, run } from "./run.js";

const { client, signal, timeout } = OPTIONS;
const SETTINGS = { client, signal, timeout, halt: checks.raw };

/**
 * Sends the commands that `build` adds and gives what it returned, values in the place of references. Fails with the failure of the
 * first command that failed, which has what came of all in `results`.
 *
 * `batch.settled` gives for each reference `{ status, value }` or `{ status, reason }`, as Promise.allSettled does.
 */
export const batch = /* @__PURE__ */ Object.assign(
  async (build, options) => {
    const done = await perform(build, options);
    const failure = done.commands.find(({ error }) => error)?.error;
    if (failure)
      throw noted(
        failure,
        "results",
        done.commands.map((command) => outcomeOf(command, [])),
      );
    return filled(done.shape, done, ({ value }, path) => at(value, path));
  },
  {
    settled: async (build, options) => {
      const done = await perform(build, options);
      return filled(done.shape, done, outcomeOf);
    },
  },
);

function outcomeOf({ error, value }, path) {
  return error ? { status: "rejected", reason: error } : { status: "fulfilled", value: at(value, path) };
}

async function perform(build, options) {
  engine("batch");
  const problems = [];
  const settings = read(options, "options", SETTINGS, problems);
  const link = linkOf(settings.client);
  const secrets = () => link?.secrets ?? [];
  const wrong = checks.function(build);
  if (wrong) problems.push({ path: "build", message: wrong });
  // What it throws is its own.
  const built = problems.length ? undefined : record(build);
  return reported("batch", "batch", secrets, async () => {
    if (problems.length) throw invalid(problems);
    if (typeof built.shape?.then === "function") {
      Promise.resolve(built.shape).catch(() => {});
      throw invalid([
        { path: "build", message: "is async: add the commands at once, their values come with the batch" },
      ]);
    }
    // A copy, so that it can be filled when all is done.
    built.shape = filled(built.shape, built, (command, path) => referTo({ batch: built, command, path }));
    await check(built);
    if (!link) throw notConnected();
    await run(built.commands, link, settings);
    return built;
  });
}
