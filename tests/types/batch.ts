// batch(): commands take references wherever a value fits, and the result has the shape that was built.

import {
  type BatchOutcome,
  CrmError,
  type CrmContact,
  type CrmLead,
  type Page,
  type Portal,
  type Profile,
  batch,
  connect,
} from "crm-wasm";
import { gives, is } from "./expect.js";

const { lead, link, found } = await batch((b) => {
  const lead = b.crmLeadAdd({ fields: { TITLE: "Call back" } });
  const page = b.crmContactList({ filter: { EMAIL: "ann@" } });
  return {
    lead,
    link: b.crmLeadContactAdd({ id: lead, fields: { CONTACT_ID: page.items[0].ID, IS_PRIMARY: true } }),
    found: page.total,
  };
});
is<number>()(lead);
is<boolean>()(link);
is<number | undefined>()(found);

gives<CrmLead>()(batch((b) => b.crmLeadGet({ id: 1 })));
const both = await batch((b) => [b.crmLeadGet({ id: 1 }), b.crmContactGet({ id: 1 })]);
is<[CrmLead, CrmContact]>()(both);
const leads = await batch((b) => [1, 2].map((id) => b.crmLeadGet({ id })));
is<CrmLead[]>()(leads);
gives<undefined>()(batch((b) => void b.crmLeadDelete({ id: 1 })));
const shape = await batch((b) => ({
  text: "as it is",
  when: new Date(),
  deep: [{ title: b.crmLeadGet({ id: 1 }).NAME }],
}));
is<{ text: "as it is"; when: Date; deep: [{ title: string | null }] }>()(shape);
gives<unknown>()(batch((b) => b.crmLeadGet({ id: 1 }, { raw: true })));
const profile = await batch((b) => b.call("profile"));
is<Profile>()(profile);
gives<unknown>()(batch((b) => b.call("crm.deal.list", { filter: { ID: 1 } })));
const count = await batch((b) => b.crmLeadList().items.length);
is<number>()(count);

const settled = await batch.settled((b) => ({ one: b.crmLeadGet({ id: 1 }), all: [b.crmLeadDelete({ id: 1 })] }), {
  halt: true,
  timeout: 5000,
  client: {} as Portal,
});
is<BatchOutcome<CrmLead>>()(settled.one);
is<[BatchOutcome<boolean>]>()(settled.all);
if (settled.one.status === "rejected") is<string>()(settled.one.reason.code);
else is<number>()(settled.one.value.ID);

await connect({ webhook: "https://example.bitrix24.com/rest/1/secret/", autoBatch: true });

batch((b) => {
  const lead = b.crmLeadGet({ id: 7 });
  // A field that may be null fits where its value does, and a list may be made of references.
  b.crmContactUpdate({ id: lead.CONTACT_ID, fields: { NAME: lead.NAME } });
  b.crmLeadList({ filter: { "@ID": [lead.ID, 5], ">=DATE_CREATE": lead.DATE_CREATE }, order: { ID: "ASC" } });
  b.crmLeadContactItemsSet({ id: 7, items: b.crmLeadContactItemsGet({ id: 8 }) });
  b.crmLeadUpdate({ id: b.crmLeadGet({ id: 7 }, { raw: true }).PARENT_ID_5, fields: {} });
  b.crmLeadUpdate({ id: b.call("crm.deal.get", { id: lead.ID }).LEAD_ID, fields: {} });
  const items = b.crmItemList({ entityTypeId: 1 }).items;
  b.crmItemUpdate({ entityTypeId: 1, id: items[49].id, fields: { title: items[0].title } });
  // @ts-expect-error: an index that is only known when the program runs may be none
  items[{} as number].id;
  // @ts-expect-error: a title is no number
  b.crmLeadGet({ id: lead.TITLE });
  // @ts-expect-error: a lead is no number
  b.crmLeadGet({ id: lead });
  // @ts-expect-error: there is no such field
  lead.TITEL;
  // @ts-expect-error: a misspelt parameter
  b.crmLeadAdd({ field: { TITLE: "x" } });
  // @ts-expect-error: a misspelt field
  b.crmLeadAdd({ fields: { TITEL: "x" } });
  // @ts-expect-error: the id is missing
  b.crmLeadGet({});
  // @ts-expect-error: parameters are missing
  b.crmLeadGet();
  // @ts-expect-error: a command has no client of its own
  b.crmLeadGet({ id: 1 }, { client: {} as Portal });
  // @ts-expect-error: whole lists are no commands
  b.crmLeadListAll();
  // @ts-expect-error: a declared method keeps its parameters' types
  b.call("crm.lead.get", { id: {} });
  // @ts-expect-error: a reference is no number to calculate with
  b.crmLeadList().total + 1;
  // @ts-expect-error: there is no such method
  b.crmProfile();
});
// @ts-expect-error: there is no such option
batch((b) => b.crmLeadFields(), { raw: true });
// @ts-expect-error: the commands of a batch are added at once
batch(async (b) => b.crmLeadFields());
// @ts-expect-error: the commands of a batch are added at once
batch.settled(async (b) => b.crmLeadFields(), { halt: true });
batch(() => {}, { halt: true });

// Rows have the fields that were selected.
const selected = await batch((b) => b.crmLeadList({ select: ["ID", "TITLE"], filter: { OPENED: true } }));
is<Page<Pick<CrmLead, "ID" | "TITLE">>>()(selected);
const whole = await batch((b) => b.crmItemList({ entityTypeId: 1 }));
is<string | null | undefined>()(whole.items[0]!.title);
const unknown = await batch((b) => b.crmLeadList({ select: {} as ("ID" | "TITLE")[] }, { raw: true }));
is<unknown>()(unknown);
batch((b) => {
  // @ts-expect-error: the title was not selected
  b.crmLeadGet({ id: b.crmLeadList({ select: ["ID"] }).items[0].TITLE });
  // @ts-expect-error: there is no such field
  b.crmLeadList({ select: ["TITEL"] });
  // @ts-expect-error: there is no such parameter
  b.crmLeadList({ selct: ["TITLE"] });
  // @ts-expect-error: the type of item is missing
  b.crmItemList({ select: ["id"] });
});

try {
  await batch((b) => b.crmLeadGet({ id: 1 }));
} catch (error) {
  if (error instanceof CrmError && error.results) is<BatchOutcome>()(error.results[0]!);
}
