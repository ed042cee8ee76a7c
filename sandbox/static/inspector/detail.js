// One call: what it cost, its parameters and its answer, and the same call as code.

import { curlCode, isDeclared, packageCode, properName } from "../ui/code.js";
import { codeBlock } from "../ui/copy.js";
import { element } from "../ui/elements.js";
import { jsonBlock } from "../ui/json.js";
import { t } from "../ui/text.js";
import { callerName, statusMark } from "./calls.js";

/** Shows the call in `place`; `makeFail(method)` prepares a fault for its method. */
export function showCall(place, entry, makeFail) {
  const method = properName(entry.method);
  place.replaceChildren(
    head(entry, method, makeFail),
    facts(entry),
    block(t("inspector.params"), jsonBlock(entry.params ?? {})),
    block(t("inspector.answer"), jsonBlock(entry.answer ?? t("inspector.no_answer"))),
    codeBlock(t("inspector.code"), packageCode(method, entry.params)),
    codeBlock("curl", curlCode(method, entry.params, entry.caller)),
  );
}

function head(entry, method, makeFail) {
  const fail = element("button", { type: "button", className: "button small", textContent: t("inspector.make_fail") });
  fail.addEventListener("click", () => makeFail(method));
  const actions = element("div", { className: "actions" }, fail);
  const explore = element("a", {
    className: "button small",
    href: `/_sandbox/methods/${encodeURIComponent(method)}/`,
    textContent: t("inspector.explore"),
  });
  if (isDeclared(method)) actions.prepend(explore);
  const title = element("h2", {}, element("code", { textContent: method }), " ", statusMark(entry));
  return element("header", {}, title, actions);
}

function facts(entry) {
  const { transport, duration_ms: duration, operating, bucket, fault } = entry;
  const rows = [
    [t("inspector.caller"), `${callerName(entry)} (${entry.caller.kind})`],
    [t("inspector.when"), entry.moment.replace("T", " ").slice(0, 23)],
    [t("inspector.duration"), `${duration.toFixed(1)} ms`],
    [t("inspector.cost"), operating === null ? null : `${operating.toFixed(3)} s`],
    [t("inspector.bucket"), bucket === null ? null : bucket.toFixed(1)],
    [t("inspector.request"), `${transport.verb} ${transport.form}`],
    [t("inspector.fault"), fault],
  ];
  const known = rows.filter(([, value]) => value !== null);
  const list = element("dl", { className: "facts" });
  for (const [name, value] of known) {
    list.append(element("div", {}, element("dt", { textContent: name }), element("dd", { textContent: value })));
  }
  return list;
}

function block(title, content) {
  return element("section", { className: "block" }, element("h3", { textContent: title }), content);
}
