// The panel that slides over the page and shows another page of the portal in it.

import { element, iconButton } from "./elements.js";
import { reloadLive } from "./live.js";
import { t } from "./text.js";

const CLOSE = "sandbox:close-slider";
const RELOAD = "sandbox:reload";
const RENAME = "sandbox:rename";
const open = [];

/** Whether this page is itself shown in a slider. */
const inSlider = window.parent !== window;

/**
 * Slides the page at `path` in; settles when it was closed.
 *
 * @param {string} path a path on this portal
 * @param {{ app?: string, title?: string, width?: number }} settings
 */
export function openSlider(path, { app, title, width } = {}) {
  return new Promise((closed) => {
    const dialog = document.createElement("dialog");
    dialog.className = "slider";
    dialog.setAttribute("aria-label", title || t("slider.panel"));
    if (width > 0) dialog.style.maxWidth = `${Math.round(width)}px`;
    const name = element("p", { textContent: title ?? "" });
    const frame = content(path, title);
    const bar = element(
      "header",
      { className: "slider-bar" },
      name,
      iconButton(t("slider.close"), () => dialog.close()),
    );
    dialog.append(bar, frame);
    dialog.addEventListener("close", () => {
      open.splice(open.indexOf(entry), 1);
      dialog.remove();
      closed();
    });
    const entry = { app, dialog, name };
    open.push(entry);
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Closes the uppermost slider when it shows `app`; says whether it did. */
export function closeSliderOf(app) {
  const top = open.at(-1);
  if (top !== undefined && top.app === app) {
    top.dialog.close();
    return true;
  }
  if (!inSlider) return false;
  // The answer to the app leaves first, then the frame it lives in goes.
  setTimeout(closeAround, 0);
  return true;
}

/** In a slider, writes `title` over the page. */
export function nameSlider(title) {
  if (inSlider) window.parent.dispatchEvent(new CustomEvent(RENAME, { detail: title }));
}

/** In a slider, refreshes the page behind it. */
export async function reloadAround() {
  window.parent.dispatchEvent(new CustomEvent(RELOAD));
  return true;
}

/** Does what a page in a slider of this page asks for, and lets the Escape key close the slider around this page. */
export function startSliders() {
  window.addEventListener(CLOSE, () => open.at(-1)?.dialog.close());
  window.addEventListener(RELOAD, () => reloadLive());
  window.addEventListener(RENAME, ({ detail }) => open.at(-1)?.name.replaceChildren(String(detail)));
  if (!inSlider) return;
  window.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && open.length === 0 && !document.querySelector("dialog[open]")) closeAround();
  });
}

function closeAround() {
  window.parent.dispatchEvent(new CustomEvent(CLOSE));
}

function content(path, title) {
  const frame = document.createElement("iframe");
  const address = new URL(path, window.location.origin);
  address.searchParams.set("IFRAME", "Y");
  frame.title = title || t("slider.panel");
  frame.src = address.href;
  return frame;
}
