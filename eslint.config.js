// What is checked in scripts beyond their format: `npm run lint`.

import js from "@eslint/js";
import globals from "globals";

const GENERATED = [
  "pkg/methods.js",
  "pkg/client.js",
  "pkg/console.js",
  "pkg/crm_wasm_bg.*",
  "codegen/tests/sample/out/",
];

export default [
  { ignores: ["target/", ...GENERATED] },
  js.configs.recommended,
  {
    files: ["**/*.{js,mjs}"],
    languageOptions: { globals: globals["shared-node-browser"] },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-self-compare": "error",
      "no-unused-vars": ["error", { ignoreRestSiblings: true, varsIgnorePattern: "^_$", argsIgnorePattern: "^_" }],
      "no-var": "error",
      "prefer-const": ["error", { ignoreReadBeforeAssign: true }],
    },
  },
  { files: ["{crm-wasm,examples,sandbox}/**", "pkg/*.js"], languageOptions: { globals: globals.browser } },
  {
    // Tests hold functions that run in a page, where the console's script has put `crm`.
    files: ["pkg/node.js", "pkg/test/**", "tests/**"],
    languageOptions: {
      globals: { ...globals.node, ...globals.browser, crm: "readonly", crm24: "readonly", placement: "readonly" },
    },
  },
];
