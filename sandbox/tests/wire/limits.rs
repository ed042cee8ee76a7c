//! Limits: requests in a while, and operating time.

use std::time::Instant;

use axum::body::Body;
use axum::http::Request;
use sandbox::limits::{Plan, Sharing};
use sandbox::state::Settings;
use serde_json::{Value, json};

use crate::support::{ADMIN, Portal, Reply, SELLER, assert_booked, coded};

fn on(plan: Plan) -> Portal {
    Portal::with(Settings {
        plan,
        ..Settings::default()
    })
}

/// The statuses of so many calls, one after another.
async fn calls(portal: &Portal, count: usize) -> Vec<u16> {
    let mut statuses = Vec::new();
    for _ in 0..count {
        statuses.push(portal.call("scope", json!({})).await.status);
    }
    statuses
}

fn refused(statuses: &[u16]) -> usize {
    statuses.iter().filter(|status| **status == 503).count()
}

fn assert_limited(reply: &Reply) {
    assert_eq!(
        reply.text,
        r#"{"error":"QUERY_LIMIT_EXCEEDED","error_description":"Too many requests"}"#
    );
    assert_eq!(reply.status, 503);
}

#[tokio::test]
async fn s7_fifty_requests_at_once_and_two_a_second() {
    let portal = on(Plan::Standard);
    assert_eq!(refused(&calls(&portal, 50).await), 0);
    assert_limited(&one_too_many(async || portal.call("scope", json!({})).await).await);
    portal.state.clock.advance(5);
    let later = calls(&portal, 10).await;
    assert_eq!(refused(&later), 0, "{later:?}");
    portal.state.clock.advance(3600);
    assert_eq!(refused(&calls(&portal, 50).await), 0);
}

/// Calls until one is refused: the bucket leaks meanwhile, so nobody knows which one it is.
async fn one_too_many(call: impl AsyncFn() -> Reply) -> Reply {
    for _ in 0..1000 {
        let reply = call().await;
        if reply.status != 200 && reply.status != 404 {
            return reply;
        }
    }
    panic!("a thousand requests at once were not too many");
}

#[tokio::test]
async fn s7_other_plans() {
    let large = on(Plan::Enterprise);
    assert_eq!(refused(&calls(&large, 250).await), 0);
    assert_limited(&one_too_many(async || large.call("scope", json!({})).await).await);
    let none = on(Plan::None);
    assert_eq!(refused(&calls(&none, 300).await), 0);
}

#[tokio::test]
async fn s7_each_caller_has_a_bucket() {
    let portal = on(Plan::Standard);
    one_too_many(async || portal.call("scope", json!({})).await).await;
    for _ in 0..50 {
        for reply in [
            portal.as_seller("scope", json!({})).await,
            portal.as_app("scope", json!({})).await,
        ] {
            assert_eq!(reply.status, 200);
        }
    }
}

#[tokio::test]
async fn s7_a_new_token_is_no_new_bucket() {
    let portal = on(Plan::Standard);
    let limited = one_too_many(async || {
        let token = portal.new_token(ADMIN);
        portal.with_token(&token, "scope", json!({})).await
    });
    assert_limited(&limited.await);
}

#[tokio::test]
async fn s7_a_bucket_by_address() {
    let portal = Portal::with(Settings {
        sharing: Sharing::Address,
        ..Settings::default()
    });
    // Each alone would be refused only after fifty.
    let mut calls = 0;
    while portal.call("scope", json!({})).await.status == 200 {
        calls += 1;
        for _ in 0..9 {
            portal.as_seller("scope", json!({})).await;
        }
    }
    assert!((5..50).contains(&calls), "{calls} of a tenth");
}

#[tokio::test]
async fn s1_3_the_bucket_is_before_everything_else() {
    let portal = on(Plan::Standard);
    assert_limited(&one_too_many(async || portal.get("/rest/no.such.method").await).await);
}

#[tokio::test]
async fn s7_a_batch_is_one_request() {
    let portal = on(Plan::Standard);
    let commands: Vec<&str> = vec!["scope"; 50];
    for _ in 0..10 {
        let reply = portal.call("batch", json!({ "cmd": commands })).await;
        assert_eq!(reply.result()["result_error"], json!([]));
    }
}

#[tokio::test]
async fn s10_sessions_have_a_bucket_too() {
    let portal = on(Plan::Standard);
    let (cookie, session) = portal.state.sessions.start(SELLER);
    let path = format!("/rest/scope.json?sessid={}", session.sessid);
    let call = async || {
        let request = Request::get(&path).header("cookie", format!("PHPSESSID_8124={cookie}"));
        portal.send(request.body(Body::empty()).unwrap()).await
    };
    assert_eq!(call().await.status, 200);
    assert_limited(&one_too_many(call).await);
}

/// Books operating time for the administrator's webhook.
fn spend(portal: &Portal, method: &'static str, seconds: f64) -> i64 {
    let webhook = portal.webhook(ADMIN);
    let payer = format!("webhook {}", webhook.split('/').nth(3).unwrap());
    let now = portal.state.clock.seconds();
    let operating = &portal.state.limits.operating;
    operating.spend(&payer, method, seconds, now);
    now
}

fn figures(reply: &Reply) -> (f64, i64) {
    let time = &reply.json()["time"];
    (
        time["operating"].as_f64().unwrap(),
        time["operating_reset_at"].as_i64().unwrap(),
    )
}

const BLOCKED: (u16, &str, &str) = (
    429,
    "OPERATION_TIME_LIMIT",
    "Method is blocked due to operation time limit.",
);

#[tokio::test]
async fn s7_operating_time_is_shown_and_limited() {
    let portal = Portal::with(Settings::default());
    let booked = spend(&portal, "crm.lead.list", 479.5);
    let since = Instant::now();
    let (operating, reset_at) = figures(&portal.call("crm.lead.list", json!({})).await);
    assert_booked(operating, 479.5, since);
    assert_eq!(reset_at, booked + 600);
    // The limit itself may be reached, not passed.
    let list = async || portal.call("crm.contact.list", json!({})).await;
    spend(&portal, "crm.contact.list", 480.0);
    assert_eq!(list().await.status, 200);
    spend(&portal, "crm.contact.list", 0.2);
    let (status, code, text) = BLOCKED;
    let blocked = list().await;
    assert_eq!(blocked.error(), coded(status, code, text));
    // Others are not affected: neither methods nor callers.
    assert_eq!(
        portal.call("crm.lead.get", json!({ "id": 1 })).await.status,
        200
    );
    for reply in [
        portal.as_seller("crm.contact.list", json!({})).await,
        portal.as_app("crm.contact.list", json!({})).await,
    ] {
        assert_eq!(reply.status, 200);
    }
    portal.state.clock.advance(601);
    let (since, before) = (Instant::now(), portal.state.clock.seconds());
    let (operating, reset_at) = figures(&list().await);
    let after = portal.state.clock.seconds();
    assert_booked(operating, 0.0, since);
    assert!(
        (before + 600..=after + 600).contains(&reset_at),
        "{reset_at}"
    );
}

#[tokio::test]
async fn s7_commands_of_a_batch_are_limited_one_by_one() {
    let portal = Portal::with(Settings::default());
    spend(&portal, "crm.lead.list", 481.0);
    let commands = json!({ "list": "crm.lead.list", "get": "crm.lead.get?id=1" });
    let since = Instant::now();
    let reply = portal.call("batch", json!({ "cmd": commands })).await;
    let result = reply.result();
    let errors: &Value = &result["result_error"];
    assert_eq!(errors["list"]["error"], json!(BLOCKED.1));
    assert_eq!(result["result"]["get"]["ID"], json!("1"));
    let operating = &result["result_time"]["get"]["operating"];
    assert_booked(operating.as_f64().unwrap(), 0.0, since);
    assert_eq!(reply.json()["time"]["operating"], json!(0));
}

#[tokio::test]
async fn s1_3_operating_time_comes_after_the_caller() {
    let portal = Portal::with(Settings::default());
    spend(&portal, "crm.lead.list", 481.0);
    let mut told = Vec::new();
    for overloaded in [true, false] {
        portal.state.conditions.set("OVERLOAD_LIMIT", overloaded);
        told.push(portal.call("crm.lead.list", json!({})).await.error().1);
    }
    assert_eq!(told, ["OVERLOAD_LIMIT", BLOCKED.1]);
}

#[tokio::test]
async fn s7_without_a_plan_nothing_is_refused() {
    let portal = on(Plan::None);
    spend(&portal, "crm.lead.list", 10_000.0);
    let since = Instant::now();
    let reply = portal.call("crm.lead.list", json!({})).await;
    assert_eq!(reply.status, 200);
    assert_booked(figures(&reply).0, 10_000.0, since);
}

#[tokio::test]
async fn limits_are_shown_and_taken_back_by_address() {
    let portal = on(Plan::Standard);
    assert_eq!(
        portal.get("/_sandbox/limits").await.json()["buckets"],
        json!([])
    );
    spend(&portal, "crm.lead.list", 481.0);
    one_too_many(async || portal.call("scope", json!({})).await).await;
    let shown = portal.get("/_sandbox/limits").await.json();
    assert_eq!(
        (&shown["plan"], &shown["operating_limit"]),
        (&json!("standard"), &json!(480.0))
    );
    let bucket = &shown["buckets"][0];
    assert_eq!(
        (&bucket["capacity"], &bucket["leak"]),
        (&json!(50.0), &json!(2.0))
    );
    assert!(bucket["level"].as_f64().unwrap() > 10.0, "{shown}");
    let secret = portal.webhook(ADMIN).split('/').nth(3).unwrap().to_owned();
    assert_eq!(
        bucket["source"],
        json!(format!("webhook 1/{}…", &secret[..4]))
    );
    let reset = Request::delete("/_sandbox/limits")
        .body(Body::empty())
        .unwrap();
    assert_eq!(portal.send(reset).await.status, 204);
    assert_eq!(portal.call("crm.lead.list", json!({})).await.status, 200);
}
