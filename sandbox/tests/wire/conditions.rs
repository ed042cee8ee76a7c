//! Troubles of the whole portal, and the order in which the checks of a call fail.

use rusqlite::Connection;
use serde_json::json;

use crate::support::{ADMIN, Portal, Reply};

fn set(portal: &Portal, code: &str, holds: bool) {
    assert!(portal.state.conditions.set(code, holds), "{code}");
}

fn change(portal: &Portal, sql: &str) {
    let change = |db: &Connection| db.execute(sql, []);
    portal.state.store.write(change).unwrap();
}

async fn call(portal: &Portal, by_token: bool) -> Reply {
    let params = json!({ "id": 1 });
    if by_token {
        portal.as_app("crm.lead.get", params).await
    } else {
        portal.call("crm.lead.get", params).await
    }
}

/// Every reason a call by token could fail for, and which one is told, as they go away one by one.
#[tokio::test]
async fn s8_the_first_failing_check_of_a_token_is_told() {
    let portal = Portal::new();
    let conditions = [
        "PORTAL_DELETED",
        "CONNECTION_ERROR",
        "ERROR_OAUTH",
        "PAYMENT_REQUIRED",
        "OVERLOAD_LIMIT",
        "ACCESS_DENIED",
        "APPLICATION_NOT_FOUND",
    ];
    for code in conditions {
        set(&portal, code, true);
    }
    set(&portal, "user_access_error", true);
    change(&portal, "UPDATE tokens SET expires = 0");
    change(&portal, "UPDATE apps SET scopes = 'user'");
    change(&portal, "UPDATE users SET active = 0");
    for code in conditions {
        assert_eq!(call(&portal, true).await.error().1, code);
        set(&portal, code, false);
    }
    let mut told = Vec::new();
    for repair in [
        "UPDATE tokens SET expires = 99999999999",
        "UPDATE apps SET scopes = 'crm'",
        "UPDATE users SET active = 1",
    ] {
        told.push(call(&portal, true).await.error().1);
        change(&portal, repair);
    }
    told.push(call(&portal, true).await.error().1);
    assert_eq!(
        told,
        [
            "expired_token",
            "insufficient_scope",
            "authorization_error",
            "user_access_error"
        ]
    );
    set(&portal, "user_access_error", false);
    assert_eq!(call(&portal, true).await.status, 200);
}

#[tokio::test]
async fn s8_the_first_failing_check_of_a_webhook_is_told() {
    let portal = Portal::new();
    for code in ["INVALID_REQUEST", "OVERLOAD_LIMIT", "ACCESS_DENIED"] {
        set(&portal, code, true);
    }
    change(&portal, "UPDATE webhooks SET scopes = 'user'");
    change(&portal, "UPDATE users SET active = 0");
    // The method comes before everything.
    let missing = portal.call("crm.lead.nope", json!({})).await;
    assert_eq!(missing.error().1, "ERROR_METHOD_NOT_FOUND");
    let wrong = portal.get("/rest/1/wrong/crm.lead.get?id=1").await;
    assert_eq!(wrong.error().1, "INVALID_REQUEST");
    set(&portal, "INVALID_REQUEST", false);
    let wrong = portal.get("/rest/1/wrong/crm.lead.get?id=1").await;
    assert_eq!(wrong.error().1, "INVALID_CREDENTIALS");
    assert_eq!(call(&portal, false).await.error().1, "insufficient_scope");
    change(&portal, "UPDATE webhooks SET scopes = 'crm'");
    assert_eq!(call(&portal, false).await.error().1, "OVERLOAD_LIMIT");
    set(&portal, "OVERLOAD_LIMIT", false);
    assert_eq!(call(&portal, false).await.error().1, "ACCESS_DENIED");
    set(&portal, "ACCESS_DENIED", false);
    assert_eq!(call(&portal, false).await.error().1, "authorization_error");
}

#[tokio::test]
async fn conditions_are_set_by_address() {
    let portal = Portal::new();
    let path = "/_sandbox/conditions";
    let shown = portal.get(path).await.json();
    assert_eq!(shown["OVERLOAD_LIMIT"], json!(false));
    let body = json!({ "OVERLOAD_LIMIT": true }).to_string();
    let set = portal.post(path, "application/json", body).await.json();
    assert_eq!(set["OVERLOAD_LIMIT"], json!(true));
    let call = portal
        .get(&format!("{}profile", portal.webhook(ADMIN)))
        .await;
    assert_eq!(call.error().1, "OVERLOAD_LIMIT");
    for (body, said) in [
        (
            r#"{"NOPE":true}"#,
            "there is no condition NOPE; there are PORTAL_DELETED",
        ),
        (
            r#"{"OVERLOAD_LIMIT":1}"#,
            "OVERLOAD_LIMIT is 1, expected true or false",
        ),
    ] {
        let refused = portal.post(path, "application/json", body).await;
        assert_eq!(refused.status, 400);
        assert!(refused.text.contains(said), "{}", refused.text);
    }
}
