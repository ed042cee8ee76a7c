// crm.company.details.configuration.* through the built package, against the sandbox.

import * as crm from "crm-wasm";

import { session } from "../support/session.mjs";
import { configurationTests } from "./configuration.mjs";

configurationTests({
  its: session(),
  functions: {
    get: ["crm.company.details.configuration.get", crm.crmCompanyDetailsConfigurationGet],
    set: ["crm.company.details.configuration.set", crm.crmCompanyDetailsConfigurationSet],
    reset: ["crm.company.details.configuration.reset", crm.crmCompanyDetailsConfigurationReset],
    force: [
      "crm.company.details.configuration.forceCommonScopeForAll",
      crm.crmCompanyDetailsConfigurationForceCommonScopeForAll,
    ],
  },
});
