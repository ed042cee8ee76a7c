//! Writing phones, e-mails, sites and messengers (reference §3.7).

use rusqlite::Connection;
use serde_json::{Map, Value};

use super::select::multifield_names;
use crate::entity::Kind;
use crate::php::cast;
use crate::rest::error::RestError;
use crate::store::Sql;
use crate::store::multifields::{self, Entry};
use crate::store::records::{self, Changes};

/// What an entry may measure.
const VALUE_LIMIT: usize = 250;

/// What one item of a request does.
#[derive(Debug)]
enum Step {
    Add(Entry),
    Change(Entry),
    Remove(i64),
}

/// Refuses requests with entries the portal would not keep, and says what is wrong with each.
pub fn check(kind: Kind, fields: &Map<String, Value>) -> Result<(), RestError> {
    let complaints = multifield_names(kind)
        .flat_map(|name| items(fields.get(name)).filter_map(move |item| complaint(name, item)));
    let text: String = complaints.collect();
    if text.is_empty() {
        return Ok(());
    }
    Err(RestError::core(text))
}

/// What is wrong with an entry, as the portal's old core says it.
fn complaint(name: &str, item: &Value) -> Option<String> {
    let value = cast::text(cast::member(item, "VALUE")).trim().to_owned();
    let label = label(name, &value_type(name, item));
    if value.chars().count() > VALUE_LIMIT {
        return Some(format!(
            "The length of the field \"{label}\" exceeds {VALUE_LIMIT} characters.<br>"
        ));
    }
    let is_wrong = name == "EMAIL" && !value.is_empty() && !is_email(&value);
    is_wrong.then(|| format!("The field \"{label}\" contains an incorrect address.<br>"))
}

/// Writes the entries a request names; the others stay.
pub fn write(db: &Connection, kind: Kind, record: i64, fields: &Map<String, Value>) -> Sql<()> {
    let mut present = multifields::load(db, kind, record)?;
    for name in multifield_names(kind) {
        for item in items(fields.get(name)) {
            match step(name, item, &present) {
                Some(Step::Add(entry)) => {
                    multifields::insert(db, kind, record, &entry)?;
                    present.push(entry);
                }
                Some(Step::Change(entry)) => multifields::update(db, &entry)?,
                Some(Step::Remove(id)) => multifields::delete(db, id)?,
                None => {}
            }
        }
    }
    note_presence(db, kind, record)
}

/// Members of a list; what is no list, and what in it is no object, is dropped.
fn items(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    value
        .map(cast::values)
        .unwrap_or_default()
        .into_iter()
        .filter(|item| cast::is_array(item))
}

fn step(name: &str, item: &Value, present: &[Entry]) -> Option<Step> {
    let value = cast::text(cast::member(item, "VALUE")).trim().to_owned();
    let entry = |id| Entry {
        id,
        type_id: name.into(),
        value_type: value_type(name, item),
        value: value.clone(),
    };
    let id = cast::int(cast::member(item, "ID"));
    // An id of another record is no id.
    if present
        .iter()
        .any(|known| known.id == id && known.type_id == name && id > 0)
    {
        let gone = value.is_empty() || cast::is_yes(cast::member(item, "DELETE"));
        return Some(if gone {
            Step::Remove(id)
        } else {
            Step::Change(entry(id))
        });
    }
    let entry = entry(0);
    let same = |known: &Entry| {
        (&known.type_id, &known.value_type, &known.value)
            == (&entry.type_id, &entry.value_type, &entry.value)
    };
    let skip = value.is_empty() || present.iter().any(same);
    (!skip).then_some(Step::Add(entry))
}

fn value_type(name: &str, item: &Value) -> String {
    let given = cast::text(cast::member(item, "VALUE_TYPE"));
    match (given.as_str(), name) {
        ("", "IM") => "OTHER".into(),
        ("", _) => "WORK".into(),
        _ => given,
    }
}

/// `HAS_PHONE` and its like follow the entries.
fn note_presence(db: &Connection, kind: Kind, record: i64) -> Sql<()> {
    let present = multifields::load(db, kind, record)?;
    let has = |test: &dyn Fn(&Entry) -> bool| {
        let yes = present.iter().any(test);
        rusqlite::types::Value::Text(if yes { "Y" } else { "N" }.into())
    };
    let changes: Changes = vec![
        ("HAS_PHONE", has(&|entry| entry.type_id == "PHONE")),
        ("HAS_EMAIL", has(&|entry| entry.type_id == "EMAIL")),
        (
            "HAS_IMOL",
            has(&|entry| entry.type_id == "IM" && entry.value.starts_with("imol|")),
        ),
    ];
    records::update(db, kind, record, &changes)
}

/// What people read beside the entry, `Work e-mail`.
fn label(name: &str, value_type: &str) -> String {
    let what = match name {
        "PHONE" => "phone",
        "EMAIL" => "e-mail",
        "WEB" => "website",
        "IM" => "messenger",
        _ => "link",
    };
    let mut kind = value_type.to_lowercase();
    kind.get_mut(..1).map(str::make_ascii_uppercase);
    format!("{kind} {what}")
}

fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let is_plain = |part: &str| !part.is_empty() && !part.contains([' ', '@', ',', ';', '<', '>']);
    is_plain(local)
        && is_plain(domain)
        && domain.contains('.')
        && !domain.ends_with('.')
        && !domain.starts_with('.')
}
