//! The journal: what a page or a tool reads of the calls.

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};

use crate::support::{PATIENCE, Portal, request};

#[tokio::test]
async fn a_call_is_written_down_whole_and_without_secrets() {
    let portal = Portal::start().await;
    portal.add_lead("Noted").await;
    let (token, _) = portal.tokens();
    portal.as_app(&token, "profile").await;
    portal.get("/rest/1/wrong/profile").await;
    let answer = portal.get("/_sandbox/calls").await;
    let listed = answer.json();
    let [add, profile, stranger] = &listed["calls"].as_array().unwrap()[..] else {
        panic!("{listed}");
    };
    assert_eq!(add["method"], "crm.lead.add");
    assert_eq!(
        add["caller"],
        json!({ "kind": "webhook", "user": 1, "name": "Alma Berg" })
    );
    assert_eq!(
        add["transport"],
        json!({ "verb": "POST", "form": "json", "answer": "json" })
    );
    assert_eq!(add["params"], json!({ "fields": { "TITLE": "Noted" } }));
    assert_eq!(
        (&add["status"], add["answer"]["result"].is_i64()),
        (&json!(200), true)
    );
    let took = add["duration_ms"].as_f64().unwrap();
    assert!(took > 0.0);
    // Nothing, unless this machine is slow.
    let operating = add["operating"].as_f64().unwrap();
    assert!((0.0..took / 1000.0).contains(&operating), "{operating}");
    assert_eq!(add["fault"], Value::Null);
    assert!(add["bucket"].as_f64().unwrap() > 0.0);
    assert_eq!(
        profile["caller"],
        json!({ "kind": "app", "user": 1, "name": "Links" })
    );
    assert_eq!(
        stranger["caller"],
        json!({ "kind": "webhook", "user": null, "name": "" })
    );
    assert_eq!(stranger["status"], 401);
    let secret = portal.path("").split('/').nth(3).unwrap().to_owned();
    for secret in [&token, &secret] {
        assert!(!answer.text().contains(secret.as_str()));
    }
}

#[tokio::test]
async fn calls_are_found_by_what_they_are() {
    let portal = Portal::start().await;
    portal.add_lead("Needle").await;
    portal.call("profile", json!({})).await;
    portal.call("crm.lead.get", json!({ "id": 0 })).await;
    let cases = [
        ("method=crm.lead.*", vec![1, 3]),
        ("status=error", vec![3]),
        ("status=400", vec![3]),
        ("status=ok&method=profile", vec![2]),
        ("text=needle", vec![1]),
        ("caller=app", vec![]),
        ("after=1&limit=1", vec![3]),
        ("fault=true", vec![]),
    ];
    for (query, expected) in cases {
        let found = portal.get(&format!("/_sandbox/calls?{query}")).await.json();
        let ids: Vec<i64> = found["calls"]
            .as_array()
            .unwrap()
            .iter()
            .map(|call| call["id"].as_i64().unwrap())
            .collect();
        assert_eq!((ids, &found["last"]), (expected, &json!(3)), "{query}");
    }
    assert_eq!(
        portal.get("/_sandbox/calls/2").await.json()["method"],
        "profile"
    );
}

#[tokio::test]
async fn what_cannot_be_asked_gets_a_sentence() {
    let portal = Portal::start().await;
    let status =
        "the address cannot be read: status: status is \"bad\", expected ok, error or a number\n";
    let limit = "the address cannot be read: limit: invalid digit found in string\n";
    for (verb, path, code, sentence) in [
        ("GET", "calls?status=bad", 400, status),
        ("GET", "calls?limit=a", 400, limit),
        ("GET", "calls/stream?limit=a", 400, limit),
        ("GET", "calls/9", 404, "the journal has no call 9"),
        (
            "GET",
            "calls/xx",
            404,
            "nothing is at /_sandbox/calls/xx: it needs a number\n",
        ),
        (
            "GET",
            "state/-1",
            404,
            "nothing is at /_sandbox/state/-1: it needs a number\n",
        ),
        (
            "DELETE",
            "faults/xx",
            404,
            "nothing is at /_sandbox/faults/xx: it needs a number\n",
        ),
    ] {
        let path = format!("/_sandbox/{path}");
        let host = portal.address.to_string();
        let wrong = portal.send(verb, &path, &host, "").await;
        assert_eq!(wrong.status(), code, "{path}");
        assert!(wrong.text().starts_with(sentence), "{wrong:?}");
    }
}

/// Follows the stream after `seen` for as long as `count` calls take; their numbers and methods.
async fn follow(
    portal: &Portal,
    query: &str,
    seen: &str,
    count: usize,
    meanwhile: &[&str],
) -> Vec<String> {
    let mut socket = portal.connect().await;
    let head = request(
        "GET",
        &format!("/_sandbox/calls/stream{query}"),
        &portal.address.to_string(),
        "",
    );
    let head = head.replacen("\r\n", &format!("\r\n{seen}"), 1);
    socket.write_all(head.as_bytes()).await.unwrap();
    let mut lines = BufReader::new(socket).lines();
    let work = async {
        let mut found = Vec::new();
        let mut called = false;
        while found.len() < count {
            let line = lines.next_line().await.unwrap().unwrap();
            if line.is_empty() && !called {
                // The head is here, so the stream has begun.
                called = true;
                for method in meanwhile {
                    portal.call(method, json!({})).await;
                }
            }
            if let Some(data) = line.strip_prefix("data: ") {
                let call: Value = serde_json::from_str(data).unwrap();
                found.push(format!(
                    "{} {}",
                    call["id"],
                    call["method"].as_str().unwrap()
                ));
            }
        }
        found
    };
    tokio::time::timeout(PATIENCE, work).await.unwrap()
}

#[tokio::test]
async fn a_stream_tells_of_calls_as_they_end() {
    let portal = Portal::start().await;
    portal.call("profile", json!({})).await;
    let told = follow(&portal, "", "", 2, &["server.time", "scope"]).await;
    assert_eq!(told, ["2 server.time", "3 scope"]);
    let told = follow(&portal, "?method=sc*", "", 1, &["profile", "scope"]).await;
    assert_eq!(told, ["5 scope"]);
}

#[tokio::test]
async fn who_was_away_is_told_what_they_missed() {
    let portal = Portal::start().await;
    for method in ["profile", "server.time", "scope"] {
        portal.call(method, json!({})).await;
    }
    let told = follow(&portal, "", "Last-Event-ID: 1\r\n", 3, &["profile"]).await;
    assert_eq!(told, ["2 server.time", "3 scope", "4 profile"]);
}
