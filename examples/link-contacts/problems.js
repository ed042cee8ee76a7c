// Errors as a user should see them: what happened, what to do, and whether trying again makes sense.

const BY_KIND = {
  validation: [
    "The portal did not take these data",
    "Nothing was changed. If this happens again, tell whoever looks after the app.",
  ],
  auth: ["Your session has ended", "Reload the lead's page and open this tab again."],
  permission: ["You are not allowed to do this", "Ask an administrator for the right to edit this lead."],
  notFound: ["It is not there any more", "Somebody may have deleted the lead or the contact. Reload the page."],
  limit: ["The portal is busy", "Too many requests at once. Wait a few seconds and try again."],
  network: ["The portal cannot be reached", "Check your connection and try again."],
  timeout: [
    "The portal did not answer in time",
    "The list below shows what has arrived. Try again if something is missing.",
  ],
  protocol: [
    "The portal's answer could not be read",
    "Try again. If it stays like this, tell whoever looks after the app.",
  ],
  server: ["The portal could not do this", "Try again in a moment."],
};

const WORTH_A_RETRY = new Set(["limit", "network", "timeout", "protocol", "server"]);

/**
 * A problem to show.
 *
 * @param {Partial<import("crm-wasm").CrmError>} error anything that was thrown; most of it is a CrmError
 * @param {() => void} again what "Try again" does
 */
export function describeProblem(error, again) {
  const [title, advice] = BY_KIND[error.kind] ?? [
    "Something went wrong",
    "Reload the page. If it happens again, tell whoever looks after the app.",
  ];
  return {
    title,
    advice,
    detail: [error.method, error.code, error.description || error.message].filter(Boolean).join(" · "),
    again: error.retryable || WORTH_A_RETRY.has(error.kind) || error.kind === undefined ? again : null,
  };
}
