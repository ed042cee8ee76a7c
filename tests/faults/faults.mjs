// What goes wrong in a fault run, and what a client is to make of it.

import { control } from "./control.mjs";

/**
 * The faults: how often, the kind of error that one ends in, and whether the portal may have done what it was asked to, as far as
 * anyone can tell who sees the wire.
 */
export const FAULTS = [
  { kind: "limit", probability: 0.03, ends: ["limit"] },
  { kind: "operating", probability: 0.02, ends: ["limit"] },
  { kind: "timeout", probability: 0.01, ends: ["timeout"], unknown: true },
  { kind: "timeout", executed: false, probability: 0.01, ends: ["timeout"], unknown: true },
  { kind: "drop-before", probability: 0.02, ends: ["network"], unknown: true },
  { kind: "drop-after", probability: 0.03, ends: ["network"], unknown: true },
  { kind: "cut", probability: 0.03, ends: ["network", "protocol"], unknown: true },
  { kind: "html", status: 502, probability: 0.02, ends: ["protocol"], unknown: true },
  { kind: "html", status: 504, executed: true, probability: 0.02, ends: ["protocol"], unknown: true },
  { kind: "html", status: 429, probability: 0.01, ends: ["protocol"] },
  { kind: "redirect", probability: 0.005, ends: ["protocol"] },
  { kind: "expired-token", probability: 0.01, caller: "app", ends: [] },
  { kind: "slow", ms: 100, probability: 0.02, ends: [] },
  { kind: "content-type", probability: 0.01, ends: [] },
];

/** Tells the sandbox to misbehave so, but for some kinds. */
export async function misbehave(sandbox, seed, without = []) {
  for (const [at, { ends, unknown, ...rule }] of FAULTS.entries())
    if (!without.includes(rule.kind)) await control(sandbox, "faults", { ...rule, seed: seed + at });
}

/** What the faults of this name, of which an answer's status may tell more, are known to do. */
export function faultOf({ fault, status }) {
  return FAULTS.find((row) => row.kind === fault && (row.status ?? status) === status);
}
