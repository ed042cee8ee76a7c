// What all calls share: options, the wire's own values, calls by name, errors.

import {
  type CallOptions,
  CrmError,
  type CrmLead,
  type Methods,
  type Portal,
  type Profile,
  call,
  connect,
  crmLeadGet,
  init,
} from "crm-wasm";
import { gives, is } from "./expect.js";

const portal: Portal = await connect({ webhook: "https://example.bitrix24.com/rest/1/secret/" });
gives<CrmLead>()(crmLeadGet({ id: 7 }, { client: portal, timeout: 5000, signal: AbortSignal.timeout(1000) }));
// @ts-expect-error: a timeout is in milliseconds, a number
crmLeadGet({ id: 7 }, { timeout: "5s" });

// The wire's own values have no declared type.
gives<unknown>()(crmLeadGet({ id: 7 }, { raw: true }));
gives<unknown>()(crmLeadGet({ id: 7 }, { raw: {} as boolean }));
gives<unknown>()(crmLeadGet({ id: 7 }, {} as CallOptions));
gives<CrmLead>()(crmLeadGet({ id: 7 }, { raw: false }));

// By name it is the same call.
gives<CrmLead>()(call("crm.lead.get", { id: 7 }));
gives<number>()(call("crm.lead.add", { fields: { TITLE: "x" } }));
is<boolean>()({} as Methods["crm.lead.contact.add"]["result"]);
gives<unknown>()(call("profile", undefined, { raw: true }));
gives<Profile>()(call("profile", undefined, { client: portal }));
gives<unknown>()(call("crm.deal.list", { filter: { ID: 1 } }));
// @ts-expect-error: a declared method keeps its parameters' types
call("crm.lead.get", { id: {} });

await connect({ oauth: { endpoint: "https://example.bitrix24.com/rest/", accessToken: "x" } });
await connect({ placement: { portals: ["*.bitrix24.com"] } });
// @ts-expect-error: one way to connect at a time
connect({ webhook: "https://example.bitrix24.com/rest/1/secret/", placement: true });
await init(new URL("https://cdn.example/crm_wasm_bg.wasm"));

try {
  await crmLeadGet({ id: 7 });
} catch (error) {
  if (error instanceof CrmError && error.kind === "notFound") is<"rejected" | "unknown">()(error.outcome);
  // @ts-expect-error: there is no such kind
  if (error instanceof CrmError && error.kind === "missing") throw error;
}
