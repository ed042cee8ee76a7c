// One method's form: built from the spec, run with the visitor's session, shown as code all the while.

import { paramControls } from "./explorer/params.js";
import { packageCode, curlCode } from "./ui/code.js";
import { codeBlock } from "./ui/copy.js";
import { element } from "./ui/elements.js";
import { jsonBlock } from "./ui/json.js";
import { appToken, send } from "./ui/rest.js";
import { t } from "./ui/text.js";

const form = document.getElementById("method-form");
const code = document.getElementById("code");
const answer = document.getElementById("answer");
const { method, context } = form.dataset;

const response = await fetch(`/_sandbox/methods/${encodeURIComponent(method)}/form.json`);
const spec = await response.json();
const controls = paramControls(spec);
const place = document.getElementById("params");
place.append(...controls.elements);
if (controls.elements.length === 0)
  place.append(element("p", { className: "empty", textContent: t("methods.no_params") }));

form.addEventListener("input", showCode);
// Fields that come and go change the call without an input.
form.addEventListener("change", showCode);
form.addEventListener("click", () => queueMicrotask(showCode));
form.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  run();
});
showCode();

async function showCode() {
  const params = await controls.read().catch(() => null);
  if (params === null) return;
  const caller = { kind: context === "application" ? "app" : "webhook" };
  code.replaceChildren(
    codeBlock(t("inspector.code"), packageCode(method, params)),
    codeBlock("curl", curlCode(method, params, caller)),
  );
}

async function run() {
  const button = form.querySelector("[type=submit]");
  button.disabled = true;
  try {
    const params = await controls.read();
    const token = context === "application" ? await appToken() : undefined;
    const sent = token === undefined ? params : { ...params, auth: token };
    showAnswer(await send(method, sent));
  } catch (error) {
    showProblem(error.message);
  } finally {
    button.disabled = false;
  }
}

function showAnswer({ status, body, duration }) {
  const failed = status !== 200 || body?.error !== undefined;
  const mark = element("span", { className: `status ${failed ? "failure" : "success"}`, textContent: String(status) });
  const time = element("span", { className: "muted", textContent: `${Math.round(duration)} ms` });
  show([mark, time], jsonBlock(body));
}

function showProblem(text) {
  const mark = element("span", { className: "status failure", textContent: t("methods.not_sent") });
  show([mark], element("p", { textContent: text }));
}

function show(marks, content) {
  answer.replaceChildren(
    element(
      "header",
      {},
      element("h2", { textContent: t("methods.answer") }),
      element("div", { className: "marks", role: "status" }, ...marks),
    ),
    content,
  );
  if (answer.getBoundingClientRect().top > window.innerHeight * 0.8) answer.scrollIntoView();
}
