// An opened placement: its options' type follows from its code.

import { type Placements, type PlacementFrame, connect } from "crm-wasm";
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

is<number>()({} as Placements["CRM_LEAD_DETAIL_TAB"]["options"]["ID"]);
is<number>()({} as Placements["CRM_COMPANY_DETAIL_TAB"]["options"]["ID"]);
