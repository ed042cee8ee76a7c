// crm.item.*: for each method a call that compiles and one that must not; conditions in groups; what is sent otherwise than
// it comes back.

import {
  type CrmItem,
  type CrmItemAnswer,
  type CrmItemFieldsAnswer,
  type CrmItemFile,
  type CrmItemMultifield,
  type Page,
  crmItemAdd,
  crmItemDelete,
  crmItemFields,
  crmItemGet,
  crmItemList,
  crmItemUpdate,
} from "crm-wasm";
import { gives, is } from "./expect.js";

declare module "crm-wasm" {
  interface CrmItemCustomFields {
    ufCrm_seats: number | null;
  }
}

gives<CrmItemAnswer>()(
  crmItemAdd({
    entityTypeId: 1,
    fields: { title: "Call back", opened: true, contactIds: [7], fm: [{ typeId: "PHONE", value: "+49" }] },
  }),
);
// @ts-expect-error: stageId is what crm.item.* calls it
crmItemAdd({ entityTypeId: 1, fields: { statusId: "NEW" } });
// @ts-expect-error: entityTypeId is missing
crmItemAdd({ fields: { title: "Call back" } });

gives<CrmItemAnswer>()(
  crmItemUpdate({
    entityTypeId: 3,
    id: "7",
    fields: { birthdate: new Date(0), fm: { 15: { typeId: "PHONE", value: "" }, n0: { typeId: "IM", value: "ann" } } },
    useOriginalUfNames: true,
  }),
);
crmItemUpdate({ entityTypeId: 4, id: 4, fields: { ufStamp: ["stamp.png", "iVBORw0KGgo="] } });
// @ts-expect-error: isReturnCustomer follows the links
crmItemUpdate({ entityTypeId: 1, id: 7, fields: { isReturnCustomer: true } });
// @ts-expect-error: whether it is one's own company is fixed when it is created
crmItemUpdate({ entityTypeId: 4, id: 4, fields: { isMyCompany: true } });
// @ts-expect-error: what a value is has to be said, also to delete it
crmItemUpdate({ entityTypeId: 3, id: 7, fields: { fm: { 15: { value: "" } } } });

gives<CrmItemAnswer>()(crmItemGet({ entityTypeId: 1, id: 7 }));
// @ts-expect-error: id is missing
crmItemGet({ entityTypeId: 1 });

const { item } = await crmItemGet({ entityTypeId: 1, id: 7 });
is<number>()(item.id);
is<boolean | undefined | null>()(item.isReturnCustomer);
is<CrmItemMultifield[] | undefined>()(item.fm);
is<CrmItemFile | undefined | null>()(item.ufStamp);
is<number | null>()(item.ufCrm_seats);
is<unknown>()(item.parentId177);

gives<Page<Pick<CrmItem, "id" | "title">>>()(crmItemList({ entityTypeId: 1, select: ["id", "title"] }));
const named = await crmItemList({ entityTypeId: 1, select: ["title"] });
// @ts-expect-error: rows have an id only when it is asked for
named.items[0]!.id;
is<CrmItemMultifield[] | undefined>()((await crmItemList({ entityTypeId: 3 })).items[0]!.fm);
// @ts-expect-error: fm comes with * only
crmItemList({ entityTypeId: 3, select: ["fm"] });

crmItemList({
  entityTypeId: 1,
  filter: {
    "@stageId": ["NEW", "IN_PROCESS"],
    ">=opportunity": 5000,
    0: { logic: "OR", 0: { "!=name": "" }, 1: { "!=lastName": "" } },
  },
});
// @ts-expect-error: conditions are joined by AND or OR
crmItemList({ entityTypeId: 1, filter: { logic: "XOR", 0: { name: "Ann" } } });
// @ts-expect-error: a misspelt field in a group
crmItemList({ entityTypeId: 1, filter: { logic: "OR", 0: { "%nmae": "Ann" } } });

gives<unknown[]>()(crmItemDelete({ entityTypeId: 1, id: 7 }));
// @ts-expect-error: one record at a time
crmItemDelete({ entityTypeId: 1, id: [7, 8] });

gives<CrmItemFieldsAnswer>()(crmItemFields({ entityTypeId: 4, useOriginalUfNames: false }));
// @ts-expect-error: each kind has its own fields
crmItemFields();
