//! Leads on a board, a column for each stage.

use super::lead::LeadRow;
use super::reader::Reader;
use super::{Filter, Stage};
use crate::crm::search;
use crate::entity::Kind;
use crate::store::Sql;

/// Cards a column shows; the rest is in the list.
const CARDS: i64 = 30;

/// The board.
#[derive(Debug)]
pub struct Board {
    /// Its columns, in the order of the stages.
    pub columns: Vec<Column>,
    /// What it was narrowed down to.
    pub filter: Filter,
}

/// The leads of one stage.
#[derive(Debug)]
pub struct Column {
    /// The stage.
    pub stage: Stage,
    /// How many leads there are.
    pub total: usize,
    /// The newest of them.
    pub cards: Vec<LeadRow>,
}

impl Reader<'_> {
    /// The board of the leads that the filter lets through; of a filter for one stage, that column.
    pub fn board(&self, filter: &Filter) -> Sql<Board> {
        let wanted = |stage: &Stage| filter.stage.is_empty() || filter.stage == stage.id;
        let stages = self.stages()?.into_iter().filter(wanted);
        Ok(Board {
            columns: stages
                .map(|stage| self.column(stage, filter))
                .collect::<Sql<_>>()?,
            filter: filter.clone(),
        })
    }

    fn column(&self, stage: Stage, filter: &Filter) -> Sql<Column> {
        let condition = self.shown(&filter.at_stage(&stage.id), Kind::Lead);
        let found = search::find_where(self.db, Kind::Lead, condition, 0, CARDS)?;
        let cards = found.records.iter().map(|lead| self.lead_row(lead));
        Ok(Column {
            stage,
            total: usize::try_from(found.total).unwrap_or_default(),
            cards: cards.collect::<Sql<_>>()?,
        })
    }
}
