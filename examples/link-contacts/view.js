// What the tab looks like. Three regions are drawn again after each change; the search field stays as it is.

import { h, replaceKeepingFocus } from "./dom.js";
import { nameOf } from "./model.js";
import { contactRow } from "./rows.js";

/** Shows the tab of one lead and keeps it up to date with `model`. */
export function showLead(root, model) {
  const head = h("header", { class: "head" });
  const messages = h("div", { class: "messages" });
  const linked = h("section", { class: "block linked", "aria-label": "Linked contacts" });
  const results = h("div", { class: "results" });
  const regions = { head, messages, linked, results };
  model.onChange(() => {
    if (!root.contains(head) && (model.lead || model.problem)) root.replaceChildren(...layout(regions, model));
    root.setAttribute("aria-busy", String(model.busy !== null));
    draw(regions, model);
  });
}

function layout({ head, messages, linked, results }, model) {
  const field = h("input", {
    type: "search",
    id: "search",
    placeholder: "Name, phone or e-mail",
    autocomplete: "off",
    oninput: (event) => model.type(event.target.value),
  });
  const search = h(
    "section",
    { class: "block", "aria-label": "Link a contact" },
    h("div", { class: "block-head" }, h("h2", {}, h("label", { for: "search" }, "Link a contact"))),
    field,
    results,
  );
  return [head, messages, h("div", { class: "columns" }, linked, search)];
}

function draw({ head, messages, linked, results }, model) {
  messages.replaceChildren(...drawMessages(model));
  if (model.lead === null) return;
  head.replaceChildren(...drawHead(model).filter(Boolean));
  replaceKeepingFocus(linked, ...drawLinked(model));
  replaceKeepingFocus(results, ...drawResults(model));
}

function drawHead(model) {
  const { lead, stage, links } = model;
  const repeat = lead.IS_RETURN_CUSTOMER === true;
  return [
    h("p", { class: "kicker" }, `Lead ${lead.ID}`),
    h("h1", {}, lead.TITLE || `Lead ${lead.ID}`),
    h(
      "p",
      { class: "marks" },
      h("span", { class: "badge" }, stage),
      repeat ? h("span", { class: "badge repeat" }, "Repeat lead") : h("span", { class: "badge" }, "Not a repeat lead"),
    ),
    links.length > 0 && !repeat && model.busy === null
      ? h("p", { class: "hint" }, "This portal marks the lead as a repeat lead the next time it is saved.")
      : null,
  ];
}

function drawMessages({ problem, notice }) {
  if (problem) return [problemBox(problem)];
  return notice ? [h("p", { class: "notice", role: "status" }, notice)] : [];
}

/** A problem with its advice, and a button to try again where that helps. */
export function problemBox({ title, advice, detail, again }) {
  return h(
    "div",
    { class: "problem", role: "alert" },
    h(
      "div",
      {},
      h("strong", {}, title),
      h("p", {}, advice),
      h("details", {}, h("summary", {}, "Details"), h("code", {}, detail)),
    ),
    again && h("button", { class: "button", type: "button", onclick: again }, "Try again"),
  );
}

function drawLinked(model) {
  const { links } = model;
  const count = links.length > 0 ? h("span", { class: "count" }, String(links.length)) : null;
  const head = h(
    "div",
    { class: "block-head" },
    h("h2", { tabindex: "-1", "data-key": "start" }, "Linked contacts ", count),
    unlinkAllButton(model),
  );
  if (links.length === 0) return [head, nobody()];
  return [
    head,
    h(
      "ul",
      { class: "rows" },
      links.map((link) => linkedRow(model, link)),
    ),
  ];
}

function nobody() {
  return h(
    "div",
    { class: "empty" },
    h("strong", {}, "Nobody is linked yet"),
    h("p", {}, "Link a contact, and this becomes a repeat lead: it uses the contact's name, phone and e-mail."),
  );
}

// A second press confirms: there is no undo, and a browser dialog does not belong in a tab.
function unlinkAllButton(model) {
  if (model.links.length < 2) return null;
  const button = keyedButton(model, "all", { class: "button quiet" }, "Unlink all", () => {
    if (button.classList.contains("danger")) {
      model.unlinkAll();
      return;
    }
    button.textContent = `Unlink all ${model.links.length}?`;
    button.classList.add("danger");
    button.addEventListener("blur", () => {
      button.textContent = "Unlink all";
      button.classList.remove("danger");
    });
  });
  return button;
}

function linkedRow(model, link) {
  const id = link.CONTACT_ID;
  const name = model.nameById(id);
  const contact = model.contacts.get(id) ?? { ID: id, unknown: true };
  const actions = [
    !link.IS_PRIMARY &&
      action(model, `primary-${id}`, "Make main", `Make ${name} the main contact`, () => model.makePrimary(id)),
    action(model, `unlink-${id}`, "Unlink", `Unlink ${name}`, () => model.unlink(id)),
  ];
  return contactRow(contact, { main: link.IS_PRIMARY, busy: model.busy === id || model.busy === "all", actions });
}

function action(model, key, text, label, act) {
  return keyedButton(model, key, { class: "button quiet", "aria-label": label }, text, act);
}

// While a change is on its way, buttons do nothing but can still be reached: a disabled one would lose the focus.
function keyedButton(model, key, properties, text, act) {
  const busy = model.busy !== null;
  const onclick = () => model.busy === null && act();
  return h(
    "button",
    { type: "button", "data-key": key, "aria-disabled": busy && "true", onclick, ...properties },
    text,
  );
}

function drawResults(model) {
  const { text, found, state, problem } = model.search;
  if (problem) return [problemBox(problem)];
  if (state === "idle") {
    return [
      h("p", { class: "hint" }, "Type at least two characters. Phones and e-mails are matched from their beginning."),
    ];
  }
  const status = h(
    "p",
    { class: "hint", role: "status", tabindex: "-1", "data-key": "start" },
    state === "busy" ? "Searching…" : summary(found, text),
  );
  const rows = found.map((contact) => foundRow(model, contact));
  return [status, h("ul", { class: state === "busy" ? "rows is-old" : "rows" }, rows)];
}

function summary(found, text) {
  if (found.length === 0) return `No contact matches “${text}”.`;
  return found.length === 1 ? "1 contact found" : `${found.length} contacts found`;
}

function foundRow(model, contact) {
  const linked = model.isLinked(contact.ID);
  const name = nameOf(contact);
  const properties = { class: "button primary", "aria-label": `Link ${name}` };
  const button = keyedButton(model, `link-${contact.ID}`, properties, "Link", () => model.link(contact));
  return contactRow(contact, { actions: [linked ? h("span", { class: "badge done" }, "Linked") : button] });
}
