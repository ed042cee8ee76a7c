//! The database in a file: read by several at once, and brought up to date.

use std::path::Path;

use rusqlite::Connection;
use sandbox::entity::Kind;
use sandbox::limits::Plan;
use sandbox::model::MODEL;
use sandbox::state::Settings;
use sandbox::store::query::{self, Condition};
use sandbox::store::{Store, directories, records};
use serde_json::json;
use tempfile::TempDir;

use crate::support::Portal;

/// A portal with its database in a file, and the folder of that file.
fn in_a_file() -> (Portal, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let portal = Portal::with(Settings {
        plan: Plan::None,
        database: Some(folder.path().join("portal.db")),
        ..Settings::default()
    });
    (portal, folder)
}

#[tokio::test]
async fn methods_that_read_do_no_more_than_that() {
    let (portal, _folder) = in_a_file();
    // A connection that only reads would refuse the rest with the database's own error.
    let params = json!({ "id": 1, "entityTypeId": 1, "entityId": "STATUS", "name": "profile" });
    for method in MODEL
        .methods
        .iter()
        .filter(|method| method.effect == "read")
    {
        let reply = portal.as_app(&method.name, params.clone()).await;
        assert_ne!(reply.status, 500, "{}: {}", method.name, reply.text);
    }
}

#[tokio::test]
async fn what_was_written_is_read_by_the_next_call() {
    let (portal, _folder) = in_a_file();
    for _ in 0..20 {
        let id = portal.add("lead", json!({ "TITLE": "New" })).await;
        assert_eq!(portal.record("lead", id).await["TITLE"], json!("New"));
        let delete = portal.call("crm.lead.delete", json!({ "id": id })).await;
        delete.result();
        let gone = portal.call("crm.lead.get", json!({ "id": id })).await;
        assert_eq!(gone.status, 400, "{}", gone.text);
    }
}

#[tokio::test]
async fn a_file_of_the_first_version_is_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.db");
    first_version(&path);
    let store = Store::open(Some(&path)).unwrap();
    let company = store.read(|db| records::get(db, Kind::Company, 3));
    assert_eq!(company.unwrap().unwrap().text("TITLE"), "Old & Sons");
    let stages = store.read(|db| directories::list(db, "STATUS")).unwrap();
    let names: Vec<&str> = stages
        .iter()
        .map(|stage| stage.name_init.as_str())
        .collect();
    assert_eq!(names, ["Fresh", ""]);
    // Once more, nothing happens.
    drop(store);
    Store::open(Some(&path)).unwrap();
}

/// The header's two numbers: whose file it is, and of which version.
fn header(path: &Path) -> (i64, i64) {
    let connection = Connection::open(path).unwrap();
    let read = |name: &str| {
        let number = connection.pragma_query_value(None, name, |row| row.get(0));
        number.unwrap()
    };
    (read("application_id"), read("user_version"))
}

#[test]
fn a_file_says_that_a_sandbox_wrote_it() {
    let folder = tempfile::tempdir().unwrap();
    let (new, old, copy) = (
        folder.path().join("new.db"),
        folder.path().join("old.db"),
        folder.path().join("copy.db"),
    );
    let store = Store::open(Some(&new)).unwrap();
    store.copy_into(&copy).unwrap();
    first_version(&old);
    assert_eq!(header(&old), (0, 1));
    drop(Store::open(Some(&old)).unwrap());
    drop(store);
    let signed = header(&new);
    assert_eq!(signed.0, i64::from(u32::from_be_bytes(*b"B24s")));
    assert_eq!([header(&old), header(&copy)], [signed, signed]);
}

#[test]
fn what_no_sandbox_wrote_is_refused_and_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let cases = [
        (
            "CREATE TABLE notes (text); PRAGMA user_version = 3",
            "another program wrote it: it has other tables",
        ),
        (
            "CREATE TABLE portal (name); CREATE TABLE leads (id)",
            "another program wrote it: it has other tables",
        ),
        (
            "CREATE TABLE notes (text); PRAGMA application_id = 252006674",
            "another program wrote it: its application id is 252006674",
        ),
        (
            "PRAGMA application_id = 1110586483; PRAGMA user_version = 1000; CREATE TABLE portal (name)",
            "a newer sandbox wrote it: its tables have version 1000, this one knows ",
        ),
    ];
    for (at, (script, sentence)) in cases.into_iter().enumerate() {
        let path = folder.path().join(format!("{at}.db"));
        let foreign = Connection::open(&path).unwrap();
        foreign.execute_batch(script).unwrap();
        drop(foreign);
        let before = std::fs::read(&path).unwrap();
        let refused = Store::open(Some(&path)).unwrap_err().to_string();
        assert!(refused.starts_with(sentence), "{script}: {refused}");
        assert_eq!(std::fs::read(&path).unwrap(), before, "{script}");
    }
    let text = folder.path().join("notes.txt");
    std::fs::write(&text, "no database at all ".repeat(100)).unwrap();
    let refused = Store::open(Some(&text)).unwrap_err().to_string();
    assert_eq!(
        refused,
        "another program wrote it: it is no SQLite database"
    );
    let empty = folder.path().join("empty");
    std::fs::write(&empty, "").unwrap();
    Store::open(Some(&empty)).unwrap();
}

fn first_version(path: &Path) {
    let script = include_str!("../../src/store/schema.sql");
    let rows = "INSERT INTO companies (ID, TITLE) VALUES (3, 'Old & Sons');
        INSERT INTO statuses (entity_id, status_id, name, sort, system)
            VALUES ('STATUS', 'NEW', 'Fresh', 10, 1), ('STATUS', 'OWN', 'Own', 20, 0);
        PRAGMA user_version = 1;";
    let connection = Connection::open(path).unwrap();
    connection.execute_batch(script).unwrap();
    connection.execute_batch(rows).unwrap();
}

#[tokio::test]
async fn readers_see_the_data_that_was_put_in_place() {
    let (portal, folder) = in_a_file();
    let id = portal.add("lead", json!({ "TITLE": "Before" })).await;
    let copy = folder.path().join("copy.db");
    portal.state.store.copy_into(&copy).unwrap();
    let fields = json!({ "id": id, "fields": { "TITLE": "After" } });
    portal.call("crm.lead.update", fields).await.result();
    assert_eq!(portal.record("lead", id).await["TITLE"], json!("After"));
    let other = Connection::open(&copy).unwrap();
    portal.state.store.replace(&other).unwrap();
    assert_eq!(portal.record("lead", id).await["TITLE"], json!("Before"));
}

#[test]
fn a_reader_does_not_wait_for_a_writer() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(Some(&folder.path().join("portal.db"))).unwrap();
    let all = Condition::ALWAYS;
    let count = |store: &Store| store.read(|db| query::count(db, Kind::Company, &all));
    let seen = store.write(|db| -> rusqlite::Result<i64> {
        db.execute("INSERT INTO companies (TITLE) VALUES ('Half done')", [])?;
        // With one connection for both, this would wait for ever.
        count(&store)
    });
    assert_eq!(seen, Ok(0));
    assert_eq!(count(&store), Ok(1));
}
