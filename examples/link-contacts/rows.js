// One contact in a list: who, how to reach them, what can be done.

import { h } from "./dom.js";
import { nameOf } from "./model.js";

const TONES = 6;

/** A list entry for `contact` with its marks and buttons. */
export function contactRow(contact, { main = false, busy = false, actions }) {
  const name = nameOf(contact);
  return h(
    "li",
    { class: busy ? "row is-busy" : "row", "data-contact": contact.ID },
    h("span", { class: `avatar tone-${contact.ID % TONES}`, "aria-hidden": "true" }, initials(contact)),
    h(
      "div",
      { class: "who" },
      h("p", { class: "name" }, name, main && h("span", { class: "badge main" }, "Main contact")),
      h("p", { class: "reach" }, contact.unknown ? "Deleted, or not visible to you" : reach(contact)),
    ),
    h("div", { class: "row-actions" }, actions),
  );
}

function reach({ POST: post, PHONE: phones, EMAIL: emails }) {
  const parts = [post, phones?.[0]?.VALUE, emails?.[0]?.VALUE].filter(Boolean);
  return parts.length > 0 ? parts.map((part) => h("span", {}, part)) : "No phone, no e-mail";
}

function initials({ NAME: first, LAST_NAME: last }) {
  const letters = [first, last].filter(Boolean).map((word) => [...word][0]);
  return letters.join("").toUpperCase() || "?";
}
