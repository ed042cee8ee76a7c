//! What needs no scope, which methods there are, and what time costs nothing (§7, §8, §11).

use sandbox::state::Settings;
use serde_json::{Value, json};

use crate::support::{Portal, assert_booked, coded};

#[tokio::test]
async fn s8_some_methods_need_no_scope() {
    let portal = Portal::new();
    let none = |db: &rusqlite::Connection| db.execute("UPDATE webhooks SET scopes = ''", []);
    portal.state.store.write(none).unwrap();
    for method in [
        "batch",
        "profile",
        "server.time",
        "methods",
        "method.get",
        "scope",
        "app.info",
    ] {
        assert_eq!(portal.call(method, json!({})).await.status, 200, "{method}");
    }
    assert_eq!(portal.call("scope", json!({})).await.result(), json!([]));
    let crm = portal.call("crm.lead.fields", json!({})).await;
    assert_eq!(crm.error().1, "insufficient_scope");
}

#[tokio::test]
async fn s8_a_webhook_never_expires() {
    let portal = Portal::new();
    portal.state.clock.advance(86_400 * 365 * 3);
    assert_eq!(portal.call("profile", json!({})).await.status, 200);
    let late = portal.as_app("profile", json!({})).await;
    assert_eq!(late.error().1, "expired_token");
}

#[tokio::test]
async fn s11_all_scopes_are_listed_in_full() {
    let portal = Portal::new();
    let none = |db: &rusqlite::Connection| db.execute("UPDATE webhooks SET scopes = 'user'", []);
    portal.state.store.write(none).unwrap();
    let own = portal.call("scope", json!({})).await.result();
    let full = portal.call("scope", json!({ "full": 1 })).await.result();
    assert_eq!(own, json!(["user"]));
    for scope in ["crm", "placement", "user"] {
        assert!(full.as_array().unwrap().contains(&json!(scope)), "{full}");
    }
}

#[tokio::test]
async fn s11_the_server_says_what_time_it_is() {
    let portal = Portal::new();
    let time = portal.call("server.time", json!({})).await.result();
    let time = time.as_str().unwrap();
    let parsed = sandbox::php::date::parse_offset(&time[19..]);
    assert_eq!((time.len(), parsed), (25, Some(portal.state.settings.zone)));
    assert_eq!(&time[10..11], "T");
}

#[tokio::test]
async fn s11_methods_are_registered_one_by_one() {
    let portal = Portal::new();
    let mut families = Vec::new();
    for (kind, links) in [("lead", "contact"), ("contact", "company")] {
        let actions = ["fields", "add", "get", "list", "update", "delete"];
        families.extend(actions.map(|action| format!("crm.{kind}.{action}")));
        let actions = ["add", "get", "list", "update", "delete"];
        families.extend(actions.map(|action| format!("crm.{kind}.userfield.{action}")));
        let actions = ["get", "set", "reset", "forcecommonscopeforall"];
        families.extend(actions.map(|action| format!("crm.{kind}.details.configuration.{action}")));
        let actions = [
            "fields",
            "add",
            "delete",
            "items.get",
            "items.set",
            "items.delete",
        ];
        families.extend(actions.map(|action| format!("crm.{kind}.{links}.{action}")));
    }
    families.extend(["get", "set"].map(|action| format!("crm.lead.productrows.{action}")));
    families.sort();
    let listed = portal
        .call("methods", json!({ "scope": "crm" }))
        .await
        .result();
    let listed = listed.as_array().unwrap().iter();
    let mut listed: Vec<&str> = listed
        .filter_map(Value::as_str)
        .filter(|name| name.starts_with("crm.lead.") || name.starts_with("crm.contact."))
        .collect();
    listed.sort_unstable();
    assert_eq!(listed, families);
    // Everything else is no method, whoever asks.
    for name in [
        "crm.lead.productrows.add",
        "crm.contact.productrows.get",
        "crm.lead.merge",
    ] {
        let reply = portal.get(&format!("/rest/{name}")).await;
        let expected = coded(404, "ERROR_METHOD_NOT_FOUND", "Method not found!");
        assert_eq!(reply.error(), expected, "{name}");
    }
}

#[tokio::test]
async fn s7_fast_calls_cost_nothing() {
    let portal = Portal::with(Settings::default());
    let (since, first) = (std::time::Instant::now(), portal.state.clock.seconds());
    for _ in 0..5 {
        let time = portal.call("profile", json!({})).await.json()["time"].clone();
        assert_booked(time["operating"].as_f64().unwrap(), 0.0, since);
        let (start, reset_at) = (&time["start"], &time["operating_reset_at"]);
        let expected = first + 600..=start.as_i64().unwrap() + 600;
        assert!(expected.contains(&reset_at.as_i64().unwrap()), "{time}");
    }
}
