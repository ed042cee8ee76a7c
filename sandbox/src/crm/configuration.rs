//! crm.*.details.configuration.*: the layout of the record card (reference §5.2).

use serde_json::{Map, Value, json};

use super::access;
use crate::entity::Kind;
use crate::php::cast;
use crate::rest::call::{Answered, Call};
use crate::rest::error::RestError;
use crate::store::cards::{self, Card};

/// The layout, or null when none was set.
pub fn get(call: &Call<'_>, kind: Kind) -> Answered {
    let card = card(call, kind);
    if card.user != 0 {
        may_edit(call, card)?;
    }
    Ok(cards::get(call.db, card)?.unwrap_or(Value::Null).into())
}

/// Sets the layout; always true.
pub fn set(call: &Call<'_>, kind: Kind) -> Answered {
    let card = card(call, kind);
    may_edit(call, card)?;
    let layout = read_layout(call)?;
    cards::set(call.db, card, &layout)?;
    Ok(true.into())
}

/// Forgets the layout; always true.
pub fn reset(call: &Call<'_>, kind: Kind) -> Answered {
    let card = card(call, kind);
    may_edit(call, card)?;
    cards::reset(call.db, card)?;
    Ok(true.into())
}

/// Gives everybody the common layout; always true.
pub fn force_common(call: &Call<'_>, kind: Kind) -> Answered {
    let card = Card {
        user: 0,
        ..card(call, kind)
    };
    may_edit(call, card)?;
    cards::force_common(call.db, kind, card.variant)?;
    Ok(true.into())
}

/// Which card the call is about: scope "C" is the common one, anything else somebody's own.
fn card(call: &Call<'_>, kind: Kind) -> Card {
    let common = cast::text(call.param("scope")).eq_ignore_ascii_case("C");
    let user = match cast::int(call.param("userId")) {
        user if user > 0 => user,
        _ => call.user().id,
    };
    let null = Value::Null;
    let extras = call.array("extras").unwrap_or(&null);
    // The documentation has both spellings.
    let customer = [
        "leadCustomerType",
        "lead.customer.type",
        "lead_customer_type",
    ]
    .map(|name| cast::int(cast::member(extras, name)));
    let repeat = kind == Kind::Lead && customer.contains(&2);
    Card {
        kind,
        variant: if repeat { 2 } else { 1 },
        user: if common { 0 } else { user },
    }
}

/// Everybody may change their own card, only administrators others' and the common one.
fn may_edit(call: &Call<'_>, card: Card) -> Result<(), RestError> {
    access::enter(call)?;
    if card.user == call.user().id || call.user().is_admin {
        Ok(())
    } else {
        Err(access::denied())
    }
}

fn read_layout(call: &Call<'_>) -> Result<Value, RestError> {
    let data = match call.array("data") {
        Some(data) if cast::is_array(data) => data,
        _ => return Err(RestError::crm("Parameter 'data' must be array.")),
    };
    let mut sections = match data {
        Value::Array(sections) if sections.is_empty() => {
            return Err(RestError::crm("There are no data to write."));
        }
        Value::Array(sections) => sections.as_slice(),
        _ => return Err(RestError::crm("The data must be indexed array.")),
    };
    // The portal's own editor wraps the sections in a column.
    if let Some(first) = sections.first()
        && cast::text(cast::member(first, "type")) == "column"
        && let Value::Array(inner) = cast::member(first, "elements")
    {
        sections = inner;
    }
    sections
        .iter()
        .enumerate()
        .map(|(at, section)| read_section(at, section))
        .collect()
}

fn read_section(at: usize, section: &Value) -> Result<Value, RestError> {
    let text = |name: &str| cast::text(cast::member(section, name));
    let kind = text("type");
    if !kind.is_empty() && kind != "section" {
        return Err(RestError::crm(format!(
            "Section at index {at} have type '{kind}'. The expected type is 'section'."
        )));
    }
    if text("name").is_empty() {
        return Err(RestError::crm(format!(
            "Section at index {at} does not have name."
        )));
    }
    if !matches!(cast::member(section, "title"), Value::String(title) if !title.is_empty()) {
        return Err(RestError::crm(format!(
            "Section at index {at} does not have title."
        )));
    }
    let elements = cast::values(cast::member(section, "elements"));
    let elements = elements
        .into_iter()
        .enumerate()
        .map(|(place, element)| read_element(at, place, element));
    Ok(json!({
        "type": "section",
        "name": text("name"),
        "title": text("title"),
        "elements": elements.collect::<Result<Vec<_>, _>>()?,
    }))
}

fn read_element(section: usize, at: usize, element: &Value) -> Result<Value, RestError> {
    let name = cast::text(cast::member(element, "name"));
    if name.is_empty() {
        return Err(RestError::crm(format!(
            "Element at index {at} in section at index {section} does not have name."
        )));
    }
    let mut stored = Map::new();
    stored.insert("name".into(), json!(name));
    let flags = cast::member(element, "optionFlags");
    if cast::text(flags).parse::<f64>().is_ok() {
        stored.insert("optionFlags".into(), flags.clone());
    }
    let options = cast::member(element, "options");
    if cast::is_array(options) {
        stored.insert("options".into(), options.clone());
    }
    Ok(Value::Object(stored))
}
