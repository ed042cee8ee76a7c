// placement.*: for each method a call that compiles and one that must not.

import { type PlacementBinding, placementBind, placementGet, placementList, placementUnbind } from "crm-wasm";
import { gives } from "./expect.js";

const HANDLER = "https://app.example/tab";

gives<boolean>()(placementBind({ PLACEMENT: "CRM_LEAD_DETAIL_TAB", HANDLER, LANG_ALL: { de: { TITLE: "Kontakte" } } }));
placementBind({ PLACEMENT: "CRM_PLACE_OF_TOMORROW", HANDLER });
// @ts-expect-error: HANDLER is missing
placementBind({ PLACEMENT: "CRM_LEAD_DETAIL_TAB" });

gives<PlacementBinding[]>()(placementGet());
// @ts-expect-error: it takes no parameters
placementGet({ PLACEMENT: "CRM_LEAD_DETAIL_TAB" });

gives<string[]>()(placementList({ SCOPE: "crm" }));
// @ts-expect-error: FULL is a boolean
placementList({ FULL: "Y" });

placementUnbind({ PLACEMENT: "CRM_LEAD_DETAIL_TAB" }).then(({ count }) => count.toFixed());
// @ts-expect-error: PLACEMENT is missing
placementUnbind({ HANDLER });
