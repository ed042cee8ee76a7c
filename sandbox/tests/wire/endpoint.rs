//! The endpoint: addresses, parsing, order of checks, headers, envelope, errors.

use axum::body::Body;
use axum::http::Request;
use sandbox::state::Settings;
use serde_json::json;

use crate::support::{ADMIN, Portal, assert_booked, coded, crm};

// The wire examples, byte for byte; only the figures of `time` differ from run to run.

#[tokio::test]
async fn s13_linking_answers_true_then_false() {
    let portal = Portal::new();
    let link = || json!({ "id": 5, "fields": { "CONTACT_ID": 7 } });
    let first = portal.call("crm.lead.contact.add", link()).await;
    assert_eq!(first.timeless(), r#"{"result":true,"time":{}}"#);
    let again = portal.call("crm.lead.contact.add", link()).await;
    assert_eq!(again.timeless(), r#"{"result":false,"time":{}}"#);
    let items = portal
        .get(&format!(
            "{}crm.lead.contact.items.get?id=5",
            portal.webhook(ADMIN)
        ))
        .await;
    let expected =
        r#"{"result":[{"CONTACT_ID":7,"SORT":10,"ROLE_ID":0,"IS_PRIMARY":"Y"}],"time":{}}"#;
    assert_eq!((items.status, items.timeless().as_str()), (200, expected));
}

#[tokio::test]
async fn s13_failures() {
    let portal = Portal::new();
    let webhook = portal.webhook(ADMIN);
    let cases = [
        (
            format!("{webhook}crm.lead.get?id=999999"),
            400,
            r#"{"error":"","error_description":"Not found"}"#,
        ),
        (
            format!("{webhook}crm.lead.nope"),
            404,
            r#"{"error":"ERROR_METHOD_NOT_FOUND","error_description":"Method not found!"}"#,
        ),
        (
            "/rest/crm.lead.get?id=1".to_owned(),
            401,
            r#"{"error":"NO_AUTH_FOUND","error_description":"Wrong authorization data"}"#,
        ),
    ];
    for (path, status, body) in cases {
        let reply = portal.get(&path).await;
        assert_eq!(
            (reply.status, reply.text.as_str()),
            (status, body),
            "{path}"
        );
    }
}

#[tokio::test]
async fn s1_5_time_has_the_portals_keys_and_types() {
    let portal = Portal::new();
    let since = std::time::Instant::now();
    let body = portal.call("server.time", json!({})).await.json();
    let time = body["time"].as_object().unwrap();
    let keys: Vec<&str> = time.keys().map(String::as_str).collect();
    let expected = [
        "start",
        "finish",
        "duration",
        "processing",
        "date_start",
        "date_finish",
        "operating_reset_at",
        "operating",
    ];
    assert_eq!(keys, expected);
    let start = time["start"].as_i64().unwrap();
    assert_eq!(time["operating_reset_at"], json!(start + 600));
    assert_booked(time["operating"].as_f64().unwrap(), 0.0, since);
    assert!(
        time["date_start"].as_str().unwrap().ends_with("+03:00"),
        "{time:?}"
    );
    let sum = time["finish"].as_f64().unwrap() - time["start"].as_f64().unwrap();
    assert!(
        (sum - time["duration"].as_f64().unwrap()).abs() < 1e-3,
        "{time:?}"
    );
}

#[tokio::test]
async fn s1_5_texts_are_escaped_as_the_portal_escapes_them() {
    let portal = Portal::new();
    let title = r#"<b>"O'Neil" & Söhne/Co"#;
    let id = portal.add("lead", json!({ "TITLE": title })).await;
    let reply = portal
        .call(
            "crm.lead.list",
            json!({ "filter": { "ID": id }, "select": ["TITLE"] }),
        )
        .await;
    let expected = r#""TITLE":"\u003Cb\u003E\u0022O\u0027Neil\u0022 \u0026 Söhne\/Co""#;
    assert!(reply.text.contains(expected), "{}", reply.text);
    assert_eq!(reply.result()[0]["TITLE"], json!(title));
}

#[tokio::test]
async fn s1_4_headers_let_every_site_read() {
    let portal = Portal::new();
    let good = portal.call("profile", json!({})).await;
    let bad = portal.get("/rest/nothing.of.this").await;
    for reply in [good, bad] {
        assert_eq!(reply.header("access-control-allow-origin"), "*");
        assert_eq!(
            reply.header("access-control-allow-headers"),
            "origin, content-type, accept"
        );
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        assert_eq!(
            reply.header("content-type"),
            "application/json; charset=utf-8"
        );
    }
}

#[tokio::test]
async fn s1_4_a_browser_may_ask_beforehand() {
    let portal = Portal::new();
    let ask = Request::options("/rest/crm.lead.add")
        .body(Body::empty())
        .unwrap();
    let reply = portal.send(ask).await;
    assert_eq!((reply.status, reply.text.as_str()), (200, ""));
    assert_eq!(
        reply.header("access-control-allow-headers"),
        "origin, content-type, accept"
    );
}

#[tokio::test]
async fn s1_1_forms_of_the_address() {
    let portal = Portal::new();
    let webhook = portal.webhook(ADMIN);
    let forms = [
        format!("{webhook}profile"),
        format!("{webhook}profile/"),
        format!("{webhook}profile.json"),
        format!("{webhook}PROFILE.json/"),
        webhook.replace("/rest/", "/rest//") + "profile",
        format!(
            "/rest/profile?aplogin=1&ap={}",
            webhook.split('/').nth(3).unwrap()
        ),
    ];
    for form in forms {
        assert_eq!(portal.get(&form).await.result()["ID"], json!("1"), "{form}");
    }
}

#[tokio::test]
async fn s1_6_xml_on_request() {
    let portal = Portal::new();
    let path = format!(
        "{}crm.lead.list.xml?select[]=ID&filter[@ID][]=1&filter[@ID][]=2",
        portal.webhook(ADMIN)
    );
    let reply = portal.get(&path).await;
    assert_eq!(reply.header("content-type"), "text/xml; charset=utf-8");
    let expected = "<response><result><item><ID>1</ID></item><item><ID>2</ID></item></result><total>2</total><time>";
    assert!(reply.text.starts_with(expected), "{}", reply.text);
}

#[tokio::test]
async fn s1_2_bodies_are_read_as_php_reads_them() {
    let portal = Portal::new();
    let path = format!(
        "{}crm.lead.list?select[]=ID&filter[ID]=1",
        portal.webhook(ADMIN)
    );
    let form = "application/x-www-form-urlencoded";
    let multipart = "multipart/form-data; boundary=X";
    let part = "--X\r\nContent-Disposition: form-data; name=\"filter[ID]\"\r\n\r\n2\r\n--X--\r\n";
    let cases = [
        (form, "filter%5BID%5D=2", 2),
        ("application/json", r#"{"filter":{"ID":2}}"#, 2),
        ("application/vnd.x+json", r#"{"filter":{"ID":"2"}}"#, 2),
        // What is no JSON counts as nothing, so the query remains.
        ("application/json", "{filter", 1),
        ("application/json", "7", 1),
        ("text/plain", "filter[ID]=2", 2),
        (multipart, part, 2),
    ];
    for (content_type, body, expected) in cases {
        let reply = portal.post(&path, content_type, body).await;
        assert_eq!(
            reply.timeless(),
            format!(r#"{{"result":[{{"ID":"{expected}"}}],"total":1,"time":{{}}}}"#),
            "{body}"
        );
    }
}

#[tokio::test]
async fn s1_2_names_of_parameters_are_taken_in_five_spellings() {
    let portal = Portal::new();
    for name in ["filter", "FILTER", "Filter", "arFilter"] {
        let reply = portal
            .call(
                "crm.lead.list",
                json!({ name: { "ID": 3 }, "select": ["ID"] }),
            )
            .await;
        assert_eq!(reply.result(), json!([{ "ID": "3" }]), "{name}");
    }
    for id in [json!({ "ID": 3 }), json!({ "id": "3abc" })] {
        assert_eq!(
            portal.call("crm.lead.get", id).await.result()["ID"],
            json!("3")
        );
    }
    let nothing = portal.call("crm.lead.get", json!({ "Id": 3 })).await;
    assert_eq!(nothing.error(), crm("ID is not defined or invalid."));
}

#[tokio::test]
async fn s1_3_the_method_is_looked_for_before_the_caller() {
    let portal = Portal::new();
    let missing = portal.get("/rest/crm.lead.foo?auth=wrong").await;
    assert_eq!(
        missing.error(),
        coded(404, "ERROR_METHOD_NOT_FOUND", "Method not found!")
    );
    let scope_first = portal
        .get(&format!("{}placement.bind", portal.webhook(ADMIN)))
        .await;
    assert_eq!(scope_first.error().1, "WRONG_AUTH_TYPE");
}

#[tokio::test]
async fn s1_6_who_calls() {
    let portal = Portal::new();
    let cases = [
        (
            "/rest/1/wrong/profile",
            401,
            "INVALID_CREDENTIALS",
            "Invalid request credentials",
        ),
        (
            "/rest/profile",
            401,
            "NO_AUTH_FOUND",
            "Wrong authorization data",
        ),
        (
            "/rest/profile?auth=wrong",
            401,
            "invalid_token",
            "Unable to get application by token",
        ),
        (
            "/rest/profile?access_token=wrong",
            401,
            "invalid_token",
            "Unable to get application by token",
        ),
        (
            "/rest/profile?auth[]=wrong",
            401,
            "NO_AUTH_FOUND",
            "Wrong authorization data",
        ),
    ];
    for (path, status, code, text) in cases {
        assert_eq!(
            portal.get(path).await.error(),
            coded(status, code, text),
            "{path}"
        );
    }
}

#[tokio::test]
async fn s1_6_tokens_expire() {
    let portal = Portal::new();
    assert_eq!(
        portal.as_app("profile", json!({})).await.result()["ID"],
        json!("1")
    );
    let expired = portal
        .post("/_sandbox/tokens/expire", "application/json", "")
        .await;
    assert_eq!(expired.json(), json!({ "expired": 1 }));
    let late = portal.as_app("profile", json!({})).await;
    assert_eq!(
        late.error(),
        coded(
            401,
            "expired_token",
            "The access token provided has expired."
        )
    );
}

#[tokio::test]
async fn s1_6_scopes() {
    let portal = Portal::new();
    let narrow = |db: &rusqlite::Connection| db.execute("UPDATE webhooks SET scopes = 'user'", []);
    portal.state.store.write(narrow).unwrap();
    let narrow = |db: &rusqlite::Connection| db.execute("UPDATE apps SET scopes = 'user'", []);
    portal.state.store.write(narrow).unwrap();
    let webhook = "The request requires higher privileges than provided by the webhook token";
    let token = "The request requires higher privileges than provided by the access token";
    let by_webhook = portal.call("crm.lead.list", json!({})).await;
    assert_eq!(
        by_webhook.error(),
        coded(401, "insufficient_scope", webhook)
    );
    let by_token = portal.as_app("crm.lead.list", json!({})).await;
    assert_eq!(by_token.error(), coded(401, "insufficient_scope", token));
    assert_eq!(
        portal.call("scope", json!({})).await.result(),
        json!(["user"])
    );
}

#[tokio::test]
async fn s1_6_users_who_left() {
    let portal = Portal::new();
    let leave = |db: &rusqlite::Connection| db.execute("UPDATE users SET active = 0", []);
    portal.state.store.write(leave).unwrap();
    let expected = coded(401, "authorization_error", "Unable to authorize user");
    assert_eq!(portal.call("profile", json!({})).await.error(), expected);
    assert_eq!(portal.as_app("profile", json!({})).await.error(), expected);
}

#[tokio::test]
async fn what_the_sandbox_lacks_is_refused_by_name() {
    let portal = Portal::new();
    for method in ["crm.deal.list", "tasks.task.add"] {
        let reply = portal.call(method, json!({})).await;
        let text = format!("The sandbox does not implement {method}.");
        assert_eq!(reply.error(), coded(501, "SANDBOX_NOT_IMPLEMENTED", &text));
    }
}

#[tokio::test]
async fn other_sites_cannot_use_the_sandboxes_own_addresses() {
    let portal = Portal::new();
    for (header, value) in [
        ("origin", "http://elsewhere.example"),
        ("sec-fetch-site", "cross-site"),
    ] {
        let request = Request::post("/_sandbox/tokens/expire")
            .header("host", "127.0.0.1:8124")
            .header(header, value)
            .body(Body::empty())
            .unwrap();
        assert_eq!(portal.send(request).await.status, 403, "{header}: {value}");
    }
}

#[tokio::test]
async fn other_names_of_this_machine_are_refused() {
    let portal = Portal::new();
    for (host, expected) in [
        ("127.0.0.1:8124", 200),
        ("localhost:8124", 200),
        ("evil.example:8124", 421),
    ] {
        let request = Request::get("/")
            .header("host", host)
            .body(Body::empty())
            .unwrap();
        assert_eq!(portal.send(request).await.status, expected, "{host}");
    }
}

#[tokio::test]
async fn tokens_live_as_long_as_asked() {
    let portal = Portal::with(Settings {
        token_life: 0,
        ..Settings::default()
    });
    assert_eq!(
        portal.as_app("profile", json!({})).await.error().1,
        "expired_token"
    );
}

#[tokio::test]
async fn rest_3_is_refused_by_name() {
    let portal = Portal::new();
    let reply = portal.get("/rest/api/1/secret/note.get").await;
    assert_eq!(
        reply.error(),
        coded(
            501,
            "SANDBOX_NOT_IMPLEMENTED",
            "The sandbox does not implement REST 3.0."
        )
    );
}

#[tokio::test]
async fn a_failed_call_leaves_nothing_behind() {
    let portal = Portal::new();
    let total = async || portal.call("crm.lead.list", json!({})).await.json()["total"].clone();
    let before = total().await;
    let twice = json!([{ "VALUE": "a", "XML_ID": "x" }, { "VALUE": "b", "XML_ID": "x" }]);
    let fields = json!({ "USER_TYPE_ID": "enumeration", "FIELD_NAME": "E", "LIST": twice });
    let refused = portal
        .call("crm.lead.userfield.add", json!({ "fields": fields }))
        .await;
    assert_eq!(refused.status, 400);
    let fields = portal.call("crm.lead.userfield.list", json!({})).await;
    assert_eq!(fields.result(), json!([]));
    assert_eq!(total().await, before);
}

#[tokio::test]
async fn s3_1_users_without_rights_in_the_crm() {
    let portal = Portal::new();
    let webhook = portal.webhook(3);
    for method in [
        "crm.lead.add",
        "crm.lead.list",
        "crm.lead.get?id=1",
        "crm.contact.userfield.list",
        "crm.status.list",
    ] {
        let reply = portal.get(&format!("{webhook}{method}")).await;
        assert_eq!(reply.error(), crm("Access denied."), "{method}");
    }
}
