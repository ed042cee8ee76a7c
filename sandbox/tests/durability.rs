//! A kill at any moment loses no acknowledged write and leaves a file that opens.

use std::io::{BufRead, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use rusqlite::Connection;

/// How often the portal is killed, each time over the same file.
const KILLS: u32 = 6;
/// Clients that write at the same time.
const CLIENTS: u32 = 4;
/// Writes that are acknowledged before anything happens, so that there is something to lose.
const WRITES: usize = 20;
/// What may pass until the portal is killed, milliseconds.
const SOON: u64 = 150;

/// A write that the portal has answered: the new lead, and what it was called.
#[derive(Debug)]
struct Written {
    lead: i64,
    title: String,
}

#[test]
fn a_kill_loses_no_acknowledged_write() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("portal.db");
    for round in 0..KILLS {
        let written = write_until_killed(&database, round);
        assert!(written.len() >= WRITES);
        check(&database, &written);
    }
}

/// Starts a portal, lets clients write, and kills it while they do; what was acknowledged.
fn write_until_killed(database: &Path, round: u32) -> Vec<Written> {
    let mut portal = Command::new(env!("CARGO_BIN_EXE_sandbox"))
        .args(["--port", "0", "--seed", "none", "--plan", "none", "--db"])
        .arg(database)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    // Kept open: the portal has more to print.
    let mut printed = BufReader::new(portal.stdout.take().unwrap());
    let webhook = webhook(&mut printed);
    let (acknowledge, acknowledged) = channel();
    let clients: Vec<_> = (0..CLIENTS)
        .map(|client| {
            let (webhook, acknowledge) = (webhook.clone(), acknowledge.clone());
            thread::spawn(move || write(&webhook, &format!("{round}-{client}"), &acknowledge))
        })
        .collect();
    drop(acknowledge);
    let mut written = first(&acknowledged);
    thread::sleep(Duration::from_millis(rand(SOON)));
    portal.kill().unwrap();
    portal.wait().unwrap();
    written.extend(acknowledged);
    for client in clients {
        client.join().unwrap();
    }
    written
}

fn first(acknowledged: &Receiver<Written>) -> Vec<Written> {
    let patience = Duration::from_mins(2);
    (0..WRITES)
        .map(|_| acknowledged.recv_timeout(patience).unwrap())
        .collect()
}

/// A random number below `most`.
fn rand(most: u64) -> u64 {
    getrandom::u64().unwrap() % most
}

/// The first webhook the portal prints, without `http://`.
fn webhook(printed: &mut impl BufRead) -> String {
    let mut urls = printed.lines().map_while(Result::ok).filter_map(|line| {
        let (_, url) = line.split_once("http://")?;
        let url = url.split_whitespace().next()?;
        url.contains("/rest/").then(|| url.to_owned())
    });
    urls.next().unwrap()
}

/// Adds leads until the portal is gone, telling of each that was acknowledged.
fn write(webhook: &str, name: &str, acknowledge: &Sender<Written>) {
    for number in 0.. {
        let title = format!("lead {name}-{number}");
        let Some(lead) = add(webhook, &title) else {
            return;
        };
        acknowledge.send(Written { lead, title }).unwrap();
    }
}

/// Adds a lead with a phone and a contact; none once the portal does not answer any more.
fn add(webhook: &str, title: &str) -> Option<i64> {
    let (address, path) = webhook.split_once('/')?;
    let mut stream = TcpStream::connect(address).ok()?;
    let body = format!(
        r#"{{"fields":{{"TITLE":"{title}","PHONE":[{{"VALUE":"+1"}}],"CONTACT_IDS":[7]}}}}"#
    );
    let request = format!(
        "POST /{path}crm.lead.add.json HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = String::new();
    // An answer that was cut off acknowledges nothing.
    stream.read_to_string(&mut answer).ok()?;
    let (_, after) = answer.split_once("{\"result\":")?;
    let (id, rest) = after.split_once(',')?;
    rest.ends_with('}').then(|| id.parse().unwrap())
}

/// The file is sound, and each acknowledged lead is in it with all that came with it.
fn check(database: &Path, written: &[Written]) {
    let db = Connection::open(database).unwrap();
    let text = |sql: &str, id: i64| -> rusqlite::Result<String> {
        db.query_row(sql, [id], |row| row.get(0))
    };
    let sound: String = db
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(sound, "ok");
    for Written { lead, title } in written {
        let stored = text("SELECT TITLE FROM leads WHERE ID = ?", *lead);
        assert_eq!(stored.as_deref(), Ok(title.as_str()));
    }
    // Whole or not at all: no lead without its phone and its contact, acknowledged or not.
    let halves: i64 = db
        .query_row(
            "SELECT COUNT(*) FROM leads l WHERE \
             NOT EXISTS (SELECT 1 FROM multifields m WHERE m.entity = 'lead' AND m.record_id = l.ID) \
             OR NOT EXISTS (SELECT 1 FROM lead_contacts c WHERE c.owner_id = l.ID)",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(halves, 0);
}
