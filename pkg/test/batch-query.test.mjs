// What stands in a batch is read by PHP: PHP itself says whether it comes out as it went in.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";

import { queryOf } from "../../crm-wasm/js/batch/query.js";

const php = spawnSync("php", ["--version"]).status === 0;
const skip = !php && "php is not installed: as root on Debian, apt-get install php-cli";

// As the portal takes a command apart. JSON keeps apart what PHP's arrays keep apart, and marks what is a list.
const READER = `
  $answers = [];
  foreach (json_decode(stream_get_contents(STDIN), true) as $command) {
    $parts = parse_url($command);
    parse_str($parts['query'] ?? '', $params);
    $answers[] = ['path' => $parts['path'] ?? null, 'params' => (object) $params];
  }
  echo json_encode($answers, JSON_THROW_ON_ERROR);`;

// What JSON gives to PHP, written by PHP with every number as text: numbers arrive as text in a batch.
const PLAIN = `
  $plain = fn($value) => is_array($value) ? array_map($GLOBALS['plain'], $value) : (string) $value;
  $cases = json_decode(stream_get_contents(STDIN), true);
  echo json_encode(array_map(fn($case) => (object) $plain($case), $cases), JSON_THROW_ON_ERROR);`;

function inPhp(code, input) {
  const { stdout, stderr, status } = spawnSync(
    "php",
    ["-d", "display_errors=stderr", "-d", "precision=-1", "-r", code],
    {
      input: JSON.stringify(input),
      encoding: "utf8",
      maxBuffer: 256 << 20,
    },
  );
  assert.equal(stderr, "");
  assert.equal(status, 0);
  return JSON.parse(stdout);
}

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
function dice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const LETTERS = [
  ..."abzAZ019 -_.~!*'()&=#%+?/\\:;@,\"<>[]{}|^`\t\r\n\0",
  ..."éЖ見🦊\u2028\u00a0\ufeff\u0301",
  ...["$", "$result[0]", "$next", "__Host-", "%5B", "&amp;", "http://u:p@h:80/", "\ud800"],
];

/** Makes parameters at random: names, nesting and texts that PHP has rules about. */
function generator(random) {
  const pick = (items) => items[Math.floor(random() * items.length)];
  const count = (most) => Math.floor(random() * (most + 1));
  const text = (most) => Array.from({ length: count(most) }, () => pick(LETTERS)).join("");
  const key = () =>
    pick([
      () => pick(["ID", "fields", "TITLE", ">=DATE", "!@ID", "0", "1", "-1", "007", "x y", " ", "a.b", "a[b"]),
      () => text(4),
    ])();
  const scalars = [
    () => text(12),
    () => count(99) - 50,
    () => random() * 1e6,
    () => 2 ** 53 * random(),
    () => null,
    () => true,
    () => "",
  ];
  const value = (depth) => {
    const kind = depth > 0 ? random() : 1;
    if (kind < 0.3) return object(depth - 1);
    if (kind < 0.5) return Array.from({ length: count(3) }, () => value(depth - 1));
    return pick(random() < 0.9 ? scalars.slice(0, 4) : scalars)();
  };
  const object = (depth) => Object.fromEntries(Array.from({ length: count(4) }, () => [key(), value(depth)]));
  return () => object(4);
}

test("10,000 generated parameters come out of PHP as they went in, or are no command", { skip }, () => {
  const params = generator(dice(20261120));
  const cases = Array.from({ length: 10_000 }, params);
  const said = cases.map((params) => ({ params, command: queryOf("crm.lead.add", params) })).filter((it) => it.command);
  assert.ok(said.length > 2000, `${said.length} are commands`);
  const read = inPhp(READER, said.map(({ command }) => command)); // prettier-ignore
  const plain = inPhp(PLAIN, said.map(({ params }) => params)); // prettier-ignore
  said.forEach(({ params, command }, at) => {
    assert.deepEqual(read[at], { path: "crm.lead.add", params: plain[at] }, `${JSON.stringify(params)} as ${command}`);
  });
});

const CASES = {
  "a method without parameters": [{}, "crm.lead.add"],
  "texts and numbers": [{ id: 7, TITLE: "a b&c=d#e" }, "crm.lead.add?id=7&TITLE=a%20b%26c%3Dd%23e"],
  "maps and lists": [{ f: { a: [1, { b: "x" }] } }, "crm.lead.add?f[a][0]=1&f[a][1][b]=x"],
  operators: [{ filter: { ">=ID": 5 } }, "crm.lead.add?filter[%3E%3DID]=5"],
  "an empty text": [{ a: "" }, "crm.lead.add?a="],
  "a text that starts with NUL": [{ a: "\0x" }, "crm.lead.add?a=%00x"],
  "1,000 variables": [{ a: Array(1000).fill("x") }, undefined, (command) => command?.split("&").length === 1000],
};

for (const [what, [params, expected, holds = (command) => command === expected]] of Object.entries(CASES)) {
  test(`${what} can be said`, () => {
    const command = queryOf("crm.lead.add", params);
    assert.ok(holds(command), command);
  });
}

const UNSAYABLE = {
  null: { a: null },
  true: { a: true },
  false: { f: { a: false } },
  "an empty list": { a: [] },
  "an empty map": { f: { a: {} } },
  "a reference of the user's": { a: "x $Result[0][ID]" },
  "a name with a dot": { "a.b": 1 },
  "a name with a blank": { "a b": 1 },
  "an empty name": { f: { "": 1 } },
  "a name with a closing bracket": { f: { "a]b": 1 } },
  "a name with NUL": { f: { "a\0b": 1 } },
  "what looks like a cookie": { f: { "__Host-x": 1 } },
  "1,001 variables": { a: Array(1001).fill("x") },
  "half of a character": { a: "\ud800" },
  "nesting that PHP drops": JSON.parse(`${'{"a":'.repeat(66)}1${"}".repeat(66)}`),
  "a large file": { a: "x".repeat(100_000) },
};

for (const [what, params] of Object.entries(UNSAYABLE)) {
  test(`${what} cannot be said`, () => assert.equal(queryOf("crm.lead.add", params), undefined));
}

test("methods that a batch does not hold, or would call by another name, are no commands", () => {
  for (const name of ["batch", "Download", "upload", "crm.lead.get.json", "crm.lead.get.XML"]) {
    assert.equal(queryOf(name, { id: 1 }), undefined, name);
  }
});
