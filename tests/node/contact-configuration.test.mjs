// crm.contact.details.configuration.* through the built package, against the sandbox.

import * as crm from "crm-wasm";

import { session } from "../support/session.mjs";
import { configurationTests } from "./configuration.mjs";

configurationTests({
  its: session(),
  functions: {
    get: ["crm.contact.details.configuration.get", crm.crmContactDetailsConfigurationGet],
    set: ["crm.contact.details.configuration.set", crm.crmContactDetailsConfigurationSet],
    reset: ["crm.contact.details.configuration.reset", crm.crmContactDetailsConfigurationReset],
    force: [
      "crm.contact.details.configuration.forceCommonScopeForAll",
      crm.crmContactDetailsConfigurationForceCommonScopeForAll,
    ],
  },
});
