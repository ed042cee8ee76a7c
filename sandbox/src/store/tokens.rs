//! Access tokens of apps acting for a user.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::Sql;

/// A pair of tokens.
#[derive(Clone, Debug)]
pub struct Token {
    /// What calls carry.
    pub access: String,
    /// What a new pair is asked for with.
    pub refresh: String,
    /// The app that holds it.
    pub app_id: i64,
    /// The user it acts for.
    pub user_id: i64,
    /// When calls with it stop being accepted, Unix seconds.
    pub expires: i64,
    /// When it can no longer be refreshed, Unix seconds.
    pub refresh_expires: i64,
}

/// Keeps a pair.
pub fn insert(db: &Connection, token: &Token) -> Sql<()> {
    db.prepare_cached(
        "INSERT INTO tokens (access, refresh, app_id, user_id, expires, refresh_expires) \
         VALUES (?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![
        token.access,
        token.refresh,
        token.app_id,
        token.user_id,
        token.expires,
        token.refresh_expires
    ])?;
    Ok(())
}

/// The pair of that access token.
pub fn by_access(db: &Connection, access: &str) -> Sql<Option<Token>> {
    db.prepare_cached(
        "SELECT access, refresh, app_id, user_id, expires, refresh_expires FROM tokens WHERE access = ?",
    )?
    .query_row([access], read)
    .optional()
}

fn read(row: &Row<'_>) -> Sql<Token> {
    Ok(Token {
        access: row.get(0)?,
        refresh: row.get(1)?,
        app_id: row.get(2)?,
        user_id: row.get(3)?,
        expires: row.get(4)?,
        refresh_expires: row.get(5)?,
    })
}

/// Uses up a refresh token of that app at `now`: the user its pair acts for, none when it is
/// unknown or too old. The access token of the pair stays good until it expires.
pub fn redeem(db: &Connection, refresh: &str, app_id: i64, now: i64) -> Sql<Option<i64>> {
    db.prepare_cached(
        "UPDATE tokens SET refresh = lower(hex(randomblob(35))) \
         WHERE refresh = ? AND app_id = ? AND refresh_expires > ? RETURNING user_id",
    )?
    .query_row(params![refresh, app_id, now], |row| row.get(0))
    .optional()
}

/// Makes one access token expire at `moment`, unless it does sooner.
pub fn expire(db: &Connection, access: &str, moment: i64) -> Sql<()> {
    db.execute(
        "UPDATE tokens SET expires = min(expires, ?) WHERE access = ?",
        params![moment, access],
    )?;
    Ok(())
}

/// Forgets the pair of that access token.
pub fn forget(db: &Connection, access: &str) -> Sql<()> {
    db.execute("DELETE FROM tokens WHERE access = ?", [access])?;
    Ok(())
}

/// Makes every access token expire at `moment`; how many there were.
pub fn expire_all(db: &Connection, moment: i64) -> Sql<usize> {
    db.execute(
        "UPDATE tokens SET expires = ? WHERE expires > ?",
        [moment, moment],
    )
}

/// Forgets pairs that can no longer be refreshed.
pub fn forget_old(db: &Connection, now: i64) -> Sql<()> {
    db.execute("DELETE FROM tokens WHERE refresh_expires < ?", [now])?;
    Ok(())
}
