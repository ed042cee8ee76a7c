//! Layouts of the record card: a common one, and one of each user who made their own.

use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value;

use super::Sql;
use crate::entity::Kind;

/// Whose layout of which card.
#[derive(Clone, Copy, Debug)]
pub struct Card {
    /// The card of leads or of contacts.
    pub kind: Kind,
    /// 1 for all leads, 2 for repeat leads.
    pub variant: i64,
    /// Its owner; 0 is the common one.
    pub user: i64,
}

/// The layout, if one was set.
pub fn get(db: &Connection, card: Card) -> Sql<Option<Value>> {
    let text: Option<String> = db
        .prepare_cached(
            "SELECT layout FROM card_layouts WHERE entity = ? AND variant = ? AND user_id = ?",
        )?
        .query_row(params![card.kind.name(), card.variant, card.user], |row| {
            row.get(0)
        })
        .optional()?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
}

/// Sets the layout.
pub fn set(db: &Connection, card: Card, layout: &Value) -> Sql<()> {
    db.execute(
        "INSERT OR REPLACE INTO card_layouts (entity, variant, user_id, layout) VALUES (?, ?, ?, ?)",
        params![card.kind.name(), card.variant, card.user, layout.to_string()],
    )?;
    Ok(())
}

/// Forgets the layout.
pub fn reset(db: &Connection, card: Card) -> Sql<()> {
    db.execute(
        "DELETE FROM card_layouts WHERE entity = ? AND variant = ? AND user_id = ?",
        params![card.kind.name(), card.variant, card.user],
    )?;
    Ok(())
}

/// Makes everybody look at the common layout.
pub fn force_common(db: &Connection, kind: Kind, variant: i64) -> Sql<()> {
    db.execute(
        "DELETE FROM card_layouts WHERE entity = ? AND variant = ? AND user_id <> 0",
        params![kind.name(), variant],
    )?;
    Ok(())
}
