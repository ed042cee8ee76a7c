// Commands that let the user choose: a dialog over the page, an answer when something was chosen, none on cancel.

import { chooseFrom } from "../ui/chooser.js";
import { t } from "../ui/text.js";
import { ask } from "./backend.js";
import { membersOf } from "./message.js";
import { SILENT } from "./silent.js";

// Names are keys of texts.
const CRM_TYPES = {
  lead: { letter: "L", name: "nav.leads" },
  contact: { letter: "C", name: "nav.contacts" },
  company: { letter: "CO", name: "nav.companies" },
  deal: { letter: "D", name: "choose.deals" },
  quote: { letter: "Q", name: "choose.quotes" },
};

/** Commands that open a dialog. */
export const CHOICES = {
  async selectUser(_, params) {
    const { mult, title } = membersOf(params);
    const several = mult === true || mult === "Y";
    const chosen = await chooseFrom({
      title: String(title || t(several ? "choose.people" : "choose.person")),
      several,
      sources: [people()],
    });
    if (chosen === null) return SILENT;
    const users = chosen.map((item) => item.value);
    return several ? users : users[0];
  },

  async selectAccess(_, params) {
    const { value } = membersOf(params);
    const chosen = await chooseFrom({
      title: t("choose.access"),
      several: true,
      sources: [accessRights()],
      selected: listOf(value),
    });
    return chosen === null ? SILENT : chosen.map((item) => item.value);
  },

  async selectCRM(_, params) {
    const { entityType, multiple, value } = membersOf(params);
    const types = listOf(entityType).filter((type) => Object.hasOwn(CRM_TYPES, type));
    const shown = types.length > 0 ? types : ["lead", "contact"];
    const chosen = await chooseFrom({
      title: t("choose.crm"),
      several: multiple === true || multiple === "Y",
      sources: shown.map(records),
      selected: selectedIds(value),
    });
    return chosen === null ? SILENT : byType(chosen, shown);
  },
};

// A source finds items by words, and by ids those that are marked at the start. An item is an id, what the dialog
// shows, and the value the app gets.
function people() {
  const search = async (query) => {
    const users = await ask("users", { query });
    return users.map((user) => ({ id: user.id, title: user.name, desc: user.position, value: user }));
  };
  return { type: "user", name: t("choose.users"), search, load: async () => [] };
}

function accessRights() {
  const search = async (query) => {
    const users = await ask("users", { query });
    return users.map(({ id, name, position }) => {
      const value = { id: `U${id}`, name, provider: "User" };
      return { id: value.id, title: name, desc: position, value };
    });
  };
  const load = async (ids) => (await search("")).filter(({ id }) => ids.includes(id));
  return { type: "access", name: t("choose.users"), search, load };
}

function records(type) {
  const find = async (wanted) => {
    const found = await ask("search", { type, ...wanted });
    return found.map((value) => ({ id: value.id, title: value.title, desc: value.desc, value }));
  };
  const prefix = `${CRM_TYPES[type].letter}_`;
  const load = async (ids) => {
    const own = ids.filter((id) => id.startsWith(prefix));
    return own.length > 0 ? find({ ids: own.join(",") }) : [];
  };
  return { type, name: t(CRM_TYPES[type].name), search: (query) => find({ query }), load };
}

function listOf(value) {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === "object" && value !== null) return Object.values(value).map(String);
  return value ? [String(value)] : [];
}

// Preselected records come as a list of "L_7", or as numbers by type: {lead: [7]}.
function selectedIds(value) {
  if (Array.isArray(value) || typeof value !== "object" || value === null) return listOf(value);
  return Object.entries(value).flatMap(([type, ids]) => listOf(ids).map((id) => crmId(type, id)));
}

function crmId(type, id) {
  const letter = CRM_TYPES[type]?.letter;
  return letter && /^\d+$/.test(id) ? `${letter}_${id}` : id;
}

// The portal answers with maps whose keys are positions, not with lists.
function byType(chosen, types) {
  const answer = {};
  for (const type of types) {
    const rows = chosen.filter((item) => item.type === type).map((item) => item.value);
    if (rows.length > 0) answer[type] = { ...rows };
  }
  return answer;
}
