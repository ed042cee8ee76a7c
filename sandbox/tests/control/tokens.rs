//! Faults of tokens, and of the page around an embedded app.

use sandbox::host;
use sandbox::store::{apps, placements};
use serde_json::{Value, json};

use crate::support::{Portal, Wire};

/// Asks the authorization server for a new pair.
async fn refresh(portal: &Portal, refresh: &str) -> Wire {
    let (client_id, secret) = portal
        .state
        .store
        .read(|db| {
            let app = apps::all(db)?.remove(0);
            Ok((app.client_id.clone(), apps::secret(db, app.id)?))
        })
        .unwrap();
    let body = json!({
        "grant_type": "refresh_token",
        "client_id": client_id,
        "client_secret": secret,
        "refresh_token": refresh,
    });
    portal.post("/oauth/token/", &body).await
}

#[tokio::test]
async fn an_expired_token_stays_expired_until_it_is_refreshed() {
    let portal = Portal::failing(&["kind=expired-token,count=1"]).await;
    let (access, renewal) = portal.tokens();
    // A webhook has no token that could expire, so it does not use the fault up.
    assert_eq!(portal.call("profile", json!({})).await.status(), 200);
    for _ in 0..2 {
        let refused = portal.as_app(&access, "profile").await;
        assert_eq!(refused.error(), (401, "expired_token".into()));
    }
    let renewed = refresh(&portal, &renewal).await.json();
    let access = renewed["access_token"].as_str().unwrap();
    assert_eq!(portal.as_app(access, "profile").await.status(), 200);
}

#[tokio::test]
async fn a_revoked_token_cannot_be_refreshed() {
    let portal = Portal::failing(&["kind=revoked-token,count=1"]).await;
    let (access, renewal) = portal.tokens();
    let (other, _) = portal.tokens();
    for _ in 0..2 {
        let refused = portal.as_app(&access, "profile").await;
        assert_eq!(refused.error(), (401, "invalid_token".into()));
    }
    assert_eq!(
        refresh(&portal, &renewal).await.error(),
        (400, "invalid_grant".into())
    );
    assert_eq!(portal.as_app(&other, "profile").await.status(), 200);
}

#[tokio::test]
async fn a_failed_refresh_uses_nothing_up() {
    let portal = Portal::failing(&["kind=refresh-fails,count=1"]).await;
    let (_, renewal) = portal.tokens();
    assert_eq!(
        refresh(&portal, &renewal).await.error(),
        (400, "invalid_grant".into())
    );
    assert_eq!(refresh(&portal, &renewal).await.status(), 200);
}

/// Opens the app's frame; its sid.
fn open_frame(portal: &Portal) -> String {
    let binding = portal
        .state
        .store
        .read(|db| {
            let app = apps::all(db)?.remove(0);
            Ok(placements::of_app(db, app.id)?.remove(0))
        })
        .unwrap();
    let viewer = host::Viewer {
        user: 1,
        host: "127.0.0.1:8124",
    };
    let frame = host::open_frame(&portal.state, &binding, &json!({}), viewer);
    frame.unwrap().unwrap().sid
}

#[tokio::test]
async fn the_page_denies_its_app_new_tokens() {
    let portal = Portal::failing(&["kind=refresh-fails,count=1"]).await;
    let sid = json!({ "sid": open_frame(&portal) });
    let denied = portal.post("/_sandbox/frame/refresh", &sid).await;
    assert_eq!(denied.status(), 503);
    let granted = portal.post("/_sandbox/frame/refresh", &sid).await;
    assert!(granted.json()["AUTH_ID"].is_string());
}

#[tokio::test]
async fn the_page_is_silent_for_the_commands_of_the_rule() {
    let portal = Portal::failing(&["kind=silent-parent,method=refreshAuth,count=1"]).await;
    let sid = open_frame(&portal);
    let mut seen = Vec::new();
    for command in ["getInitData", "refreshAuth", "refreshAuth"] {
        let path = format!("/_sandbox/frame/silence?sid={sid}&command={command}");
        seen.push(portal.get(&path).await.json());
    }
    let silent = |silent: bool| -> Value { json!({ "silent": silent }) };
    assert_eq!(seen, [silent(false), silent(true), silent(false)]);
}
