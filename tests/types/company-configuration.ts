// crm.company.details.configuration.*: for each method a call that compiles and one that must not.

import {
  type CrmCardSection,
  crmCompanyDetailsConfigurationForceCommonScopeForAll,
  crmCompanyDetailsConfigurationGet,
  crmCompanyDetailsConfigurationReset,
  crmCompanyDetailsConfigurationSet,
} from "crm-wasm";
import { gives } from "./expect.js";

gives<CrmCardSection[] | null>()(crmCompanyDetailsConfigurationGet());
// @ts-expect-error: only leads have kinds
crmCompanyDetailsConfigurationGet({ extras: { leadCustomerType: 2 } });

gives<boolean>()(crmCompanyDetailsConfigurationSet({ data: [{ name: "main", title: "Main", type: "section" }] }));
// @ts-expect-error: sections are the only type
crmCompanyDetailsConfigurationSet({ data: [{ name: "main", title: "Main", type: "column" }] });

gives<boolean>()(crmCompanyDetailsConfigurationReset({ scope: "C", userId: "1" }));
// @ts-expect-error: a scope is P or C
crmCompanyDetailsConfigurationReset({ scope: "common" });

gives<boolean>()(crmCompanyDetailsConfigurationForceCommonScopeForAll());
// @ts-expect-error: it takes no parameters
crmCompanyDetailsConfigurationForceCommonScopeForAll({ scope: "C" });
