//! The small methods every client touches (reference §11).

#![expect(clippy::unnecessary_wraps, reason = "every method answers so")]

use serde_json::{Value, json};

use crate::php::cast;
use crate::rest::call::{ALL_SCOPES, Answered, Call, Via};
use crate::rest::dispatch::{self, Context, Method};
use crate::rest::error::Fault;

/// The methods of this module.
pub const METHODS: &[Method] = &[
    Method::new("profile", "", Context::Any, profile),
    Method::new("server.time", "", Context::Any, server_time),
    Method::new("scope", "", Context::Any, scope),
    Method::new("methods", "", Context::Any, methods),
    Method::new("method.get", "", Context::Any, method_get),
    Method::new("app.info", "", Context::Any, app_info),
];

const LICENSE: &str = "en_sandbox";

fn profile(call: &Call<'_>) -> Answered {
    let user = call.user();
    let profile = json!({
        "ID": user.id.to_string(),
        "ADMIN": user.is_admin,
        "NAME": user.name,
        "LAST_NAME": user.last_name,
        "PERSONAL_GENDER": user.gender,
        "TIME_ZONE": "",
    });
    Ok(profile.into())
}

fn server_time(call: &Call<'_>) -> Answered {
    Ok(json!(call.portal.clock.iso(call.portal.clock.seconds())).into())
}

fn scope(call: &Call<'_>) -> Answered {
    if cast::truthy(call.param("full")) {
        return Ok(ALL_SCOPES
            .split(',')
            .map(Value::from)
            .collect::<Value>()
            .into());
    }
    Ok(call
        .caller
        .scopes()
        .map(Value::from)
        .collect::<Value>()
        .into())
}

/// Names in small letters: of what the caller may call, with `full` of everything, with `scope` of
/// what belongs to that scope (none: to no scope). Methods of controllers are left out.
fn methods(call: &Call<'_>) -> Answered {
    let wanted = call.any_case("scope");
    let full = cast::truthy(call.any_case("full"));
    let fits = |method: &&Method| match wanted {
        Value::Null => full || call.caller.holds(method.scope),
        wanted => cast::text(wanted) == method.scope,
    };
    let listed = dispatch::methods().filter(|method| !method.name.starts_with("crm.item."));
    let fitting = listed.filter(fits);
    let names = fitting.map(|method| Value::from(method.name.to_lowercase()));
    Ok(names.collect::<Value>().into())
}

// The name is compared as it comes: methods are known by their small letters.
fn method_get(call: &Call<'_>) -> Answered {
    let name = cast::text(call.param("name"));
    let mut methods = dispatch::methods();
    let found = methods.find(|method| method.name.to_lowercase() == name);
    let available = found.is_some_and(|method| call.caller.holds(method.scope));
    Ok(json!({ "isExisting": found.is_some(), "isAvailable": available }).into())
}

fn app_info(call: &Call<'_>) -> Answered {
    let info = match &call.caller.via {
        Via::App(app) => json!({
            "ID": app.id.to_string(),
            "CODE": app.client_id,
            "VERSION": app.version,
            "STATUS": "L",
            "INSTALLED": app.installed,
            "PAYMENT_EXPIRED": "N",
            "DAYS": Value::Null,
            "LANGUAGE_ID": "en",
            "LICENSE": LICENSE,
        }),
        Via::Webhook(_) => json!({
            "SCOPE": call.caller.scopes().collect::<Vec<_>>(),
            "LICENSE": LICENSE,
        }),
        Via::Session => return Err(Fault::AccessDenied.into()),
    };
    Ok(info.into())
}
