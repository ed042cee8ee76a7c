//! Leads of the seed: a line of the data becomes a record.

use rusqlite::Connection;
use rusqlite::types::Value;
use serde_json::json;

use super::{Place, add_entry, common, link, text};
use crate::crm::productrows;
use crate::entity::Kind;
use crate::store::links::Relation;
use crate::store::records::{self, Changes};
use crate::store::{Sql, products};

/// A line of the data, taken apart.
pub(super) type Line<'a> = [&'a str; 16];

/// Adds the lead of a line.
pub(super) fn add(db: &Connection, line: Line<'_>, place: Place) -> Sql<()> {
    let [.., phone, email, city, contacts, _, rows] = line;
    let rows = product_rows(rows);
    let mut changes = common(place, city);
    changes.extend(own_fields(line));
    changes.extend(progress(line, place.created));
    changes.extend(worth(line, &rows));
    let id = records::insert(db, Kind::Lead, &changes)?;
    add_entry(db, Kind::Lead, id, "PHONE", phone)?;
    add_entry(db, Kind::Lead, id, "EMAIL", email)?;
    let contacts = contacts.split(',').filter_map(|id| id.parse().ok());
    link(db, Relation::LeadContacts, id, contacts)?;
    products::replace(db, id, &rows)
}

/// What it says about itself and the person behind it.
fn own_fields(line: Line<'_>) -> Changes {
    let [
        title,
        _,
        source,
        _,
        _,
        honorific,
        name,
        last_name,
        company,
        post,
        ..,
    ] = line;
    let [.., phone, email, _, contacts, comment, _] = line;
    vec![
        ("TITLE", text(title)),
        ("SOURCE_ID", text(source)),
        ("HONORIFIC", text(honorific)),
        ("NAME", text(name)),
        ("LAST_NAME", text(last_name)),
        ("COMPANY_TITLE", text(company)),
        ("POST", text(post)),
        ("COMMENTS", text(comment)),
        ("IS_RETURN_CUSTOMER", flag(!contacts.is_empty())),
        ("HAS_PHONE", flag(!phone.is_empty())),
        ("HAS_EMAIL", flag(!email.is_empty())),
    ]
}

/// Where it stands, and since when.
fn progress(line: Line<'_>, created: i64) -> Changes {
    let [_, status, ..] = line;
    let semantics = match status {
        "CONVERTED" => "S",
        "JUNK" => "F",
        _ => "P",
    };
    let closed = match semantics {
        "P" => Value::Null,
        _ => Value::Integer(created + 7200),
    };
    vec![
        ("STATUS_ID", text(status)),
        ("STATUS_SEMANTIC_ID", text(semantics)),
        ("MOVED_BY_ID", Value::Integer(1)),
        ("MOVED_TIME", Value::Integer(created)),
        ("DATE_CLOSED", closed),
    ]
}

/// What it is worth: what its products cost, or else what the line says.
fn worth(line: Line<'_>, rows: &[serde_json::Value]) -> Changes {
    let [_, _, _, amount, currency, ..] = line;
    let amount = match rows {
        [] => amount.parse().unwrap_or_default(),
        rows => rows.iter().map(productrows::total).sum(),
    };
    vec![
        ("OPPORTUNITY", Value::Real(amount)),
        ("CURRENCY_ID", text(currency)),
        ("IS_MANUAL_OPPORTUNITY", flag(rows.is_empty())),
    ]
}

fn product_rows(rows: &str) -> Vec<serde_json::Value> {
    let rows = rows.split(';').filter(|row| !row.is_empty());
    rows.map(product_row).collect()
}

fn product_row(text: &str) -> serde_json::Value {
    let mut parts = text.split(':');
    let name = parts.next().unwrap_or_default();
    let mut number = || -> f64 {
        let part = parts.next().unwrap_or_default();
        part.parse().unwrap_or_default()
    };
    productrows::complete(&json!({
        "PRODUCT_NAME": name,
        "QUANTITY": number(),
        "PRICE": number(),
        "DISCOUNT_RATE": number(),
        "TAX_RATE": number(),
    }))
}

fn flag(yes: bool) -> Value {
    text(if yes { "Y" } else { "N" })
}
