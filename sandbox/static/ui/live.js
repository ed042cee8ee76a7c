// Refreshing what the page shows about its records, without touching the apps in its tabs.

import { t } from "./text.js";

const CHANGED_FOR = 1600;

/**
 * Fetches the page's live parts again and puts them in place of the old ones.
 *
 * The address answers `?view=live` with the elements marked `data-live` alone, so no app frame is opened for it.
 */
export async function reloadLive() {
  const address = new URL(window.location.href);
  address.searchParams.set("view", "live");
  const response = await fetch(address);
  if (!response.ok) throw new Error(t("page.unreadable", { status: response.status }));
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
  for (const part of fresh.querySelectorAll("[data-live]")) replace(part);
  return true;
}

function replace(fresh) {
  const old = document.getElementById(fresh.id);
  if (old === null || old.innerHTML === fresh.innerHTML) return;
  const known = new Set(panelsOf(old).map((panel) => panel.innerHTML));
  const adopted = document.adoptNode(fresh);
  old.replaceWith(adopted);
  for (const panel of panelsOf(adopted)) {
    if (!known.has(panel.innerHTML)) flash(panel);
  }
}

function panelsOf(part) {
  return [...part.querySelectorAll(".panel")];
}

function flash(panel) {
  panel.classList.add("is-changed");
  setTimeout(() => panel.classList.remove("is-changed"), CHANGED_FOR);
}
