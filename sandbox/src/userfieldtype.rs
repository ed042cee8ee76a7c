//! Types of custom fields that an app draws itself (docs: api-reference/widgets/user-field).

use serde_json::{Value, json};

use crate::php::cast;
use crate::placement::check_address;
use crate::rest::call::{Answer, Answered, Call};
use crate::rest::dispatch::{Context, Method};
use crate::rest::error::{Fault, RestError};
use crate::store::userfield_types::{self, UserfieldType};

/// The methods of this module.
pub const METHODS: &[Method] = &[
    Method::new("userfieldtype.add", "placement", Context::App, add),
    Method::new("userfieldtype.update", "placement", Context::App, update),
    Method::new("userfieldtype.list", "placement", Context::App, list),
    Method::new("userfieldtype.delete", "placement", Context::App, delete),
];

/// What the type's full name, `rest_<app>_<type>`, may measure.
const NAME_LIMIT: usize = 50;

fn add(call: &Call<'_>) -> Answered {
    call.admins_only()?;
    let known = of_app(call)?;
    let name = type_name(call)?;
    let handler = cast::text(call.any_case("HANDLER"));
    if handler.is_empty() {
        return Err(RestError::missing("HANDLER"));
    }
    check_address(&handler)?;
    if known
        .iter()
        .any(|row| row.user_type_id == name || row.handler == handler)
    {
        return Err(already_bound());
    }
    let row = UserfieldType {
        app_id: call.app()?.id,
        user_type_id: name,
        handler,
        title: cast::text(call.any_case("TITLE")),
        description: cast::text(call.any_case("DESCRIPTION")),
        options: options(call),
    };
    userfield_types::insert(call.db, &row)?;
    Ok(true.into())
}

fn update(call: &Call<'_>) -> Answered {
    call.admins_only()?;
    let mut row = find(call)?;
    let text = |name: &str| {
        Some(call.any_case(name))
            .filter(|value| !value.is_null())
            .map(cast::text)
    };
    if let Some(handler) = text("HANDLER") {
        check_address(&handler)?;
        let taken = |other: &UserfieldType| {
            other.user_type_id != row.user_type_id && other.handler == handler
        };
        if of_app(call)?.iter().any(taken) {
            return Err(already_bound());
        }
        row.handler = handler;
    }
    row.title = text("TITLE").unwrap_or(row.title);
    row.description = text("DESCRIPTION").unwrap_or(row.description);
    if cast::is_array(call.any_case("OPTIONS")) {
        row.options = options(call);
    }
    userfield_types::delete(call.db, row.app_id, &row.user_type_id)?;
    userfield_types::insert(call.db, &row)?;
    Ok(true.into())
}

fn list(call: &Call<'_>) -> Answered {
    call.admins_only()?;
    let rows: Vec<Value> = of_app(call)?.iter().map(describe).collect();
    let total = i64::try_from(rows.len()).ok();
    Ok(Answer {
        result: Value::Array(rows),
        next: None,
        total,
    })
}

fn delete(call: &Call<'_>) -> Answered {
    call.admins_only()?;
    let row = find(call)?;
    userfield_types::delete(call.db, row.app_id, &row.user_type_id)?;
    Ok(true.into())
}

fn describe(row: &UserfieldType) -> Value {
    json!({
        "USER_TYPE_ID": row.user_type_id,
        "HANDLER": row.handler,
        "TITLE": row.title,
        "DESCRIPTION": row.description,
        "OPTIONS": row.options,
    })
}

fn of_app(call: &Call<'_>) -> Result<Vec<UserfieldType>, RestError> {
    Ok(userfield_types::of_app(call.db, call.app()?.id)?)
}

fn find(call: &Call<'_>) -> Result<UserfieldType, RestError> {
    let name = type_name(call)?;
    let found = of_app(call)?
        .into_iter()
        .find(|row| row.user_type_id == name);
    found.ok_or_else(|| RestError::new(Fault::NotFound, "User Field Type not found"))
}

fn type_name(call: &Call<'_>) -> Result<String, RestError> {
    let name = cast::text(call.any_case("USER_TYPE_ID")).to_lowercase();
    if name.is_empty() {
        return Err(RestError::missing("USER_TYPE_ID"));
    }
    let is_plain = name
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    if !is_plain || full_name(call.app()?.id, &name).len() > NAME_LIMIT {
        return Err(RestError::argument("USER_TYPE_ID", "Wrong value"));
    }
    Ok(name)
}

/// The name under which fields of an app's type are created.
pub fn full_name(app: i64, name: &str) -> String {
    format!("rest_{app}_{name}")
}

fn options(call: &Call<'_>) -> Value {
    let height = cast::int(cast::member(call.any_case("OPTIONS"), "height"));
    json!({ "height": height })
}

fn already_bound() -> RestError {
    RestError::core("Unable to set placement handler: Handler already binded")
}
