// Ends a test file that hangs, and says in which test. `cargo xtask test` preloads this into the processes of test files: Node's own
// `--test-timeout` counts for a whole file, and names no more than that.

import { afterEach, beforeEach } from "node:test";
import { relative } from "node:path";

/** What a test, or what comes between two, may take on a slow machine, milliseconds. */
const PATIENCE = Number(process.env.TEST_PATIENCE ?? 300_000);

// As they are before a test puts its own in their place.
const { setTimeout, clearTimeout } = globalThis;
let timer;

/** From now on this is what takes long. It keeps nothing alive: where nothing is left to do, Node itself says which test hangs. */
function watch(what) {
  clearTimeout(timer);
  const give = () => {
    console.error(`✖ ${relative("", process.argv[1])} hangs for ${PATIENCE / 1000} s: ${what}`);
    process.exit(1);
  };
  timer = setTimeout(give, PATIENCE).unref();
}

// The runner itself, which waits for the files, has no test.
if (process.env.NODE_TEST_CONTEXT) {
  watch("before its first test");
  beforeEach(({ name }) => watch(name));
  afterEach(({ name }) => watch(`after ${name}`));
}
