// crm.contact.details.configuration.*: for each method a call that compiles and one that must not.

import {
  type CrmCardSection,
  crmContactDetailsConfigurationForceCommonScopeForAll,
  crmContactDetailsConfigurationGet,
  crmContactDetailsConfigurationReset,
  crmContactDetailsConfigurationSet,
} from "crm-wasm";
import { gives } from "./expect.js";

gives<CrmCardSection[] | null>()(crmContactDetailsConfigurationGet());
// @ts-expect-error: only leads have kinds
crmContactDetailsConfigurationGet({ extras: { leadCustomerType: 2 } });

gives<boolean>()(crmContactDetailsConfigurationSet({ data: [{ name: "main", title: "Main", type: "section" }] }));
// @ts-expect-error: sections are the only type
crmContactDetailsConfigurationSet({ data: [{ name: "main", title: "Main", type: "column" }] });

gives<boolean>()(crmContactDetailsConfigurationReset({ scope: "C", userId: "1" }));
// @ts-expect-error: a scope is P or C
crmContactDetailsConfigurationReset({ scope: "common" });

gives<boolean>()(crmContactDetailsConfigurationForceCommonScopeForAll());
// @ts-expect-error: it takes no parameters
crmContactDetailsConfigurationForceCommonScopeForAll({ scope: "C" });
