// Tabs by the ARIA pattern: arrows move, Home and End jump, the address keeps the chosen tab.

/** Makes every tab list of the page work; `shown(panel)` runs whenever a panel comes to the front. */
export function startTabs(shown) {
  for (const list of document.querySelectorAll("[role=tablist]")) startList(list, shown);
}

function startList(list, shown) {
  const tabs = [...list.querySelectorAll("[role=tab]")];
  list.addEventListener("click", (event) => {
    const tab = event.target.closest("[role=tab]");
    // With a key held down the link opens a tab or window of the browser's own.
    if (!tab || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(tabs, tab, shown);
  });
  list.addEventListener("keydown", (event) => {
    const next = event.key === " " ? event.target : neighbour(tabs, event);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    show(tabs, next, shown);
  });
  window.addEventListener("hashchange", () => {
    const tab = fromAddress(tabs);
    if (tab) show(tabs, tab, shown, false);
  });
  show(tabs, fromAddress(tabs) ?? tabs[0], shown, false);
}

function neighbour(tabs, event) {
  const at = tabs.indexOf(event.target);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + tabs.length, Home: 0, End: tabs.length - 1 }[event.key];
  return to === undefined ? undefined : tabs[to % tabs.length];
}

function fromAddress(tabs) {
  return tabs.find((tab) => `#${tab.dataset.name}` === window.location.hash);
}

function show(tabs, chosen, shown, remember = true) {
  for (const tab of tabs) {
    const active = tab === chosen;
    tab.setAttribute("aria-selected", String(active));
    tab.tabIndex = active ? 0 : -1;
    panelOf(tab).hidden = !active;
  }
  if (remember) window.history.replaceState(null, "", `#${chosen.dataset.name}`);
  shown(panelOf(chosen));
}

function panelOf(tab) {
  return document.getElementById(tab.getAttribute("aria-controls"));
}
