// Elements from data. Text always goes in as text, so nothing a contact is called can become markup.

/**
 * An element. Properties that start with "on" are listeners, `true` sets an empty attribute, and false, null and
 * undefined leave it out.
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/**
 * Puts new children in place, and the keyboard focus back on the element with the same `data-key`; when it has gone,
 * on the region's own `data-key="start"`.
 */
export function replaceKeepingFocus(parent, ...children) {
  const key = parent.contains(document.activeElement) ? document.activeElement.getAttribute("data-key") : null;
  parent.replaceChildren(...children.flat().filter(Boolean));
  if (key === null) return;
  const keyed = (name) => parent.querySelector(`[data-key="${CSS.escape(name)}"]`);
  (keyed(key) ?? keyed("start"))?.focus();
}
