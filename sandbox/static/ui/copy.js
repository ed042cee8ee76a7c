// Text that can be copied.

import { element } from "./elements.js";
import { t } from "./text.js";
import { toast } from "./toast.js";

/** Puts `text` where the next paste takes it from, and says so. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast(t("copy.done"));
  } catch {
    toast(t("copy.failed"));
  }
}

/** A block of code with a heading and a button that copies it. */
export function codeBlock(title, code) {
  const button = element("button", { type: "button", className: "button small", textContent: t("copy.button") });
  button.setAttribute("aria-label", `${t("copy.button")}: ${title}`);
  button.addEventListener("click", () => copy(code));
  const pre = element("pre", { className: "code", tabIndex: 0, textContent: code });
  return element(
    "section",
    { className: "block" },
    element("header", {}, element("h3", { textContent: title }), button),
    pre,
  );
}
