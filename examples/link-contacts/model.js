// What the app knows, and how it changes. A change shows at once; the portal's word replaces the guess.

import * as portalData from "./contacts.js";
import { describeProblem } from "./problems.js";

const TYPING_PAUSE = 250;
const SHORTEST_QUERY = 2;

/** The state of one lead's tab and the actions on it. */
export class LeadModel {
  lead = null;
  links = [];
  contacts = new Map();
  busy = null;
  problem = null;
  notice = "";
  search = { text: "", found: [], state: "idle", problem: null };
  #stages = new Map();
  #listeners = [];
  #typing = undefined;
  #asking = undefined;

  /**
   * @param {number} leadId the lead whose card is open
   * @param {object} placement the connection to the card
   */
  constructor(leadId, placement) {
    this.leadId = leadId;
    this.placement = placement;
  }

  /** Runs `listener` after every change. */
  onChange(listener) {
    this.#listeners.push(listener);
  }

  /** Reads everything for the first time, or again after it failed. */
  async load() {
    this.problem = null;
    try {
      // Without the stages' names there is still a lead to show.
      const stages = portalData.readStages().then(
        (read) => (this.#stages = read),
        () => {},
      );
      await Promise.all([stages, this.#readRecords()]);
    } catch (error) {
      this.problem = describeProblem(error, () => this.load());
    }
    this.#changed();
  }

  /** Links `contact`, which a search found. */
  link(contact) {
    const id = contact.ID;
    this.contacts.set(id, contact);
    const sort = Math.max(0, ...this.links.map((known) => known.SORT)) + 10;
    const guess = [...this.links, { CONTACT_ID: id, SORT: sort, IS_PRIMARY: this.links.length === 0 }];
    return this.#change(id, guess, async () => {
      const added = await portalData.link(this.leadId, id);
      return added ? `${nameOf(contact)} is linked.` : `${nameOf(contact)} was linked already.`;
    });
  }

  /** Makes a linked contact the main one. */
  makePrimary(id) {
    const guess = this.links.map((known) => ({ ...known, IS_PRIMARY: known.CONTACT_ID === id }));
    return this.#change(id, guess, async () => {
      await portalData.makePrimary(this.leadId, id);
      return `${this.nameById(id)} is the main contact.`;
    });
  }

  /** Takes a contact off the lead. */
  unlink(id) {
    const name = this.nameById(id);
    return this.#change(id, withoutLink(this.links, id), async () => {
      const removed = await portalData.unlink(this.leadId, id);
      return removed ? `${name} is no longer linked.` : `${name} was not linked any more.`;
    });
  }

  /** Takes every contact off the lead. */
  unlinkAll() {
    return this.#change("all", [], async () => {
      await portalData.unlinkAll(this.leadId);
      return "No contact is linked now.";
    });
  }

  /** Takes what was typed and searches once the typing pauses. */
  type(text) {
    clearTimeout(this.#typing);
    this.#asking?.abort();
    const query = text.trim();
    const ready = query.length >= SHORTEST_QUERY;
    this.search = { text: query, found: ready ? this.search.found : [], state: ready ? "busy" : "idle", problem: null };
    this.#changed();
    if (ready) this.#typing = setTimeout(() => this.find(query), TYPING_PAUSE);
  }

  /** Searches at once. */
  async find(query) {
    const asking = new AbortController();
    this.#asking = asking;
    let result;
    try {
      result = { found: await portalData.findContacts(query, asking.signal), state: "done", problem: null };
    } catch (error) {
      result = { found: [], state: "done", problem: describeProblem(error, () => this.type(query)) };
    }
    // A newer search is under way: this answer is about something nobody asks any more.
    if (asking.signal.aborted) return;
    this.search = { text: query, ...result };
    this.#changed();
  }

  /** The name of the lead's stage. */
  get stage() {
    return this.#stages.get(this.lead.STATUS_ID) ?? this.lead.STATUS_ID;
  }

  /** Whether a contact is linked. */
  isLinked(id) {
    return this.links.some((known) => known.CONTACT_ID === id);
  }

  /** What to call a linked contact, also one that cannot be read. */
  nameById(id) {
    const contact = this.contacts.get(id);
    return contact ? nameOf(contact) : `Contact ${id}`;
  }

  async #change(what, guess, work) {
    if (this.busy !== null) return;
    const before = this.links;
    Object.assign(this, { busy: what, links: guess, problem: null, notice: "" });
    this.#changed();
    try {
      this.notice = await work();
    } catch (error) {
      this.links = before;
      this.problem = describeProblem(error, () => this.#change(what, guess, work));
    }
    await this.#settle();
  }

  // After a failure too: a call that timed out may still have arrived.
  async #settle() {
    try {
      await this.#readRecords();
    } catch (error) {
      this.problem ??= describeProblem(error, () => this.load());
    }
    this.busy = null;
    this.#changed();
    // The card around the tab may be an older portal's that does not refresh on request.
    this.placement.call("reloadData").catch(() => {});
  }

  async #readRecords() {
    const [lead, links] = await Promise.all([portalData.readLead(this.leadId), portalData.readLinks(this.leadId)]);
    const unknown = links.map((known) => known.CONTACT_ID).filter((id) => !this.contacts.has(id));
    for (const [id, contact] of await portalData.readContacts(unknown)) this.contacts.set(id, contact);
    Object.assign(this, { lead, links });
  }

  #changed() {
    for (const listener of this.#listeners) listener();
  }
}

// The portal promotes the first of the others when the main contact goes.
function withoutLink(links, id) {
  const rest = links.filter((known) => known.CONTACT_ID !== id);
  if (rest.length > 0 && !rest.some((known) => known.IS_PRIMARY)) rest[0] = { ...rest[0], IS_PRIMARY: true };
  return rest;
}

/** A contact's full name, or what else it can be called. */
export function nameOf(contact) {
  return [contact.NAME, contact.LAST_NAME].filter(Boolean).join(" ") || `Contact ${contact.ID}`;
}
