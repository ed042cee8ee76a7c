// crm.status.*: for each method a call that compiles and one that must not.

import {
  type CrmFieldDescriptor,
  type CrmStatus,
  type CrmStatusChoice,
  type CrmStatusDirectory,
  crmStatusAdd,
  crmStatusDelete,
  crmStatusEntityItems,
  crmStatusEntityTypes,
  crmStatusFields,
  crmStatusGet,
  crmStatusList,
  crmStatusUpdate,
} from "crm-wasm";
import { gives } from "./expect.js";

gives<number>()(crmStatusAdd({ fields: { ENTITY_ID: "SOURCE", STATUS_ID: "FAIR", NAME: "A fair", SORT: 15 } }));
// @ts-expect-error: NAME is missing
crmStatusAdd({ fields: { ENTITY_ID: "SOURCE", STATUS_ID: "FAIR" } });
// @ts-expect-error: only the portal makes entries of its own
crmStatusAdd({ fields: { ENTITY_ID: "SOURCE", STATUS_ID: "FAIR", NAME: "A fair", SYSTEM: true } });

gives<boolean>()(crmStatusUpdate({ id: 7, fields: { NAME: "A market", COLOR: "#39A8EF" } }));
// @ts-expect-error: an entry's code stays for good
crmStatusUpdate({ id: 7, fields: { STATUS_ID: "MARKET" } });

gives<CrmStatus>()(crmStatusGet({ id: 7 }));
// @ts-expect-error: an entry is named by its number
crmStatusGet({ id: "FAIR" });

gives<CrmStatus[]>()(crmStatusList({ filter: { ENTITY_ID: "STATUS", SEMANTICS: "F" }, order: { SORT: "ASC" } }));
// @ts-expect-error: SYSTEM is a boolean
crmStatusList({ filter: { SYSTEM: "Y" } });
// @ts-expect-error: the colour does not sort
crmStatusList({ order: { COLOR: "ASC" } });

gives<boolean>()(crmStatusDelete({ id: 7, params: { FORCED: true } }));
// @ts-expect-error: FORCED stands in params
crmStatusDelete({ id: 7, FORCED: true });

gives<Record<string, CrmFieldDescriptor>>()(crmStatusFields());
// @ts-expect-error: it takes no parameters
crmStatusFields({ id: 7 });

gives<CrmStatusDirectory[]>()(crmStatusEntityTypes());
// @ts-expect-error: it takes no parameters
crmStatusEntityTypes({ entityId: "SOURCE" });

gives<CrmStatusChoice[]>()(crmStatusEntityItems({ entityId: "DEAL_STAGE_3" }));
// @ts-expect-error: entityId is missing
crmStatusEntityItems();
