// crm.company.userfield.* through the built package, against the sandbox.

import * as crm from "crm-wasm";

import { session } from "../support/session.mjs";
import { userFieldTests } from "./userfields.mjs";

let others = 0;

userFieldTests({
  its: session(),
  entity: "CRM_COMPANY",
  other: () => crm.crmLeadUserfieldAdd({ fields: { USER_TYPE_ID: "string", FIELD_NAME: `OTHER_${(others += 1)}` } }),
  addRecord: (fields) => crm.crmCompanyAdd({ fields }),
  getRecord: (id) => crm.crmCompanyGet({ id }),
  functions: {
    add: ["crm.company.userfield.add", crm.crmCompanyUserfieldAdd],
    update: ["crm.company.userfield.update", crm.crmCompanyUserfieldUpdate],
    get: ["crm.company.userfield.get", crm.crmCompanyUserfieldGet],
    list: ["crm.company.userfield.list", crm.crmCompanyUserfieldList],
    remove: ["crm.company.userfield.delete", crm.crmCompanyUserfieldDelete],
  },
});
