// A call as code: a line of JavaScript for the package, and one for curl.

const SIMPLE_NAME = /^[A-Za-z_$][\w$]*$/;

const list = await fetch("/_sandbox/methods/names.json");
const declared = new Map((await list.json()).map(({ name, js }) => [name.toLowerCase(), { name, js }]));

/** The method's name as the spec writes it. */
export function properName(method) {
  return declared.get(method.toLowerCase())?.name ?? method;
}

/** Whether the spec declares the method, so that the explorer has a page for it. */
export function isDeclared(method) {
  return declared.has(method.toLowerCase());
}

/** The call for `crm-wasm`, with its import. */
export function packageCode(method, params) {
  const known = declared.get(method.toLowerCase());
  const given = isEmpty(params) ? "" : literal(params);
  if (known === undefined) {
    const rest = given === "" ? "" : `, ${given}`;
    return `import { call } from "crm-wasm";\n\nconst result = await call(${JSON.stringify(method)}${rest});`;
  }
  return `import { ${known.js} } from "crm-wasm";\n\nconst result = await ${known.js}(${given});`;
}

/**
 * The call for a shell. Secrets are placeholders: what is copied is often shown to others.
 *
 * @param {string} method
 * @param {object} params
 * @param {{ kind?: string, user?: number }} caller
 */
export function curlCode(method, params, { kind, user } = {}) {
  const base = `${window.location.origin}/rest/`;
  const byToken = kind === "app";
  const address = byToken ? `${base}${method}.json` : `${base}${user ?? 1}/WEBHOOK_SECRET/${method}.json`;
  const body = byToken ? { ...params, auth: "ACCESS_TOKEN" } : params;
  const data = JSON.stringify(body ?? {});
  return [`curl ${quoted(address)}`, `  -H ${quoted("Content-Type: application/json")}`, `  -d ${quoted(data)}`].join(
    " \\\n",
  );
}

function isEmpty(params) {
  return params === null || params === undefined || Object.keys(params).length === 0;
}

/** A value as a JavaScript literal; names that need no quotes have none. */
function literal(value, indent = "") {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.length === 0) return "[]";
    const short = `[${value.map((item) => literal(item)).join(", ")}]`;
    if (!short.includes("\n") && short.length < 72) return short;
    return `[\n${value.map((item) => `${inner}${literal(item, inner)},\n`).join("")}${indent}]`;
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return "{}";
  const members = entries.map(([name, member]) => `${key(name)}: ${literal(member, inner)}`);
  const short = `{ ${members.join(", ")} }`;
  if (!short.includes("\n") && short.length < 72) return short;
  return `{\n${members.map((member) => `${inner}${member},\n`).join("")}${indent}}`;
}

function key(name) {
  return SIMPLE_NAME.test(name) ? name : JSON.stringify(name);
}

function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
