//! The queue of events an app collects when it likes.

use std::fmt::Write as _;

use rusqlite::types::Value as SqlValue;
use rusqlite::{Connection, Row, params, params_from_iter};
use serde_json::Value;

use super::Sql;

/// A queued event.
#[derive(Clone, Debug)]
pub struct OfflineEvent {
    /// Its number.
    pub id: i64,
    /// When it was last repeated, Unix seconds.
    pub stamp: i64,
    /// The event, upper case.
    pub event: String,
    /// Its data; false when it has none.
    pub data: Value,
    /// Who caused it.
    pub user_id: i64,
    /// Its fingerprint: the same event about the same record has the same.
    pub message_id: String,
    /// The portion it was handed out in; empty while it waits.
    pub process_id: String,
    /// Whether the app reported an error with it.
    pub error: bool,
}

/// The queue of an app, or of one of its sources.
#[derive(Clone, Copy, Debug)]
pub struct Queue<'a> {
    /// The app.
    pub app_id: i64,
    /// The source key, usually empty.
    pub connector: &'a str,
}

/// A comparison of a column with a value; the column and sign come from fixed lists.
#[derive(Clone, Debug)]
pub struct Test {
    /// The column.
    pub column: &'static str,
    /// The sign, `>=`.
    pub sign: &'static str,
    /// The value.
    pub value: SqlValue,
}

/// Which events of a queue.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// What holds for them.
    pub tests: Vec<Test>,
    /// Columns to order by, and whether downwards.
    pub order: Vec<(&'static str, bool)>,
    /// How many at most, -1 for all.
    pub limit: i64,
    /// How many to leave out.
    pub offset: i64,
}

/// Queues an event; a repetition refreshes the one that waits already.
pub fn push(db: &Connection, queue: Queue<'_>, event: &OfflineEvent) -> Sql<()> {
    db.execute(
        "INSERT INTO offline_events (app_id, connector, event, data, user_id, message_id, stamp) \
         VALUES (?, ?, ?, ?, ?, ?, ?) \
         ON CONFLICT DO UPDATE SET stamp = excluded.stamp, user_id = excluded.user_id, error = 0",
        params![
            queue.app_id,
            queue.connector,
            event.event,
            event.data.to_string(),
            event.user_id,
            event.message_id,
            event.stamp
        ],
    )?;
    Ok(())
}

/// The chosen events.
pub fn find(db: &Connection, queue: Queue<'_>, selection: &Selection) -> Sql<Vec<OfflineEvent>> {
    let (condition, mut values) = condition(queue, &selection.tests);
    let order: Vec<String> = selection
        .order
        .iter()
        .map(|(column, down)| format!("{column} {}", if *down { "DESC" } else { "ASC" }))
        .chain(["id".to_owned()])
        .collect();
    let sql = format!(
        "SELECT id, stamp, event, data, user_id, message_id, process_id, error FROM offline_events \
         WHERE {condition} ORDER BY {} LIMIT ? OFFSET ?",
        order.join(", ")
    );
    values.extend([selection.limit.into(), selection.offset.into()]);
    db.prepare(&sql)?
        .query_map(params_from_iter(values), read)?
        .collect()
}

/// How many events fulfil these tests.
pub fn count(db: &Connection, queue: Queue<'_>, tests: &[Test]) -> Sql<i64> {
    let (condition, values) = condition(queue, tests);
    let sql = format!("SELECT COUNT(*) FROM offline_events WHERE {condition}");
    db.query_row(&sql, params_from_iter(values), |row| row.get(0))
}

fn condition(queue: Queue<'_>, tests: &[Test]) -> (String, Vec<SqlValue>) {
    let mut sql = "app_id = ? AND connector = ?".to_owned();
    let mut values = vec![queue.app_id.into(), queue.connector.to_owned().into()];
    for test in tests {
        let _ = write!(sql, " AND {} {} ?", test.column, test.sign);
        values.push(test.value.clone());
    }
    (sql, values)
}

fn read(row: &Row<'_>) -> Sql<OfflineEvent> {
    let data: String = row.get(3)?;
    Ok(OfflineEvent {
        id: row.get(0)?,
        stamp: row.get(1)?,
        event: row.get(2)?,
        data: serde_json::from_str(&data).unwrap_or_default(),
        user_id: row.get(4)?,
        message_id: row.get(5)?,
        process_id: row.get(6)?,
        error: row.get(7)?,
    })
}

/// Hands events out: they belong to the portion `process` from now on.
pub fn mark(db: &Connection, ids: &[i64], process: &str) -> Sql<()> {
    let mut statement =
        db.prepare_cached("UPDATE OR REPLACE offline_events SET process_id = ? WHERE id = ?")?;
    for id in ids {
        statement.execute(params![process, id])?;
    }
    Ok(())
}

/// Removes events.
pub fn delete(db: &Connection, ids: &[i64]) -> Sql<()> {
    let mut statement = db.prepare_cached("DELETE FROM offline_events WHERE id = ?")?;
    for id in ids {
        statement.execute([id])?;
    }
    Ok(())
}

/// Marks events as failed.
pub fn fail(db: &Connection, ids: &[i64]) -> Sql<()> {
    let mut statement = db.prepare_cached("UPDATE offline_events SET error = 1 WHERE id = ?")?;
    for id in ids {
        statement.execute([id])?;
    }
    Ok(())
}
