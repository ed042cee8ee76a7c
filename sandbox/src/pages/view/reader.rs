//! Reads records as people read them: names instead of codes, days instead of seconds.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rusqlite::Connection;
use rusqlite::types::Value as Stored;

use super::field::{Reach, Row, Section, Value};
use super::person::Person;
use super::{Stage, Tone};
use crate::clock::Clock;
use crate::crm::access;
use crate::entity::Kind;
use crate::journal::Journal;
use crate::model::{Field, FieldKind};
use crate::pages::text::{fill, t};
use crate::store::records::{self, Record};
use crate::store::users::User;
use crate::store::{Sql, directories, multifields, users};

/// A view of the store at one moment, with the portal's clock.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// The store, in a transaction.
    pub db: &'a Connection,
    /// The portal's time zone.
    pub clock: &'a Clock,
    /// What was called.
    pub journal: &'a Journal,
    /// Who looks: records REST would not show them are not shown here either.
    pub user: &'a User,
}

/// What a section of a card shows.
#[derive(Debug)]
pub struct Plan {
    /// The key of its heading.
    pub title: &'static str,
    /// Fields that are shown even when they are empty.
    pub always: &'static [&'static str],
    /// Fields that are shown when they hold something.
    pub when_set: &'static [&'static str],
}

impl Reader<'_> {
    /// The record, if there is one that the visitor may see.
    pub(super) fn record(&self, kind: Kind, id: i64) -> Sql<Option<Record>> {
        let found = records::get(self.db, kind, id)?;
        Ok(found.filter(|record| access::sees(self.user, record)))
    }

    /// A section of a record's card; `None` when nothing in it is worth showing.
    pub fn section(&self, record: &Record, plan: &Plan) -> Sql<Option<Section>> {
        let mut rows = self.rows(record, plan.always)?;
        let optional = self.rows(record, plan.when_set)?;
        rows.extend(
            optional
                .into_iter()
                .filter(|row| !matches!(row.value, Value::Unset)),
        );
        Ok((!rows.is_empty()).then_some(Section {
            title: plan.title,
            rows,
        }))
    }

    fn rows(&self, record: &Record, names: &[&str]) -> Sql<Vec<Row>> {
        let fields = names.iter().filter_map(|name| record.kind.field(name));
        fields.map(|field| self.row(record, field)).collect()
    }

    fn row(&self, record: &Record, field: &Field) -> Sql<Row> {
        let value = self.value(record, field)?;
        Ok(Row {
            name: field.name.clone(),
            title: field.title.clone(),
            value,
        })
    }

    fn value(&self, record: &Record, field: &Field) -> Sql<Value> {
        let name = field.name.as_str();
        Ok(match &field.kind {
            FieldKind::Multifield => match self.reaches(record.kind, record.id(), name)? {
                reaches if reaches.is_empty() => Value::Unset,
                reaches => Value::Reaches(reaches),
            },
            FieldKind::Double => money(record, name).map_or(Value::Unset, Value::Text),
            FieldKind::Datetime => text(record.integer(name).map(|at| self.moment(at))),
            FieldKind::Date => text(day(record.text(name))),
            FieldKind::Flag => text(yes_or_no(record.text(name))),
            FieldKind::Status(directory) => text(self.status(directory, record.text(name))?),
            FieldKind::Link(kind) => self.linked(kind, record.value(name))?,
            _ => plain(record.value(name)),
        })
    }

    pub(super) fn status(&self, directory: &str, id: &str) -> Sql<Option<String>> {
        if id.is_empty() {
            return Ok(None);
        }
        let known = directories::get(self.db, directory, id)?;
        Ok(Some(
            known.map_or_else(|| id.to_owned(), |status| status.name),
        ))
    }

    fn linked(&self, kind: &str, value: &Stored) -> Sql<Value> {
        let Stored::Integer(id) = *value else {
            return Ok(plain(value));
        };
        if id <= 0 {
            return Ok(Value::Unset);
        }
        let name = match kind {
            "user" => users::get(self.db, id)?.map(|user| user.full_name()),
            "company" => return self.linked_company(id),
            "lead" => return self.linked_lead(id),
            _ => None,
        };
        Ok(Value::Text(name.unwrap_or_else(|| format!("#{id}"))))
    }

    fn linked_lead(&self, id: i64) -> Sql<Value> {
        let lead = self.record(Kind::Lead, id)?;
        let name = lead.map_or_else(
            || fill("card.lead_number", &[("id", &id)]),
            |lead| lead.text("TITLE").to_owned(),
        );
        Ok(Value::Record {
            href: format!("/crm/lead/details/{id}/"),
            name,
        })
    }

    fn linked_company(&self, id: i64) -> Sql<Value> {
        let company = self.record(Kind::Company, id)?;
        Ok(Value::Record {
            href: format!("/crm/company/details/{id}/"),
            name: company.map_or_else(
                || format!("#{id}"),
                |company| company.text("TITLE").to_owned(),
            ),
        })
    }

    pub(super) fn reaches(&self, kind: Kind, id: i64, type_id: &str) -> Sql<Vec<Reach>> {
        let entries = multifields::load(self.db, kind, id)?;
        let wanted = entries.iter().filter(|entry| entry.type_id == type_id);
        Ok(wanted
            .map(|entry| Reach::new(type_id, &entry.value_type, &entry.value))
            .collect())
    }

    /// A contact by its id; one without a name when it does not exist any more, or is not shown.
    pub fn person(&self, id: i64) -> Sql<Person> {
        match self.record(Kind::Contact, id)? {
            Some(contact) => self.person_of(&contact),
            None => Ok(Person {
                id,
                full_name: None,
                post: None,
                phones: Vec::new(),
                emails: Vec::new(),
            }),
        }
    }

    /// A contact that was read already.
    pub fn person_of(&self, contact: &Record) -> Sql<Person> {
        let id = contact.id();
        Ok(Person {
            id,
            full_name: full_name(contact),
            post: Some(contact.text("POST").to_owned()).filter(|post| !post.is_empty()),
            phones: self.reaches(Kind::Contact, id, "PHONE")?,
            emails: self.reaches(Kind::Contact, id, "EMAIL")?,
        })
    }

    /// The name of a user, if there is one with that id.
    pub fn user_name(&self, id: Option<i64>) -> Sql<Option<String>> {
        let Some(id) = id else { return Ok(None) };
        Ok(users::get(self.db, id)?.map(|user| user.full_name()))
    }

    /// The stage a lead is in.
    pub fn stage(&self, lead: &Record) -> Sql<Stage> {
        let id = lead.text("STATUS_ID");
        Ok(match directories::get(self.db, "STATUS", id)? {
            Some(status) => stage_of(status),
            None => Stage {
                id: id.to_owned(),
                name: id.to_owned(),
                tone: Tone::Process,
            },
        })
    }

    /// All stages, in their order.
    pub fn stages(&self) -> Sql<Vec<Stage>> {
        Ok(directories::list(self.db, "STATUS")?
            .into_iter()
            .map(stage_of)
            .collect())
    }

    /// The day of a moment in the portal's zone, `20 Nov 2026`.
    pub fn day_of(&self, seconds: i64) -> String {
        self.in_zone(seconds).format("%-d %b %Y").to_string()
    }

    /// A moment in the portal's zone, `20 Nov 2026, 10:05`.
    pub fn moment(&self, seconds: i64) -> String {
        self.in_zone(seconds).format("%-d %b %Y, %H:%M").to_string()
    }

    fn in_zone(&self, seconds: i64) -> DateTime<FixedOffset> {
        let moment = DateTime::from_timestamp(seconds, 0).unwrap_or_default();
        moment.with_timezone(self.clock.now().offset())
    }
}

fn stage_of(status: directories::Status) -> Stage {
    let tone = Tone::of(status.semantics.as_deref());
    Stage {
        id: status.status_id,
        name: status.name,
        tone,
    }
}

fn text(value: Option<String>) -> Value {
    value.map_or(Value::Unset, Value::Text)
}

fn plain(value: &Stored) -> Value {
    match value {
        Stored::Text(text) if text.is_empty() => Value::Unset,
        Stored::Text(text) if text.contains('\n') => Value::Lines(text.clone()),
        Stored::Text(text) => Value::Text(text.clone()),
        Stored::Integer(number) => Value::Text(number.to_string()),
        Stored::Real(number) => Value::Text(number.to_string()),
        Stored::Null | Stored::Blob(_) => Value::Unset,
    }
}

pub(super) fn yes_or_no(flag: &str) -> Option<String> {
    match flag {
        "Y" => Some(t("form.yes").to_owned()),
        "N" => Some(t("form.no").to_owned()),
        _ => None,
    }
}

pub(super) fn day(date: &str) -> Option<String> {
    let date = NaiveDate::parse_from_str(date, "%Y-%m-%d").ok()?;
    Some(date.format("%-d %b %Y").to_string())
}

/// First and last name of a record; `None` when both are empty.
pub fn full_name(record: &Record) -> Option<String> {
    let names = ["NAME", "LAST_NAME"].map(|field| record.text(field).trim());
    let known: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
    (!known.is_empty()).then(|| known.join(" "))
}

/// The amount of a lead with its currency, `12,000.00 USD`; `None` for nothing.
pub fn amount(lead: &Record) -> Option<String> {
    money(lead, "OPPORTUNITY")
}

fn money(record: &Record, field: &str) -> Option<String> {
    let amount = match *record.value(field) {
        Stored::Real(amount) if amount != 0.0 => amount,
        _ => return None,
    };
    let digits = format!("{amount:.2}");
    let (whole, cents) = digits.split_once('.')?;
    Some(format!(
        "{}.{cents} {}",
        grouped(whole),
        record.text("CURRENCY_ID")
    ))
}

fn grouped(whole: &str) -> String {
    let (sign, digits) = whole
        .strip_prefix('-')
        .map_or(("", whole), |digits| ("-", digits));
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .filter_map(|chunk| std::str::from_utf8(chunk).ok())
        .collect();
    format!("{sign}{}", groups.join(","))
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_set_apart() {
        for (digits, shown) in [
            ("0", "0"),
            ("999", "999"),
            ("1000", "1,000"),
            ("-1234567", "-1,234,567"),
        ] {
            assert_eq!(grouped(digits), shown);
        }
    }
}
