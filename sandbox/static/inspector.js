// The inspector: calls come in by the journal's stream, are filtered here, and shown one by one.

import { CallList } from "./inspector/calls.js";
import { showCall } from "./inspector/detail.js";
import { startFaults } from "./inspector/faults.js";
import { Gauges } from "./inspector/gauges.js";
import { t } from "./ui/text.js";
import { toast } from "./ui/toast.js";

const AT_START = 300;

const detail = document.getElementById("detail");
const faults = startFaults();
const gauges = new Gauges(document.getElementById("gauges"));
const list = new CallList({
  list: document.getElementById("calls"),
  summary: document.getElementById("summary"),
  filter: document.getElementById("call-filter"),
  choose: (entry, byHand) => {
    showCall(detail, entry, faults.about);
    window.history.replaceState(null, "", `#call-${entry.id}`);
    // On a narrow screen the call is below the list.
    if (byHand && detail.getBoundingClientRect().top > window.innerHeight * 0.8) detail.scrollIntoView();
  },
});

const pause = document.getElementById("pause");
pause.addEventListener("click", () => {
  list.pause(!list.paused);
  pause.setAttribute("aria-pressed", String(list.paused));
  pause.textContent = t(list.paused ? "inspector.resume" : "inspector.pause");
});

document.getElementById("clear").addEventListener("click", async () => {
  const response = await fetch("/_sandbox/calls", { method: "DELETE" });
  if (!response.ok) toast(t("inspector.clear_failed", { status: response.status }));
  else list.clear();
});

await start();

async function start() {
  const asked = Number(/^#call-(\d+)$/.exec(window.location.hash)?.[1]);
  const response = await fetch(`/_sandbox/calls?limit=${AT_START}`);
  const { last, calls } = await response.json();
  for (const entry of calls) take(entry);
  list.draw();
  if (asked) await showAsked(asked);
  follow(last);
}

async function showAsked(id) {
  if (list.show(id)) return;
  const response = await fetch(`/_sandbox/calls/${id}`);
  if (response.ok) showCall(detail, await response.json(), faults.about);
  else toast(await response.text());
}

function follow(last) {
  // The browser asks again by itself when the portal was away, and names the call it saw last.
  const stream = new EventSource(`/_sandbox/calls/stream?after=${last}`);
  stream.addEventListener("call", (event) => {
    const entry = JSON.parse(event.data);
    take(entry);
    list.draw();
    if (entry.fault !== null) faults.refresh();
  });
}

function take(entry) {
  list.add(entry);
  gauges.look();
}
