//! What a lead becomes. The portal's page does this and no method of REST can, but it is made of what
//! those do: rights, events and links are theirs.

use serde_json::{Map, Value, json};

use super::input::Input;
use super::{access, records, wire};
use crate::entity::Kind;
use crate::php::cast;
use crate::rest::call::{Answered, Call};
use crate::rest::dispatch::{Context, Method};
use crate::rest::error::RestError;
use crate::store::directories;
use crate::store::links::{self, Relation};
use crate::store::records::Record;

/// The page's call: `id`, and `targets`, some of `contact` and `company`. Nobody else can name it.
pub static CONVERT: Method = Method::new("convert", "crm", Context::Any, convert);

/// What no caller may set: which lead a record was.
const ORIGIN: &[&str] = &["LEAD_ID"];

/// What goes from a lead to everything it becomes.
const SHARED: &[&str] = &[
    "ASSIGNED_BY_ID",
    "OPENED",
    "COMMENTS",
    "SOURCE_ID",
    "SOURCE_DESCRIPTION",
    "UTM_SOURCE",
    "UTM_MEDIUM",
    "UTM_CAMPAIGN",
    "UTM_CONTENT",
    "UTM_TERM",
];

/// What is the person's.
const PERSON: &[&str] = &[
    "HONORIFIC",
    "NAME",
    "SECOND_NAME",
    "LAST_NAME",
    "BIRTHDATE",
    "POST",
];

/// How to reach whoever is behind the lead: the contact's, or the company's when there is no contact.
const REACH: &[&str] = &[
    "PHONE",
    "EMAIL",
    "WEB",
    "IM",
    "ADDRESS",
    "ADDRESS_2",
    "ADDRESS_CITY",
    "ADDRESS_POSTAL_CODE",
    "ADDRESS_REGION",
    "ADDRESS_PROVINCE",
    "ADDRESS_COUNTRY",
    "ADDRESS_COUNTRY_CODE",
];

/// Makes a contact, a company or both of a lead, which is won then; their ids.
fn convert(call: &Call<'_>) -> Answered {
    let id = call.id();
    let lead = access::write(call, Kind::Lead, id)?;
    let card = wire::card(call.portal, call.db, Kind::Lead, id)?;
    let (Some(lead), Some(card)) = (lead, card) else {
        return Err(RestError::crm("Not found"));
    };
    let targets = cast::values(call.param("targets")).into_iter();
    let targets: Vec<String> = targets.map(cast::text).collect();
    let wants = |kind: &str| targets.iter().any(|target| target == kind);
    let company = wants("company")
        .then(|| make_company(call, &card, !wants("contact")))
        .transpose()?;
    let contact = wants("contact")
        .then(|| make_contact(call, &card, company))
        .transpose()?;
    win(call, &lead, contact, company)?;
    Ok(json!({ "contact": contact, "company": company }).into())
}

fn make_company(call: &Call<'_>, lead: &Map<String, Value>, alone: bool) -> Result<i64, RestError> {
    let mut fields = taken(lead, &[SHARED, if alone { REACH } else { &[] }]);
    let named = ["COMPANY_TITLE", "TITLE"].map(|name| &lead[name]);
    let title = named
        .into_iter()
        .find(|title| !cast::text(title).is_empty());
    fields.insert("TITLE".into(), title.cloned().unwrap_or_default());
    make(call, Kind::Company, &fields)
}

fn make_contact(
    call: &Call<'_>,
    lead: &Map<String, Value>,
    company: Option<i64>,
) -> Result<i64, RestError> {
    let mut fields = taken(lead, &[SHARED, PERSON, REACH]);
    fields.insert("COMPANY_ID".into(), json!(company));
    make(call, Kind::Contact, &fields)
}

/// The lead's values of these fields, as a caller would give them to another record.
fn taken(lead: &Map<String, Value>, names: &[&[&str]]) -> Map<String, Value> {
    let names = names.iter().copied().flatten();
    let values = names.filter_map(|name| Some(((*name).to_owned(), lead.get(*name)?.clone())));
    values
        .chain([("LEAD_ID".to_owned(), lead["ID"].clone())])
        .collect()
}

fn make(call: &Call<'_>, kind: Kind, fields: &Map<String, Value>) -> Result<i64, RestError> {
    let input = Input {
        kind,
        fields,
        unlocked: ORIGIN,
        old: None,
    };
    records::create(call, &input)
}

/// Puts the lead at the stage that means success, with what it has become.
fn win(
    call: &Call<'_>,
    lead: &Record,
    contact: Option<i64>,
    company: Option<i64>,
) -> Result<(), RestError> {
    let stages = directories::list(call.db, "STATUS")?.into_iter();
    let mut won = stages.filter(|stage| stage.semantics.as_deref() == Some("S"));
    let mut fields = Map::new();
    if let Some(stage) = won.next() {
        fields.insert("STATUS_ID".into(), json!(stage.status_id));
    }
    if let Some(contact) = contact {
        let linked = links::load(call.db, Relation::LeadContacts, lead.id())?;
        let linked = linked.iter().map(|link| link.target);
        let contacts: Vec<i64> = linked.chain([contact]).collect();
        fields.insert("CONTACT_IDS".into(), json!(contacts));
    }
    if let Some(company) = company {
        fields.insert("COMPANY_ID".into(), json!(company));
    }
    let input = Input {
        kind: Kind::Lead,
        fields: &fields,
        unlocked: &[],
        old: Some(lead),
    };
    records::change(call, &input, lead)
}
