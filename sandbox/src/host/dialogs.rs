//! What people choose from in the portal's dialogs: records and users.

use axum::extract::{Query, State};
use rusqlite::Connection;
use serde::Deserialize;
use serde_json::{Value, json};

use super::endpoints::{Reply, reply};
use super::full_name;
use crate::crm::search;
use crate::entity::Kind;
use crate::state::AppState;
use crate::store::records::{self, Record};
use crate::store::{Sql, users};

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
) -> Reply {
    reply(portal.store.read(|db| {
        let rows: Vec<Value> = match find.kind.as_str() {
            "lead" => records_of(db, Kind::Lead, &find)?
                .iter()
                .map(lead_choice)
                .collect(),
            "contact" => records_of(db, Kind::Contact, &find)?
                .iter()
                .map(contact_choice)
                .collect(),
            "company" => companies(db, &find)?,
            _ => Vec::new(),
        };
        Ok(Some(json!(rows)))
    }))
}

/// The records a dialog starts with by their ids (`L_7,L_9`), or those that hold the words.
fn records_of(db: &Connection, kind: Kind, find: &Find) -> Sql<Vec<Record>> {
    if find.ids.is_empty() {
        return Ok(search::find(db, kind, &find.query, 0, DIALOG_ROWS)?.records);
    }
    let ids = numbers(&find.ids);
    ids.filter_map(|id| records::get(db, kind, id).transpose())
        .collect()
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

/// The numbers in `CO_7,CO_9`.
fn numbers(ids: &str) -> impl Iterator<Item = i64> {
    let numbers = ids.split(',').filter_map(|id| id.rsplit('_').next());
    numbers.filter_map(|number| number.parse().ok())
}

fn companies(db: &Connection, find: &Find) -> Sql<Vec<Value>> {
    let query = find.query.to_lowercase();
    let fits = |id: i64, title: &str| match find.ids.as_str() {
        "" => title.to_lowercase().contains(&query),
        ids => numbers(ids).any(|wanted| wanted == id),
    };
    let all = records::companies(db)?.into_iter();
    let found = all.filter(|(id, title)| fits(*id, title));
    Ok(found
        .map(|(id, title)| choice("CO", "company", id, &title, ""))
        .collect())
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
