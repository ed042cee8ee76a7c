//! What goes around a result, and what arrives before there is one.

use axum::body::Body;
use axum::http::{Method, Request};
use sandbox::rest::request::BODY_LIMIT;
use serde_json::json;

use crate::support::{ADMIN, Portal, crm};

#[tokio::test]
async fn s1_5_next_and_total_among_a_result_are_the_answers() {
    let portal = Portal::new();
    let options = json!({ "a": "1", "next": "50", "total": null });
    portal
        .as_app("app.option.set", json!({ "options": options }))
        .await;
    let body = portal.as_app("app.option.get", json!({})).await.json();
    assert_eq!(body["result"], json!({ "a": "1" }));
    assert_eq!((&body["next"], &body["total"]), (&json!(50), &json!(0)));
}

#[tokio::test]
async fn s1_5_a_result_that_looks_like_an_error_is_sent_as_it_is() {
    let portal = Portal::new();
    let options = json!({ "error": "E", "error_description": "D" });
    let set = json!({ "options": options });
    portal.as_app("app.option.set", set).await;
    let reply = portal.as_app("app.option.get", json!({})).await;
    assert_eq!(
        (reply.status, reply.text.as_str()),
        (200, r#"{"error":"E","error_description":"D"}"#)
    );
    let commands = json!({ "cmd": { "a": "app.option.get" } });
    let batch = portal.as_app("batch", commands).await.result();
    assert_eq!(batch["result_error"], json!({ "a": options }));
}

#[tokio::test]
async fn s1_4_the_cloud_says_who_called_and_what_it_took() {
    let portal = Portal::new();
    let by_app = portal.as_app("profile", json!({})).await;
    let info = portal.as_app("app.info", json!({})).await.result();
    assert_eq!(
        json!(by_app.header("x-bitrix-rest-application")),
        info["CODE"]
    );
    let by_webhook = portal.call("profile", json!({})).await;
    assert_eq!(by_webhook.header("x-bitrix-rest-application"), "");
    for reply in [by_app, by_webhook] {
        for name in ["time", "user-time", "system-time"] {
            let value = reply.header(&format!("x-bitrix-rest-{name}"));
            let (_, decimals) = value.split_once('.').unwrap();
            assert_eq!(decimals.len(), 10, "{name}: {value}");
            assert!(value.parse::<f64>().unwrap() < 60.0, "{name}: {value}");
        }
    }
}

#[tokio::test]
async fn s1_2_what_other_verbs_carry_is_not_read() {
    let portal = Portal::new();
    let path = format!("{}crm.lead.get.json", portal.webhook(ADMIN));
    for verb in [Method::PUT, Method::DELETE, Method::PATCH, Method::GET] {
        let request = |path: &str, body: &'static str| {
            Request::builder()
                .method(verb.clone())
                .uri(path)
                .header("content-type", "application/json")
                .body(Body::from(body))
                .unwrap()
        };
        let by_body = portal.send(request(&path, r#"{"id":5}"#)).await;
        assert_eq!(
            by_body.error(),
            crm("ID is not defined or invalid."),
            "{verb}"
        );
        let by_query = portal.send(request(&format!("{path}?id=5"), "")).await;
        assert_eq!(by_query.result()["ID"], json!("5"), "{verb}");
    }
}

#[tokio::test]
async fn s1_2_head_is_answered_like_get_without_a_body() {
    let portal = Portal::new();
    let path = format!("{}profile.json", portal.webhook(ADMIN));
    let reply = portal
        .send(Request::head(&path).body(Body::empty()).unwrap())
        .await;
    assert_eq!((reply.status, reply.text.as_str()), (200, ""));
    assert_eq!(
        reply.header("content-type"),
        "application/json; charset=utf-8"
    );
}

#[tokio::test]
async fn a_body_that_is_too_large_never_reaches_the_portal() {
    let portal = Portal::new();
    let path = format!("{}crm.lead.add", portal.webhook(ADMIN));
    let total = async || portal.call("crm.lead.list", json!({})).await.json()["total"].clone();
    let before = total().await;
    let large = "x".repeat(BODY_LIMIT + 1);
    let part =
        format!("--X\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n{large}\r\n--X--\r\n");
    for (content_type, body) in [
        ("application/json", large.clone()),
        ("application/x-www-form-urlencoded", format!("a={large}")),
        ("multipart/form-data; boundary=X", part),
    ] {
        let reply = portal.post(&path, content_type, body).await;
        assert_eq!(reply.status, 413, "{content_type}");
        assert!(reply.text.starts_with("<html>"), "{content_type}");
    }
    assert_eq!(total().await, before);
}

#[tokio::test]
async fn s1_6_errors_as_xml() {
    let portal = Portal::new();
    let reply = portal.get("/rest/profile.xml").await;
    let expected = "<response><error>NO_AUTH_FOUND</error>\
                    <error_description>Wrong authorization data</error_description></response>";
    assert_eq!((reply.status, reply.text.as_str()), (401, expected));
    assert_eq!(reply.header("content-type"), "text/xml; charset=utf-8");
}

#[tokio::test]
async fn s1_5_the_portals_clock_is_in_every_answer() {
    let portal = Portal::new();
    portal.state.clock.advance(86_400 * 365);
    let start = portal.call("profile", json!({})).await.json()["time"]["start"].clone();
    let ahead = start.as_i64().unwrap() - machine_time();
    assert!((86_400 * 364..86_400 * 366).contains(&ahead), "{ahead}");
}

fn machine_time() -> i64 {
    let since = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap();
    i64::try_from(since.as_secs()).unwrap()
}
