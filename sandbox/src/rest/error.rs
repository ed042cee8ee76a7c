//! What can go wrong in a call, and how the portal says so (reference §1.6).

use serde_json::{Map, Value, json};

/// A kind of failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The portal has no such method.
    MethodNotFound,
    /// The real portal has this method, the sandbox does not.
    NotImplemented,
    /// Nobody said who calls.
    NoAuth,
    /// The webhook is unknown.
    BadWebhook,
    /// The webhook may not use this scope.
    WebhookScope,
    /// The app may not use this scope.
    AppScope,
    /// The token was good once.
    ExpiredToken,
    /// The token is unknown.
    InvalidToken,
    /// The token's app is gone.
    AppNotFound,
    /// The user may no longer log in.
    InactiveUser,
    /// Only apps may call this.
    WrongAuthType,
    /// The user or the caller's kind may not do this.
    AccessDenied,
    /// A parameter of a core method is missing or wrong.
    Argument,
    /// A core method found something missing.
    NotFound,
    /// A CRM message without a code.
    Crm,
    /// A message of the portal's old core.
    Core,
    /// The database failed.
    Database,
    /// The place does not exist.
    PlacementNotFound,
    /// The place takes no handler of a single user.
    PlacementUserMode,
    /// The handler's address has no host the portal would call.
    WrongHandler,
    /// The handler's address is neither http nor https.
    WrongProtocol,
    /// The event does not exist, or not in the app's scopes.
    EventNotFound,
}

/// Code, HTTP status and text of each.
const ROWS: &[(Fault, &str, u16, &str)] = &[
    (
        Fault::MethodNotFound,
        "ERROR_METHOD_NOT_FOUND",
        404,
        "Method not found!",
    ),
    (
        Fault::NotImplemented,
        "SANDBOX_NOT_IMPLEMENTED",
        501,
        "The sandbox does not implement this.",
    ),
    (
        Fault::NoAuth,
        "NO_AUTH_FOUND",
        401,
        "Wrong authorization data",
    ),
    (
        Fault::BadWebhook,
        "INVALID_CREDENTIALS",
        401,
        "Invalid request credentials",
    ),
    (
        Fault::WebhookScope,
        "insufficient_scope",
        401,
        "The request requires higher privileges than provided by the webhook token",
    ),
    (
        Fault::AppScope,
        "insufficient_scope",
        401,
        "The request requires higher privileges than provided by the access token",
    ),
    (
        Fault::ExpiredToken,
        "expired_token",
        401,
        "The access token provided has expired.",
    ),
    (
        Fault::InvalidToken,
        "invalid_token",
        401,
        "Unable to get application by token",
    ),
    (
        Fault::AppNotFound,
        "APPLICATION_NOT_FOUND",
        401,
        "Application not found",
    ),
    (
        Fault::InactiveUser,
        "authorization_error",
        401,
        "Unable to authorize user",
    ),
    (
        Fault::WrongAuthType,
        "WRONG_AUTH_TYPE",
        403,
        "Current authorization type is denied for this method",
    ),
    (Fault::AccessDenied, "ACCESS_DENIED", 403, "Access denied!"),
    (Fault::Argument, "ERROR_ARGUMENT", 400, ""),
    (Fault::NotFound, "ERROR_NOT_FOUND", 400, ""),
    (Fault::Crm, "", 400, ""),
    (Fault::Core, "ERROR_CORE", 400, ""),
    (Fault::Database, "ERROR_CORE", 500, "SQL query error!"),
    (
        Fault::PlacementNotFound,
        "ERROR_PLACEMENT_NOT_FOUND",
        400,
        "Placement not found",
    ),
    (
        Fault::PlacementUserMode,
        "ERROR_PLACEMENT_USER_MODE",
        400,
        "User mode is not available.",
    ),
    (
        Fault::WrongHandler,
        "ERROR_WRONG_HANDLER_URL",
        400,
        "Wrong handler URL",
    ),
    (
        Fault::WrongProtocol,
        "ERROR_UNSUPPORTED_PROTOCOL",
        400,
        "Unsupported event handler protocol",
    ),
    (
        Fault::EventNotFound,
        "ERROR_EVENT_NOT_FOUND",
        400,
        "Event not found",
    ),
];

/// A failed call.
#[derive(Clone, Debug)]
pub struct RestError {
    fault: Fault,
    text: Option<String>,
    argument: Option<&'static str>,
}

impl RestError {
    /// This fault in other words than its usual ones.
    pub fn new(fault: Fault, text: impl Into<String>) -> Self {
        Self {
            fault,
            text: Some(text.into()),
            argument: None,
        }
    }

    /// A CRM message: the code is empty, only the text tells what it is.
    pub fn crm(text: impl Into<String>) -> Self {
        Self::new(Fault::Crm, text)
    }

    /// A message of the old core.
    pub fn core(text: impl Into<String>) -> Self {
        Self::new(Fault::Core, text)
    }

    /// A wrong argument of a core method.
    pub fn argument(name: &'static str, text: impl Into<String>) -> Self {
        Self {
            fault: Fault::Argument,
            text: Some(text.into()),
            argument: Some(name),
        }
    }

    /// A missing argument of a core method.
    pub fn missing(name: &'static str) -> Self {
        Self::argument(name, format!("Argument '{name}' is null or empty"))
    }

    /// Whether it is of this kind.
    pub fn is(&self, fault: Fault) -> bool {
        self.fault == fault
    }

    /// The HTTP status.
    pub fn status(&self) -> u16 {
        row(self.fault).2
    }

    /// The body.
    pub fn body(&self) -> Value {
        let (_, code, _, text) = row(self.fault);
        let mut body = Map::new();
        body.insert("error".into(), json!(code));
        body.insert(
            "error_description".into(),
            json!(self.text.as_deref().unwrap_or(text)),
        );
        if let Some(argument) = self.argument {
            body.insert("argument".into(), json!(argument));
        }
        Value::Object(body)
    }
}

fn row(fault: Fault) -> &'static (Fault, &'static str, u16, &'static str) {
    ROWS.iter()
        .find(|row| row.0 == fault)
        .expect("every fault has its row")
}

impl From<Fault> for RestError {
    fn from(fault: Fault) -> Self {
        Self {
            fault,
            text: None,
            argument: None,
        }
    }
}

impl From<rusqlite::Error> for RestError {
    fn from(error: rusqlite::Error) -> Self {
        eprintln!("sandbox: {error}");
        Fault::Database.into()
    }
}
