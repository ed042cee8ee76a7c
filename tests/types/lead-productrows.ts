// crm.lead.productrows.*: for each method a call that compiles and one that must not.

import { type CrmProductRow, crmLeadProductrowsGet, crmLeadProductrowsSet } from "crm-wasm";
import { gives } from "./expect.js";

gives<CrmProductRow[]>()(crmLeadProductrowsGet({ id: 7 }));
// @ts-expect-error: rows are read for one lead
crmLeadProductrowsGet({ ids: [7] });

gives<boolean>()(crmLeadProductrowsSet({ id: 7, rows: [{ PRODUCT_NAME: "Chair", PRICE: 49.9, QUANTITY: 2 }] }));
// @ts-expect-error: OWNER_ID is read-only
crmLeadProductrowsSet({ id: 7, rows: [{ OWNER_ID: 7 }] });
