// A lead's page and the app in its tab, as a person meets them.

import { screenshot } from "../support/places.mjs";

/** Opens the page of a lead. What goes wrong in the browser is collected in `complaints`. */
export async function openLead(browser, sandbox, lead) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const card = new LeadCard(page, sandbox);
  page.on("pageerror", (error) => card.complaints.push(String(error)));
  page.on("console", (message) => message.type() === "error" && card.complaints.push(message.text()));
  await page.goto(`${sandbox.origin}/crm/lead/details/${lead}/`);
  return card;
}

class LeadCard {
  complaints = [];

  constructor(page, sandbox) {
    this.page = page;
    this.sandbox = sandbox;
    this.app = page.frameLocator('iframe[id^="appframe_"]');
    this.badge = page.locator("#card-head .badge.repeat");
    this.contacts = page.locator("#card-contacts li[data-contact]");
    this.mainContact = this.contacts.filter({ has: page.locator(".badge.primary") });
    this.search = this.app.getByRole("searchbox", { name: "Link a contact" });
    this.linked = this.app.getByRole("region", { name: "Linked contacts" });
    this.problem = this.app.getByRole("alert");
  }

  /** The lead's own field, which a repeat lead does not show. */
  field(name) {
    return this.page.locator(`#card-general [data-field="${name}"]`);
  }

  /** The tab with the lead's fields. */
  showFields() {
    return this.page.getByRole("tab").first().click();
  }

  /** The app's tab; waits until the app shows the lead. */
  async showApp() {
    await this.page.getByRole("tab").nth(1).click();
    await this.app.getByRole("heading", { level: 1 }).waitFor();
  }

  /** The frame of the app, for what happens inside it. */
  get appFrame() {
    return this.page.frames().find((frame) => frame.url().startsWith(this.sandbox.appOrigin));
  }

  /** Types into the app's search and links the contact of this name. */
  async link(text, name) {
    await this.search.fill(text);
    await this.app.getByRole("button", { name: `Link ${name}`, exact: true }).click();
    await this.status(`${name} is linked.`);
  }

  /** Presses a button of a linked contact. */
  press(label) {
    return this.linked.getByRole("button", { name: label, exact: true }).click();
  }

  /** Waits until the app says this. */
  status(text) {
    return this.app.getByRole("status").filter({ hasText: text }).waitFor();
  }

  /** Waits until the portal has made the app's frame as high as its content. */
  fits() {
    return this.appFrame.waitForFunction(() => {
      const { scrollHeight, clientHeight } = document.documentElement;
      return clientHeight === 0 || scrollHeight <= clientHeight;
    });
  }

  /** Keeps what the page looks like now. */
  async picture(name) {
    if (this.appFrame) await this.fits();
    return this.page.screenshot({ path: screenshot(name), fullPage: true });
  }

  close() {
    return this.page.close();
  }
}
