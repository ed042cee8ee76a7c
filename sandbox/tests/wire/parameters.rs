//! Addresses, parameters and credentials as the portal's PHP takes them (§1.1 to §1.3).

use axum::body::Body;
use axum::http::Request;
use sandbox::state::Settings;
use serde_json::{Value, json};

use crate::support::{ADMIN, Portal, Reply, SELLER};

const FORM: &str = "application/x-www-form-urlencoded";

/// Sends a form to the app's options, and reads back what the portal made of them.
async fn options(portal: &Portal, form: &str) -> Value {
    let path = format!("/rest/app.option.set?auth={}", portal.new_token(ADMIN));
    let set = portal.post(&path, FORM, form.to_owned()).await;
    assert_eq!(set.result(), json!(true), "{form}");
    portal.as_app("app.option.get", json!({})).await.result()
}

#[tokio::test]
async fn s1_1_only_two_endings_are_cut_off() {
    let portal = Portal::new();
    let webhook = portal.webhook(ADMIN);
    for (name, status) in [
        ("profile.json", 200),
        ("profile.xml", 200),
        ("profile.JSON", 404),
        ("profile.Xml", 404),
        ("profile.txt", 404),
        ("profile.json.json", 404),
    ] {
        let reply = portal.get(&format!("{webhook}{name}")).await;
        assert_eq!(reply.status, status, "{name}");
    }
}

#[tokio::test]
async fn s1_1_the_address_stands_above_the_query() {
    let portal = Portal::new();
    let path = format!("{}profile?aplogin=2&ap=wrong", portal.webhook(ADMIN));
    assert_eq!(portal.get(&path).await.result()["ID"], json!("1"));
}

#[tokio::test]
async fn s1_1_http_is_as_good_as_https_until_somebody_asks() {
    let portal = Portal::new();
    assert_eq!(portal.call("profile", json!({})).await.status, 200);
    portal.state.conditions.set("INVALID_REQUEST", true);
    assert_eq!(portal.call("profile", json!({})).await.status, 400);
    // It is about webhooks only.
    assert_eq!(portal.as_app("profile", json!({})).await.status, 200);
}

#[tokio::test]
async fn s1_2_a_body_replaces_whole_parameters() {
    let portal = Portal::new();
    let query = "filter[ID]=1&filter[TITLE]=nothing&select[]=ID&start=0";
    let path = format!("{}crm.lead.list?{query}", portal.webhook(ADMIN));
    for (content_type, body) in [
        (FORM, "filter[ID]=2"),
        ("application/json", r#"{"filter":{"ID":2}}"#),
    ] {
        let reply = portal.post(&path, content_type, body).await;
        assert_eq!(reply.result(), json!([{ "ID": "2" }]), "{body}");
    }
}

#[tokio::test]
async fn s1_2_names_make_arrays() {
    let portal = Portal::new();
    for (form, expected) in [
        ("options[a]=1&options[a]=2", json!({ "a": "2" })),
        (
            "options[a][]=x&options[a][5]=y&options[a][]=z",
            json!({ "a": { "0": "x", "5": "y", "6": "z" } }),
        ),
        ("options[a][]=x&options[a][]=y", json!({ "a": ["x", "y"] })),
        (
            "options[a][b][c]=1+2%20%2B3",
            json!({ "a": { "b": { "c": "1 2 +3" } } }),
        ),
        ("options[a]=", json!({ "a": "" })),
        ("options[a b.c]=1", json!({ "a b.c": "1" })),
    ] {
        let portal_options = options(&portal, form).await;
        let found: Value = expected
            .as_object()
            .unwrap()
            .keys()
            .map(|name| (name.clone(), portal_options[name].clone()))
            .collect::<serde_json::Map<_, _>>()
            .into();
        assert_eq!(found, expected, "{form}");
    }
}

#[tokio::test]
async fn s1_2_names_of_parameters_are_cleaned() {
    let portal = Portal::new();
    for name in [
        "process_id",
        "process.id",
        "process+id",
        "process[id",
        "+process_id",
    ] {
        let path = format!(
            "/rest/event.offline.get?auth={}&{name}=mine",
            portal.new_token(ADMIN)
        );
        let got = portal.get(&path).await.result();
        assert_eq!(got["process_id"], json!("mine"), "{name}");
    }
}

#[tokio::test]
async fn s1_2_a_form_has_a_thousand_variables() {
    let portal = Portal::new();
    let form: Vec<String> = (0..1010).map(|at| format!("options[a][]={at}")).collect();
    let kept = options(&portal, &form.join("&")).await;
    let count = kept["a"].as_array().unwrap().len();
    assert_eq!(count, 1000);
}

#[tokio::test]
async fn s1_2_a_variable_is_64_arrays_deep() {
    let portal = Portal::new();
    let deep = |levels: usize| format!("options[a]=1&options[b]{}=x", "[c]".repeat(levels - 1));
    assert!(options(&portal, &deep(64)).await["b"].is_object());
    let other = Portal::new();
    assert!(options(&other, &deep(65)).await["b"].is_null());
}

#[tokio::test]
async fn s1_2_forms_hold_texts_and_json_holds_types() {
    let portal = Portal::new();
    let form = options(&portal, "options[n]=1&options[b]=true").await;
    assert_eq!(form, json!({ "n": "1", "b": "true" }));
    let typed = json!({ "n": 1, "b": true, "z": null, "f": 1.5 });
    let params = json!({ "options": typed });
    portal.as_app("app.option.set", params).await.result();
    let kept = portal.as_app("app.option.get", json!({})).await.result();
    assert_eq!(kept, typed);
}

#[tokio::test]
async fn s1_2_true_and_false_are_phps() {
    let portal = Portal::new();
    let fields = json!({ "TITLE": true, "NAME": false, "OPENED": false });
    let id = portal.add("lead", fields).await;
    let lead = portal.record("lead", id).await;
    assert_eq!(
        [&lead["TITLE"], &lead["NAME"], &lead["OPENED"]],
        ["1", "", "N"]
    );
}

#[tokio::test]
async fn s1_2_null_is_as_good_as_nothing() {
    let portal = Portal::new();
    let params = json!({ "filter": null, "FILTER": { "ID": 3 }, "select": null, "Select": ["ID"] });
    let reply = portal.call("crm.lead.list", params).await;
    assert_eq!(reply.result(), json!([{ "ID": "3" }]));
}

#[tokio::test]
async fn s1_2_start_is_cast_to_a_number() {
    let portal = Portal::new();
    let contacts: Vec<String> = (0..50)
        .map(|at| format!("crm.contact.add?fields[NAME]={at}"))
        .collect();
    let added = portal.call("batch", json!({ "cmd": contacts })).await;
    assert_eq!(added.result()["result_error"], json!([]));
    let first = async |start: Value| {
        let params = json!({ "start": start, "select": ["ID"], "order": { "ID": "ASC" } });
        let body = portal.call("crm.contact.list", params).await.json();
        body["result"][0]["ID"].clone()
    };
    let second_page = first(json!(50)).await;
    assert_ne!(first(json!(0)).await, second_page);
    for start in [json!("50"), json!("50abc"), json!(50.9), json!("5e1")] {
        assert_eq!(first(start.clone()).await, second_page, "{start}");
    }
    for start in [json!("abc"), json!(""), json!(null), json!(false)] {
        assert_ne!(first(start.clone()).await, second_page, "{start}");
    }
}

#[tokio::test]
async fn s1_2_the_first_credentials_count() {
    let portal = Portal::new();
    let (admin, seller) = (portal.new_token(ADMIN), portal.new_token(SELLER));
    let (_, session) = portal.state.sessions.start(ADMIN);
    let secret = portal.webhook(ADMIN).split('/').nth(3).unwrap().to_owned();
    // From the last place that is looked at to the first; each beats all before it.
    let webhook = format!("aplogin=1&ap={secret}");
    let sessid = format!("sessid={}", session.sessid);
    let cases = [
        (vec![webhook.clone()], None, Ok("1")),
        (
            vec![webhook.clone(), sessid.clone()],
            None,
            Err("access_denied"),
        ),
        (
            vec![
                webhook.clone(),
                sessid.clone(),
                format!("access_token={seller}"),
            ],
            None,
            Ok("2"),
        ),
        (
            vec![
                webhook.clone(),
                format!("access_token={seller}"),
                format!("auth={admin}"),
            ],
            None,
            Ok("1"),
        ),
        (
            vec![
                webhook.clone(),
                "auth=wrong".into(),
                format!("access_token={seller}"),
            ],
            None,
            Err("invalid_token"),
        ),
        (
            vec![webhook, sessid, "auth=wrong".into()],
            Some(format!("Bearer {seller}")),
            Ok("2"),
        ),
    ];
    for (query, bearer, expected) in cases {
        let path = format!("/rest/profile?{}", query.join("&"));
        let mut request = Request::get(&path);
        if let Some(bearer) = bearer {
            request = request.header("authorization", bearer);
        }
        let reply = portal.send(request.body(Body::empty()).unwrap()).await;
        assert_outcome(&reply, expected, &path);
    }
}

#[tokio::test]
async fn s1_2_a_cookie_is_no_credential() {
    let portal = Portal::new();
    let (cookie, _) = portal.state.sessions.start(1);
    let request = Request::get("/rest/crm.lead.get?id=1")
        .header("cookie", format!("PHPSESSID_8124={cookie}"))
        .body(Body::empty())
        .unwrap();
    assert_eq!(portal.send(request).await.error().1, "NO_AUTH_FOUND");
}

/// Whose profile was answered, or what the error was.
fn assert_outcome(reply: &Reply, expected: Result<&str, &str>, about: &str) {
    let body = reply.json();
    let found = match expected {
        Ok(_) => &body["result"]["ID"],
        Err(_) => &body["error"],
    };
    assert_eq!(
        *found,
        json!(expected.unwrap_or_else(|code| code)),
        "{about}"
    );
}

#[tokio::test]
async fn s1_3_checks_come_in_their_order() {
    // With a plan, for without one nobody is held up.
    let portal = Portal::with(Settings::default());
    let secret = portal.webhook(ADMIN).split('/').nth(3).unwrap().to_owned();
    let (payer, now) = (format!("webhook {secret}"), portal.state.clock.seconds());
    let operating = &portal.state.limits.operating;
    operating.spend(&payer, "crm.lead.get", 481.0, now);
    let narrow = |db: &rusqlite::Connection| db.execute("UPDATE webhooks SET scopes = 'user'", []);
    portal.state.store.write(narrow).unwrap();
    portal.state.conditions.set("PORTAL_DELETED", true);
    let by_nobody = async |method: &str| portal.get(&format!("/rest/{method}")).await.error().1;
    let told = async || {
        portal
            .call("crm.lead.get", json!({ "id": 0 }))
            .await
            .error()
            .1
    };
    // The portal, then the method, then the caller, the scope, the time, and the method's own.
    assert_eq!(by_nobody("crm.lead.nope").await, "PORTAL_DELETED");
    portal.state.conditions.set("PORTAL_DELETED", false);
    assert_eq!(by_nobody("crm.lead.nope").await, "ERROR_METHOD_NOT_FOUND");
    assert_eq!(by_nobody("crm.lead.get").await, "NO_AUTH_FOUND");
    assert_eq!(told().await, "insufficient_scope");
    let widen = |db: &rusqlite::Connection| db.execute("UPDATE webhooks SET scopes = 'crm'", []);
    portal.state.store.write(widen).unwrap();
    assert_eq!(told().await, "OPERATION_TIME_LIMIT");
    portal.state.clock.advance(601);
    assert_eq!(told().await, "");
}
