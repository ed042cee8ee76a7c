//! What a list is narrowed down to: words, a stage, a source, who is responsible, days.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use rusqlite::types::Value as Stored;
use serde_json::{Map, Value};

use super::reader::Reader;
use crate::crm::search;
use crate::entity::Kind;
use crate::store::query::{Comparison, Condition, Operand};
use crate::store::{Sql, directories, users};

/// What a list shows; empty parts let everything through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that a record holds.
    pub words: String,
    /// The stage of a lead, `NEW`.
    pub stage: String,
    /// The type of a contact or a company, `CLIENT`.
    pub type_id: String,
    /// Where it came from, `WEB`.
    pub source: String,
    /// Who is responsible for it.
    pub responsible: Option<i64>,
    /// Whether a lead is one of a known customer.
    pub repeat: Option<bool>,
    /// The first day it may have been created on.
    pub from: Option<NaiveDate>,
    /// The last day it may have been created on.
    pub to: Option<NaiveDate>,
}

impl Filter {
    /// The filter an address asks for; what makes no sense in it is left out.
    pub fn read(query: &Map<String, Value>) -> Self {
        let text = |name: &str| {
            let value = query.get(name).and_then(Value::as_str);
            value.unwrap_or_default().trim().to_owned()
        };
        let day = |name: &str| NaiveDate::parse_from_str(&text(name), "%Y-%m-%d").ok();
        Self {
            words: text("q"),
            stage: text("stage"),
            type_id: text("type"),
            source: text("source"),
            responsible: text("responsible").parse().ok(),
            repeat: match text("repeat").as_str() {
                "Y" => Some(true),
                "N" => Some(false),
                _ => None,
            },
            from: day("from"),
            to: day("to"),
        }
    }

    /// The filter as the parameters of an address.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let number = |value: Option<i64>| value.map(|id| id.to_string()).unwrap_or_default();
        let day = |value: Option<NaiveDate>| value.map(|day| day.to_string()).unwrap_or_default();
        let repeat = self
            .repeat
            .map_or("", |repeat| if repeat { "Y" } else { "N" });
        let mut pairs = vec![
            ("q", self.words.clone()),
            ("stage", self.stage.clone()),
            ("type", self.type_id.clone()),
            ("source", self.source.clone()),
            ("responsible", number(self.responsible)),
            ("repeat", repeat.to_owned()),
            ("from", day(self.from)),
            ("to", day(self.to)),
        ];
        pairs.retain(|(_, value)| !value.is_empty());
        pairs
    }

    /// `path` with the filter and these parameters behind it.
    pub fn address(&self, path: &str, more: &[(&'static str, String)]) -> String {
        let pairs: Vec<_> = self
            .pairs()
            .into_iter()
            .chain(more.iter().cloned())
            .collect();
        if pairs.is_empty() {
            return path.to_owned();
        }
        let query = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(pairs)
            .finish();
        format!("{path}?{query}")
    }

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// How many of its parts, besides the words, are in use.
    pub fn criteria(&self) -> usize {
        self.pairs().iter().filter(|(name, _)| *name != "q").count()
    }

    /// The same filter without its stage, or with another one.
    #[must_use]
    pub fn at_stage(&self, stage: &str) -> Self {
        Self {
            stage: stage.to_owned(),
            ..self.clone()
        }
    }

    /// What holds for the records of `kind` that it lets through.
    pub fn condition(&self, kind: Kind, zone: FixedOffset) -> Condition {
        let mut all = vec![search::words(kind, &self.words)];
        let coded = [
            (self.stage.as_str(), "STATUS_ID"),
            (self.type_id.as_str(), type_column(kind)),
            (self.source.as_str(), "SOURCE_ID"),
            (
                self.repeat
                    .map_or("", |repeat| if repeat { "Y" } else { "N" }),
                "IS_RETURN_CUSTOMER",
            ),
        ];
        for (code, column) in coded {
            if !code.is_empty() && kind.field(column).is_some() {
                let value = Stored::Text(code.to_owned());
                all.push(Condition::Compare(
                    Operand::Text(column),
                    Comparison::Equal,
                    value,
                ));
            }
        }
        let number = |column, comparison, value| {
            Condition::Compare(Operand::Number(column), comparison, Stored::Integer(value))
        };
        all.extend(
            self.responsible
                .map(|id| number("ASSIGNED_BY_ID", Comparison::Equal, id)),
        );
        let start = |day: NaiveDate| midnight(day, zone);
        let from = self.from.and_then(start);
        let end = self.to.and_then(|day| day.succ_opt()).and_then(start);
        all.extend(from.map(|at| number("DATE_CREATE", Comparison::GreaterOrEqual, at)));
        all.extend(end.map(|at| number("DATE_CREATE", Comparison::Less, at)));
        Condition::All(all)
    }
}

fn type_column(kind: Kind) -> &'static str {
    match kind {
        Kind::Company => "COMPANY_TYPE",
        Kind::Lead | Kind::Contact => "TYPE_ID",
    }
}

fn midnight(day: NaiveDate, zone: FixedOffset) -> Option<i64> {
    let local = day.and_time(NaiveTime::MIN).and_local_timezone(zone);
    local.single().as_ref().map(DateTime::timestamp)
}

/// What a part of the filter can be set to: codes and names.
pub type Choices = Vec<(String, String)>;

/// What the parts of a filter can be set to.
#[derive(Debug, Default)]
pub struct FilterChoices {
    /// Stages of leads.
    pub stages: Choices,
    /// Types of contacts or companies.
    pub types: Choices,
    /// Where records come from.
    pub sources: Choices,
    /// Users.
    pub users: Choices,
}

impl Reader<'_> {
    /// What the filter of a list of `kind` can be set to.
    pub fn filter_choices(&self, kind: Kind) -> Sql<FilterChoices> {
        let people = users::all(self.db)?.into_iter();
        let (stages, types, sources) = match kind {
            Kind::Lead => ("STATUS", "", "SOURCE"),
            Kind::Contact => ("", "CONTACT_TYPE", "SOURCE"),
            Kind::Company => ("", "COMPANY_TYPE", ""),
        };
        Ok(FilterChoices {
            stages: self.directory(stages)?,
            types: self.directory(types)?,
            sources: self.directory(sources)?,
            users: people
                .map(|user| (user.id.to_string(), user.full_name()))
                .collect(),
        })
    }

    /// The entries of a directory: codes and names, in their order; none of one without a name.
    pub fn directory(&self, name: &str) -> Sql<Choices> {
        let entries = directories::list(self.db, name)?.into_iter();
        Ok(entries
            .map(|status| (status.status_id, status.name))
            .collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::php;

    fn filter(query: &str) -> Filter {
        Filter::read(&php::query::parse(query))
    }

    #[test]
    fn an_address_keeps_what_it_was_asked_for() {
        let asked = "q=ann+%26+co&stage=NEW&source=WEB&responsible=2&repeat=N&from=2026-01-05";
        let address = filter(asked).address("/crm/lead/", &[("page", "2".to_owned())]);
        assert_eq!(address, format!("/crm/lead/?{asked}&page=2"));
    }

    #[test]
    fn nonsense_narrows_nothing_down() {
        let nothing = filter("responsible=x&repeat=maybe&from=yesterday&stage[]=NEW&q=+");
        assert!(nothing.is_empty());
        assert_eq!(nothing.address("/crm/lead/", &[]), "/crm/lead/");
    }

    #[test]
    fn a_day_is_the_portals_own_day() {
        let day = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
        let zone = FixedOffset::east_opt(3 * 3600).unwrap();
        assert_eq!(midnight(day, zone), Some(1_767_560_400));
    }
}
