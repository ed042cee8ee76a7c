//! crm.lead.contact.*, crm.contact.company.* and crm.company.contact.* (reference §4).

use rusqlite::Connection;
use serde_json::{Value, json};

use super::access;
use super::defaults;
use super::input::Input;
use crate::entity::Kind;
use crate::php::cast;
use crate::rest::call::{Answered, Call};
use crate::rest::error::{Fault, RestError};
use crate::state::RepeatLead;
use crate::store::Sql;
use crate::store::links::{self, Link, Relation, ensure_primary};
use crate::store::records;

mod company;

/// The distance of two positions.
const STEP: i64 = 10;

/// What a link consists of.
pub fn fields(_: &Call<'_>, relation: Relation) -> Answered {
    let field = |wire_type: &str, required: bool, title: &str| {
        json!({
            "type": wire_type,
            "isRequired": required,
            "isReadOnly": false,
            "isImmutable": false,
            "isMultiple": false,
            "isDynamic": false,
            "title": title,
        })
    };
    let target = relation.target().title();
    let fields = json!({
        relation.field(): field("integer", true, target),
        "SORT": field("integer", false, "Sorting"),
        "IS_PRIMARY": field("char", false, "Primary"),
    });
    Ok(fields.into())
}

/// Links one record; false when it is linked already.
pub fn add(call: &Call<'_>, relation: Relation) -> Answered {
    let owner = owner(
        call,
        "The parameter 'ownerEntityID' is invalid or not defined.",
    )?;
    let fields = one_link(call, "fields")?;
    must_exist(call, relation, owner)?;
    let target = target(relation, fields)?;
    must_be_readable(call, relation, target)?;
    let mut links = links::load(call.db, relation, owner)?;
    if links.iter().any(|link| link.target == target) {
        return Ok(false.into());
    }
    let highest = links.iter().map(|link| link.sort).max().unwrap_or_default();
    let sort = match cast::int(cast::member(fields, "SORT")) {
        sort if sort > 0 => sort,
        _ => highest + STEP,
    };
    if relation == Relation::CompanyContacts {
        links::join(call.db, owner, target, sort)?;
        return Ok(true.into());
    }
    let primary = cast::is_yes(cast::member(fields, "IS_PRIMARY"));
    if primary {
        for link in &mut links {
            link.primary = false;
        }
    }
    links.push(Link {
        target,
        sort,
        primary,
    });
    save(call, relation, owner, links)?;
    Ok(true.into())
}

/// Unlinks one record; false when it is not linked.
pub fn delete(call: &Call<'_>, relation: Relation) -> Answered {
    let owner = owner(
        call,
        "The parameter 'ownerEntityID' is invalid or not defined.",
    )?;
    let fields = one_link(call, "item")?;
    must_exist(call, relation, owner)?;
    let target = target(relation, fields)?;
    let mut links = links::load(call.db, relation, owner)?;
    let before = links.len();
    links.retain(|link| link.target != target);
    if links.len() == before {
        return Ok(false.into());
    }
    save(call, relation, owner, links)?;
    Ok(true.into())
}

/// The links of a record.
pub fn items_get(call: &Call<'_>, relation: Relation) -> Answered {
    let owner = owner(
        call,
        "The parameter ownerEntityID is invalid or not defined.",
    )?;
    access::read(call, relation.owner(), owner).map_err(forbidden)?;
    let links = links::load(call.db, relation, owner)?;
    Ok(links
        .iter()
        .map(|link| item(relation, link))
        .collect::<Value>()
        .into())
}

fn item(relation: Relation, link: &Link) -> Value {
    json!({
        relation.field(): link.target,
        "SORT": link.sort,
        "ROLE_ID": 0,
        "IS_PRIMARY": if link.primary { "Y" } else { "N" },
    })
}

/// Replaces the links of a record.
pub fn items_set(call: &Call<'_>, relation: Relation) -> Answered {
    let owner = owner(
        call,
        "The parameter ownerEntityID is invalid or not defined.",
    )?;
    let items = match call.array("items") {
        Some(items) if !cast::is_array(items) => {
            return Err(RestError::crm("The parameter items must be array."));
        }
        // A map that is no list counts as an empty one.
        Some(Value::Array(items)) => items.as_slice(),
        _ => &[],
    };
    must_exist(call, relation, owner)?;
    save(call, relation, owner, read_items(relation, items))?;
    Ok(true.into())
}

fn read_items(relation: Relation, items: &[Value]) -> Vec<Link> {
    let mut links: Vec<Link> = Vec::new();
    for (item, position) in items.iter().zip(1..) {
        let target = cast::int(cast::member(item, relation.field()));
        if target <= 0 || links.iter().any(|link| link.target == target) {
            continue;
        }
        let sort = match cast::int(cast::member(item, "SORT")) {
            sort if sort > 0 => sort,
            _ => position * STEP,
        };
        let wanted = cast::is_yes(cast::member(item, "IS_PRIMARY"));
        let primary = wanted && !links.iter().any(|link| link.primary);
        links.push(Link {
            target,
            sort,
            primary,
        });
    }
    ensure_primary(&mut links);
    links
}

/// Removes all links of a record.
pub fn items_delete(call: &Call<'_>, relation: Relation) -> Answered {
    let owner = owner(
        call,
        "The parameter ownerEntityID is invalid or not defined.",
    )?;
    access::write(call, relation.owner(), owner).map_err(forbidden)?;
    save(call, relation, owner, Vec::new())?;
    Ok(true.into())
}

fn owner(call: &Call<'_>, complaint: &str) -> Result<i64, RestError> {
    match call.id() {
        id if id > 0 => Ok(id),
        _ => Err(RestError::crm(complaint)),
    }
}

fn one_link<'a>(call: &'a Call<'_>, called: &str) -> Result<&'a Value, RestError> {
    match call.array("fields") {
        Some(fields) if cast::is_array(fields) => Ok(fields),
        Some(_) => Err(RestError::crm(format!(
            "The parameter '{called}' must be array."
        ))),
        None => Ok(&Value::Null),
    }
}

fn target(relation: Relation, fields: &Value) -> Result<i64, RestError> {
    match cast::int(cast::member(fields, relation.field())) {
        id if id > 0 => Ok(id),
        _ => Err(RestError::crm("The parameter 'fields' is not valid.")),
    }
}

/// Refuses a caller without the right to change the owner, and an owner that is not there.
fn must_exist(call: &Call<'_>, relation: Relation, owner: i64) -> Result<(), RestError> {
    match access::write(call, relation.owner(), owner).map_err(forbidden)? {
        Some(_) => Ok(()),
        None => Err(RestError::crm("Not found.")),
    }
}

/// Refuses a target the caller may not see. Administrators may link what does not even exist.
fn must_be_readable(call: &Call<'_>, relation: Relation, target: i64) -> Result<(), RestError> {
    let kind = relation.target();
    if access::read(call, kind, target).is_ok() {
        return Ok(());
    }
    let title = kind.title();
    Err(RestError::crm(format!(
        "[{title} #{target}] Access denied."
    )))
}

/// These methods refuse with a code and a status of their own.
fn forbidden(error: RestError) -> RestError {
    if error.is(Fault::Crm) {
        Fault::AccessDenied.into()
    } else {
        error
    }
}

fn save(
    call: &Call<'_>,
    relation: Relation,
    owner: i64,
    mut links: Vec<Link>,
) -> Result<(), RestError> {
    if relation == Relation::CompanyContacts {
        return Ok(company::replace(call.db, owner, &links)?);
    }
    links.sort_by_key(|link| (link.sort, link.target));
    ensure_primary(&mut links);
    if records::exists(call.db, relation.owner(), owner)? {
        links::save(call.db, relation, owner, &links)?;
        if relation == Relation::LeadContacts {
            follow(call, owner)?;
        }
    }
    Ok(())
}

/// Lets a lead become a repeat lead, or an ordinary one, with its links.
pub fn follow(call: &Call<'_>, lead: i64) -> Sql<()> {
    match call.portal.settings.repeat_lead {
        RepeatLead::AtOnce => defaults::note_repeat(call.db, Kind::Lead, lead),
        RepeatLead::OnUpdate => Ok(()),
    }
}

/// The leads that a contact or a company is linked to.
pub fn leads_of(db: &Connection, kind: Kind, id: i64) -> Sql<Vec<i64>> {
    match kind {
        Kind::Lead => Ok(Vec::new()),
        Kind::Contact => links::owners(db, Relation::LeadContacts, id),
        Kind::Company => records::leads_of_company(db, id),
    }
}

/// Sets the links that a record's own fields name. The singular field does nothing when the record
/// is linked already.
pub fn from_input(db: &Connection, input: &Input<'_>, owner: i64) -> Sql<()> {
    let Some(targets) = input.link_targets() else {
        return Ok(());
    };
    let relation = input.relation();
    let present = links::load(db, relation, owner)?;
    let is_linked = |target: &i64| present.iter().any(|link| link.target == *target);
    if input.names_primary_only() && !targets.is_empty() && targets.iter().all(is_linked) {
        return Ok(());
    }
    let mut links: Vec<Link> = Vec::new();
    for target in targets {
        if !links.iter().any(|link| link.target == target) {
            let sort = links.last().map_or(STEP, |link| link.sort + STEP);
            links.push(Link {
                target,
                sort,
                primary: links.is_empty(),
            });
        }
    }
    match relation {
        Relation::CompanyContacts => company::replace(db, owner, &links),
        _ => links::save(db, relation, owner, &links),
    }
}
