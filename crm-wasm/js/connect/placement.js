// By the handshake with the page that embeds the app.

import { failed } from "../error.js";
import { parsed } from "../json.js";
import { read } from "../options.js";
import { openPortal } from "../portal.js";
import { beside, isListed } from "../transport/address.js";
import { Frame, pageOf } from "../transport/frame.js";
import { byFrame, fromWire, tokenCredential } from "../transport/token.js";

/** The portal's page that embeds this one, as the frame's name tells it; undefined elsewhere. */
export function embeddingPage({ window } = globalThis) {
  return window && window.parent !== window ? pageOf(String(window.name)) : undefined;
}

/** Reads whom to believe; gives the function that connects. */
export function byPlacement(options, settings, problems) {
  const names = (value) =>
    !(Array.isArray(value) && value.every((name) => typeof name === "string")) && "is not a list of host names";
  const { portals } = read(options === true ? undefined : options, "placement", { portals: names }, problems);
  const page = embeddingPage();
  if (!page) problems.push({ path: "placement", message: "is there in the frame of a portal's page only" });
  else if (portals && !isListed(page.host, portals)) {
    problems.push({ path: "placement.portals", message: `does not list ${page.host}, which embeds this page` });
  }
  return () => shakeHands(new Frame(globalThis.window, page), page, portals, settings);
}

/** Asks the portal page for a token and for what the app was opened with. */
async function shakeHands(frame, page, portals, settings) {
  try {
    const data = await frame.ask("getInitData");
    if (!data || typeof data !== "object")
      throw failed("protocol", "the portal page's answer to getInitData is no object");
    // Tells the portal that the app runs for this user. When the page stays silent the app runs all the same, and the page asks
    // again the next time.
    if (isTrue(data.FIRST_RUN)) await frame.ask("setInstall", '{"install":true}').catch(() => {});
    // A user without access to the app sees its placement without a token: calls are refused then, not the connection.
    const credential = tokenCredential(fromWire(data), byFrame(frame));
    const address = { ...beside(page, data.PATH), portals };
    return openPortal("placement", address, credential, settings, frame, context(data));
  } catch (failure) {
    frame.close();
    throw failure;
  }
}

/** The placement, without the tokens that came with it. */
function context(data) {
  const info = {
    lang: String(data.LANG ?? ""),
    memberId: String(data.MEMBER_ID ?? ""),
    isAdmin: isTrue(data.IS_ADMIN),
    firstRun: isTrue(data.FIRST_RUN),
    install: isTrue(data.INSTALL),
    userOptions: mapOf(data.USER_OPTIONS),
    appOptions: mapOf(data.APP_OPTIONS),
  };
  return { code: String(data.PLACEMENT ?? ""), options: mapOf(data.PLACEMENT_OPTIONS), info: Object.freeze(info) };
}

function isTrue(value) {
  return value === true || value === "true";
}

/** A map that is `[]` or `""` when it is empty, and may be JSON text. */
function mapOf(value) {
  const map = typeof value === "string" ? parsed(value) : value;
  return map && typeof map === "object" && !Array.isArray(map) ? map : {};
}
