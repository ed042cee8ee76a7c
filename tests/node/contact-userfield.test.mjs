// crm.contact.userfield.* through the built package, against the sandbox.

import * as crm from "crm-wasm";

import { session } from "../support/session.mjs";
import { userFieldTests } from "./userfields.mjs";

let others = 0;

userFieldTests({
  its: session(),
  entity: "CRM_CONTACT",
  other: () => crm.crmLeadUserfieldAdd({ fields: { USER_TYPE_ID: "string", FIELD_NAME: `OTHER_${(others += 1)}` } }),
  addRecord: (fields) => crm.crmContactAdd({ fields }),
  getRecord: (id) => crm.crmContactGet({ id }),
  functions: {
    add: ["crm.contact.userfield.add", crm.crmContactUserfieldAdd],
    update: ["crm.contact.userfield.update", crm.crmContactUserfieldUpdate],
    get: ["crm.contact.userfield.get", crm.crmContactUserfieldGet],
    list: ["crm.contact.userfield.list", crm.crmContactUserfieldList],
    remove: ["crm.contact.userfield.delete", crm.crmContactUserfieldDelete],
  },
});
