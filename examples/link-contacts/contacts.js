// What the app asks of the portal and tells it. Every call is one exported function of crm-wasm.

import {
  crmContactList,
  crmLeadContactAdd,
  crmLeadContactDelete,
  crmLeadContactItemsDelete,
  crmLeadContactItemsGet,
  crmLeadContactItemsSet,
  crmLeadGet,
  crmStatusList,
} from "crm-wasm";

const FIELDS = /** @type {const} */ (["ID", "NAME", "LAST_NAME", "POST", "PHONE", "EMAIL"]);
const PAGE = 50;
const FOUND = 20;

/** The lead itself. */
export const readLead = (id) => crmLeadGet({ id });

/** The lead's links, in their order. */
export const readLinks = (id) => crmLeadContactItemsGet({ id });

/** The names of the stages by their code. */
export async function readStages() {
  const stages = await crmStatusList({ filter: { ENTITY_ID: "STATUS" } });
  return new Map(stages.map((stage) => [stage.STATUS_ID, stage.NAME]));
}

/** Contacts by id. Asks for a page at a time; an empty list of ids would mean every contact there is. */
export async function readContacts(ids) {
  const found = new Map();
  for (let at = 0; at < ids.length; at += PAGE) {
    const page = await crmContactList({ filter: { "@ID": ids.slice(at, at + PAGE) }, select: FIELDS, start: -1 });
    for (const contact of page.items) found.set(contact.ID, contact);
  }
  return found;
}

/** Contacts that match what was typed, the best `FOUND` of them. */
export async function findContacts(text, signal) {
  const pages = await Promise.all(
    filtersFor(text).map((filter) =>
      crmContactList({ filter, select: FIELDS, order: { LAST_NAME: "ASC" }, start: -1 }, { signal }),
    ),
  );
  const found = new Map(pages.flatMap((page) => page.items).map((contact) => [contact.ID, contact]));
  return [...found.values()].slice(0, FOUND);
}

// The portal has no OR between fields, so each way to read the text is a question of its own.
// E-mails and phones match from their first character on.
function filtersFor(text) {
  if (text.includes("@")) return [{ EMAIL: text }];
  if (/^[+(\d][\d\s()+-]*$/.test(text)) return [{ PHONE: text }];
  const [first, ...rest] = text.split(/\s+/);
  const last = rest.join(" ");
  if (last === "") return [{ "%NAME": first }, { "%LAST_NAME": first }, { EMAIL: first }];
  return [
    { "%NAME": first, "%LAST_NAME": last },
    { "%NAME": last, "%LAST_NAME": first },
  ];
}

/** Links a contact; false when it was linked already. */
export const link = (id, contactId) => crmLeadContactAdd({ id, fields: { CONTACT_ID: contactId } });

/** Takes a contact off the lead; false when it was not linked. */
export const unlink = (id, contactId) => crmLeadContactDelete({ id, fields: { CONTACT_ID: contactId } });

/** Takes every contact off the lead. */
export const unlinkAll = (id) => crmLeadContactItemsDelete({ id });

/**
 * Makes a linked contact the main one and leaves the order alone. The whole set is written, so it is read first:
 * a contact that somebody else linked meanwhile stays linked.
 */
export async function makePrimary(id, contactId) {
  const links = await readLinks(id);
  const items = links.map(({ CONTACT_ID, SORT }) => ({ CONTACT_ID, SORT, IS_PRIMARY: CONTACT_ID === contactId }));
  return crmLeadContactItemsSet({ id, items });
}
