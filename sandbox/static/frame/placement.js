// Commands that exist because of where the app is shown.

import { membersOf } from "./message.js";
import { placementCommands } from "./rules.js";
import { SILENT } from "./silent.js";

/** Commands of placements. */
export const PLACEMENT = {
  getInterface(frame) {
    return { command: placementCommands(frame), event: frame.events };
  },

  placementBindEvent(frame, params, callback) {
    const { event } = membersOf(params);
    if (frame.events.includes(event)) frame.subscribe(event, callback);
    return SILENT;
  },

  async reloadData(frame) {
    const done = await frame.page.attempt("reloadData", frame.page.reloadData(frame.mode));
    return done === undefined ? SILENT : undefined;
  },
};
