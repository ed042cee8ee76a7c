// Who the app is and what it remembers: tokens, installation, options.

import { ask, send } from "./backend.js";
import { membersOf } from "./message.js";
import { SILENT } from "./silent.js";

/** Commands that work in every frame. */
export const SESSION = {
  async getInitData(frame) {
    const data = await frame.page.attempt("getInitData", ask("init", { sid: frame.sid }));
    if (data === undefined) return SILENT;
    const firstRun = frame.firstRun && data.FIRST_RUN;
    frame.firstRun = false;
    return { ...data, FIRST_RUN: firstRun };
  },

  async refreshAuth(frame) {
    const tokens = await frame.page.attempt("refreshAuth", send("refresh", { sid: frame.sid }));
    return tokens ?? SILENT;
  },

  async setInstall(frame, params) {
    const { install } = membersOf(params);
    const done = await frame.page.attempt("setInstall", send("install", { sid: frame.sid, install: Boolean(install) }));
    return done === undefined ? SILENT : params;
  },

  async setInstallFinish(frame, params) {
    const finished = membersOf(params).value !== false;
    if (!frame.admin) return SILENT;
    const done = await frame.page.attempt(
      "setInstallFinish",
      send("installed", { sid: frame.sid, installed: finished }),
    );
    if (done !== undefined) frame.page.reloadFinished(finished);
    return SILENT;
  },

  async setUserOption(frame, params) {
    const done = await storeOption(frame, "user", params);
    return done === undefined ? SILENT : params;
  },

  async setAppOption(frame, params) {
    if (!frame.admin) return SILENT;
    return (await storeOption(frame, "app", params)) ?? SILENT;
  },
};

// Options are written in the order they were sent: the last value of a name is the one that stays.
let queue = Promise.resolve();

function storeOption(frame, scope, params) {
  const { name, value } = membersOf(params);
  const body = { sid: frame.sid, scope, name: String(name ?? ""), value: value ?? null };
  const written = queue.then(() => frame.page.attempt(`set ${scope} option`, send("option", body)));
  queue = written;
  return written;
}
