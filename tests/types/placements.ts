// An opened placement: its options' type follows from its code.

import { type Id, type PlacementFrame, type Placements, connect, crmLeadGet } from "crm-wasm";
import { is } from "./expect.js";

const { placement } = await connect();
is<PlacementFrame | undefined>()(placement);
// @ts-expect-error: outside a placement there is none
placement.code;

if (placement) {
  is<string>()(placement.code);
  const stop = placement.on("onCrmEntityIsNeedToCreate", (payload) => is<unknown>()(payload));
  is<() => void>()(stop);
  const { width, height } = await placement.resize("100%", 300);
  is<number>()(width + height);
  // @ts-expect-error: a width is a number of pixels or "100%"
  placement.resize("50%", 300);
}

// The portal page writes "8061"; nothing decodes it, and calls take it so.
is<Id>()({} as Placements["CRM_LEAD_DETAIL_TAB"]["options"]["ID"]);
is<Id>()({} as Placements["CRM_COMPANY_DETAIL_TAB"]["options"]["ID"]);
crmLeadGet({ id: {} as Placements["CRM_LEAD_DETAIL_TAB"]["options"]["ID"] });
