// The portals that are measured against: canned answers, or the sandbox with many leads.

import { fork } from "node:child_process";
import { once } from "node:events";
import { B24Hook } from "@bitrix24/b24jssdk";

import { NO_LIMITS } from "../clients/limits.mjs";
import { Sandbox } from "../support/sandbox.mjs";

/** A path as every webhook has it; its secret is nobody's. */
export const WEBHOOK = "/rest/1/s3cr3tw3bh00k";

/** Does something with the origin of a portal of canned answers. */
export async function withCanned(work) {
  const portal = fork(new URL("./canned.mjs", import.meta.url));
  try {
    const [{ port }] = await once(portal, "message");
    return await work(`http://127.0.0.1:${port}`);
  } finally {
    portal.disconnect();
  }
}

/** Does something with a sandbox of so many leads and nothing else. */
export async function withSandbox(leads, args, work) {
  const sandbox = await Sandbox.start({ args: ["--seed", "none", "--leads", String(leads), ...args] });
  try {
    return await work(sandbox);
  } finally {
    await sandbox.stop();
  }
}

/** The official SDK on a webhook. It insists on https, but reads its address from a map that can be changed. */
export function official(webhook) {
  const hook = B24Hook.fromWebhookUrl(`https://127.0.0.1${WEBHOOK}`, { restrictionParams: NO_LIMITS });
  hook.offClientSideWarning();
  hook.getTargetOriginWithPath().set("v2", webhook.replace(/\/$/, ""));
  return hook;
}

/** A call by nothing but what the language has. */
export async function bare(webhook, method, params) {
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify(params);
  const response = await fetch(`${webhook.replace(/\/$/, "")}/${method}.json`, { method: "POST", headers, body });
  return JSON.parse(await response.text());
}
