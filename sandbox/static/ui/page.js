// What the page does when an app asks for it. One object, handed to every frame.

import { reloadLive } from "./live.js";
import { closeSliderOf, nameSlider, openSlider, reloadAround } from "./slider.js";
import { t } from "./text.js";
import { toast } from "./toast.js";

const told = new Set();

/** The page as its apps see it. */
export function createPage() {
  return {
    notify: toast,
    /** Shows the present data: in a slider, on the page behind it. */
    reloadData: (mode) => (mode === "slider" ? reloadAround() : reloadLive()),

    /** Waits for `work`; a failure is told to the user, and gives undefined. */
    async attempt(what, work) {
      try {
        return await work;
      } catch (error) {
        toast(t("page.failed", { what, reason: error.message }));
        return undefined;
      }
    },

    /** Tells a developer, once for each command, why the app gets no answer. */
    explainSilence(command, frame) {
      const known = `${command} ${frame.placement}`;
      if (told.has(known)) return;
      told.add(known);
      console.info(`The portal does not answer "${command}": unknown, or not allowed in ${frame.placement}.`);
    },

    setTitle(title) {
      document.title = title;
      const heading = document.querySelector("[data-page-title]");
      if (heading) heading.textContent = title;
      nameSlider(title);
    },

    openPath: (path, title) => openSlider(path, { title }),

    openApplication({ app, name }, options, settings) {
      const address = `/marketplace/app/${encodeURIComponent(app)}/?${bracketed(options)}`;
      const title = String(settings.bx24_title || name);
      return openSlider(address, { app, title, width: Number(settings.bx24_width) });
    },

    closeApplication: closeSliderOf,

    reloadFinished(finished) {
      const address = new URL(window.location.href);
      address.searchParams.set("install_finished", finished ? "Y" : "N");
      window.location.assign(address);
    },
  };
}

// PHP's way to write nested values in a query: options[list][0]=x.
function bracketed(options) {
  const query = new URLSearchParams();
  const put = (name, value) => {
    if (typeof value === "object" && value !== null) {
      for (const [key, member] of Object.entries(value)) put(`${name}[${key}]`, member);
    } else if (value !== undefined && value !== null) {
      query.append(name, String(value));
    }
  };
  for (const [name, value] of Object.entries(options)) put(name, value);
  return query;
}
