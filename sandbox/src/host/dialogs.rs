//! What people choose from in the portal's dialogs: records and users.

use axum::extract::{Query, State};
use axum::http::HeaderMap;
use rusqlite::Connection;
use serde::Deserialize;
use serde_json::{Value, json};

use super::endpoints::{Reply, reply};
use super::{DEFAULT_USER, full_name};
use crate::crm::{access, search};
use crate::entity::Kind;
use crate::session;
use crate::state::AppState;
use crate::store::Sql;
use crate::store::query::Condition;
use crate::store::records::{self, Record};
use crate::store::users::{self, User};

#[derive(Deserialize)]
pub(super) struct Find {
    #[serde(default, rename = "type")]
    kind: String,
    #[serde(default)]
    query: String,
    #[serde(default)]
    ids: String,
}

/// How many records a dialog shows.
const DIALOG_ROWS: i64 = 20;

pub(super) async fn find_records(
    State(portal): State<AppState>,
    Query(find): Query<Find>,
    headers: HeaderMap,
) -> Reply {
    let visitor = session::of(&portal, &headers).map_or(DEFAULT_USER, |session| session.user);
    reply(portal.store.read(|db| {
        let user = users::get(db, visitor)?.unwrap_or_else(User::stranger);
        let (kind, choice): (Kind, fn(&Record) -> Value) = match find.kind.as_str() {
            "lead" => (Kind::Lead, lead_choice),
            "contact" => (Kind::Contact, contact_choice),
            "company" => (Kind::Company, company_choice),
            _ => return Ok(Some(json!([]))),
        };
        let found = records_for(db, &user, kind, &find)?;
        Ok(Some(found.iter().map(choice).collect()))
    }))
}

/// The records a dialog starts with by their ids (`L_7,L_9`), or those that hold the words, as far
/// as the user may see them.
fn records_for(db: &Connection, user: &User, kind: Kind, find: &Find) -> Sql<Vec<Record>> {
    if find.ids.is_empty() {
        let words = search::words(kind, &find.query);
        let condition = Condition::All(vec![access::visible(user), words]);
        return Ok(search::find_where(db, kind, condition, 0, DIALOG_ROWS)?.records);
    }
    let found = numbers(&find.ids).filter_map(|id| records::get(db, kind, id).transpose());
    let shown = found.filter(|record| record.as_ref().is_ok_and(|it| access::sees(user, it)));
    shown.collect()
}

fn lead_choice(lead: &Record) -> Value {
    choice("L", "lead", lead.id(), lead.text("TITLE"), &full_name(lead))
}

fn contact_choice(contact: &Record) -> Value {
    choice(
        "C",
        "contact",
        contact.id(),
        &full_name(contact),
        contact.text("POST"),
    )
}

fn company_choice(company: &Record) -> Value {
    choice("CO", "company", company.id(), company.text("TITLE"), "")
}

/// The numbers in `CO_7,CO_9`.
fn numbers(ids: &str) -> impl Iterator<Item = i64> {
    let numbers = ids.split(',').filter_map(|id| id.rsplit('_').next());
    numbers.filter_map(|number| number.parse().ok())
}

// Frame protocol §1.5, selectCRM.
fn choice(prefix: &str, kind: &str, id: i64, title: &str, description: &str) -> Value {
    json!({
        "id": format!("{prefix}_{id}"),
        "type": kind,
        "place": kind,
        "title": title,
        "desc": description,
        "url": format!("/crm/{kind}/details/{id}/"),
    })
}

pub(super) async fn find_users(State(portal): State<AppState>, Query(find): Query<Find>) -> Reply {
    let query = find.query.to_lowercase();
    reply(portal.store.read(|db| {
        let found = users::all(db)?
            .into_iter()
            .filter(|u| u.full_name().to_lowercase().contains(&query));
        let rows: Vec<Value> = found
            .map(|user| {
                json!({
                    "id": user.id.to_string(),
                    "name": user.full_name(),
                    "photo": "",
                    "position": user.position,
                    "url": format!("/company/personal/user/{}/", user.id),
                    "sub": false,
                    "sup": false,
                })
            })
            .collect();
        Ok(Some(json!(rows)))
    }))
}
