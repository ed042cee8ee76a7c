//! The portal's time, and what follows it.

use serde_json::json;

use crate::support::Portal;

#[tokio::test]
async fn time_moves_forth_and_back() {
    let portal = Portal::start().await;
    let set = json!({ "set": "2030-01-02T03:05:00+00:00" });
    let moved = portal.post("/_sandbox/clock", &set).await.json();
    assert!(
        moved["now"]
            .as_str()
            .unwrap()
            .starts_with("2030-01-02T06:0"),
        "{moved}"
    );
    let told = portal.call("server.time", json!({})).await.json();
    assert!(
        told["result"]
            .as_str()
            .unwrap()
            .starts_with("2030-01-02T06:0"),
        "{told}"
    );
    let moved = portal
        .post("/_sandbox/clock", &json!({ "advance": -86_400 }))
        .await
        .json();
    assert!(
        moved["now"]
            .as_str()
            .unwrap()
            .starts_with("2030-01-01T06:0"),
        "{moved}"
    );
    let moved = portal
        .post("/_sandbox/clock", &json!({ "reset": true }))
        .await
        .json();
    assert_eq!(moved["ahead"], 0);
    assert_eq!(portal.get("/_sandbox/clock").await.json()["ahead"], 0);
}

#[tokio::test]
async fn tokens_expire_when_time_moves() {
    let portal = Portal::start().await;
    let (access, _) = portal.tokens();
    assert_eq!(portal.as_app(&access, "profile").await.status(), 200);
    portal
        .post("/_sandbox/clock", &json!({ "advance": 3600 }))
        .await;
    let refused = portal.as_app(&access, "profile").await;
    assert_eq!(refused.error(), (401, "expired_token".into()));
}

#[tokio::test]
async fn a_full_bucket_leaks_when_time_moves() {
    let portal = Portal::start().await;
    // More than fit and more than leak in between: the portal answers as fast as it can.
    let mut refused = 0;
    while refused == 0 {
        let status = portal.call("profile", json!({})).await.status();
        refused += u32::from(status == 503);
    }
    portal
        .post("/_sandbox/clock", &json!({ "advance": 60 }))
        .await;
    assert_eq!(portal.call("profile", json!({})).await.status(), 200);
}

#[tokio::test]
async fn a_moment_that_is_none_gets_a_sentence() {
    let portal = Portal::start().await;
    let years = "the portal's time stays between the years 1971 and 9998";
    let cases = [
        (json!({}), "expected {\"advance\": seconds}"),
        (
            json!({ "advance": "an hour" }),
            "expected {\"advance\": seconds}",
        ),
        (
            json!({ "advance": 1, "reset": true }),
            "expected {\"advance\": seconds}",
        ),
        (json!({ "set": "soon" }), "\"soon\" is no moment"),
        (json!({ "advance": i64::MAX }), years),
        (json!({ "advance": i64::MIN }), years),
        (json!({ "advance": 253_402_300_800_i64 }), years),
    ];
    for (change, sentence) in cases {
        let refused = portal.post("/_sandbox/clock", &change).await;
        assert_eq!(refused.status(), 400, "{change}");
        assert!(
            refused.text().starts_with(sentence),
            "{change}: {refused:?}"
        );
    }
    assert_eq!(portal.state.clock.ahead(), 0);
}
