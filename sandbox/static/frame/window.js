// The app's place on the page: size, title, scrolling, and what opens over the page.

import { membersOf } from "./message.js";
import { SILENT } from "./silent.js";

// Where an app may send its user: cards of the CRM, the marketplace, people and groups.
const OPEN_PATH =
  /^\/(crm\/(deal|lead|contact|company|type)|marketplace|company\/personal\/user\/\d+|workgroups\/group\/\d+)\//;

const SLIDER_SETTINGS = ["bx24_width", "bx24_leftBoundary", "bx24_title", "bx24_label"];

/** Commands about windows. */
export const WINDOW = {
  resizeWindow(frame, params) {
    const { width, height } = membersOf(params);
    return frame.resize(lengthOf(width), lengthOf(height));
  },

  setTitle(frame, params) {
    frame.page.setTitle(String(membersOf(params).title ?? ""));
    return params;
  },

  setScroll(frame, params) {
    window.scrollTo(0, Number(membersOf(params).scroll) || 0);
    return params;
  },

  reloadWindow() {
    window.location.reload();
    return SILENT;
  },

  async openApplication(frame, params) {
    const members = Object.entries(membersOf(params));
    const options = Object.fromEntries(members.filter(([name]) => !SLIDER_SETTINGS.includes(name)));
    const settings = Object.fromEntries(members.filter(([name]) => SLIDER_SETTINGS.includes(name)));
    await frame.page.openApplication(frame, options, settings);
    return undefined;
  },

  closeApplication(frame) {
    return frame.page.closeApplication(frame.app) ? undefined : SILENT;
  },

  async openPath(frame, params) {
    const path = String(membersOf(params).path ?? "");
    if (!OPEN_PATH.test(path)) return { result: "error", errorCode: "PATH_NOT_AVAILABLE" };
    await frame.page.openPath(path);
    return { result: "close" };
  },

  imCallTo: (frame, params) => withoutMessenger(frame, "imCallTo", params),
  imPhoneTo: (frame, params) => withoutMessenger(frame, "imPhoneTo", params),
  imOpenMessenger: (frame, params) => withoutMessenger(frame, "imOpenMessenger", params),
  imOpenHistory: (frame, params) => withoutMessenger(frame, "imOpenHistory", params),
};

function lengthOf(size) {
  if (size === "100%") return "100%";
  const pixels = Number.parseFloat(size);
  return Number.isFinite(pixels) && pixels > 0 ? `${Math.round(pixels)}px` : undefined;
}

function withoutMessenger(frame, command, params) {
  frame.page.notify(
    `The app sent ${command} ${JSON.stringify(params)}. This sandbox has no messenger and no telephony.`,
  );
  return SILENT;
}
