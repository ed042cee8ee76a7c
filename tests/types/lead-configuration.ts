// crm.lead.details.configuration.*: for each method a call that compiles and one that must not.

import {
  type CrmCardSection,
  crmLeadDetailsConfigurationForceCommonScopeForAll,
  crmLeadDetailsConfigurationGet,
  crmLeadDetailsConfigurationReset,
  crmLeadDetailsConfigurationSet,
} from "crm-wasm";
import { gives } from "./expect.js";

const repeat = { leadCustomerType: 2 } as const;

gives<CrmCardSection[] | null>()(crmLeadDetailsConfigurationGet({ scope: "C", extras: repeat }));
// @ts-expect-error: a scope is P or C
crmLeadDetailsConfigurationGet({ scope: "A" });

const data = [{ name: "main", title: "Main", elements: [{ name: "TITLE", optionFlags: true }] }];
gives<boolean>()(crmLeadDetailsConfigurationSet({ data, userId: 1 }));
// @ts-expect-error: a section has a title
crmLeadDetailsConfigurationSet({ data: [{ name: "main" }] });

gives<boolean>()(crmLeadDetailsConfigurationReset({ scope: "P" }));
// @ts-expect-error: a user is named by its number
crmLeadDetailsConfigurationReset({ userId: "me" });

gives<boolean>()(crmLeadDetailsConfigurationForceCommonScopeForAll({ extras: repeat }));
// @ts-expect-error: for all means for all
crmLeadDetailsConfigurationForceCommonScopeForAll({ userId: 1 });
