// crm.contact.company.*, a contact's companies, through the built package against the sandbox.

import * as crm from "crm-wasm";

import { session } from "../support/session.mjs";
import { linkTests } from "./links.mjs";

linkTests({
  its: session(),
  key: "COMPANY_ID",
  // Seeded.
  targets: () => [1, 2],
  newOwner: () => crm.crmContactAdd({ fields: { NAME: "contact-company.test" } }),
  getOwner: (id) => crm.crmContactGet({ id }),
  functions: {
    add: ["crm.contact.company.add", crm.crmContactCompanyAdd],
    remove: ["crm.contact.company.delete", crm.crmContactCompanyDelete],
    getItems: ["crm.contact.company.items.get", crm.crmContactCompanyItemsGet],
    setItems: ["crm.contact.company.items.set", crm.crmContactCompanyItemsSet],
    removeItems: ["crm.contact.company.items.delete", crm.crmContactCompanyItemsDelete],
    fields: ["crm.contact.company.fields", crm.crmContactCompanyFields],
  },
});
