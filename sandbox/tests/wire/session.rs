//! Calls with the session of the portal's own pages.

use axum::body::Body;
use axum::http::Request;
use serde_json::json;

use crate::browser::Browser;
use crate::support::{ADMIN, Portal, Reply, SELLER, coded};

#[tokio::test]
async fn s10_a_page_makes_its_visitor_the_administrator() {
    let portal = Portal::new();
    let mut browser = Browser::new(&portal);
    assert_eq!(browser.get("/_sandbox/session").await.json(), json!(null));
    browser.get("/").await;
    let sessid = browser.sessid().await;
    assert_eq!(sessid.len(), 32);
    let profile = browser.call("profile", &format!("sessid={sessid}")).await;
    assert_eq!(profile.result()["ID"], json!("1"));
    // The cookie stays, and so does the sessid.
    browser.get("/crm/lead/").await;
    assert_eq!(browser.sessid().await, sessid);
}

#[tokio::test]
async fn s10_whoever_logs_in_calls_as_that_user() {
    let portal = Portal::new();
    let mut browser = Browser::new(&portal);
    let reply = browser.get("/_sandbox/login?user=2&back=/crm/lead/").await;
    assert_eq!(
        (reply.status, reply.header("location")),
        (303, "/crm/lead/")
    );
    let sessid = browser.sessid().await;
    let profile = browser.call("profile", &format!("sessid={sessid}")).await;
    assert_eq!(profile.result()["ID"], json!("2"));
    for nobody in ["77", "somebody"] {
        let reply = browser.get(&format!("/_sandbox/login?user={nobody}")).await;
        let question = format!("There is no user {nobody} who may log in. Who are you?");
        assert_eq!(reply.status, 404);
        assert!(reply.text.contains(&question), "{}", reply.text);
    }
    let asked = browser.get("/_sandbox/login?back=/crm/contact/").await;
    assert_eq!(asked.status, 200);
    let choice = "href=\"/_sandbox/login?user=1&amp;back=%2Fcrm%2Fcontact%2F\"";
    assert!(asked.text.contains(choice), "{}", asked.text);
    browser.get("/_sandbox/logout").await;
    let gone = browser.call("profile", &format!("sessid={sessid}")).await;
    assert_eq!(gone.error().1, "access_denied");
}

#[tokio::test]
async fn s10_nobody_is_logged_in() {
    let portal = Portal::new();
    let reply = Browser::new(&portal).call("profile", "sessid=0123").await;
    assert_eq!(
        reply.error(),
        coded(401, "access_denied", "User not authorized")
    );
    let body = reply.json();
    assert_eq!(body["extended_error"], json!("user_not_authorized"));
    assert_eq!(body["sessid"].as_str().unwrap().len(), 32);
}

#[tokio::test]
async fn s10_a_wrong_sessid_gets_the_right_one() {
    let portal = Portal::new();
    let mut browser = Browser::new(&portal);
    browser.get("/").await;
    let reply = browser.call("profile", "sessid=0123").await;
    assert_eq!(
        reply.error(),
        coded(401, "session_failed", "Sessid check failed")
    );
    let fresh = reply.json()["sessid"].as_str().unwrap().to_owned();
    let again = browser.call("profile", &format!("sessid={fresh}")).await;
    assert_eq!(again.result()["ID"], json!("1"));
    let header = Request::get("/rest/profile")
        .header("x-bitrix-csrf-token", &fresh)
        .body(Body::empty())
        .unwrap();
    assert_eq!(browser.send(header).await.result()["ID"], json!("1"));
}

#[tokio::test]
async fn s10_a_bot_has_no_session() {
    let portal = Portal::new();
    let mut browser = Browser::new(&portal);
    browser.get("/").await;
    assert!(portal.state.conditions.set("USER_TYPE", true));
    let sessid = browser.sessid().await;
    let reply = browser.call("profile", &format!("sessid={sessid}")).await;
    let text = "Access denied for this type of user";
    assert_eq!(reply.error(), coded(401, "access_denied", text));
    assert_eq!(reply.json()["type"], json!("bot"));
    // Who calls from outside is no visitor.
    portal.call("profile", json!({})).await.result();
}

#[tokio::test]
async fn s10_the_pages_own_library_knows_the_sessid() {
    let portal = Portal::new();
    let mut browser = Browser::new(&portal);
    browser.get("/").await;
    let sessid = browser.sessid().await;
    let script = browser.get("/_sandbox/bx.js").await;
    assert_eq!(
        script.header("content-type"),
        "text/javascript; charset=utf-8"
    );
    assert!(
        script
            .text
            .contains(&format!("bitrix_sessid: \"{sessid}\""))
    );
    let elsewhere = Request::get("/_sandbox/bx.js")
        .header("sec-fetch-site", "cross-site")
        .body(Body::empty())
        .unwrap();
    assert_eq!(browser.send(elsewhere).await.status, 403);
}

#[tokio::test]
async fn s10_a_session_holds_every_scope_and_is_no_app() {
    let portal = Portal::new();
    let mut browser = Browser::new(&portal);
    browser.get("/").await;
    let sessid = browser.sessid().await;
    let form = format!("sessid={sessid}&start=50&select[]=ID");
    let leads = browser.call("crm.lead.list", &form).await;
    assert_eq!(leads.status, 200, "{}", leads.text);
    let sessid = format!("sessid={sessid}");
    for (method, code) in [
        ("event.get", "WRONG_AUTH_TYPE"),
        ("placement.get", "WRONG_AUTH_TYPE"),
        ("app.option.get", "ACCESS_DENIED"),
        ("app.info", "ACCESS_DENIED"),
    ] {
        let (status, error, _) = browser.call(method, &sessid).await.error();
        assert_eq!((status, error.as_str()), (403, code), "{method}");
    }
}

#[tokio::test]
async fn s10_nobody_counts_the_time_of_a_session() {
    let portal = Portal::new();
    let mut browser = Browser::new(&portal);
    browser.get("/").await;
    let sessid = browser.sessid().await;
    let reply = browser.call("profile", &format!("sessid={sessid}")).await;
    let keys: Vec<String> = reply.json()["time"]
        .as_object()
        .unwrap()
        .keys()
        .cloned()
        .collect();
    assert!(
        !keys.iter().any(|key| key.starts_with("operating")),
        "{keys:?}"
    );
    let form = format!("sessid={sessid}&halt=0&cmd[a]=profile");
    let batch = browser.call("batch", &form).await.result();
    assert_eq!(batch["result"]["a"]["ID"], json!("1"));
    assert_eq!(batch["result_time"]["a"].get("operating"), None);
}

#[tokio::test]
async fn s8_a_browser_of_another_user_logs_out_first() {
    let portal = Portal::new();
    let mut browser = Browser::new(&portal);
    browser.get("/_sandbox/login?user=2").await;
    let profile = format!("{}profile", portal.webhook(ADMIN));
    let token = format!("/rest/profile?auth={}", portal.new_token(ADMIN));
    for path in [profile, token] {
        let (status, code, text) = browser.get(&path).await.error();
        assert_eq!((status, code.as_str()), (401, "authorization_error"));
        assert!(text.contains("log out first"), "{text}");
    }
    let own = format!("{}profile", portal.webhook(SELLER));
    assert_eq!(browser.get(&own).await.result()["ID"], json!("2"));
}

#[tokio::test]
async fn s10_a_user_who_left_has_no_session() {
    let portal = Portal::new();
    let mut browser = Browser::new(&portal);
    browser.get("/_sandbox/login?user=2").await;
    let sessid = browser.sessid().await;
    let leave = |db: &rusqlite::Connection| db.execute("UPDATE users SET active = 0", []);
    portal.state.store.write(leave).unwrap();
    let reply = browser.call("profile", &format!("sessid={sessid}")).await;
    assert_eq!(reply.error().1, "access_denied");
    assert_eq!(browser.get("/_sandbox/login?user=2").await.status, 404);
}

/// Asks for tokens of a user: the status, and what was said.
async fn issue(portal: &Portal, user: i64) -> Reply {
    let body = json!({ "user": user }).to_string();
    let path = "/_sandbox/tokens";
    portal.post(path, "application/json", body).await
}

#[tokio::test]
async fn tokens_are_for_users_there_are() {
    let portal = Portal::new();
    let pair = issue(&portal, SELLER).await.json();
    let access = pair["access_token"].as_str().unwrap();
    let profile = portal.with_token(access, "profile", json!({})).await;
    assert_eq!(profile.result()["ID"], json!("2"));
    let nobody = issue(&portal, 77).await;
    assert_eq!(
        (nobody.status, nobody.text.as_str()),
        (404, "there is no user 77")
    );
}

#[tokio::test]
async fn tokens_are_for_apps_that_call() {
    let portal = Portal::new();
    let turned = |db: &rusqlite::Connection| {
        db.execute("UPDATE apps SET client_id = 'hook.' || client_id", [])
    };
    portal.state.store.write(turned).unwrap();
    let nobody = issue(&portal, ADMIN).await;
    assert_eq!(
        (nobody.status, nobody.text.as_str()),
        (404, "no app is installed: start the sandbox with --app")
    );
    let form = "title=Second&scope=crm&handler=http%3A%2F%2F127.0.0.1%3A7%2Fsecond.html";
    let form_type = "application/x-www-form-urlencoded";
    let installed = portal.post("/_sandbox/apps/new/", form_type, form).await;
    assert_eq!(installed.status, 303);
    let pair = issue(&portal, ADMIN).await.json();
    let access = pair["access_token"].as_str().unwrap();
    let info = portal.with_token(access, "app.info", json!({})).await;
    assert_eq!(info.result()["ID"], json!("2"));
}

#[tokio::test]
async fn tokens_for_a_page_are_its_visitors() {
    let portal = Portal::new();
    let mut browser = Browser::new(&portal);
    browser.get("/_sandbox/login?user=2").await;
    let request = Request::post("/_sandbox/tokens").body(Body::empty());
    let pair = browser.send(request.unwrap()).await.json();
    let access = pair["access_token"].as_str().unwrap();
    let profile = browser.get(&format!("/rest/profile?auth={access}")).await;
    assert_eq!(profile.result()["ID"], json!("2"));
}
