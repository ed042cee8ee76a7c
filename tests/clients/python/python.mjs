// Runs the scripts of this folder with the Python that has the clients, and gives what their steps gave.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import assert from "node:assert/strict";

import { root } from "../../support/places.mjs";

const FOLDER = join(root, "tests/clients/python");

/**
 * Runs a script to its end.
 * @returns {Promise<(name: string) => any>} what a step of the script gave; throws what the step failed with
 */
export async function drive(script, args, env = {}) {
  const outcomes = JSON.parse(await output(script, args, env));
  return (name) => {
    assert.ok(name in outcomes, `${script} has no step ${name}`);
    const { value, error, text } = outcomes[name];
    if (error) throw Object.assign(new Error(text), { name: error });
    return value;
  };
}

function output(script, args, env) {
  const process = spawn(python(), [script, ...args], { cwd: FOLDER, env: { ...globalThis.process.env, ...env } });
  const printed = ["", ""];
  for (const [at, stream] of [process.stdout, process.stderr].entries())
    stream.setEncoding("utf8").on("data", (text) => (printed[at] += text));
  return new Promise((resolve, reject) => {
    process.once("error", reject);
    process.once("close", (code) => {
      if (code === 0) resolve(printed[0]);
      else reject(new Error(`${script} ended with ${code}; it printed:\n${printed.join("")}`));
    });
  });
}

// `cargo xtask test` makes the virtual environment and names its Python.
function python() {
  const path = globalThis.process.env.CLIENTS_PYTHON;
  if (path && existsSync(path)) return path;
  throw new Error("CLIENTS_PYTHON names no Python that has the clients: run `cargo xtask test clients-python`");
}
