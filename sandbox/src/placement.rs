//! Where apps show themselves (reference §9.3).

use serde_json::{Map, Value, json};

use crate::address::{self, AddressError};
use crate::model::MODEL;
use crate::php::cast;
use crate::rest::call::{Answered, Call};
use crate::rest::dispatch::{Context, Method};
use crate::rest::error::{Fault, RestError};
use crate::store::placements::{self, Binding};

/// The methods of this module.
pub const METHODS: &[Method] = &[
    Method::new("placement.bind", "placement", Context::App, bind),
    Method::new("placement.unbind", "placement", Context::App, unbind),
    Method::new("placement.get", "placement", Context::App, get),
    Method::new("placement.list", "placement", Context::App, list),
];

/// The only place that may be bound for a single user.
const USER_PLACE: &str = "PAGE_BACKGROUND_WORKER";

fn bind(call: &Call<'_>) -> Answered {
    call.admins_only()?;
    let binding = read_binding(call)?;
    if !placements::insert(call.db, &binding)? {
        return Err(RestError::core(
            "Unable to set placement handler: Handler already binded",
        ));
    }
    Ok(true.into())
}

fn read_binding(call: &Call<'_>) -> Result<Binding, RestError> {
    let placement = placement_name(call)?;
    let handler = handler_address(call)?;
    if !MODEL.placements.iter().any(|known| known.code == placement) {
        return Err(Fault::PlacementNotFound.into());
    }
    let user_id = cast::int(call.any_case("USER_ID"));
    if user_id > 0 && placement != USER_PLACE {
        return Err(Fault::PlacementUserMode.into());
    }
    let text = |name| cast::text(call.any_case(name));
    Ok(Binding {
        id: 0,
        app_id: call.app()?.id,
        placement,
        handler,
        title: text("TITLE"),
        description: text("DESCRIPTION"),
        group_name: text("GROUP_NAME"),
        lang_all: texts_by_language(call),
        options: map_or_empty(call.any_case("OPTIONS")),
        user_id,
    })
}

fn placement_name(call: &Call<'_>) -> Result<String, RestError> {
    let placement = cast::text(call.any_case("PLACEMENT")).to_uppercase();
    match placement.as_str() {
        "" => Err(RestError::missing("PLACEMENT")),
        "DEFAULT" => Err(RestError::argument("PLACEMENT", "Wrong value")),
        _ => Ok(placement),
    }
}

fn handler_address(call: &Call<'_>) -> Result<String, RestError> {
    let handler = cast::text(call.any_case("HANDLER"));
    if handler.is_empty() {
        return Err(RestError::missing("HANDLER"));
    }
    check_address(&handler)?;
    Ok(handler)
}

/// Refuses addresses the portal would not call: only http and https, and a host with a dot in it.
pub fn check_address(handler: &str) -> Result<(), RestError> {
    let url = address::parse(handler).map_err(|error| match error {
        AddressError::Scheme => Fault::WrongProtocol,
        AddressError::Host => Fault::WrongHandler,
    })?;
    if url.host_str().is_some_and(|host| host.contains('.')) {
        Ok(())
    } else {
        Err(Fault::WrongHandler.into())
    }
}

/// `LANG_ALL` with the three texts of each language.
fn texts_by_language(call: &Call<'_>) -> Value {
    let languages = cast::entries(call.any_case("LANG_ALL"));
    let texts = languages.into_iter().map(|(language, texts)| {
        let text = |name: &str| {
            (
                name.to_owned(),
                json!(cast::text(cast::member(texts, name))),
            )
        };
        let texts: Map<String, Value> = ["TITLE", "DESCRIPTION", "GROUP_NAME"]
            .map(text)
            .into_iter()
            .collect();
        (language.into_owned(), Value::Object(texts))
    });
    cast::array_from(texts.collect())
}

fn map_or_empty(value: &Value) -> Value {
    if cast::is_array(value) {
        value.clone()
    } else {
        json!([])
    }
}

fn unbind(call: &Call<'_>) -> Answered {
    call.admins_only()?;
    let placement = placement_name(call)?;
    let handler = cast::text(call.any_case("HANDLER"));
    let handler = Some(handler.as_str()).filter(|handler| !handler.is_empty());
    let user = Some(call.any_case("USER_ID")).filter(|user| !user.is_null());
    let user = user.map(cast::int);
    let removed = placements::delete(call.db, call.app()?.id, &placement, handler, user)?;
    // The real portal counts every row twice.
    Ok(json!({ "count": removed * 2 }).into())
}

fn get(call: &Call<'_>) -> Answered {
    call.admins_only()?;
    let bindings = placements::of_app(call.db, call.app()?.id)?;
    Ok(bindings.iter().map(describe).collect::<Value>().into())
}

fn describe(binding: &Binding) -> Value {
    json!({
        "id": binding.id,
        "placement": binding.placement,
        "userId": binding.user_id,
        "handler": binding.handler,
        "options": binding.options,
        "title": binding.title,
        "description": binding.description,
        "langAll": binding.lang_all,
    })
}

/// Codes of places: of those the app may use, with `FULL` of all, with `SCOPE` of those that belong
/// to this scope.
fn list(call: &Call<'_>) -> Answered {
    call.admins_only()?;
    let wanted = call.any_case("SCOPE");
    let full = cast::truthy(call.any_case("FULL"));
    let fits = |scope: &str| match wanted {
        Value::Null => full || call.caller.holds(scope),
        wanted => cast::text(wanted) == scope,
    };
    let codes = MODEL.placements.iter().map(|place| place.code.as_str());
    let named = codes.filter(|code| fits(scope_of(code)));
    Ok(named.map(Value::from).collect::<Value>().into())
}

/// The scope a place belongs to; that of custom fields' types is no part of the CRM.
fn scope_of(code: &str) -> &'static str {
    if code.starts_with("CRM_") {
        "crm"
    } else {
        "placement"
    }
}
