// Form bodies: known ones, and thousands of generated ones that PHP itself reads too.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";

import { formOf } from "../../crm-wasm/js/event/form.js";

const KNOWN = [
  ["", {}],
  ["a=b+c%20%D1%8F%22%0A&&d", { a: 'b c я"\n', d: "" }],
  ["a[]=1&a[]=2", { a: ["1", "2"] }],
  ["a[0]=1&a[1]=2", { a: ["1", "2"] }],
  ["a[1]=1&a[]=2", { a: { 1: "1", 2: "2" } }],
  ["a[00]=1", { a: { "00": "1" } }],
  ["data[FIELDS][ID]=12", { data: { FIELDS: { ID: "12" } } }],
  ["a=%ff%D1", { a: "\ufffd\ufffd" }],
  ["?a=1", { "?a": "1" }],
  ["[a]=1&=2", {}],
];

for (const [body, expected] of KNOWN) {
  test(`${body || "nothing"} is read`, () => assert.deepEqual(formOf(body), expected));
}

test("a member cannot reach the prototype", () => {
  const form = formOf("__proto__[polluted]=1&a[__proto__][polluted]=1");
  assert.equal({}.polluted, undefined);
  assert.deepEqual(Object.keys(form), ["__proto__", "a"]);
});

test("limits are those of PHP", () => {
  const many = Array.from({ length: 1200 }, (_, number) => `v${number}=1`).join("&");
  assert.equal(Object.keys(formOf(many)).length, 1000);
  assert.deepEqual(formOf(`a${"[x]".repeat(65)}=1&b=2`), { b: "2" });
  assert.match(JSON.stringify(formOf(`a${"[x]".repeat(64)}=1`)), /"1"/);
});

const KEYS = [
  "",
  "a",
  "b",
  "0",
  "1",
  "2",
  "7",
  "-1",
  "01",
  "-0",
  " ",
  "\t",
  "+",
  "%20",
  ".",
  "a.b",
  "%5B",
  "%5D",
  "%00",
  "é",
  "%D1%8F",
  "9223372036854775806",
  "9223372036854775807",
  "9223372036854775808",
  "-9223372036854775808",
  "__Host",
  "%",
  "%4",
  "%zz",
];

/** Bodies of the characters that mean something, the same in every run. */
function bodies(count) {
  let seed = 20261120;
  const below = (limit) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((seed / 0x80000000) * limit);
  };
  const key = () => KEYS[below(KEYS.length)];
  const bracket = () =>
    [`[${key()}]`, `[${key()}]`, `[${key()}]`, `[${key()}]`, `[${key()}`, `${key()}]`, "[]x"][below(7)];
  const name = () => key() + key() + Array.from({ length: below(4) }, bracket).join("");
  const pair = () =>
    [`${name()}=${key()}`, `${name()}=${key()}`, `${name()}=${key()}`, name(), "=x", "a=b=c", "a;b=1"][below(7)];
  return Array.from({ length: count }, () => Array.from({ length: below(8) }, pair).join("&"));
}

const PHP = `
  $out = [];
  foreach (json_decode(stream_get_contents(STDIN)) as $body) { parse_str($body, $read); $out[] = (object)$read; }
  echo json_encode($out, JSON_INVALID_UTF8_SUBSTITUTE | JSON_THROW_ON_ERROR);
`;

test("bodies mean what PHP says", (t) => {
  const generated = [...bodies(5000), `a${"[x]".repeat(64)}=1&b=2`, `a=1&a${"[x]".repeat(65)}=1&b=2`];
  const args = ["-n", "-d", "display_errors=stderr", "-r", PHP];
  const php = spawnSync("php", args, { input: JSON.stringify(generated), maxBuffer: 2 ** 28 });
  if (php.error) return t.skip("php is not installed: form bodies were not compared with PHP's parse_str");
  const expected = JSON.parse(php.stdout);
  assert.equal(expected.length, generated.length);
  for (const [place, body] of generated.entries()) assert.deepEqual(formOf(body), expected[place], body);
});
