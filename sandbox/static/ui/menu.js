// A menu below its button, by the ARIA pattern: arrows move, Home and End jump, Escape closes.

import { element } from "./elements.js";

/**
 * Opens a menu at `button`; the name of what was chosen is handed to `choose`.
 *
 * @param {HTMLElement} button where it belongs
 * @param {string} label what the menu is called
 * @param {{ name: string, value: string, current?: boolean }[]} items
 * @param {(value: string) => void} choose
 */
export function openMenu(button, label, items, choose) {
  const menu = element("div", { className: "menu", popover: "auto" });
  menu.setAttribute("role", "menu");
  menu.setAttribute("aria-label", label);
  for (const item of items) menu.append(entry(item, menu, choose));
  menu.addEventListener("keydown", (event) => move(menu, event));
  menu.addEventListener("toggle", (event) => {
    if (event.newState === "closed") close(menu, button);
  });
  document.body.append(menu);
  button.setAttribute("aria-expanded", "true");
  menu.showPopover();
  place(menu, button);
  (menu.querySelector("[aria-checked=true]") ?? menu.firstElementChild).focus();
}

function entry({ name, value, current = false }, menu, choose) {
  const button = element("button", { type: "button", textContent: name, tabIndex: -1 });
  button.setAttribute("role", "menuitemradio");
  button.setAttribute("aria-checked", String(current));
  button.addEventListener("click", () => {
    menu.hidePopover();
    if (!current) choose(value);
  });
  return button;
}

function move(menu, event) {
  const items = [...menu.children];
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
  if (event.key === "Tab") menu.hidePopover();
  if (to === undefined) return;
  event.preventDefault();
  items[to % items.length].focus();
}

function close(menu, button) {
  const hadFocus = menu.contains(document.activeElement) || document.activeElement === document.body;
  menu.remove();
  button.setAttribute("aria-expanded", "false");
  if (hadFocus && button.isConnected) button.focus();
}

function place(menu, button) {
  const { bottom, right, top } = button.getBoundingClientRect();
  const { offsetHeight, offsetWidth } = menu;
  const below = bottom + offsetHeight + 8 < window.innerHeight;
  menu.style.top = `${Math.max(8, below ? bottom + 4 : top - offsetHeight - 4)}px`;
  menu.style.left = `${Math.max(8, right - offsetWidth)}px`;
}
