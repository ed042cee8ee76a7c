// What the app shows when it is opened by itself: it offers to add its tab to the leads' cards.

import { placementBind, placementGet } from "crm-wasm";
import { h } from "./dom.js";
import { describeProblem } from "./problems.js";
import { problemBox } from "./view.js";

const DONE = "Open any lead: the tab is called Contacts.";

/** Shows what the app is and how to add it to the leads. */
export async function showInstall(root, placement) {
  const status = h("div", { role: "status" });
  const button = h("button", { class: "button primary", type: "button" }, "Add the tab to leads");

  async function attempt(work) {
    button.disabled = true;
    try {
      const done = await work();
      button.disabled = done;
      status.replaceChildren(...(done ? [h("p", { class: "notice" }, DONE)] : []));
    } catch (error) {
      status.replaceChildren(problemBox(describeProblem(error, () => attempt(work))));
      button.disabled = false;
    }
  }

  button.addEventListener("click", () => attempt(() => bind(placement)));
  root.removeAttribute("aria-busy");
  root.replaceChildren(
    h(
      "div",
      { class: "install" },
      h("h1", {}, "Contacts of a lead"),
      h(
        "p",
        { class: "hint" },
        "This app lives in a tab of the lead's card. An administrator adds the tab once, for everybody.",
      ),
      button,
      status,
    ),
  );
  await attempt(() => isBound(placement));
}

async function isBound(placement) {
  const bindings = await placementGet();
  return bindings.some((binding) => binding.placement === placement && binding.handler === handler());
}

function bind(placement) {
  return placementBind({ PLACEMENT: placement, HANDLER: handler(), TITLE: "Contacts" });
}

// The address of this page, without what the portal added when it opened the page.
function handler() {
  return window.location.origin + window.location.pathname;
}
