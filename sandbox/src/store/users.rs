//! Users, their webhooks, and the portal's own facts.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::Sql;

/// A user of the portal.
#[derive(Clone, Debug)]
pub struct User {
    /// The user's id.
    pub id: i64,
    /// First name.
    pub name: String,
    /// Last name.
    pub last_name: String,
    /// E-mail.
    pub email: String,
    /// Position in the company.
    pub position: String,
    /// `M`, `F` or nothing.
    pub gender: String,
    /// Whether the user administers the portal.
    pub is_admin: bool,
    /// Whether the user may log in.
    pub active: bool,
    /// Whether the user has any rights in the CRM.
    pub uses_crm: bool,
}

impl User {
    /// First and last name.
    pub fn full_name(&self) -> String {
        format!("{} {}", self.name, self.last_name)
    }

    /// Somebody without any rights.
    pub fn stranger() -> Self {
        Self {
            id: 0,
            name: String::new(),
            last_name: String::new(),
            email: String::new(),
            position: String::new(),
            gender: String::new(),
            is_admin: false,
            active: false,
            uses_crm: false,
        }
    }
}

const COLUMNS: &str = "id, name, last_name, email, position, gender, is_admin, active, uses_crm";

/// All users, by id.
pub fn all(db: &Connection) -> Sql<Vec<User>> {
    db.prepare_cached(&format!("SELECT {COLUMNS} FROM users ORDER BY id"))?
        .query_map([], read)?
        .collect()
}

/// A user.
pub fn get(db: &Connection, id: i64) -> Sql<Option<User>> {
    db.prepare_cached(&format!("SELECT {COLUMNS} FROM users WHERE id = ?"))?
        .query_row([id], read)
        .optional()
}

fn read(row: &Row<'_>) -> Sql<User> {
    Ok(User {
        id: row.get(0)?,
        name: row.get(1)?,
        last_name: row.get(2)?,
        email: row.get(3)?,
        position: row.get(4)?,
        gender: row.get(5)?,
        is_admin: row.get(6)?,
        active: row.get(7)?,
        uses_crm: row.get(8)?,
    })
}

/// Adds a user with that id.
pub fn insert(db: &Connection, user: &User) -> Sql<()> {
    db.prepare_cached(&format!(
        "INSERT INTO users ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ))?
    .execute(params![
        user.id,
        user.name,
        user.last_name,
        user.email,
        user.position,
        user.gender,
        user.is_admin,
        user.active,
        user.uses_crm
    ])?;
    Ok(())
}

/// The scopes of the webhook with that secret, if it is the user's.
pub fn webhook_scopes(db: &Connection, user: i64, secret: &str) -> Sql<Option<String>> {
    db.prepare_cached("SELECT scopes FROM webhooks WHERE secret = ? AND user_id = ?")?
        .query_row(params![secret, user], |row| row.get(0))
        .optional()
}

/// Every webhook: its user and secret, by user.
pub fn webhooks(db: &Connection) -> Sql<Vec<(i64, String)>> {
    db.prepare_cached("SELECT user_id, secret FROM webhooks ORDER BY user_id")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// Adds a webhook.
pub fn add_webhook(db: &Connection, user: i64, secret: &str, scopes: &str) -> Sql<()> {
    db.execute(
        "INSERT INTO webhooks (secret, user_id, scopes) VALUES (?, ?, ?)",
        params![secret, user, scopes],
    )?;
    Ok(())
}

/// A fact about the portal, `member_id`.
pub fn portal(db: &Connection, name: &str) -> Sql<Option<String>> {
    db.prepare_cached("SELECT value FROM portal WHERE name = ?")?
        .query_row([name], |row| row.get(0))
        .optional()
}

/// Sets a fact about the portal.
pub fn set_portal(db: &Connection, name: &str, value: &str) -> Sql<()> {
    db.execute(
        "INSERT OR REPLACE INTO portal (name, value) VALUES (?, ?)",
        [name, value],
    )?;
    Ok(())
}
