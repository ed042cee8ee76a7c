//! event.bind, event.unbind, event.get (reference §6).

use serde_json::{Value, json};

use super::application;
use super::queue::OFFLINE_EVENT;
use crate::model::MODEL;
use crate::php::cast;
use crate::placement::check_address;
use crate::rest::call::{Answered, Call};
use crate::rest::error::{Fault, RestError};
use crate::store::handlers::{self, Handler};

/// Events about the app itself, which need no scope.
const APP_EVENTS: &[&str] = &[
    application::INSTALL,
    application::UNINSTALL,
    application::UPDATE,
    application::PAYMENT,
    "ONAPPTEST",
    application::METHOD_CONFIRM,
    OFFLINE_EVENT,
];

/// Subscribes; always true.
pub fn bind(call: &Call<'_>) -> Answered {
    let handler = read(call)?;
    if !exists(call, &handler.event)? {
        return Err(Fault::EventNotFound.into());
    }
    if !handlers::insert(call.db, &handler)? {
        return Err(RestError::core(
            "Unable to set event handler: Handler already binded",
        ));
    }
    Ok(true.into())
}

/// The subscription a call describes.
fn read(call: &Call<'_>) -> Result<Handler, RestError> {
    let text = |name: &str| cast::text(call.any_case(name));
    let event = text("EVENT").to_uppercase();
    if event.is_empty() {
        return Err(RestError::missing("EVENT"));
    }
    let offline = match text("EVENT_TYPE").to_lowercase().as_str() {
        "" | "online" => false,
        "offline" => true,
        _ => {
            return Err(RestError::argument(
                "EVENT_TYPE",
                "Value must be one of {online, offline}",
            ));
        }
    };
    let handler = text("HANDLER");
    let auth_user = if offline {
        call.admins_only()?;
        0
    } else {
        check_handler(&handler)?;
        auth_user(call)?
    };
    Ok(Handler {
        id: 0,
        app_id: call.app()?.id,
        event,
        handler: if offline { String::new() } else { handler },
        auth_user,
        connector: if offline {
            text("AUTH_CONNECTOR")
        } else {
            String::new()
        },
        offline,
        options: call.any_case("OPTIONS").clone(),
    })
}

fn check_handler(handler: &str) -> Result<(), RestError> {
    if handler.is_empty() {
        return Err(RestError::missing("HANDLER"));
    }
    check_address(handler)
}

/// The user whose token goes with the event: for administrators whoever causes it, unless they name
/// somebody; for others themselves.
fn auth_user(call: &Call<'_>) -> Result<i64, RestError> {
    let user = call.user();
    match cast::int(call.any_case("AUTH_TYPE")) {
        asked if user.is_admin || asked == user.id => Ok(asked),
        0 => Ok(user.id),
        _ => {
            let text =
                "Access denied! Event binding with AUTH_TYPE requires administrator access rights";
            Err(RestError::new(Fault::AccessDenied, text))
        }
    }
}

fn exists(call: &Call<'_>, event: &str) -> Result<bool, RestError> {
    let of_crm = MODEL.events.iter().any(|known| known.name == event);
    Ok(APP_EVENTS.contains(&event) || of_crm && call.app()?.may_use("crm"))
}

/// Names of events: of those the app may subscribe to, with `FULL` of all, with `SCOPE` of those
/// that belong to this scope (none: to no scope).
pub fn list(call: &Call<'_>) -> Answered {
    let wanted = call.any_case("SCOPE");
    let full = cast::truthy(call.any_case("FULL"));
    let fits = |scope: &str| match wanted {
        Value::Null => full || call.caller.holds(scope),
        wanted => cast::text(wanted) == scope,
    };
    let of_crm = MODEL.events.iter().map(|event| event.name.as_str());
    let of_apps = APP_EVENTS.iter().copied();
    let named = of_apps
        .filter(|_| fits(""))
        .chain(of_crm.filter(|_| fits("crm")));
    Ok(named.map(Value::from).collect::<Value>().into())
}

/// Ends subscriptions; how many there were.
pub fn unbind(call: &Call<'_>) -> Answered {
    let wanted = read(call)?;
    let any_user = call.any_case("AUTH_TYPE").is_null() && call.user().is_admin;
    let mut count = 0;
    for handler in handlers::of_app(call.db, wanted.app_id)? {
        let same = (
            &handler.event,
            &handler.handler,
            &handler.connector,
            handler.offline,
        ) == (
            &wanted.event,
            &wanted.handler,
            &wanted.connector,
            wanted.offline,
        );
        if same && (any_user || handler.auth_user == wanted.auth_user) {
            handlers::delete(call.db, handler.id)?;
            count += 1;
        }
    }
    Ok(json!({ "count": count }).into())
}

/// The app's subscriptions; those who are no administrators see their own.
pub fn get(call: &Call<'_>) -> Answered {
    let user = call.user();
    let visible = |handler: &Handler| user.is_admin || handler.auth_user == user.id;
    let handlers = handlers::of_app(call.db, call.app()?.id)?;
    Ok(handlers
        .iter()
        .filter(|handler| visible(handler))
        .map(describe)
        .collect::<Value>()
        .into())
}

fn describe(handler: &Handler) -> Value {
    if handler.offline {
        return json!({
            "event": handler.event,
            "connector_id": handler.connector,
            "offline": 1,
        });
    }
    json!({
        "event": handler.event,
        "handler": handler.handler,
        "auth_type": handler.auth_user.to_string(),
        "offline": 0,
    })
}
