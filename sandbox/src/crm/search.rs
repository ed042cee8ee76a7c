//! Finding records by words, for the pages and their dialogs.

use rusqlite::Connection;

use crate::entity::Kind;
use crate::store::Sql;
use crate::store::query::{self, Condition, Operand, Order, OrderBy, Search, Several};
use crate::store::records::Record;

/// A page of found records.
#[derive(Debug)]
pub struct Found {
    /// The records, newest first.
    pub records: Vec<Record>,
    /// How many there are in all.
    pub total: i64,
}

/// What holds for records whose title, name, firm, phone or e-mail hold every word of `words`.
pub fn words(kind: Kind, words: &str) -> Condition {
    let each = words.split_whitespace();
    Condition::All(each.map(|word| holds_word(kind, word)).collect())
}

/// Records that fulfil `condition`.
pub fn find_where(
    db: &Connection,
    kind: Kind,
    condition: Condition,
    offset: i64,
    limit: i64,
) -> Sql<Found> {
    let newest_first = Order {
        by: OrderBy::Operand(Operand::Number("ID")),
        descending: true,
    };
    let total = query::count(db, kind, &condition)?;
    let search = Search {
        condition,
        order: vec![newest_first],
        offset,
        limit,
    };
    Ok(Found {
        records: query::find(db, kind, &search)?,
        total,
    })
}

fn holds_word(kind: Kind, word: &str) -> Condition {
    let pattern = contains(word);
    let columns: &[&str] = match kind {
        Kind::Lead => &["TITLE", "NAME", "LAST_NAME", "COMPANY_TITLE"],
        Kind::Contact => &["NAME", "SECOND_NAME", "LAST_NAME", "POST"],
        Kind::Company => &["TITLE"],
    };
    let texts = columns
        .iter()
        .map(|column| Condition::Like(Operand::Text(column), pattern.clone()));
    let entries = ["PHONE", "EMAIL"].iter().map(|type_id| {
        let inner = Condition::Like(Operand::EachText, pattern.clone());
        Condition::AnyOf(Several::Multifield((*type_id).to_owned()), Box::new(inner))
    });
    Condition::Any(texts.chain(entries).collect())
}

/// The pattern of texts that hold `text`, whose own `%` and `_` mean themselves.
pub fn contains(text: &str) -> String {
    format!("%{}%", escape(text))
}

/// `text` as a pattern that means nothing but itself.
pub fn escape(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_")
}
