//! Who is told of an event, as whom, and how often (§6).

use axum::http::StatusCode;
use sandbox::store::{apps, hooks};
use serde_json::{Value, json};

use crate::listener::Listener;
use crate::support::{ADMIN, Portal, SELLER, coded};

/// Binds the address to added leads, for the user whose token it is.
async fn bind(portal: &Portal, user: i64, address: &str, more: Value) {
    let mut params = json!({ "event": "ONCRMLEADADD", "handler": address });
    let more = more.as_object().unwrap().clone();
    params.as_object_mut().unwrap().extend(more);
    let token = portal.new_token(user);
    let bound = portal.with_token(&token, "event.bind", params).await;
    assert_eq!(bound.result(), json!(true));
}

#[tokio::test]
async fn s6_a_letter_acts_for_whom_it_was_bound() {
    for (binder, more, told) in [
        (ADMIN, json!({}), "1"),
        (ADMIN, json!({ "auth_type": 0 }), "1"),
        (ADMIN, json!({ "AUTH_TYPE": SELLER }), "2"),
        // Who is no administrator hears as themselves.
        (SELLER, json!({}), "2"),
        (SELLER, json!({ "auth_type": SELLER }), "2"),
    ] {
        let portal = Portal::new();
        let mut listener = Listener::start().await;
        bind(&portal, binder, &listener.address, more.clone()).await;
        let token = portal.new_token(binder);
        let listed = portal.with_token(&token, "event.get", json!({})).await;
        let kept = if told == "2" { "2" } else { "0" };
        assert_eq!(listed.result()[0]["auth_type"], json!(kept), "{more}");
        portal.add("lead", json!({})).await;
        let auth = listener.next().await["auth"].clone();
        assert_eq!(auth["user_id"], json!(told), "{more}");
        let access = auth["access_token"].as_str().unwrap();
        let who = portal.with_token(access, "profile", json!({})).await;
        assert_eq!(who.result()["ID"], json!(told), "{more}");
    }
}

#[tokio::test]
async fn s6_a_failed_letter_is_not_sent_again() {
    let portal = Portal::new();
    let mut listener = Listener::answering(StatusCode::INTERNAL_SERVER_ERROR).await;
    bind(&portal, ADMIN, &listener.address, json!({})).await;
    for title in ["one", "two"] {
        let id = portal.add("lead", json!({ "TITLE": title })).await;
        // The next letter is about the next lead, so the one before came once.
        let letter = listener.next().await;
        assert_eq!(letter["data"]["FIELDS"]["ID"], json!(id.to_string()));
    }
    assert!(listener.has_none());
}

#[tokio::test]
async fn s6_nothing_is_sent_before_the_app_is_installed() {
    let portal = Portal::new();
    let mut listener = Listener::start().await;
    bind(&portal, ADMIN, &listener.address, json!({})).await;
    let installed = |done: bool| {
        let set = |db: &rusqlite::Connection| apps::set_installed(db, 1, done);
        portal.state.store.write(set).unwrap();
    };
    installed(false);
    portal.add("lead", json!({})).await;
    installed(true);
    let second = portal.add("lead", json!({})).await;
    let letter = listener.next().await;
    assert_eq!(letter["data"]["FIELDS"]["ID"], json!(second.to_string()));
}

#[tokio::test]
async fn s6_an_outgoing_webhook_gets_no_token() {
    let portal = Portal::new();
    let mut listener = Listener::start().await;
    let events = ["ONCRMLEADADD".to_owned()];
    let add = |db: &rusqlite::Connection| {
        let id = hooks::add_outgoing(db, &listener.address, &events)?;
        apps::get(db, id)
    };
    let hook = portal.state.store.write(add).unwrap().unwrap();
    portal.add("lead", json!({})).await;
    let letter = listener.next().await;
    let auth = letter["auth"].as_object().unwrap();
    let keys: Vec<&String> = auth.keys().collect();
    let expected = [
        "domain",
        "client_endpoint",
        "server_endpoint",
        "member_id",
        "application_token",
    ];
    assert_eq!(keys, expected);
    assert_eq!(auth["application_token"], json!(hook.application_token));
}

#[tokio::test]
async fn s8_the_application_token_never_changes() {
    let portal = Portal::new();
    let mut listener = Listener::start().await;
    bind(&portal, ADMIN, &listener.address, json!({})).await;
    let mut tokens = Vec::new();
    for _ in 0..2 {
        portal.add("lead", json!({})).await;
        let auth = listener.next().await["auth"].clone();
        tokens.push((
            auth["application_token"].clone(),
            auth["access_token"].clone(),
        ));
        portal.state.clock.advance(3600 * 24);
    }
    assert_eq!(tokens[0].0, tokens[1].0);
    assert_ne!(tokens[0].1, tokens[1].1);
}

/// A portal whose app queues changes of leads, with this many in the queue.
async fn queued(count: i64) -> Portal {
    let portal = Portal::new();
    let params = json!({ "event": "ONCRMLEADADD", "event_type": "offline" });
    portal.as_app("event.bind", params).await.result();
    for _ in 0..count {
        portal.add("lead", json!({})).await;
    }
    portal
}

#[tokio::test]
async fn s6_the_queue_is_listed_page_by_page() {
    let portal = queued(60).await;
    let page = async |start: i64| {
        let list = json!({ "start": start, "order": { "ID": "ASC" } });
        let body = portal.as_app("event.offline.list", list).await.json();
        let count = body["result"].as_array().unwrap().len();
        (count, body["total"].clone(), body.get("next").cloned())
    };
    assert_eq!(page(0).await, (50, json!(60), Some(json!(50))));
    assert_eq!(page(50).await, (10, json!(60), None));
    // What is fetched is 50 at most, unless more was asked for.
    let fetched = portal.as_app("event.offline.get", json!({})).await.result();
    assert_eq!(fetched["events"].as_array().unwrap().len(), 50);
}

#[tokio::test]
async fn s6_single_messages_are_cleared_by_their_own_ids() {
    let portal = queued(3).await;
    let reserve = json!({ "clear": 0 });
    let portion = portal.as_app("event.offline.get", reserve).await.result();
    let event = &portion["events"][1];
    assert_eq!(event["MESSAGE_ID"].as_str().unwrap().len(), 32);
    assert_eq!(event["EVENT_ADDITIONAL"], json!({ "user_id": "1" }));
    let one = json!({ "process_id": portion["process_id"], "message_id": [event["MESSAGE_ID"]] });
    portal.as_app("event.offline.clear", one).await.result();
    let left = portal.as_app("event.offline.list", json!({})).await.json();
    let rows = left["result"].as_array().unwrap().iter();
    let rows: Vec<&Value> = rows.map(|row| &row["MESSAGE_ID"]).collect();
    assert_eq!(
        rows,
        [
            &portion["events"][0]["MESSAGE_ID"],
            &portion["events"][2]["MESSAGE_ID"]
        ]
    );
    let short = json!({ "process_id": portion["process_id"], "message_id": ["short"] });
    let refused = portal.as_app("event.offline.clear", short).await;
    assert_eq!(
        (refused.status, refused.error().1.as_str()),
        (400, "ERROR_ARGUMENT")
    );
}

#[tokio::test]
async fn s6_failed_messages_are_fetched_when_asked_for() {
    let portal = queued(2).await;
    let portion = portal
        .as_app("event.offline.get", json!({ "clear": 0 }))
        .await;
    let portion = portion.result();
    let first = &portion["events"][0]["MESSAGE_ID"];
    let failed = json!({ "process_id": portion["process_id"], "message_id": [first] });
    portal.as_app("event.offline.error", failed).await.result();
    let again = portal
        .as_app("event.offline.get", json!({ "error": 1 }))
        .await;
    let again = again.result();
    assert_eq!(again["events"].as_array().unwrap().len(), 1);
    assert_eq!(again["events"][0]["MESSAGE_ID"], *first);
}

#[tokio::test]
async fn s6_names_of_events_stand_with_their_scope() {
    let portal = Portal::new();
    let crm = portal
        .as_app("events", json!({ "SCOPE": "crm" }))
        .await
        .result();
    for kind in ["LEAD", "CONTACT"] {
        for event in [
            "ADD",
            "UPDATE",
            "DELETE",
            "USERFIELDADD",
            "USERFIELDUPDATE",
            "USERFIELDDELETE",
            "USERFIELDSETENUMVALUES",
        ] {
            let name = json!(format!("ONCRM{kind}{event}"));
            assert!(crm.as_array().unwrap().contains(&name), "{name}");
        }
    }
    let narrow = |db: &rusqlite::Connection| db.execute("UPDATE apps SET scopes = 'user'", []);
    portal.state.store.write(narrow).unwrap();
    let params = json!({ "event": "ONCRMLEADADD", "handler": "http://127.0.0.1:9/h" });
    let refused = portal.as_app("event.bind", params).await;
    assert_eq!(
        refused.error(),
        coded(400, "ERROR_EVENT_NOT_FOUND", "Event not found")
    );
}
