// Renews an access token at the OAuth server. Each refresh token is good for one renewal, which brings the next.

import { failed } from "../error.js";
import { parsed } from "../json.js";
import { within } from "../transport/deadline.js";
import { PATIENCE, notRenewed, troubled } from "../transport/token.js";

/**
 * Renews with a refresh token and the application's credentials.
 *
 * @param server the address of the token endpoint
 */
export function byGrant({ refreshToken: first, clientId, clientSecret, onRefresh }, server) {
  let refreshToken = first;
  let fresh;
  return async (closed) => {
    // New ones that could not be told are told again: their refresh token is the only one that is still good.
    fresh ??= await ask(server, {
      grant_type: "refresh_token",
      client_id: clientId,
      client_secret: clientSecret,
      refresh_token: refreshToken,
    });
    const given = { refreshToken, ...fresh };
    refreshToken = given.refreshToken;
    // Begun also when the portal was closed meanwhile: the old refresh token is used up.
    const told = (async () => onRefresh?.({ ...given }))();
    try {
      await within(PATIENCE, [closed], () => told);
    } catch (error) {
      told.catch(() => {});
      const [what, cause] = troubled(error);
      const facts = { retryable: true, cause, fresh: Object.values(fresh) };
      throw notRenewed(`onRefresh ${what}: the new tokens may not be stored`, facts);
    }
    fresh = undefined;
    return given;
  };
}

async function ask(server, params) {
  let status;
  let answer;
  try {
    await within(PATIENCE, [], async ({ signal }) => {
      const body = new URLSearchParams(params);
      const response = await fetch(server, {
        method: "POST",
        body,
        signal: signal.real,
        redirect: "error",
        credentials: "omit",
      });
      ({ status } = response);
      answer = Object(parsed(await response.text()));
    });
  } catch (error) {
    const reason = error.text?.slice(2) ?? error.cause?.code ?? error.message;
    throw failed(error.facts?.kind ?? "network", `the OAuth server could not be reached (${reason})`, {
      retryable: true,
      cause: error.facts ? undefined : error,
    });
  }
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: expiresIn } = answer;
  // What is wrong may come with status 200.
  if (!accessToken) throw refused(answer, status);
  return { accessToken: String(accessToken), expiresIn: Number(expiresIn), ...(refreshToken && { refreshToken }) };
}

/** Its own troubles pass, others do not. */
function refused({ error, error_description }, status) {
  const [code, description] = [error, error_description].map((text) => String(text ?? ""));
  const retryable = status >= 500 || status === 429;
  const kind = retryable ? "server" : code ? "auth" : "protocol";
  const why = `${description && `: ${description}`} (${code && `${code}, `}HTTP ${status})`;
  const facts = { code, description, status, retryable };
  return failed(kind, `the OAuth server gave no new access token${why}`, facts);
}
