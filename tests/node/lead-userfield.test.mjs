// crm.lead.userfield.* through the built package, against the sandbox.

import * as crm from "crm-wasm";

import { session } from "../support/session.mjs";
import { userFieldTests } from "./userfields.mjs";

let others = 0;

userFieldTests({
  its: session(),
  entity: "CRM_LEAD",
  other: () => crm.crmContactUserfieldAdd({ fields: { USER_TYPE_ID: "string", FIELD_NAME: `OTHER_${(others += 1)}` } }),
  addRecord: (fields) => crm.crmLeadAdd({ fields }),
  getRecord: (id) => crm.crmLeadGet({ id }),
  functions: {
    add: ["crm.lead.userfield.add", crm.crmLeadUserfieldAdd],
    update: ["crm.lead.userfield.update", crm.crmLeadUserfieldUpdate],
    get: ["crm.lead.userfield.get", crm.crmLeadUserfieldGet],
    list: ["crm.lead.userfield.list", crm.crmLeadUserfieldList],
    remove: ["crm.lead.userfield.delete", crm.crmLeadUserfieldDelete],
  },
});
