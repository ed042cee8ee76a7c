//! Which fields a card shows, section by section.

use super::field::{Row, Section, Value};
use super::reader::Reader;
use crate::entity;
use crate::store::Sql;
use crate::store::records::Record;

/// What a section of a card shows. Fields that a kind of record lacks are left out.
#[derive(Debug)]
pub struct Plan {
    /// The key of its heading.
    pub title: &'static str,
    /// Fields that are shown even when they are empty.
    pub always: &'static [&'static str],
    /// Fields that are shown when they hold something.
    pub when_set: &'static [&'static [&'static str]],
}

/// Where somebody is.
pub const ADDRESS: Plan = Plan {
    title: "card.address",
    always: &[],
    when_set: &[entity::ADDRESS, &["ADDRESS_LEGAL"]],
};

/// Who has made and changed the record.
pub const MADE_BY: &[&str] = &[
    "DATE_CREATE",
    "CREATED_BY_ID",
    "DATE_MODIFY",
    "MODIFY_BY_ID",
];

impl Reader<'_> {
    /// The sections of a card; the custom fields stand between the two lots.
    pub(super) fn sections(
        &self,
        record: &Record,
        before: &[&Plan],
        after: &[&Plan],
    ) -> Sql<Vec<Section>> {
        let planned = |plan: &&Plan| self.section(record, plan).transpose();
        let mut sections: Vec<Section> = before.iter().filter_map(planned).collect::<Sql<_>>()?;
        sections.extend(self.custom_section(record)?);
        let rest: Vec<Section> = after.iter().filter_map(planned).collect::<Sql<_>>()?;
        sections.extend(rest);
        Ok(sections)
    }

    /// A section of a record's card; `None` when nothing in it is worth showing.
    fn section(&self, record: &Record, plan: &Plan) -> Sql<Option<Section>> {
        let mut rows = self.rows(record, plan.always)?;
        let optional = self.rows(record, &plan.when_set.concat())?;
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
}
