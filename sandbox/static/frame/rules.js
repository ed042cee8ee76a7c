// Which commands exist where. A command that is denied is met with silence: the protocol has no errors.

const PAGE_ONLY = ["setTitle", "setScroll", "reloadWindow"];
const PLACEMENT_ONLY = ["placementBindEvent"];

/** Commands that come with a placement; a frame has those its placement declares. */
export const PLACEMENT_COMMANDS = ["reloadData"];

/** Whether `frame` may send `command`. */
export function isAllowed(command, frame) {
  const onPage = frame.placement === "DEFAULT";
  if (PAGE_ONLY.includes(command)) return onPage;
  if (PLACEMENT_ONLY.includes(command)) return !onPage;
  if (PLACEMENT_COMMANDS.includes(command)) return frame.commands.includes(command);
  if (command === "resizeWindow") return frame.mode !== "slider";
  return true;
}

/** The commands of the frame's placement that this portal carries out. */
export function placementCommands(frame) {
  return frame.commands.filter((command) => PLACEMENT_COMMANDS.includes(command));
}
