//! The token endpoint.

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use rusqlite::Connection;
use serde_json::{Map, Value, json};

use crate::host;
use crate::php::{cast, json as php_json};
use crate::rest::error::Fault;
use crate::rest::request;
use crate::state::{AppState, Portal};
use crate::store::apps::{self, App};
use crate::store::tokens::{self, Token};

/// Why there are no tokens.
#[derive(Debug, thiserror::Error)]
enum Refusal {
    /// A parameter is missing, or the kind of grant is unknown.
    #[error("{0}")]
    InvalidRequest(&'static str),
    /// There is no such app.
    #[error("")]
    WrongClient,
    /// The secret is not the app's.
    #[error("The client credentials are invalid")]
    InvalidClient,
    /// The code or refresh token is unknown, used, too old or another app's.
    #[error("Invalid or expired {0}")]
    InvalidGrant(&'static str),
    /// More was asked for than the app may have.
    #[error("The requested scope exceeds that of the application")]
    InvalidScope,
    /// The app's paid time is over.
    #[error("Payment required")]
    PaymentRequired,
    /// The app is not in this portal.
    #[error("Application not installed")]
    NotInstalled,
    #[error("{0}")]
    Store(#[from] rusqlite::Error),
}

impl Refusal {
    fn row(&self) -> (&'static str, StatusCode) {
        match self {
            // Really: an unknown app is answered with 200.
            Self::WrongClient => ("wrong_client", StatusCode::OK),
            Self::InvalidRequest(_) => ("invalid_request", StatusCode::BAD_REQUEST),
            Self::InvalidClient => ("invalid_client", StatusCode::BAD_REQUEST),
            Self::InvalidGrant(_) => ("invalid_grant", StatusCode::BAD_REQUEST),
            Self::InvalidScope => ("invalid_scope", StatusCode::BAD_REQUEST),
            Self::PaymentRequired => ("PAYMENT_REQUIRED", StatusCode::BAD_REQUEST),
            Self::NotInstalled => ("NOT_INSTALLED", StatusCode::BAD_REQUEST),
            Self::Store(_) => ("server_error", StatusCode::INTERNAL_SERVER_ERROR),
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let (code, status) = self.row();
        let text = self.to_string();
        let mut body = json!({ "error": code });
        if !text.is_empty() {
            body["error_description"] = json!(text);
        }
        (status, as_json(&body)).into_response()
    }
}

fn as_json(body: &Value) -> impl IntoResponse + use<> {
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/json; charset=utf-8"),
        ),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (headers, php_json::encode(body))
}

/// `GET` and `POST /oauth/token/`: the body has no envelope.
pub async fn endpoint(State(portal): State<AppState>, request: Request) -> Response {
    let Ok(params) = request::parameters(request).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    match answer(&portal, &params) {
        Ok(body) => as_json(&body).into_response(),
        Err(refusal) => refusal.into_response(),
    }
}

fn answer(portal: &Portal, params: &Map<String, Value>) -> Result<Value, Refusal> {
    let grant = Grant::read(params)?;
    let client_id = required(params, "client_id", "client_id is missing")?;
    let secret = required(params, "client_secret", "client_secret is missing")?;
    portal.store.write(|db| {
        let app = apps::by_client(db, &client_id)?.ok_or(Refusal::WrongClient)?;
        if apps::secret(db, app.id)? != secret {
            return Err(Refusal::InvalidClient);
        }
        if portal.conditions.holds(Fault::NotInstalled) {
            return Err(Refusal::NotInstalled);
        }
        if portal.conditions.holds(Fault::PaymentRequired) {
            return Err(Refusal::PaymentRequired);
        }
        check_scope(&app, &text(params, "scope"))?;
        if matches!(grant, Grant::Refresh(_)) && portal.faults.refresh_fails() {
            return Err(Refusal::InvalidGrant("refresh_token"));
        }
        let user = grant.redeem(portal, db, &app)?;
        let token = host::issue_token(portal, db, app.id, user)?;
        Ok(describe(portal, db, &app, &token)?)
    })
}

/// What an app has to give for tokens.
#[derive(Debug)]
enum Grant {
    Code(String),
    Refresh(String),
}

impl Grant {
    fn read(params: &Map<String, Value>) -> Result<Self, Refusal> {
        match text(params, "grant_type").as_str() {
            "authorization_code" => required(params, "code", "code is missing").map(Self::Code),
            "refresh_token" => {
                required(params, "refresh_token", "refresh_token is missing").map(Self::Refresh)
            }
            "" => Err(Refusal::InvalidRequest("grant_type is missing")),
            _ => Err(Refusal::InvalidRequest(
                "grant_type is neither authorization_code nor refresh_token",
            )),
        }
    }

    /// The user it was given for; it is used up by that.
    fn redeem(&self, portal: &Portal, db: &Connection, app: &App) -> Result<i64, Refusal> {
        let now = portal.clock.seconds();
        match self {
            Self::Code(code) => portal
                .codes
                .take(code, app.id, now)
                .map(|grant| grant.user_id)
                .ok_or(Refusal::InvalidGrant("code")),
            Self::Refresh(refresh) => tokens::redeem(db, refresh, app.id, now)?
                .ok_or(Refusal::InvalidGrant("refresh_token")),
        }
    }
}

fn check_scope(app: &App, wanted: &str) -> Result<(), Refusal> {
    let mut wanted = wanted.split([',', ' ']).filter(|scope| !scope.is_empty());
    if wanted.all(|scope| app.may_use(scope)) {
        Ok(())
    } else {
        Err(Refusal::InvalidScope)
    }
}

fn describe(portal: &Portal, db: &Connection, app: &App, token: &Token) -> rusqlite::Result<Value> {
    let rest = format!("{}/rest/", portal.origin());
    Ok(json!({
        "access_token": token.access,
        "expires": token.expires,
        "expires_in": portal.settings.token_life,
        "scope": app.scopes,
        "domain": portal.settings.host,
        "server_endpoint": rest,
        "status": "L",
        "client_endpoint": rest,
        "member_id": host::member_id(db)?,
        "user_id": token.user_id,
        "refresh_token": token.refresh,
    }))
}

fn text(params: &Map<String, Value>, name: &str) -> String {
    params.get(name).map(cast::text).unwrap_or_default()
}

fn required(
    params: &Map<String, Value>,
    name: &str,
    missing: &'static str,
) -> Result<String, Refusal> {
    let value = text(params, name);
    if value.is_empty() {
        return Err(Refusal::InvalidRequest(missing));
    }
    Ok(value)
}
