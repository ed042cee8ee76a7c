//! Fills a fresh portal with people, firms, leads, users and webhooks.

use rusqlite::Connection;
use rusqlite::types::Value;

use crate::crm::defaults::BASE_CURRENCY;
use crate::entity::Kind;
use crate::secrets;
use crate::store::Sql;
use crate::store::directories::{self, Status};
use crate::store::links::{self, Link, Relation};
use crate::store::multifields::{self, Entry};
use crate::store::records::{self, Changes};
use crate::store::users;

mod data;
mod lead;

/// The scopes of the ready webhooks.
pub const WEBHOOK_SCOPES: &str = "crm,user,placement";

/// Every third record belongs to the second user.
const OF_SECOND_USER: i64 = 3;
/// Contacts from this one on are their owner's alone.
const FIRST_CLOSED: i64 = 34;

/// What a new portal is filled with, besides its users, webhooks and directories.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Seed {
    /// Firms, contacts and leads of all sorts.
    #[default]
    Demo,
    /// Nothing.
    None,
}

/// Fills the portal, unless it has been before; `leads` more than the seed has.
pub fn fill(db: &Connection, now: i64, seed: Seed, leads: u32) -> Sql<()> {
    if users::portal(db, "member_id")?.is_some() {
        return Ok(());
    }
    users::set_portal(db, "member_id", &secrets::hex(16))?;
    add_users(db)?;
    add_directories(db)?;
    if seed == Seed::Demo {
        add_demo(db, now)?;
    }
    add_leads(db, now, seed, leads)
}

/// Leads like those of the demo, over and over. They have no product rows, which would be half of
/// the database, and no contacts where there are none.
fn add_leads(db: &Connection, now: i64, seed: Seed, count: u32) -> Sql<()> {
    let lines = data::LEADS.trim().lines().cycle();
    for (at, line) in (1..=i64::from(count)).zip(lines) {
        let created = now - at * 60;
        let mut lead: lead::Line<'_> = fields(line);
        let [.., contacts, _, rows] = &mut lead;
        *rows = "";
        if seed == Seed::None {
            *contacts = "";
        }
        lead::add(db, lead, Place { at, created })?;
    }
    Ok(())
}

fn add_demo(db: &Connection, now: i64) -> Sql<()> {
    for (at, line) in (1..).zip(data::COMPANIES.trim().lines()) {
        add_company(
            db,
            line,
            Place {
                at,
                created: now - 86_400 * (120 - at),
            },
        )?;
    }
    for (at, line) in (1..).zip(data::CONTACTS.trim().lines()) {
        add_contact(
            db,
            line,
            Place {
                at,
                created: now - 86_400 * (90 - at),
            },
        )?;
    }
    for (at, line) in (1..).zip(data::LEADS.trim().lines()) {
        lead::add(
            db,
            fields(line),
            Place {
                at,
                created: now - 72_000 * (40 - at),
            },
        )?;
    }
    Ok(())
}

/// Which record of its kind it is, and when somebody entered it.
#[derive(Clone, Copy)]
struct Place {
    at: i64,
    created: i64,
}

fn add_users(db: &Connection) -> Sql<()> {
    for user in data::users() {
        users::insert(db, &user)?;
        users::add_webhook(db, user.id, &secrets::word(16), WEBHOOK_SCOPES)?;
    }
    Ok(())
}

fn add_directories(db: &Connection) -> Sql<()> {
    for (entity_id, status_id, name, sort, system, semantics, color) in data::STATUSES {
        let status = Status {
            id: 0,
            entity_id: (*entity_id).into(),
            status_id: (*status_id).into(),
            name: (*name).into(),
            name_init: if *system {
                (*name).into()
            } else {
                String::new()
            },
            sort: *sort,
            system: *system,
            semantics: semantics.map(str::to_owned),
            color: color.map(str::to_owned),
        };
        directories::insert(db, &status)?;
    }
    Ok(())
}

fn add_company(db: &Connection, line: &str, place: Place) -> Sql<()> {
    let [
        title,
        company_type,
        industry,
        employees,
        revenue,
        phone,
        email,
        site,
        city,
    ] = fields(line);
    let mut changes = common(place, city);
    changes.extend([
        ("TITLE", text(title)),
        ("COMPANY_TYPE", text(company_type)),
        ("INDUSTRY", text(industry)),
        ("EMPLOYEES", text(employees)),
        ("REVENUE", Value::Real(revenue.parse().unwrap_or_default())),
        ("CURRENCY_ID", text(BASE_CURRENCY)),
        ("IS_MY_COMPANY", text("N")),
        ("HAS_PHONE", text("Y")),
        ("HAS_EMAIL", text("Y")),
    ]);
    let id = records::insert(db, Kind::Company, &changes)?;
    add_entry(db, Kind::Company, id, "PHONE", phone)?;
    add_entry(db, Kind::Company, id, "EMAIL", email)?;
    add_entry(db, Kind::Company, id, "WEB", site)
}

fn add_contact(db: &Connection, line: &str, place: Place) -> Sql<()> {
    let [
        honorific,
        name,
        last_name,
        post,
        company,
        phone,
        email,
        city,
        birthday,
    ] = fields(line);
    let company: i64 = company.parse().unwrap_or_default();
    let mut changes = common(place, city);
    changes.extend([
        ("HONORIFIC", text(honorific)),
        ("NAME", text(name)),
        ("LAST_NAME", text(last_name)),
        ("POST", text(post)),
        ("BIRTHDATE", text(birthday)),
        ("TYPE_ID", text("CLIENT")),
        (
            "SOURCE_ID",
            text(if company > 0 { "PARTNER" } else { "WEB" }),
        ),
        ("EXPORT", text("Y")),
        ("HAS_PHONE", text("Y")),
        ("HAS_EMAIL", text("Y")),
    ]);
    let id = records::insert(db, Kind::Contact, &changes)?;
    add_entry(db, Kind::Contact, id, "PHONE", phone)?;
    add_entry(db, Kind::Contact, id, "EMAIL", email)?;
    link(
        db,
        Relation::ContactCompanies,
        id,
        (company > 0).then_some(company),
    )
}

fn common(place: Place, city: &str) -> Changes {
    let created = place.created;
    let user = if place.at % OF_SECOND_USER == 0 { 2 } else { 1 };
    vec![
        (
            "OPENED",
            text(if place.at < FIRST_CLOSED { "Y" } else { "N" }),
        ),
        ("ASSIGNED_BY_ID", Value::Integer(user)),
        ("CREATED_BY_ID", Value::Integer(1)),
        ("MODIFY_BY_ID", Value::Integer(1)),
        ("LAST_ACTIVITY_BY", Value::Integer(1)),
        ("DATE_CREATE", Value::Integer(created)),
        ("DATE_MODIFY", Value::Integer(created + 3600)),
        ("LAST_ACTIVITY_TIME", Value::Integer(created + 3600)),
        ("HAS_IMOL", text("N")),
        ("ADDRESS_CITY", text(city)),
    ]
}

fn add_entry(db: &Connection, kind: Kind, id: i64, type_id: &str, value: &str) -> Sql<()> {
    if value.is_empty() {
        return Ok(());
    }
    let entry = Entry {
        id: 0,
        type_id: type_id.into(),
        value_type: "WORK".into(),
        value: value.into(),
    };
    multifields::insert(db, kind, id, &entry)
}

fn link(
    db: &Connection,
    relation: Relation,
    owner: i64,
    targets: impl IntoIterator<Item = i64>,
) -> Sql<()> {
    let numbered = targets.into_iter().zip(1..);
    let links: Vec<Link> = numbered
        .map(|(target, at)| Link {
            target,
            sort: at * 10,
            primary: at == 1,
        })
        .collect();
    links::save(db, relation, owner, &links)
}

fn fields<const N: usize>(line: &str) -> [&str; N] {
    let mut parts = line.split('|');
    std::array::from_fn(|_| parts.next().unwrap_or_default())
}

fn text(text: &str) -> Value {
    if text.is_empty() {
        Value::Null
    } else {
        Value::Text(text.to_owned())
    }
}
