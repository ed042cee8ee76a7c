//! Frames: an app opened in a page of the portal.

use rusqlite::{Connection, OptionalExtension, params};

use super::Sql;

/// An opened frame.
#[derive(Clone, Debug)]
pub struct FrameRow {
    /// Its name, 32 hex digits, new on every opening.
    pub sid: String,
    /// The app inside.
    pub app_id: i64,
    /// Who opened it.
    pub user_id: i64,
    /// Where, `CRM_LEAD_DETAIL_TAB`.
    pub placement: String,
    /// The options it was opened with, JSON.
    pub options: String,
    /// Its access token.
    pub access: String,
    /// Its refresh token.
    pub refresh: String,
    /// Whether the app has asked for its data already.
    pub greeted: bool,
}

/// Keeps a frame.
pub fn insert(db: &Connection, frame: &FrameRow) -> Sql<()> {
    db.execute(
        "INSERT INTO frames (sid, app_id, user_id, placement, options, access, refresh) \
         VALUES (?, ?, ?, ?, ?, ?, ?)",
        params![
            frame.sid,
            frame.app_id,
            frame.user_id,
            frame.placement,
            frame.options,
            frame.access,
            frame.refresh
        ],
    )?;
    Ok(())
}

/// A frame.
pub fn get(db: &Connection, sid: &str) -> Sql<Option<FrameRow>> {
    db.prepare_cached(
        "SELECT sid, app_id, user_id, placement, options, access, refresh, greeted \
         FROM frames WHERE sid = ?",
    )?
    .query_row([sid], |row| {
        Ok(FrameRow {
            sid: row.get(0)?,
            app_id: row.get(1)?,
            user_id: row.get(2)?,
            placement: row.get(3)?,
            options: row.get(4)?,
            access: row.get(5)?,
            refresh: row.get(6)?,
            greeted: row.get(7)?,
        })
    })
    .optional()
}

/// Notes that the app has asked for its data.
pub fn greet(db: &Connection, sid: &str) -> Sql<()> {
    db.execute("UPDATE frames SET greeted = 1 WHERE sid = ?", [sid])?;
    Ok(())
}

/// Gives the frame new tokens.
pub fn set_tokens(db: &Connection, sid: &str, access: &str, refresh: &str) -> Sql<()> {
    db.execute(
        "UPDATE frames SET access = ?, refresh = ? WHERE sid = ?",
        params![access, refresh, sid],
    )?;
    Ok(())
}
