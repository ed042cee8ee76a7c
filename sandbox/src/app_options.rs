//! Values an app keeps in the portal, for itself and for each user (reference §11).

use serde_json::Value;

use crate::php::cast;
use crate::rest::call::{Answered, Call};
use crate::rest::dispatch::{Context, Method};
use crate::rest::error::{Fault, RestError};
use crate::store::options;

/// The methods of this module.
pub const METHODS: &[Method] = &[
    Method::new("app.option.get", "", Context::AppOptions, |call| {
        get(call, 0)
    }),
    Method::new("app.option.set", "", Context::AppOptions, set_for_app),
    Method::new("user.option.get", "", Context::AppOptions, |call| {
        get(call, call.user().id)
    }),
    Method::new("user.option.set", "", Context::AppOptions, |call| {
        set(call, call.user().id)
    }),
];

fn get(call: &Call<'_>, owner: i64) -> Answered {
    let mut all = options::load(call.db, call.app()?.id, owner)?;
    let name = cast::text(call.any_case("option"));
    if name.is_empty() {
        return Ok(cast::array_from(all).into());
    }
    Ok(all.remove(&name).unwrap_or(Value::Null).into())
}

fn set_for_app(call: &Call<'_>) -> Answered {
    if !call.user().is_admin {
        let text = "Access denied! Administrator authorization required";
        return Err(RestError::new(Fault::AccessDenied, text));
    }
    set(call, 0)
}

fn set(call: &Call<'_>, owner: i64) -> Answered {
    let values = cast::entries(call.any_case("options"));
    if values.is_empty() {
        return Err(RestError::argument(
            "options",
            "Argument 'options' is null or empty",
        ));
    }
    for (name, value) in values {
        options::set(call.db, call.app()?.id, owner, &name, value)?;
    }
    Ok(true.into())
}
