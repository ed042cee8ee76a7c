//! What an app is told about itself (§6).

use serde_json::{Map, Value, json};

use crate::listener::Listener;
use crate::support::{Portal, Reply};

const FORM: &str = "application/x-www-form-urlencoded";
const PAGE: &str = "http://127.0.0.1:7/second.html";

/// What every letter's `auth` holds when nothing can be called with it.
const WITHOUT_TOKENS: [&str; 5] = [
    "domain",
    "client_endpoint",
    "server_endpoint",
    "member_id",
    "application_token",
];

/// Installs a second app, with more fields of the form.
async fn install(portal: &Portal, more: &[(&str, &str)]) -> Reply {
    let fields = [("title", "Second"), ("scope", "crm"), ("handler", PAGE)];
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.extend_pairs(fields.iter().chain(more));
    let form = form.finish();
    portal.post("/_sandbox/apps/new/", FORM, form).await
}

fn keys(value: &Value) -> Vec<&str> {
    let keys = value.as_object().unwrap().keys();
    keys.map(String::as_str).collect()
}

/// The tokens of a letter: what the access token and a refresh with the other are good for.
async fn can_call(portal: &Portal, letter: &Map<String, Value>) -> (Value, bool) {
    let auth = &letter["auth"];
    let access = auth["access_token"].as_str().unwrap();
    let who = portal.with_token(access, "profile", json!({})).await;
    let refreshes = auth["refresh_token"].as_str().is_some_and(|refresh| {
        let known = |db: &rusqlite::Connection| {
            let sql = "SELECT 1 FROM tokens WHERE refresh = ?";
            db.prepare(sql)?.exists([refresh])
        };
        portal.state.store.read(known).unwrap()
    });
    (who.result()["ID"].clone(), refreshes)
}

#[tokio::test]
async fn s6_an_installed_app_gets_its_first_tokens() {
    let portal = Portal::new();
    let mut listener = Listener::start().await;
    let installed = install(&portal, &[("callback", &listener.address)]).await;
    assert_eq!(installed.status, 303);
    let letter = listener.next().await;
    assert_eq!(letter["event"], json!("ONAPPINSTALL"));
    let data = json!({ "VERSION": "1", "ACTIVE": "Y", "INSTALLED": "Y", "LANGUAGE_ID": "en" });
    assert_eq!(letter["data"], data);
    assert_eq!(can_call(&portal, &letter).await, (json!("1"), true));
    assert_eq!(letter["auth"]["status"], json!("L"));
    assert_eq!(letter["auth"]["scope"], json!("crm"));
}

#[tokio::test]
async fn s6_an_app_with_an_installer_is_told_when_that_is_done() {
    let portal = Portal::new();
    let mut listener = Listener::start().await;
    let installer = "http://127.0.0.1:7/install.html";
    let fields = [
        ("callback", listener.address.as_str()),
        ("installer", installer),
    ];
    install(&portal, &fields).await;
    let opened = || async {
        let apps = sandbox::store::apps::all;
        let app = portal.state.store.read(apps).unwrap().remove(1);
        let page = portal
            .get(&format!("/marketplace/app/{}/", app.client_id))
            .await
            .text;
        let (_, rest) = page.split_once("data-sid=\"").unwrap();
        (rest[..32].to_owned(), page.contains(installer))
    };
    let (sid, is_installer) = opened().await;
    assert!(is_installer && listener.has_none());
    let body = json!({ "sid": sid, "installed": true }).to_string();
    for _ in 0..2 {
        let done = portal.post(
            "/_sandbox/frame/installed",
            "application/json",
            body.clone(),
        );
        assert_eq!(done.await.status, 200);
    }
    assert_eq!(listener.next().await["event"], json!("ONAPPINSTALL"));
    assert!(!opened().await.1);
    assert!(listener.has_none());
}

#[tokio::test]
async fn s6_an_app_with_a_new_version_is_told_both() {
    let portal = Portal::new();
    let mut listener = Listener::start().await;
    listener.bind(&portal, "onAppUpdate").await;
    assert_eq!(
        portal
            .post("/_sandbox/apps/1/update", FORM, "")
            .await
            .status,
        303
    );
    let letter = listener.next().await;
    assert_eq!(
        (
            &letter["data"]["VERSION"],
            &letter["data"]["PREVIOUS_VERSION"]
        ),
        (&json!("2"), &json!("1"))
    );
    assert_eq!(can_call(&portal, &letter).await, (json!("1"), true));
    let info = portal.as_app("app.info", json!({})).await;
    assert_eq!(info.result()["VERSION"], json!(2));
}

#[tokio::test]
async fn s6_a_removed_app_is_told_without_tokens() {
    for (form, clean) in [("clean=1", "1"), ("", "0")] {
        let portal = Portal::new();
        let mut listener = Listener::start().await;
        listener.bind(&portal, "onAppUninstall").await;
        portal.post("/_sandbox/apps/1/remove", FORM, form).await;
        let letter = listener.next().await;
        assert_eq!(
            letter["data"],
            json!({ "LANGUAGE_ID": "en", "CLEAN": clean })
        );
        assert_eq!(keys(&letter["auth"]), WITHOUT_TOKENS);
        let gone = portal.as_app("profile", json!({})).await;
        assert_eq!(gone.error().1, "invalid_token");
    }
}

#[tokio::test]
async fn s6_an_app_hears_of_itself_alone() {
    let portal = Portal::new();
    let mut listener = Listener::start().await;
    for event in ["onAppInstall", "onAppUninstall"] {
        listener.bind(&portal, event).await;
    }
    install(&portal, &[]).await;
    portal.post("/_sandbox/apps/2/remove", FORM, "").await;
    portal.post("/_sandbox/apps/1/remove", FORM, "").await;
    assert_eq!(listener.next().await["event"], json!("ONAPPUNINSTALL"));
    assert!(listener.has_none());
}

/// Makes a condition hold, or not.
async fn condition(portal: &Portal, code: &str, holds: bool) {
    let body = json!({ code: holds }).to_string();
    let set = portal
        .post("/_sandbox/conditions", "application/json", body)
        .await;
    assert_eq!(set.status, 200, "{}", set.text);
}

#[tokio::test]
async fn s6_an_app_is_told_that_it_was_paid_for() {
    let portal = Portal::new();
    let mut listener = Listener::start().await;
    listener.bind(&portal, "onAppPayment").await;
    for holds in [false, true, false] {
        condition(&portal, "PAYMENT_REQUIRED", holds).await;
    }
    let letter = listener.next().await;
    assert_eq!(letter["data"]["PAYMENT_EXPIRED"], json!("N"));
    assert_eq!(can_call(&portal, &letter).await, (json!("1"), false));
    assert!(listener.has_none());
}

#[tokio::test]
async fn s6_an_app_is_told_what_an_administrator_has_decided() {
    for (denied, confirmed) in [(false, "1"), (true, "0")] {
        let portal = Portal::new();
        let mut listener = Listener::start().await;
        listener.bind(&portal, "onAppMethodConfirm").await;
        condition(&portal, "METHOD_CONFIRM_WAITING", true).await;
        let token = portal.new_token(1);
        // Asking again asks nobody again.
        for _ in 0..2 {
            let waits = portal
                .with_token(&token, "crm.lead.get", json!({ "id": 1 }))
                .await;
            assert_eq!(waits.error().1, "METHOD_CONFIRM_WAITING");
        }
        condition(&portal, "METHOD_CONFIRM_DENIED", denied).await;
        assert!(listener.has_none());
        condition(&portal, "METHOD_CONFIRM_WAITING", false).await;
        let letter = listener.next().await;
        let data = json!({
            "TOKEN": token, "METHOD": "crm.lead.get", "CONFIRMED": confirmed, "LANGUAGE_ID": "en",
        });
        assert_eq!(letter["data"], data);
        assert_eq!(keys(&letter["auth"]), WITHOUT_TOKENS);
        assert!(listener.has_none());
    }
}

#[tokio::test]
async fn s6_the_queue_takes_an_apps_own_events() {
    let portal = Portal::new();
    let mut listener = Listener::start().await;
    listener.bind(&portal, "onOfflineEvent").await;
    let params = json!({ "event": "onAppUpdate", "event_type": "offline" });
    portal.as_app("event.bind", params).await.result();
    portal.post("/_sandbox/apps/1/update", FORM, "").await;
    let letter = listener.next().await;
    // Whoever fetches the queue needs tokens that last.
    assert_eq!(can_call(&portal, &letter).await, (json!("1"), true));
    let queue = portal.as_app("event.offline.get", json!({})).await.result();
    assert_eq!(queue["events"][0]["EVENT_NAME"], json!("ONAPPUPDATE"));
}
