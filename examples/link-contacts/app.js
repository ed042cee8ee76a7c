// Starts the app: finds out where it was opened and shows what fits there.

import { connect } from "crm-wasm";
import { h } from "./dom.js";
import { followHeight } from "./height.js";
import { showInstall } from "./install.js";
import { LeadModel } from "./model.js";
import { describeProblem } from "./problems.js";
import { showLead, problemBox } from "./view.js";

const TAB = "CRM_LEAD_DETAIL_TAB";
const root = document.getElementById("app");

async function start() {
  try {
    const { placement } = await connect();
    followHeight(placement, root);
    const leadId = Number(placement.options.ID);
    if (placement.code !== TAB || !(leadId > 0)) {
      await showInstall(root, TAB);
      return;
    }
    const model = new LeadModel(leadId, placement);
    showLead(root, model);
    await model.load();
  } catch (error) {
    root.removeAttribute("aria-busy");
    root.replaceChildren(
      problemBox(describeProblem(error, start)),
      h("p", { class: "hint" }, "This page works inside a Bitrix24 portal: open a lead and choose this app's tab."),
    );
  }
}

start();
