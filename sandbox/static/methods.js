// The list of methods answers while one types; the form's own search is for those without scripts.

import { plural } from "./ui/text.js";

const search = document.querySelector("[role=search] input");
const count = document.getElementById("method-count");
const families = [...document.querySelectorAll(".family")].map((panel) => ({
  panel,
  methods: [...panel.querySelectorAll("[data-words]")].map((line) => ({
    line,
    words: line.dataset.words.toLowerCase(),
  })),
}));

search.addEventListener("input", () => {
  const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const { panel, methods } of families) {
    for (const { line, words } of methods) line.hidden = !wanted.every((word) => words.includes(word));
    const shown = methods.filter(({ line }) => !line.hidden).length;
    panel.hidden = shown === 0;
    found += shown;
  }
  count.textContent = plural("methods.count", found);
});
