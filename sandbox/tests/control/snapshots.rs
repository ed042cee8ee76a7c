//! The portal's data, kept and brought back.

use sandbox::state::Settings;
use serde_json::json;
use tokio::io::AsyncWriteExt as _;

use crate::support::{Portal, Wire, talk};

async fn in_memory_and_in_a_file(check: impl AsyncFn(Portal)) {
    check(Portal::start().await).await;
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings {
        database: Some(folder.path().join("portal.db")),
        ..Settings::default()
    };
    check(Portal::with(settings, None).await).await;
}

#[tokio::test]
async fn a_snapshot_brings_data_and_clock_back() {
    in_memory_and_in_a_file(async |portal| {
        portal.add_lead("Before").await;
        let taken = portal.post("/_sandbox/state", &json!({})).await;
        assert_eq!((taken.status(), &taken.json()["id"]), (201, &json!(1)));
        portal.add_lead("After").await;
        portal
            .post("/_sandbox/clock", &json!({ "advance": 1000 }))
            .await;
        let restored = portal.post("/_sandbox/state/1/restore", &json!({})).await;
        assert_eq!(restored.status(), 200, "{restored:?}");
        assert_eq!(
            (portal.leads("Before").await, portal.leads("After").await),
            (1, 0)
        );
        assert_eq!(portal.state.clock.ahead(), 0);
        // Writing goes on as before, and the snapshot is as it was.
        portal.add_lead("After").await;
        assert_eq!(portal.leads("After").await, 1);
        portal.post("/_sandbox/state/1/restore", &json!({})).await;
        assert_eq!(portal.leads("After").await, 0);
    })
    .await;
}

async fn put(portal: &Portal, database: &[u8]) -> Wire {
    let mut socket = portal.connect().await;
    let head = format!(
        "PUT /_sandbox/state HTTP/1.1\r\nHost: {}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        portal.address,
        database.len()
    );
    socket.write_all(head.as_bytes()).await.unwrap();
    socket.write_all(database).await.unwrap();
    talk(socket, "").await
}

#[tokio::test]
async fn a_downloaded_database_makes_another_portal_the_same() {
    let portal = Portal::start().await;
    portal.add_lead("Carried").await;
    portal.post("/_sandbox/state", &json!({})).await;
    let file = portal.get("/_sandbox/state/1").await;
    assert_eq!(file.header("content-type"), Some("application/vnd.sqlite3"));
    assert!(file.body.starts_with(b"SQLite format 3\0"));
    let other = Portal::start().await;
    let webhook = other.path("profile");
    assert_eq!(put(&other, &file.body).await.status(), 204);
    assert_eq!(other.get(&webhook).await.status(), 401);
    let path = format!("{}?filter[TITLE]=Carried", portal.path("crm.lead.list"));
    assert_eq!(other.get(&path).await.json()["total"], 1);
}

#[tokio::test]
async fn what_is_no_database_of_a_portal_is_refused() {
    let portal = Portal::start().await;
    portal.add_lead("Kept").await;
    let folder = tempfile::tempdir().unwrap();
    let foreign = folder.path().join("foreign.db");
    let db = rusqlite::Connection::open(&foreign).unwrap();
    db.execute_batch("CREATE TABLE leads (id INTEGER)").unwrap();
    drop(db);
    let cases = [
        b"this is no database".repeat(100),
        std::fs::read(&foreign).unwrap(),
        Vec::new(),
    ];
    for database in cases {
        let refused = put(&portal, &database).await;
        assert_eq!(refused.status(), 422, "{refused:?}");
        let text = refused.text();
        assert!(
            text.starts_with("this is no database of a sandbox portal: "),
            "{text}"
        );
    }
    assert_eq!(portal.leads("Kept").await, 1);
}

#[tokio::test]
async fn snapshots_are_listed_deleted_and_bounded() {
    let portal = Portal::start().await;
    for id in 1..=20 {
        let taken = portal.post("/_sandbox/state", &json!({})).await;
        assert_eq!(taken.json()["id"], id);
    }
    let refused = portal.post("/_sandbox/state", &json!({})).await;
    assert_eq!(
        (refused.status(), refused.text().trim()),
        (409, "there are 20 snapshots already: delete some")
    );
    let host = portal.address.to_string();
    assert_eq!(
        portal
            .send("DELETE", "/_sandbox/state/7", &host, "")
            .await
            .status(),
        204
    );
    let listed = portal.get("/_sandbox/state").await.json();
    assert_eq!(listed["snapshots"].as_array().unwrap().len(), 19);
    for path in ["/_sandbox/state/7/restore", "/_sandbox/state/99/restore"] {
        assert_eq!(portal.post(path, &json!({})).await.status(), 404);
    }
    assert_eq!(portal.get("/_sandbox/state/7").await.status(), 404);
}
