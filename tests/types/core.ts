// What every caller may ask, and the directories: for each method a call that compiles and one that must not.

import {
  type CrmStatus,
  type MethodState,
  type Profile,
  crmStatusList,
  methodGet,
  profile,
  scope,
  serverTime,
} from "crm-wasm";
import { gives } from "./expect.js";

gives<Profile>()(profile());
// @ts-expect-error: one reads one's own profile only
profile({ id: 1 });

gives<string[]>()(scope({ full: true }));
// @ts-expect-error: full is a boolean
scope({ full: "yes" });

gives<MethodState>()(methodGet({ name: "crm.lead.add" }));
// @ts-expect-error: one method at a time
methodGet({ name: ["crm.lead.add"] });

gives<string>()(serverTime());
// @ts-expect-error: it takes no parameters
serverTime({ zone: "UTC" });

gives<CrmStatus[]>()(crmStatusList({ filter: { ENTITY_ID: "STATUS" }, order: { SORT: "ASC" } }));
// @ts-expect-error: SYSTEM is a boolean
crmStatusList({ filter: { SYSTEM: "Y" } });
