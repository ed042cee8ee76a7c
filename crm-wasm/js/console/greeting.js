// What the console says when `crm` is there.

import data from "./help.json";
import { exampleOf, paramsOf } from "./example.js";
import { table } from "./table.js";

const WAYS = {
  session: "with the session of this page. Calls are real, and act as the user who is logged in",
  placement: "through the page that embeds this app. Calls are real, and act as the user who looks at it",
  bx24: "with the token of BX24.js on this page. Calls are real, and act as the user who looks at it",
  webhook: "with a webhook. Calls are real, and act as its owner",
  oauth: "with an access token. Calls are real, and act as its user",
};

/** What one can do with a connected portal. */
export function greeting({ domain, transport, placement }, name, taken) {
  const where = placement ? `\nThis is ${placement.code}, opened with ${JSON.stringify(placement.options)}.` : "";
  return `${name} is connected to ${domain} ${WAYS[transport]}.${where}${beside(taken)}\n\n${table(uses(name))}`;
}

/** Why there is no connection, and what to do. */
export function failure({ message }, name, taken) {
  const webhook = '{ webhook: "https://example.bitrix24.com/rest/1/secret/" }';
  const ways = [
    [`await ${name}.connect()`, "tries again: on a page of your portal, logged in, or in the frame of an app"],
    [`${name}.help("lead contact")`, "works without a connection"],
    [`await ${name}.connect(${webhook})`, "connects with an inbound webhook"],
  ];
  return `${name} is here and not connected.\n${message}${beside(taken)}\n\n${table(ways)}`;
}

function beside(taken) {
  return taken ? "\nThis page has a crm of its own, which is left alone: this one is called crm24." : "";
}

function uses(name) {
  const list = data.methods.find(({ pages, params }) => pages && !params.some(({ required }) => required));
  const [one] = data.methods
    .filter(({ effect, params }) => effect === "read" && params.some(({ required }) => required))
    .sort((a, b) => a.name.length - b.name.length);
  return [
    [exampleOf(list, name), `one of ${data.methods.length} methods; type ${name}. to see their names`],
    [`await ${name}.call("${one.name}", ${paramsOf(one)})`, "any method by the portal's own name"],
    [`${name}.help("lead contact")`, "finds methods by words and shows their parameters"],
    [`${name}.help("${one.js}")`, "shows one, with the fields of what it takes"],
    [`${name}.portal`, `this connection; ${name}.connect({ webhook }) gives another, for the option client of a call`],
  ];
}
