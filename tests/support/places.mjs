// Where things are: the repository, what cargo built, where screenshots go.

import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** The package's folder. */
export const pkg = join(root, "pkg");

/** Where cargo puts what it builds. */
export const target = process.env.CARGO_TARGET_DIR ?? cargoTarget();

/** A program that cargo built; CARGO_PROFILE names the folder when it is not that of a usual build. */
export function program(name) {
  const profile = process.env.CARGO_PROFILE ?? "debug";
  return join(target, profile, process.platform === "win32" ? `${name}.exe` : name);
}

/** The file for a screenshot of this name. */
export function screenshot(name) {
  const folder = join(target, "screenshots");
  mkdirSync(folder, { recursive: true });
  return join(folder, `${name}.png`);
}

function cargoTarget() {
  const options = { cwd: root, encoding: "utf8", maxBuffer: 64 << 20 };
  return JSON.parse(execFileSync("cargo", ["metadata", "--no-deps", "--format-version=1"], options)).target_directory;
}
