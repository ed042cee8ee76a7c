//! Leads as the pages show them.

use super::reader::{Plan, Reader, amount, full_name};
use super::timeline::{self, Step};
use super::{Filter, Listing, Person, Section, Stage, Tone};
use crate::crm::{access, search};
use crate::entity::Kind;
use crate::store::Sql;
use crate::store::links::{self, Relation};
use crate::store::query::{self, Condition};
use crate::store::records::Record;

/// A lead in a list.
#[derive(Debug)]
pub struct LeadRow {
    /// The lead's id.
    pub id: i64,
    /// What it is called.
    pub title: String,
    /// Where it stands.
    pub stage: Stage,
    /// Whether it is a repeat lead.
    pub repeat: bool,
    /// Its main contact.
    pub contact: Option<Person>,
    /// The name in the lead's own fields.
    pub own_name: Option<String>,
    /// What it is worth.
    pub amount: Option<String>,
    /// Who is responsible for it.
    pub responsible: Option<String>,
    /// The day it was made.
    pub created: String,
}

/// A lead's card.
#[derive(Debug)]
pub struct LeadCard {
    /// The lead's id.
    pub id: i64,
    /// What it is called.
    pub title: String,
    /// Whether it is a repeat lead: its own contact fields are not shown then.
    pub repeat: bool,
    /// Where it stands.
    pub stage: Stage,
    /// The way to where it stands and on.
    pub stages: Vec<Stage>,
    /// What it is worth.
    pub amount: Option<String>,
    /// Linked contacts, and whether each is the main one.
    pub contacts: Vec<(Person, bool)>,
    /// Its fields.
    pub sections: Vec<Section>,
    /// What calls did to it.
    pub timeline: Vec<Step>,
}

impl LeadCard {
    /// The path of the card.
    pub fn path(&self) -> String {
        format!("/crm/lead/details/{}/", self.id)
    }
}

const ABOUT: Plan = Plan {
    title: "card.about_lead",
    always: &[
        "TITLE",
        "STATUS_ID",
        "OPPORTUNITY",
        "SOURCE_ID",
        "ASSIGNED_BY_ID",
        "OPENED",
    ],
    when_set: &[
        "COMPANY_ID",
        "STATUS_DESCRIPTION",
        "SOURCE_DESCRIPTION",
        "COMMENTS",
    ],
};

/// What a lead says about the person behind it, until a contact says it better.
const PERSON: Plan = Plan {
    title: "card.person",
    always: &["NAME", "LAST_NAME", "PHONE", "EMAIL"],
    when_set: &[
        "HONORIFIC",
        "SECOND_NAME",
        "BIRTHDATE",
        "POST",
        "COMPANY_TITLE",
        "WEB",
        "IM",
        "ADDRESS",
        "ADDRESS_2",
        "ADDRESS_CITY",
        "ADDRESS_POSTAL_CODE",
        "ADDRESS_REGION",
        "ADDRESS_PROVINCE",
        "ADDRESS_COUNTRY",
    ],
};

const ORIGIN: Plan = Plan {
    title: "card.origin",
    always: &[],
    when_set: &[
        "ORIGINATOR_ID",
        "ORIGIN_ID",
        "UTM_SOURCE",
        "UTM_MEDIUM",
        "UTM_CAMPAIGN",
        "UTM_CONTENT",
        "UTM_TERM",
    ],
};

const HISTORY: Plan = Plan {
    title: "card.history",
    always: &[
        "DATE_CREATE",
        "CREATED_BY_ID",
        "DATE_MODIFY",
        "MODIFY_BY_ID",
    ],
    when_set: &["MOVED_TIME", "MOVED_BY_ID", "DATE_CLOSED"],
};

impl Reader<'_> {
    /// One page of the leads that the filter lets through, the newest first.
    pub fn leads(&self, filter: &Filter, number: usize) -> Sql<Listing<LeadRow>> {
        self.listing(Kind::Lead, (filter, number), |lead| self.lead_row(lead))
    }

    pub(super) fn lead_row(&self, lead: &Record) -> Sql<LeadRow> {
        let contact = lead.integer("CONTACT_ID").filter(|id| *id > 0);
        Ok(LeadRow {
            id: lead.id(),
            title: lead.text("TITLE").to_owned(),
            stage: self.stage(lead)?,
            repeat: is_repeat(lead),
            contact: contact.map(|id| self.person(id)).transpose()?,
            own_name: full_name(lead),
            amount: amount(lead),
            responsible: self.user_name(lead.integer("ASSIGNED_BY_ID"))?,
            created: self.day_of(lead.integer("DATE_CREATE").unwrap_or_default()),
        })
    }

    /// A lead's card; `None` when there is no such lead.
    pub fn lead_card(&self, id: i64) -> Sql<Option<LeadCard>> {
        let Some(lead) = self.record(Kind::Lead, id)? else {
            return Ok(None);
        };
        let stage = self.stage(&lead)?;
        Ok(Some(LeadCard {
            id,
            title: lead.text("TITLE").to_owned(),
            repeat: is_repeat(&lead),
            stages: way(self.stages()?, &stage),
            stage,
            amount: amount(&lead),
            contacts: self.linked_contacts(id)?,
            sections: self.lead_sections(&lead)?,
            timeline: timeline::of_record(self.journal, Kind::Lead, id),
        }))
    }

    fn lead_sections(&self, lead: &Record) -> Sql<Vec<Section>> {
        let own = if is_repeat(lead) {
            None
        } else {
            self.section(lead, &PERSON)?
        };
        let sections = [
            self.section(lead, &ABOUT)?,
            own,
            self.custom_section(lead)?,
            self.section(lead, &ORIGIN)?,
            self.section(lead, &HISTORY)?,
        ];
        Ok(sections.into_iter().flatten().collect())
    }

    fn linked_contacts(&self, lead: i64) -> Sql<Vec<(Person, bool)>> {
        let links = links::load(self.db, Relation::LeadContacts, lead)?;
        links
            .iter()
            .map(|link| Ok((self.person(link.target)?, link.primary)))
            .collect()
    }

    /// One page of the records of a kind that the filter lets through, the newest first; `row` makes a row of each.
    pub(super) fn listing<T>(
        &self,
        kind: Kind,
        (filter, number): (&Filter, usize),
        row: impl Fn(&Record) -> Sql<T>,
    ) -> Sql<Listing<T>> {
        let size = i64::try_from(Listing::<T>::SIZE).unwrap_or(i64::MAX);
        let before = i64::try_from(number.saturating_sub(1)).unwrap_or(i64::MAX);
        let condition = self.shown(filter, kind);
        let offset = before.saturating_mul(size);
        let found = search::find_where(self.db, kind, condition, offset, size)?;
        Ok(Listing {
            rows: found.records.iter().map(row).collect::<Sql<_>>()?,
            number,
            total: usize::try_from(found.total).unwrap_or_default(),
            filter: filter.clone(),
        })
    }

    /// What holds for the records of a kind that the filter lets through and the visitor may see.
    pub(super) fn shown(&self, filter: &Filter, kind: Kind) -> Condition {
        let zone = *self.clock.now().offset();
        Condition::All(vec![
            access::visible(self.user),
            filter.condition(kind, zone),
        ])
    }

    /// How many records of a kind the visitor may see.
    pub fn count(&self, kind: Kind) -> Sql<usize> {
        let total = query::count(self.db, kind, &access::visible(self.user))?;
        Ok(usize::try_from(total).unwrap_or_default())
    }
}

/// Whether somebody who is a customer already is behind this lead.
pub fn is_repeat(lead: &Record) -> bool {
    lead.text("IS_RETURN_CUSTOMER") == "Y"
}

// Of the final stages only one is on the way: the one that was reached, or else success.
fn way(stages: Vec<Stage>, current: &Stage) -> Vec<Stage> {
    let end = if current.tone == Tone::Failure {
        Tone::Failure
    } else {
        Tone::Success
    };
    let mut way = Vec::new();
    for stage in stages {
        let on_way = stage.tone == Tone::Process;
        let is_end = stage.tone == end && (current.tone == Tone::Process || stage.id == current.id);
        if on_way || is_end {
            way.push(stage);
        }
    }
    way
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stage(id: &str, tone: Tone) -> Stage {
        Stage {
            id: id.to_owned(),
            name: id.to_owned(),
            tone,
        }
    }

    fn ids(current: &str, tone: Tone) -> Vec<String> {
        let all = vec![
            stage("NEW", Tone::Process),
            stage("IN_PROCESS", Tone::Process),
            stage("CONVERTED", Tone::Success),
            stage("JUNK", Tone::Failure),
        ];
        way(all, &stage(current, tone))
            .into_iter()
            .map(|stage| stage.id)
            .collect()
    }

    #[test]
    fn the_way_ends_in_the_reached_or_the_hoped_for_stage() {
        assert_eq!(
            ids("NEW", Tone::Process),
            ["NEW", "IN_PROCESS", "CONVERTED"]
        );
        assert_eq!(ids("JUNK", Tone::Failure), ["NEW", "IN_PROCESS", "JUNK"]);
    }
}
