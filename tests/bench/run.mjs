// The benchmarks of the client: runs all of them or the named ones, prints tables, writes JSON to target/bench/.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { target } from "../support/places.mjs";
import { measureCalls } from "./calls.mjs";
import { measureColdStart } from "./cold-start.mjs";
import { measureConcurrent } from "./concurrent.mjs";
import { measureMemory } from "./memory.mjs";
import { measureReading } from "./reading.mjs";

const MEASUREMENTS = {
  calls: measureCalls,
  "cold-start": measureColdStart,
  concurrent: measureConcurrent,
  reading: measureReading,
  memory: measureMemory,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(MEASUREMENTS, name));
if (unknown.length) {
  console.error(`no measurement is called ${unknown.join(", ")}: there are ${Object.keys(MEASUREMENTS).join(", ")}`);
  process.exit(2);
}
const folder = join(target, "bench");
mkdirSync(folder, { recursive: true });
for (const name of asked.length ? asked : Object.keys(MEASUREMENTS)) {
  const rows = await MEASUREMENTS[name]();
  console.log(`\n${table(name, rows)}`);
  writeFileSync(join(folder, `client-${name}.json`), `${JSON.stringify(rows, undefined, 2)}\n`);
}
console.log(`\nwritten to ${folder}`);

/** Rows of the same members as a table in Markdown; figures have three digits that count. */
function table(name, rows) {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const titles = columns.map((column) => (column === "what" ? name : column));
  const rule = columns.map((column) => (column === "what" ? "---" : "---:"));
  return [titles, rule, ...rows.map((row) => columns.map((column) => figure(row[column])))].map(line).join("\n");
}

function figure(value) {
  if (typeof value !== "number") return value ?? "";
  return value >= 1000 ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(3)));
}
