// The portal page has no way to say no: it is silent. What that means is known for some commands.

const CANCELLED = "the user may have closed the dialog";
const OPEN = "the panel may still be open";
const OWN_PAGE = "only the application's own page may do that";

const MEANINGS = {
  __proto__: null,
  selectUser: CANCELLED,
  selectAccess: CANCELLED,
  selectCRM: CANCELLED,
  openPath: OPEN,
  openApplication: OPEN,
  closeApplication: "no panel shows this application",
  setAppOption: "it takes an administrator",
  setTitle: OWN_PAGE,
  setScroll: OWN_PAGE,
  resizeWindow: "a panel has its own size",
};

/** Commands that are carried out and never answered. */
export const MUTE = ["reloadWindow", "setInstallFinish", "imCallTo", "imPhoneTo", "imOpenMessenger", "imOpenHistory"];

/** What it means when a command is not answered. */
export function meaningOf(command) {
  return MEANINGS[command] ?? "it is silent about what it does not know or does not allow here";
}

/** Whether a command is answered when its user is ready. */
export function takesTime(command) {
  return [CANCELLED, OPEN].includes(MEANINGS[command]);
}
