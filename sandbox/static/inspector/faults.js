// Faults: the rules by which calls fail on purpose, added and taken away here.

import { element } from "../ui/elements.js";
import { t } from "../ui/text.js";
import { toast } from "../ui/toast.js";

const ADDRESS = "/_sandbox/faults";
const SWITCHES = ["executed", "cors"];
const form = document.getElementById("fault-form");
const list = document.getElementById("fault-list");
let kinds = [];

/** Makes the form and the list work; gives what the rest of the page needs of them. */
export function startFaults() {
  form.elements.kind.addEventListener("change", describe);
  form.addEventListener("submit", add);
  refresh();
  return { refresh, about };
}

/** Prepares a rule for that method. */
function about(method) {
  form.elements.method.value = method;
  form.scrollIntoView({ block: "center" });
  form.elements.kind.focus();
}

/** Reads the rules again. */
async function refresh() {
  const response = await fetch(ADDRESS);
  if (!response.ok) return toast(t("faults.failed", { reason: response.status }));
  const answer = await response.json();
  if (kinds.length === 0) {
    kinds = answer.kinds;
    form.elements.kind.replaceChildren(...kinds.map(({ kind }) => new Option(kind, kind)));
    describe();
  }
  list.replaceChildren(...answer.faults.map(row));
}

function describe() {
  const chosen = kinds.find(({ kind }) => kind === form.elements.kind.value);
  document.getElementById("fault-doc").textContent = chosen?.doc ?? "";
  document.getElementById("fault-settings").replaceChildren(...(chosen?.settings ?? []).map(setting));
}

function setting(name) {
  const input = SWITCHES.includes(name)
    ? element("select", { name }, new Option("", ""), new Option("true", "true"), new Option("false", "false"))
    : element("input", { name, autocomplete: "off", type: ["ms", "status"].includes(name) ? "number" : "text" });
  return element("label", { className: "field" }, element("span", { textContent: name }), input);
}

async function add(event) {
  event.preventDefault();
  const response = await fetch(ADDRESS, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(rule(new FormData(form))),
  });
  if (!response.ok) toast(t("faults.failed", { reason: await response.text() }));
  await refresh();
}

function rule(fields) {
  const numbers = ["count", "probability", "ms", "status"];
  const given = [...fields].filter(([, value]) => value !== "");
  const value = (name, text) =>
    numbers.includes(name) ? Number(text) : SWITCHES.includes(name) ? text === "true" : text;
  return Object.fromEntries(given.map(([name, text]) => [name, value(name, text)]));
}

function row(fault) {
  const { id, kind, method, caller, count, played } = fault;
  const about = [method || "*", caller].filter((part) => part !== "" && part !== "*" && part !== null);
  const remove = element("button", { type: "button", className: "button small", textContent: t("faults.remove") });
  remove.setAttribute("aria-label", `${t("faults.remove")}: ${kind} ${method}`);
  remove.addEventListener("click", async () => {
    await fetch(`${ADDRESS}/${id}`, { method: "DELETE" });
    await refresh();
  });
  const isOver = count !== null && played >= count;
  const progress = count === null ? t("faults.endless", { played }) : t("faults.progress", { played, count });
  return element(
    "li",
    { className: isOver ? "is-over" : "" },
    element("code", { textContent: kind }),
    element("span", { textContent: about.length > 0 ? about.join(" · ") : t("faults.every_call") }),
    element("small", { textContent: progress }),
    remove,
  );
}
