// What every caller may ask: for each method a call that compiles and one that must not.

import { type MethodState, type Profile, events, methodGet, methods, profile, scope, serverTime } from "crm-wasm";
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

gives<string[]>()(methods({ scope: "crm" }));
// @ts-expect-error: one permission at a time
methods({ scope: ["crm"] });

gives<string[]>()(events({ FULL: true }));
// @ts-expect-error: FULL is a boolean
events({ FULL: "Y" });
