// The few elements that the script makes itself.

/** An element of the given tag, with properties and children. */
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** A round button with a cross, named for screen readers. */
export function iconButton(name, act) {
  const button = element("button", { type: "button", className: "icon-button", textContent: "×" });
  button.setAttribute("aria-label", name);
  button.addEventListener("click", act);
  return button;
}
