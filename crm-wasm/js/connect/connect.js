// connect: chooses the way to the portal.

import { invalid, reported } from "../error.js";
import { read } from "../options.js";
import { discover } from "./discover.js";
import { byOauth } from "./oauth.js";
import { byPlacement } from "./placement.js";
import { bySession } from "./session.js";
import { SETTINGS, settingsOf } from "./settings.js";
import { byWebhook } from "./webhook.js";

/**
 * The ways, by the option that names them. Each gets that option, the settings and a list for problems, and gives the function
 * that connects.
 */
const WAYS = { webhook: byWebhook, oauth: byOauth, session: bySession, placement: byPlacement };

/** Connects as the options say. */
export function connectTo(options) {
  return reported(
    "connect",
    "",
    () => [],
    () => {
      const problems = [];
      const open = plan(options, problems);
      if (problems.length) throw invalid(problems);
      return open();
    },
  );
}

/** Reads the options; gives the function that connects. */
function plan(options, problems) {
  const names = Object.keys(WAYS);
  const known = { ...Object.fromEntries(names.map((name) => [name, () => false])), ...SETTINGS };
  const given = read(options, "", known, problems);
  const ways = names.filter((name) => name in given);
  if (ways.length > 1) problems.push({ path: "options", message: `name more than one of ${ways.join(", ")}` });
  // Whoever names a way means it: without a value something is not set, and another way would surprise.
  const unset = ways.length ? [] : names.filter((name) => name in Object(options));
  for (const path of unset) problems.push({ path, message: "is undefined: is an environment variable not set?" });
  if (problems.length) return undefined;
  const [way] = ways;
  return (WAYS[way] ?? discover)(given[way], settingsOf(given), problems);
}
