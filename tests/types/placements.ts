// An opened placement: what it was opened with, and what can be sent and heard, follow from its code.

import {
  type ChosenRecord,
  type ChosenUser,
  type CrmActivityPlacement,
  type CrmCardPlacement,
  type Id,
  type OtherPlacement,
  type PlacementFrame,
  type Placements,
  connect,
  crmLeadGet,
} from "crm-wasm";
import { is } from "./expect.js";

const { placement } = await connect();
is<PlacementFrame | undefined>()(placement);
// @ts-expect-error: outside a placement there is none
placement.code;

if (placement?.code === "CRM_LEAD_DETAIL_TAB") {
  is<CrmCardPlacement>()(placement.options);
  crmLeadGet({ id: placement.options.ID });
  placement.call("reloadData");
  // @ts-expect-error: a tab has no events
  placement.on("onCrmEntityIsNeedToCreate", () => {});
}
if (placement?.code === "CRM_DETAIL_SEARCH") {
  is<string>()(placement.options.searchQuery);
  const stop = placement.on("onCrmEntityIsNeedToCreate", (payload) => is<unknown>()(payload));
  is<() => void>()(stop);
  // @ts-expect-error: an event that this placement does not have
  placement.on("onCrmEntityCreated", () => {});
}
if (placement?.code === "CRM_CONTACT_DETAIL_ACTIVITY") {
  is<CrmActivityPlacement>()(placement.options);
  placement.on("bindValueChangeCallback", () => {});
  // @ts-expect-error: a command that answers once
  placement.on("setLayout", () => {});
}
if (placement?.code === "DEFAULT") {
  is<Record<string, unknown>>()(placement.options);
  // @ts-expect-error: the application's own page has no events
  placement.on("onCrmEntityIsNeedToCreate", () => {});
}

// Others fall back: options by name, any event.
const fallback = {} as PlacementFrame<OtherPlacement>;
is<Record<string, unknown>>()(fallback.options);
fallback.on("onSomething", () => {});
// @ts-expect-error: it has to be declared first, as below
placement?.code === "SOME_OTHER";
declare module "crm-wasm" {
  interface Placements {
    TASK_VIEW_TAB: { options: { taskId: string }; bind: Record<string, unknown>; commands: never; events: never };
  }
}
if (placement?.code === "TASK_VIEW_TAB") is<string>()(placement.options.taskId);
is<PlacementFrame<"CRM_LEAD_DETAIL_TAB">["options"]>()({} as CrmCardPlacement);

if (placement) {
  const { width, height } = await placement.resize("100%", 300);
  is<number>()(width + height);
  is<number>()((await placement.fit()).height);
  // @ts-expect-error: a width is a number of pixels or "100%"
  placement.resize("50%", 300);
  is<void>()(await placement.openPath("/crm/lead/details/1/", { signal: AbortSignal.timeout(1000) }));
  placement.openApplication({ any: ["thing"] }, { width: 600, label: { text: "New", bgColor: "green" } });
  // @ts-expect-error: there are eight colours
  placement.openApplication({}, { label: { bgColor: "red" } });
  is<ChosenUser>()(await placement.selectUser());
  is<ChosenUser[]>()(await placement.selectUser({ multiple: true, title: "Who?" }));
  const multiple: boolean = await Promise.resolve(true);
  is<ChosenUser | ChosenUser[]>()(await placement.selectUser({ multiple }));
  // @ts-expect-error: it is multiple here, mult on the wire
  placement.selectUser({ mult: true });
  const { lead, contact = [] } = await placement.selectCrm({ entityType: ["lead", "contact"], value: { lead: [1] } });
  is<ChosenRecord<"lead">[] | undefined>()(lead);
  is<number[]>()(contact.map(({ entityId }) => entityId));
  // @ts-expect-error: only what was to be chosen from
  (await placement.selectCrm({ entityType: ["lead"] })).company;
  is<string[]>()((await placement.selectAccess({ value: ["U1"] })).map(({ id }) => id));
  is<unknown>()(placement.userOptions.get("columns"));
  placement.appOptions.set("columns", 3, { timeout: 1000 });
  is<unknown>()(await placement.call("anything", { of: "any kind" }, { timeout: Infinity }));
  // @ts-expect-error: parameters are an object
  placement.send("reloadWindow", 5);
}

// The portal page writes "8061"; nothing decodes it, and calls take it so.
is<Id>()({} as Placements["CRM_LEAD_DETAIL_TAB"]["options"]["ID"]);
is<Id>()({} as Placements["CRM_COMPANY_DETAIL_TAB"]["options"]["ID"]);
crmLeadGet({ id: {} as Placements["CRM_LEAD_DETAIL_TAB"]["options"]["ID"] });
