// The portal page's own script: tabs, apps in frames, and what the apps may ask of the page.

import { AppFrame, listen } from "./frame/app-frame.js";
import { startFollowing } from "./ui/follow.js";
import { createPage } from "./ui/page.js";
import { startSliders } from "./ui/slider.js";
import { startTabs } from "./ui/tabs.js";
import { t } from "./ui/text.js";

const page = createPage();
const frames = new Map();

for (const host of document.querySelectorAll("[data-frame]")) frames.set(host, new AppFrame(host, page));
listen();

startTabs((panel) => frames.get(panel.querySelector("[data-frame]"))?.open());
for (const [host, frame] of frames) {
  if (host.closest("[role=tabpanel]") === null) frame.open();
}

// On the document, because a refreshed part of the page brings new links.
document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-slider]");
  if (link === null) return;
  event.preventDefault();
  page.openPath(link.getAttribute("href"), link.dataset.slider);
});

for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
    page.notify(t("copy.done"));
  });
}

startSliders();
startFollowing();
