//! Where the documentation and the portal's code disagree (§14): what the sandbox does, row by row.
//! What filters do about it is in `filters`.

use std::fmt::Write as _;

use sandbox::limits::Plan;
use sandbox::state::Settings;
use serde_json::{Value, json};

use crate::support::{ADMIN, Portal, crm};

#[tokio::test]
async fn s14_filters_do_as_the_code_does() {
    let portal = Portal::new();
    let fields = json!({ "TITLE": "Oak", "PHONE": [{ "VALUE": "+7 999" }], "EMAIL": [{ "VALUE": "a@b.example" }] });
    let lead = portal.add("lead", fields).await;
    for (filter, total) in [
        (json!({ "ID": lead, "!%TITLE": "oak" }), 1),
        (json!({ "ID": lead, "!=%TITLE": "oak" }), 1),
        (json!({ "ID": lead, "!%TITLE": "pine" }), 0),
        (json!({ "ID": lead, "PHONE": "+7 9" }), 1),
        (json!({ "ID": lead, "EMAIL": "a@b" }), 1),
        // With an operator there is no condition at all.
        (json!({ "ID": lead, "=PHONE": "0" }), 1),
    ] {
        let params = json!({ "filter": filter });
        let found = portal.call("crm.lead.list", params.clone()).await.json();
        assert_eq!(found["total"], json!(total), "{params}");
    }
}

#[tokio::test]
async fn s14_an_update_of_nothing_names_the_kind() {
    let portal = Portal::new();
    for (kind, text) in [
        ("lead", "Lead is not found"),
        ("contact", "Contact is not found"),
    ] {
        let params = json!({ "id": 999_999, "fields": { "NAME": "A" } });
        let reply = portal.call(&format!("crm.{kind}.update"), params).await;
        assert_eq!(reply.error(), crm(text));
    }
}

#[tokio::test]
async fn s14_errors_of_links_have_no_code() {
    let portal = Portal::new();
    for family in ["crm.lead.contact", "crm.contact.company"] {
        for params in [
            json!({}),
            json!({ "id": 1, "fields": {} }),
            json!({ "id": 999_999, "fields": { "CONTACT_ID": 1, "COMPANY_ID": 1 } }),
        ] {
            let reply = portal.call(&format!("{family}.add"), params.clone()).await;
            let (status, code, _) = reply.error();
            assert_eq!((status, code.as_str()), (400, ""), "{family} {params}");
        }
    }
}

#[tokio::test]
async fn s14_who_may_not_call_gets_401() {
    let portal = Portal::new();
    let wrong = portal.get("/rest/1/wrong/crm.lead.list").await;
    let narrow = |db: &rusqlite::Connection| db.execute("UPDATE webhooks SET scopes = 'user'", []);
    portal.state.store.write(narrow).unwrap();
    let narrow = portal.call("crm.lead.list", json!({})).await;
    for (reply, code) in [
        (wrong, "INVALID_CREDENTIALS"),
        (narrow, "insufficient_scope"),
    ] {
        assert_eq!((reply.status, reply.error().1.as_str()), (401, code));
    }
}

#[tokio::test]
async fn s14_nothing_is_required() {
    let portal = Portal::new();
    let field = json!({ "USER_TYPE_ID": "string", "FIELD_NAME": "MUST", "MANDATORY": "Y" });
    let params = json!({ "fields": field });
    portal
        .call("crm.contact.userfield.add", params)
        .await
        .result();
    let fields = portal.call("crm.contact.fields", json!({})).await.result();
    for name in ["NAME", "UF_CRM_MUST"] {
        assert_eq!(fields[name]["isRequired"], json!(true), "{name}");
    }
    assert!(portal.add("contact", json!({})).await > 0);
}

#[tokio::test]
async fn s14_past_the_end_there_is_the_first_page() {
    let portal = Portal::new();
    let mut commands = json!({});
    for at in 0..50 {
        let name = format!("{at}");
        commands[name] = json!("crm.lead.add?fields[UTM_TERM]=end");
    }
    portal
        .call("batch", json!({ "cmd": commands }))
        .await
        .result();
    portal.add("lead", json!({ "UTM_TERM": "end" })).await;
    let page = async |start: i64| {
        let params = json!({ "filter": { "UTM_TERM": "end" }, "select": ["ID"], "start": start });
        let mut body = portal.call("crm.lead.list", params).await.json();
        body.as_object_mut().unwrap().remove("time");
        body
    };
    assert_eq!(page(50).await["result"].as_array().unwrap().len(), 1);
    for start in [100, 5000] {
        assert_eq!(page(start).await, page(0).await, "{start}");
    }
    assert_eq!(page(100).await["next"], json!(50));
}

#[tokio::test]
async fn s14_a_double_has_the_precision_that_was_sent() {
    let portal = Portal::new();
    for (name, settings, expected) in [
        ("NONE", json!({}), json!(0)),
        ("TWO", json!({ "PRECISION": 2 }), json!(2)),
    ] {
        let fields = json!({ "USER_TYPE_ID": "double", "FIELD_NAME": name, "SETTINGS": settings });
        let added = portal.call("crm.lead.userfield.add", json!({ "fields": fields }));
        let id = added.await.result();
        let get = portal.call("crm.lead.userfield.get", json!({ "id": id }));
        let precision = &get.await.result()["SETTINGS"]["PRECISION"];
        assert_eq!(*precision, expected, "{name}");
    }
}

#[tokio::test]
async fn s14_the_operating_limit_is_480_seconds_or_what_one_asks_for() {
    for (limit, expected) in [(None, 480.0), (Some(420.0), 420.0)] {
        let mut settings = Settings::default();
        if let Some(limit) = limit {
            settings.operating_limit = limit;
        }
        let portal = Portal::with(settings);
        let shown = portal.get("/_sandbox/limits").await.json();
        assert_eq!(shown["operating_limit"], json!(expected));
        let webhook = portal.webhook(ADMIN);
        let payer = format!("webhook {}", webhook.split('/').nth(3).unwrap());
        let now = portal.state.clock.seconds();
        let spend = |seconds: f64| {
            let operating = &portal.state.limits.operating;
            operating.spend(&payer, "profile", seconds, now);
        };
        spend(expected);
        assert_eq!(portal.call("profile", json!({})).await.status, 200);
        spend(1.0);
        assert_eq!(portal.call("profile", json!({})).await.status, 429);
    }
}

#[tokio::test]
async fn s14_an_unbinding_counts_for_two() {
    let portal = Portal::new();
    let place = json!({ "PLACEMENT": "CRM_LEAD_DETAIL_TAB" });
    let gone = portal.as_app("placement.unbind", place).await.result();
    assert_eq!(gone, json!({ "count": 2 }));
}

#[tokio::test]
async fn s14_time_starts_in_whole_seconds() {
    let portal = Portal::new();
    let time = portal.call("profile", json!({})).await.json()["time"].clone();
    for name in ["start", "processing"] {
        assert!(time[name].is_i64(), "{name}: {time}");
    }
    let numbers = ["finish", "duration"].map(|name| time[name].as_f64());
    assert!(numbers.iter().all(Option::is_some), "{time}");
    let mut dates = String::new();
    for name in ["date_start", "date_finish"] {
        write!(dates, "{}", time[name].as_str().unwrap()).unwrap();
    }
    assert!(!dates.contains('.'), "{time}");
}

#[tokio::test]
async fn s14_http_is_refused_with_400_when_asked_to() {
    let https = |secure: bool| {
        let portal = Portal::with(Settings {
            plan: Plan::None,
            secure,
            ..Settings::default()
        });
        assert!(portal.state.conditions.set("INVALID_REQUEST", true));
        portal
    };
    let plain = https(false).call("profile", json!({})).await;
    assert_eq!(
        (plain.status, plain.error().1.as_str()),
        (400, "INVALID_REQUEST")
    );
    let secure: Value = https(true).call("profile", json!({})).await.result();
    assert_eq!(secure["ID"], json!("1"));
}
