//! Files in requests: `{"fileData": [name, base64]}` to set, `{"id": …}` to keep,
//! `{"id": …, "remove": "Y"}` to remove (reference §3.8).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rusqlite::Connection;
use serde_json::Value;

use crate::php::cast;
use crate::store::{Sql, files};

/// What a request wants of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// It stays.
    Keep(i64),
    /// It goes.
    Remove(i64),
    /// It is new, and stored by now.
    New(i64),
}

/// Reads a file value, storing what is new; none when it is no file.
pub fn read(db: &Connection, value: &Value) -> Sql<Option<Wanted>> {
    let data = cast::member(value, "fileData");
    if let [name, content, ..] = cast::values(data)[..] {
        let content = STANDARD.decode(cast::text(content)).unwrap_or_default();
        return Ok(Some(Wanted::New(files::insert(
            db,
            &cast::text(name),
            &content,
        )?)));
    }
    let id = cast::int(cast::member(value, "id"));
    if id <= 0 {
        return Ok(None);
    }
    let remove = cast::is_yes(cast::member(value, "remove"));
    Ok(Some(if remove {
        Wanted::Remove(id)
    } else {
        Wanted::Keep(id)
    }))
}
