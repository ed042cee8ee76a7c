// Loads the app, and says so when a part of it is missing: a page that waits forever helps nobody.

import("./app.js").catch((error) => {
  const root = document.getElementById("app");
  root.removeAttribute("aria-busy");
  root.textContent = `This app could not be loaded. Reload the page; if that does not help: ${error.message}`;
});
