//! Product rows of leads.

use rusqlite::{Connection, params};
use serde_json::Value;

use super::Sql;

/// A stored row: its id and its fields as the portal writes them.
pub type ProductRow = (i64, Value);

/// The rows of a lead, in order.
pub fn load(db: &Connection, lead: i64) -> Sql<Vec<ProductRow>> {
    let mut statement =
        db.prepare_cached("SELECT id, row FROM product_rows WHERE lead_id = ? ORDER BY position")?;
    statement
        .query_map([lead], |row| {
            let text: String = row.get(1)?;
            Ok((row.get(0)?, serde_json::from_str(&text).unwrap_or_default()))
        })?
        .collect()
}

/// Replaces the rows of a lead.
pub fn replace(db: &Connection, lead: i64, rows: &[Value]) -> Sql<()> {
    db.execute("DELETE FROM product_rows WHERE lead_id = ?", [lead])?;
    let mut statement =
        db.prepare_cached("INSERT INTO product_rows (lead_id, position, row) VALUES (?, ?, ?)")?;
    for (position, row) in (0_i64..).zip(rows) {
        statement.execute(params![lead, position, row.to_string()])?;
    }
    Ok(())
}
