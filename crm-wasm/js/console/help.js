// crm.help: finds methods, events and objects by their names and by words, and tells what they are.

import data from "./help.json";
import { exampleOf } from "./example.js";
import { table } from "./table.js";
import { words } from "./types.js";

/** So many are shown whole, the rest by their names. */
const SHOWN = 8;

const objects = new Map(data.objects.map((object) => [object.name, object]));

/** What is no method, and how it is used. */
const BESIDE = {
  __proto__: null,
  call: (crm) =>
    `Calls any method by the portal's own name.\n  const lead = await ${crm}.call("crm.lead.get", { id: 1 })`,
  batch: (crm) =>
    `Sends many calls in one request; a result can be a parameter of what follows.\n  const [one, two] = await ${crm}.batch((b) => [b.crmLeadGet({ id: 1 }), b.crmLeadGet({ id: 2 })])`,
  connect: (crm) =>
    `Gives another portal, for the option client of a call.\n  const client = await ${crm}.connect({ webhook: "https://example.bitrix24.com/rest/1/secret/" })\n  const lead = await ${crm}.crmLeadGet({ id: 1 }, { client })`,
  parseEvent: (crm) =>
    `Reads the body of a request by which the portal tells of an event.\n  const event = ${crm}.parseEvent(text)`,
};

/** The text that `crm.help(asked)` prints; `name` is what `crm` is called on this page. */
export function help(asked, name) {
  const wanted = String(asked ?? "").trim();
  if (!wanted) return usage(name);
  return named(wanted.toLowerCase(), name) ?? BESIDE[wanted]?.(name) ?? found(wanted, name);
}

function usage(name) {
  const family = ({ name: wire }) => wire.split(".").slice(0, 2).join(".");
  const families = [...new Set(data.methods.filter(({ name: wire }) => wire.split(".").length > 2).map(family))];
  const [method] = data.methods.filter(({ pages }) => pages);
  const object = data.objects.find(({ name: own }) => method.result.type === own);
  return [
    `${data.methods.length} methods and ${data.events.length} events, about ${families.join(", ")} and more.`,
    `Ask by words or by a name: ${name}.help("lead contact"), ${name}.help("${method.js}"), ${name}.help("${object.name}")`,
  ].join("\n");
}

/** What has this very name. */
function named(wanted, name) {
  const is = (item) => [item.js, item.name].some((text) => text?.toLowerCase() === wanted);
  const method = data.methods.find((it) => is(it) || (it.pages && `${it.js}all`.toLowerCase() === wanted));
  if (method) return `${aboutMethod(method, name)}${fieldsOf(method)}`;
  const event = data.events.find(is);
  if (event) return aboutEvent(event, name);
  const object = data.objects.find(is);
  return object && `${object.name}: ${object.doc}\n${fieldTable(object)}`;
}

/** What has all of these words in its name or its sentence; names count more. */
function found(wanted, name) {
  const asked = wanted.toLowerCase().match(/[\p{L}\d_]+/gu) ?? [];
  const score = ({ js, name: wire, doc }) => {
    const parts = `${js} ${wire}`.toLowerCase();
    const hits = asked.map((word) => (parts.includes(word) ? 3 : doc.toLowerCase().includes(word) ? 1 : 0));
    return hits.includes(0) ? 0 : hits.reduce((sum, hit) => sum + hit, 0);
  };
  const best = [...data.methods, ...data.events]
    .map((item) => ({ item, score: score(item) }))
    .filter((entry) => entry.score)
    .sort((one, other) => other.score - one.score)
    .map(({ item }) => item);
  if (!best.length) return `Nothing is about ${JSON.stringify(wanted)}. ${usage(name)}`;
  const texts = best.slice(0, SHOWN).map((item) => (item.params ? aboutMethod(item, name) : aboutEvent(item, name)));
  const more = best.slice(SHOWN).map(({ js }) => js);
  if (more.length) texts.push(`and ${more.length} more: ${more.join(", ")}`);
  return texts.join("\n\n");
}

function aboutMethod(method, name) {
  const { js, name: wire, effect, doc, params, result, pages, context, admin, instead } = method;
  const marks = [wire, effect, context && `${context}s only`, admin && "administrators only"]
    .filter(Boolean)
    .join(" · ");
  const replacement = data.methods.find((it) => it.name === instead)?.js ?? instead;
  const lines = [
    `${js}    ${marks}`,
    `  ${doc}${instead ? ` The portal develops ${replacement} instead.` : ""}`,
    params.length && table(params.map(row), 4),
    `  → ${pages ? "a page of " : ""}${words(result.type)}${result.doc ? `: ${result.doc}` : ""}`,
    `  ${exampleOf(method, name)}`,
    pages && `  for await (const row of ${name}.${js}All(…)) …`,
  ];
  return lines.filter(Boolean).join("\n");
}

function aboutEvent({ js, name: wire, doc }, name) {
  return `${js}    ${wire} · event\n  ${doc}\n  const stop = await ${name}.${js}((event) => console.log(event))`;
}

/** The fields of what a method takes. */
function fieldsOf({ params }) {
  const mentioned = params.flatMap(({ type }) => type.match(/\w+/g) ?? []);
  const taken = [...new Set(mentioned)].map((word) => objects.get(word)).filter(Boolean);
  return taken.map((object) => `\n\n  ${object.name}\n${fieldTable(object)}`).join("");
}

function fieldTable({ fields, open = [] }) {
  const more = open.length ? `\n    and ${open.join(", ")}` : "";
  return table(fields.map(row), 4) + more;
}

function row({ name, type, doc, required, readonly, default: usual, values }) {
  const marks = [
    required && "required",
    readonly && "read-only",
    usual !== undefined && `default ${JSON.stringify(usual)}`,
  ];
  const one = values ? ` One of ${values.map((value) => JSON.stringify(value)).join(", ")}.` : "";
  return [name, words(type), marks.filter(Boolean).join(", "), `${doc}${one}`];
}
