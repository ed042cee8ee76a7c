// Keeps what is shown up to date: when a call has changed something, the page's live parts come anew.

import { reloadLive } from "./live.js";

const PAUSE = 2000;

/** Follows the calls that the page's `data-follow` names, while somebody looks at it. */
export async function startFollowing() {
  const followed = document.querySelector("[data-follow]");
  if (followed === null) return;
  const families = followed.dataset.follow.split(" ");
  let seen = await lastCall();
  setInterval(async () => {
    if (document.hidden || document.querySelector("dialog[open], :popover-open[role=menu], .is-dragged")) return;
    const { last, calls } = await callsAfter(seen);
    const changed = calls.some(({ method, status }) => status === 200 && changes(method, families));
    seen = last;
    if (changed) await reloadLive();
  }, PAUSE);
}

async function lastCall() {
  const { last } = await callsAfter(Number.MAX_SAFE_INTEGER);
  return last;
}

// A portal that is being started again is no reason to complain: the next round asks again.
async function callsAfter(after) {
  try {
    const response = await fetch(`/_sandbox/calls?after=${after}&limit=50`);
    if (response.ok) return await response.json();
  } catch {
    // Nothing is shown: what is on the page was true a moment ago.
  }
  return { last: 0, calls: [] };
}

function changes(method, families) {
  if (method === "batch") return true;
  if (/\.(get|list|fields)$/.test(method)) return false;
  return families.some((family) => method.startsWith(family.replace("*", "")));
}
