//! Faults of REST calls: what a client sees, and whether the method ran.

use std::time::{Duration, Instant};

use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::support::{PATIENCE, Portal, Wire, request};

/// A lead that is added while `rule` is in force: what came back, and how many leads there are.
async fn added_under(rule: &str) -> (Wire, i64) {
    let portal = Portal::failing(&[rule]).await;
    let wire = portal.add_lead("Tested").await;
    let fault = portal.state.journal.get(1).unwrap().fault;
    assert_eq!(
        fault,
        Some(portal.state.faults.list()[0].rule.kind.row().name)
    );
    let leads = portal.leads("Tested").await;
    (wire, leads)
}

#[tokio::test]
async fn limit_is_503_and_nothing_ran() {
    let (wire, leads) = added_under("kind=limit,method=crm.lead.add").await;
    assert_eq!(wire.error(), (503, "QUERY_LIMIT_EXCEEDED".into()));
    assert_eq!(leads, 0);
}

#[tokio::test]
async fn operating_is_429_and_nothing_ran() {
    let (wire, leads) = added_under("kind=operating,method=crm.lead.add").await;
    assert_eq!(wire.error(), (429, "OPERATION_TIME_LIMIT".into()));
    assert_eq!(leads, 0);
}

#[tokio::test]
async fn operating_blocks_single_commands_of_a_batch() {
    let portal = Portal::failing(&["kind=operating,method=crm.lead.add,count=1"]).await;
    let add = "crm.lead.add?fields[TITLE]=Tested";
    let cmd = json!({ "cmd": { "a": add, "b": "profile", "c": add } });
    let answer = portal.call("batch", cmd).await;
    let result = &answer.json()["result"];
    assert_eq!(
        result["result_error"]["a"]["error"], "OPERATION_TIME_LIMIT",
        "{answer:?}"
    );
    assert_eq!(result["result"]["b"]["ID"], "1");
    assert!(result["result"]["c"].is_i64());
    assert_eq!(portal.leads("Tested").await, 1);
}

#[tokio::test]
async fn slow_waits_and_then_answers() {
    let begun = Instant::now();
    let (wire, leads) = added_under("kind=slow,method=crm.lead.add,ms=300").await;
    assert!(begun.elapsed() >= Duration::from_millis(300));
    assert_eq!((wire.status(), leads), (200, 1));
}

/// Waits until a call is in the journal, and then for what else comes on its connection.
async fn never_answered(rule: &str) -> i64 {
    let portal = Portal::failing(&[rule]).await;
    let mut calls = portal.state.journal.subscribe();
    let mut socket = portal.connect().await;
    let body = json!({ "fields": { "TITLE": "Tested" } }).to_string();
    let path = portal.path("crm.lead.add");
    let request = request("POST", &path, &portal.address.to_string(), &body);
    socket.write_all(request.as_bytes()).await.unwrap();
    let call = tokio::time::timeout(PATIENCE, calls.recv())
        .await
        .unwrap()
        .unwrap();
    assert_eq!((call.status, call.fault), (0, Some("timeout")));
    let mut came = [0];
    let answer = tokio::time::timeout(Duration::from_millis(300), socket.read(&mut came)).await;
    assert!(answer.is_err(), "{answer:?}");
    portal.leads("Tested").await
}

#[tokio::test]
async fn timeout_ran_and_never_answers() {
    assert_eq!(never_answered("kind=timeout,method=crm.lead.add").await, 1);
}

#[tokio::test]
async fn timeout_that_is_not_executed_did_not_run() {
    let rule = "kind=timeout,method=crm.lead.add,executed=false";
    assert_eq!(never_answered(rule).await, 0);
}

#[tokio::test]
async fn drop_before_ends_the_connection_and_nothing_ran() {
    let (wire, leads) = added_under("kind=drop-before,method=crm.lead.add").await;
    assert!(wire.is_silent(), "{wire:?}");
    assert_eq!(leads, 0);
}

#[tokio::test]
async fn drop_after_ends_the_connection_and_the_method_ran() {
    let (wire, leads) = added_under("kind=drop-after,method=crm.lead.add").await;
    assert!(wire.is_silent(), "{wire:?}");
    assert_eq!(leads, 1);
}

#[tokio::test]
async fn cut_sends_half_of_what_it_promised() {
    let (wire, leads) = added_under("kind=cut,method=crm.lead.add").await;
    let promised: usize = wire.header("content-length").unwrap().parse().unwrap();
    assert_eq!((wire.status(), wire.body.len()), (200, promised / 2));
    assert!(wire.text().starts_with("{\"result\":"), "{wire:?}");
    assert_eq!(leads, 1);
}

#[tokio::test]
async fn content_type_is_wrong_around_a_right_answer() {
    let (wire, leads) = added_under("kind=content-type,method=crm.lead.add").await;
    assert_eq!(
        wire.header("content-type"),
        Some("text/html; charset=utf-8")
    );
    assert!(wire.json()["result"].is_i64());
    assert_eq!(leads, 1);
    let (wire, _) = added_under("kind=content-type,type=text/plain").await;
    assert_eq!(wire.header("content-type"), Some("text/plain"));
}

#[tokio::test]
async fn html_is_a_page_and_nothing_ran_unless_asked_to() {
    let (wire, leads) = added_under("kind=html,method=crm.lead.add,status=504").await;
    assert_eq!(
        (wire.status(), wire.header("content-type")),
        (504, Some("text/html"))
    );
    assert!(wire.text().contains("504 Gateway Timeout"), "{wire:?}");
    assert_eq!(leads, 0);
    let (wire, leads) = added_under("kind=html,method=crm.lead.add,executed=true").await;
    assert_eq!((wire.status(), leads), (502, 1));
}

#[tokio::test]
async fn redirect_leads_to_another_host_and_nothing_ran() {
    let (wire, leads) = added_under("kind=redirect,method=crm.lead.add,to=new.example").await;
    let target = wire.header("location").unwrap();
    assert_eq!(wire.status(), 302);
    assert!(
        target.starts_with("https://new.example/rest/1/"),
        "{target}"
    );
    assert!(target.ends_with("/crm.lead.add.json"), "{target}");
    assert_eq!(leads, 0);
}

#[tokio::test]
async fn pages_of_a_front_end_are_readable_elsewhere_when_the_rule_says_so() {
    for kind in ["html", "redirect", "portal-renamed"] {
        for (setting, allowed) in [("", None), (",cors=true", Some("*"))] {
            let portal = Portal::failing(&[&format!("kind={kind}{setting}")]).await;
            let wire = portal.call("profile", json!({})).await;
            let header = wire.header("access-control-allow-origin");
            assert_eq!(header, allowed, "{kind}{setting}");
        }
    }
}

#[tokio::test]
async fn a_renamed_portal_answers_under_its_new_name_only() {
    let portal = Portal::failing(&["kind=portal-renamed"]).await;
    let path = format!("{}?x=1", portal.path("profile"));
    let new_name = format!("localhost:{}", portal.address.port());
    let old = portal.get(&path).await;
    assert_eq!(old.status(), 302);
    assert_eq!(
        old.header("location"),
        Some(&*format!("http://{new_name}{path}"))
    );
    let new = portal.send("GET", &path, &new_name, "").await;
    assert_eq!(
        (new.status(), &new.json()["result"]["ID"]),
        (200, &json!("1"))
    );
}

#[tokio::test]
async fn a_rule_fits_by_method_caller_and_count() {
    let portal = Portal::failing(&["kind=limit,method=crm.lead.*,caller=webhook:1,count=2"]).await;
    let (token, _) = portal.tokens();
    assert_eq!(portal.as_app(&token, "crm.lead.fields").await.status(), 200);
    assert_eq!(portal.call("profile", json!({})).await.status(), 200);
    let mut seen = Vec::new();
    for _ in 0..3 {
        seen.push(portal.call("crm.lead.fields", json!({})).await.status());
    }
    assert_eq!(seen, [503, 503, 200]);
}

#[tokio::test]
async fn rules_come_and_go_while_the_portal_runs() {
    let portal = Portal::start().await;
    let rule = json!({ "kind": "html", "method": "profile" });
    let added = portal.post("/_sandbox/faults", &rule).await;
    assert_eq!((added.status(), &added.json()["id"]), (201, &json!(1)));
    assert_eq!(portal.call("profile", json!({})).await.status(), 502);
    let listed = portal.get("/_sandbox/faults").await.json();
    assert_eq!(listed["faults"][0]["played"], 1);
    assert_eq!(listed["kinds"].as_array().unwrap().len(), 17);
    let host = portal.address.to_string();
    let removed = portal.send("DELETE", "/_sandbox/faults/1", &host, "").await;
    assert_eq!(
        (removed.status(), removed.json()),
        (200, json!({ "removed": 1 }))
    );
    assert_eq!(portal.call("profile", json!({})).await.status(), 200);
    let gone = portal.send("DELETE", "/_sandbox/faults/1", &host, "").await;
    assert_eq!(
        (gone.status(), gone.text().trim()),
        (404, "there is no fault 1")
    );
    portal.post("/_sandbox/faults", &rule).await;
    let cleared = portal.send("DELETE", "/_sandbox/faults", &host, "").await;
    assert_eq!(cleared.json(), json!({ "removed": 1 }));
}

#[tokio::test]
async fn a_wrong_rule_gets_a_sentence() {
    let portal = Portal::start().await;
    let cases = [
        (json!({}), "a fault needs kind=, one of limit, "),
        (json!({ "kind": "boom" }), "there is no fault \"boom\""),
        (json!({ "kind": "cut", "count": 0 }), "count is \"0\""),
        (
            json!({ "kind": "cut", "metod": "x" }),
            "cut has no setting \"metod\"",
        ),
        (json!([]), "a fault is an object like"),
    ];
    for (rule, sentence) in cases {
        let refused = portal.post("/_sandbox/faults", &rule).await;
        assert_eq!(refused.status(), 400, "{rule}");
        assert!(refused.text().starts_with(sentence), "{rule}: {refused:?}");
    }
    assert!(portal.state.faults.list().is_empty());
}

#[tokio::test]
async fn other_sites_make_no_faults() {
    let portal = Portal::start().await;
    let body = json!({ "kind": "limit" }).to_string();
    let head = request(
        "POST",
        "/_sandbox/faults",
        &portal.address.to_string(),
        &body,
    );
    let from_elsewhere = head.replacen("\r\n", "\r\nOrigin: https://evil.example\r\n", 1);
    let wire = crate::support::talk(portal.connect().await, &from_elsewhere).await;
    assert_eq!(wire.status(), 403);
    let by_another_name = portal
        .send("POST", "/_sandbox/faults", "evil.example", &body)
        .await;
    assert_eq!(by_another_name.status(), 421);
    assert!(portal.state.faults.list().is_empty());
}

#[tokio::test]
async fn a_dropped_connection_leaves_others_alone() {
    let portal = Portal::failing(&["kind=drop-before,method=crm.lead.add"]).await;
    let mut socket = portal.connect().await;
    let host = portal.address.to_string();
    let first = request("GET", &portal.path("profile"), &host, "")
        .replace("Connection: close", "Connection: keep-alive");
    socket.write_all(first.as_bytes()).await.unwrap();
    let mut came = vec![0; 64 << 10];
    let read = socket.read(&mut came).await.unwrap();
    assert_eq!(Wire::new(&came[..read]).status(), 200);
    assert!(portal.add_lead("Tested").await.is_silent());
    // The connection from before is as good as it was, until a fault meets it, too.
    let second = request("POST", &portal.path("crm.lead.add"), &host, "{}");
    let wire = crate::support::talk(socket, &second).await;
    assert!(wire.is_silent(), "{wire:?}");
}

#[tokio::test]
async fn a_body_that_is_too_large_gets_a_sentence() {
    let portal = Portal::start().await;
    let mut socket = portal.connect().await;
    let size = (32 << 20) + 1;
    let path = portal.path("crm.lead.add");
    let head = request("POST", &path, &portal.address.to_string(), "")
        .replace("Content-Length: 0", &format!("Content-Length: {size}"));
    socket.write_all(head.as_bytes()).await.unwrap();
    // The portal may answer before all of it has come.
    let _ = socket.write_all(&vec![b' '; size]).await;
    let answer = crate::support::talk(socket, "").await;
    assert_eq!(answer.status(), 413);
    assert!(
        answer.text().contains("A request may weigh 32 MiB at most"),
        "{answer:?}"
    );
}
