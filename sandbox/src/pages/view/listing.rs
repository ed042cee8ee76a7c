//! Lists of records, page by page.

use super::Filter;
use super::reader::Reader;
use crate::crm::{access, search};
use crate::entity::Kind;
use crate::store::Sql;
use crate::store::query::{self, Condition};
use crate::store::records::Record;

/// Rows of a list page and where it stands among the others.
#[derive(Debug)]
pub struct Listing<T> {
    /// The rows of this page.
    pub rows: Vec<T>,
    /// The page's number, from 1.
    pub number: usize,
    /// Rows of all pages.
    pub total: usize,
    /// What it was narrowed down to.
    pub filter: Filter,
}

impl<T> Listing<T> {
    /// Rows on one page.
    pub const SIZE: usize = 50;

    /// The address of another page of the same list.
    pub fn path(&self, number: usize) -> String {
        self.filter.address("", &[("page", number.to_string())])
    }

    /// The number of the last page.
    pub fn last(&self) -> usize {
        self.total.div_ceil(Self::SIZE).max(1)
    }
}

impl Reader<'_> {
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
