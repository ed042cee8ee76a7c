// The package as users get it: packed into a tarball and installed from it into an empty project.

import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { pkg, root } from "./places.mjs";

const run = promisify(execFile);
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** Runs a program to its end and gives what it printed; a failure carries that too. */
export async function output(program, args, options) {
  try {
    return (await run(program, args, { encoding: "utf8", maxBuffer: 64 << 20, ...options })).stdout;
  } catch (error) {
    throw new Error(`${program} ${args.join(" ")}\n${error.stdout ?? ""}${error.stderr ?? error.message}`, {
      cause: error,
    });
  }
}

/** Runs a program of one of the repository's development packages. */
export function tool(name, args, options) {
  return output(join(root, "node_modules/.bin", process.platform === "win32" ? `${name}.cmd` : name), args, options);
}

/**
 * Packs the package and installs the tarball into a new folder.
 * @returns {Promise<{ folder: string, tarball: string, files: string[], remove(): Promise<void> }>}
 */
export async function installPacked() {
  const folder = await mkdtemp(join(tmpdir(), "crm-wasm-"));
  const [packed] = JSON.parse(await output(npm, ["pack", "--json", "--pack-destination", folder], { cwd: pkg }));
  const tarball = join(folder, packed.filename);
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline"];
  await output(npm, ["install", ...quiet, tarball], { cwd: folder });
  const files = packed.files.map((file) => file.path).sort();
  return { folder, tarball, files, remove: () => rm(folder, { recursive: true, force: true }) };
}
