//! Every kind of failure of a call: its code, HTTP status and usual text (reference §1.6).

/// A kind of failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
    /// The authorization server does not know the app as installed here.
    NotInstalled,
    /// The authorization server could not be asked.
    Connection,
    /// The token's app is gone.
    AppNotFound,
    /// The app's paid time is over.
    PaymentRequired,
    /// The user may no longer log in.
    InactiveUser,
    /// The user may not use the app.
    UserAccess,
    /// The visitor of the portal's pages is somebody else.
    AnotherVisitor,
    /// A call with the session, and nobody is logged in.
    NotLoggedIn,
    /// A call with the session of a bot or another user who is nobody's account.
    UserType,
    /// A call with the session, and its `sessid` is wrong.
    WrongSessid,
    /// An administrator has not yet said whether this may be called.
    ConfirmWaiting,
    /// An administrator has said that this may not be called.
    ConfirmDenied,
    /// Only apps may call this.
    WrongAuthType,
    /// The user or the caller's kind may not do this.
    AccessDenied,
    /// The portal's plan has no REST.
    NoPlan,
    /// The portal's subscription, which REST needs, is over.
    NoSubscription,
    /// The portal's plan lacks what the method does.
    WrongLicense,
    /// Too many requests.
    QueryLimit,
    /// A method took too much time.
    OperatingLimit,
    /// The portal is held back for what it asked of its servers.
    Overload,
    /// The portal is no more.
    PortalDeleted,
    /// A webhook was called over http.
    HttpsRequired,
    /// The portal's PHP failed.
    Internal,
    /// What answered the front end was no answer.
    UnexpectedAnswer,
    /// The result cannot be written as JSON.
    WrongEncoding,
    /// A batch holds more commands than it may.
    BatchLength,
    /// A method that no batch may hold.
    BatchMethod,
    /// A parameter of a core method is missing or wrong.
    Argument,
    /// A core method found something missing.
    NotFound,
    /// A CRM message without a code.
    Crm,
    /// A record is to be written, and the portal's disk is full.
    DiskFull,
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
    /// A controller found no record.
    ItemNotFound,
    /// A controller's caller may not do this to the record.
    ItemDenied,
    /// A controller does not work with this kind of record.
    EntityType,
    /// A parameter of a controller is missing or of another type.
    Parameter,
    /// A condition or a direction is none the controller takes.
    ArgumentValue,
    /// A field's value was refused.
    FieldValue,
}

impl Fault {
    /// What stands in `error`.
    pub fn code(self) -> &'static str {
        self.row().0
    }

    /// The HTTP status.
    pub fn status(self) -> u16 {
        self.row().1
    }

    /// What stands in `error_description` when nothing more is known.
    pub fn text(self) -> &'static str {
        self.row().2
    }

    #[expect(
        clippy::too_many_lines,
        reason = "it is a table, a line for each where it fits"
    )]
    const fn row(self) -> (&'static str, u16, &'static str) {
        match self {
            Self::MethodNotFound => ("ERROR_METHOD_NOT_FOUND", 404, "Method not found!"),
            Self::NotImplemented => (
                "SANDBOX_NOT_IMPLEMENTED",
                501,
                "The sandbox does not implement this.",
            ),
            Self::NoAuth => ("NO_AUTH_FOUND", 401, "Wrong authorization data"),
            Self::BadWebhook => ("INVALID_CREDENTIALS", 401, "Invalid request credentials"),
            Self::WebhookScope => (
                "insufficient_scope",
                401,
                "The request requires higher privileges than provided by the webhook token",
            ),
            Self::AppScope => (
                "insufficient_scope",
                401,
                "The request requires higher privileges than provided by the access token",
            ),
            Self::ExpiredToken => (
                "expired_token",
                401,
                "The access token provided has expired.",
            ),
            Self::InvalidToken => ("invalid_token", 401, "Unable to get application by token"),
            Self::NotInstalled => ("ERROR_OAUTH", 401, "Application not installed"),
            Self::Connection => (
                "CONNECTION_ERROR",
                401,
                "Error connecting to authorization server",
            ),
            Self::AppNotFound => ("APPLICATION_NOT_FOUND", 401, "Application not found"),
            Self::PaymentRequired => ("PAYMENT_REQUIRED", 401, "Payment required"),
            Self::InactiveUser => ("authorization_error", 401, "Unable to authorize user"),
            Self::UserAccess => (
                "user_access_error",
                403,
                "The user does not have access to the application.",
            ),
            Self::AnotherVisitor => (
                "authorization_error",
                401,
                "Another user is logged in to the portal: log out first.",
            ),
            Self::NotLoggedIn => ("access_denied", 401, "User not authorized"),
            Self::UserType => ("access_denied", 401, "Access denied for this type of user"),
            Self::WrongSessid => ("session_failed", 401, "Sessid check failed"),
            Self::ConfirmWaiting => ("METHOD_CONFIRM_WAITING", 401, "Waiting for confirmation"),
            Self::ConfirmDenied => ("METHOD_CONFIRM_DENIED", 403, "Method call denied"),
            Self::WrongAuthType => (
                "WRONG_AUTH_TYPE",
                403,
                "Current authorization type is denied for this method",
            ),
            Self::AccessDenied => ("ACCESS_DENIED", 403, "Access denied!"),
            Self::NoPlan => (
                "ACCESS_DENIED",
                401,
                "REST is available only on commercial plans.",
            ),
            Self::NoSubscription => (
                "ACCESS_DENIED",
                401,
                "REST is available only by subscription.",
            ),
            Self::WrongLicense => (
                "WRONG_LICENSE",
                403,
                "The portal's plan does not include this.",
            ),
            Self::QueryLimit => ("QUERY_LIMIT_EXCEEDED", 503, "Too many requests"),
            Self::OperatingLimit => (
                "OPERATION_TIME_LIMIT",
                429,
                "Method is blocked due to operation time limit.",
            ),
            Self::Overload => (
                "OVERLOAD_LIMIT",
                401,
                "REST API is blocked due to overload.",
            ),
            Self::PortalDeleted => ("PORTAL_DELETED", 403, "Portal was deleted"),
            Self::HttpsRequired => ("INVALID_REQUEST", 400, "Https required."),
            Self::Internal => ("INTERNAL_SERVER_ERROR", 500, "Internal server error"),
            Self::UnexpectedAnswer => (
                "ERROR_UNEXPECTED_ANSWER",
                500,
                "Server returned an unexpected response",
            ),
            Self::WrongEncoding => ("WRONG_ENCODING", 200, "Wrong request encoding"),
            Self::BatchLength => (
                "ERROR_BATCH_LENGTH_EXCEEDED",
                400,
                "Max batch length exceeded",
            ),
            Self::BatchMethod => (
                "ERROR_BATCH_METHOD_NOT_ALLOWED",
                400,
                "Method is not allowed for batch usage",
            ),
            Self::Argument => ("ERROR_ARGUMENT", 400, ""),
            Self::NotFound => ("ERROR_NOT_FOUND", 400, ""),
            Self::Crm => ("", 400, ""),
            Self::DiskFull => ("", 400, "Disk resource exhausted"),
            Self::Core => ("ERROR_CORE", 400, ""),
            Self::Database => ("ERROR_CORE", 500, "SQL query error!"),
            Self::PlacementNotFound => ("ERROR_PLACEMENT_NOT_FOUND", 400, "Placement not found"),
            Self::PlacementUserMode => (
                "ERROR_PLACEMENT_USER_MODE",
                400,
                "User mode is not available.",
            ),
            Self::WrongHandler => ("ERROR_WRONG_HANDLER_URL", 400, "Wrong handler URL"),
            Self::WrongProtocol => (
                "ERROR_UNSUPPORTED_PROTOCOL",
                400,
                "Unsupported event handler protocol",
            ),
            Self::EventNotFound => ("ERROR_EVENT_NOT_FOUND", 400, "Event not found"),
            Self::ItemNotFound => ("NOT_FOUND", 400, "Element not found"),
            Self::ItemDenied => ("ACCESS_DENIED", 400, "Access denied"),
            Self::EntityType => ("ENTITY_TYPE_NOT_SUPPORTED", 400, ""),
            Self::Parameter => ("100", 400, ""),
            Self::ArgumentValue => ("INVALID_ARG_VALUE", 400, ""),
            Self::FieldValue => ("CRM_FIELD_ERROR_VALUE_NOT_VALID", 400, ""),
        }
    }
}
