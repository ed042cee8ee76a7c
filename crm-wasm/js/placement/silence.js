// The portal page has no way to say no: it is silent. What silence means is known for some commands.

const CANCELLED = "the user may have closed the dialog";
const STILL_OPEN = "it answers when the panel is closed";
const OWN_PAGE = "only the application's own page may do that, not a placement";

const MEANINGS = new Map(
  Object.entries({
    selectUser: CANCELLED,
    selectAccess: CANCELLED,
    selectCRM: CANCELLED,
    openPath: STILL_OPEN,
    openApplication: STILL_OPEN,
    closeApplication: "it closes a panel that shows this application, and none is on top",
    setAppOption: "it takes an administrator",
    setTitle: OWN_PAGE,
    setScroll: OWN_PAGE,
    resizeWindow: "the portal itself sets the size of a panel",
  }),
);

/** Commands that are carried out and never answered. */
export const MUTE = ["reloadWindow", "setInstallFinish", "imCallTo", "imPhoneTo", "imOpenMessenger", "imOpenHistory"];

/** What it means when a command is not answered. */
export function meaningOf(command) {
  return MEANINGS.get(command) ?? "it is silent about commands that it does not know or does not allow here";
}

/** Whether a command is answered when its user is ready. */
export function takesTime(command) {
  return [CANCELLED, STILL_OPEN].includes(MEANINGS.get(command));
}
