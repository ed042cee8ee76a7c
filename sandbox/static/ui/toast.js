// Short messages in the corner of the page, read aloud by screen readers.

const SHOWN_FOR = 6000;

/** Shows `text` for a few seconds. */
export function toast(text) {
  const message = document.createElement("p");
  message.className = "toast";
  message.textContent = text;
  const shown = region();
  shown.append(message);
  // Shown anew each time, so that it lies above a dialog opened meanwhile.
  shown.hidePopover();
  shown.showPopover();
  setTimeout(() => message.remove(), SHOWN_FOR);
}

function region() {
  const known = document.getElementById("toasts");
  if (known) return known;
  const created = document.createElement("div");
  created.id = "toasts";
  created.className = "toasts";
  created.setAttribute("role", "status");
  created.popover = "manual";
  document.body.append(created);
  return created;
}
