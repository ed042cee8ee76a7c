// What the app shows when it is opened by itself: it offers to add its tab to the leads' cards.

import { placementBind } from "crm-wasm";
import { h } from "./dom.js";
import { describeProblem } from "./problems.js";
import { problemBox } from "./view.js";

/** Shows what the app is and how to add it to the leads. */
export function showInstall(root, placement) {
  const status = h("div", { role: "status" });
  const button = h("button", { class: "button primary", type: "button", onclick: () => bind() }, "Add the tab to leads");

  async function bind() {
    button.disabled = true;
    try {
      await placementBind({ PLACEMENT: placement, HANDLER: handler(), TITLE: "Contacts" });
      status.replaceChildren(h("p", { class: "notice" }, "Done. Open any lead: the tab is called Contacts."));
    } catch (error) {
      status.replaceChildren(problemBox(describeProblem(error, bind)));
      button.disabled = false;
    }
  }

  root.removeAttribute("aria-busy");
  root.replaceChildren(
    h("h1", {}, "Contacts of a lead"),
    h("p", { class: "hint" }, "This app lives in a tab of the lead's card. An administrator adds the tab once, for everybody."),
    h("p", {}, button),
    status,
  );
}

// The address of this page, without what the portal added when it opened the page.
function handler() {
  return window.location.origin + window.location.pathname;
}
