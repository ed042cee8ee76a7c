//! OAuth: codes, tokens, and what can go wrong with them.

use axum::body::Body;
use axum::http::Request;
use sandbox::php::query;
use sandbox::store::apps;
use serde_json::{Value, json};

use crate::support::{Portal, Reply, SELLER};

/// The app's `client_id` and secret.
fn client(portal: &Portal) -> (String, String) {
    let read = |db: &_| -> rusqlite::Result<_> {
        let app = apps::all(db)?.remove(0);
        Ok((app.client_id, apps::secret(db, app.id)?))
    };
    portal.state.store.read(read).unwrap()
}

/// What a user's browser is answered on the way to the app.
async fn authorize(portal: &Portal, user: i64, query: &str) -> Reply {
    let (cookie, _) = portal.state.sessions.start(user);
    let request = Request::get(format!("/oauth/authorize/?{query}"))
        .header("cookie", format!("PHPSESSID_8124={cookie}"));
    portal.send(request.body(Body::empty()).unwrap()).await
}

/// A fresh code for a user.
async fn code(portal: &Portal, user: i64) -> String {
    let (id, _) = client(portal);
    let reply = authorize(portal, user, &format!("client_id={id}")).await;
    let location = reply.header("location");
    let (_, query) = location.split_once('?').unwrap();
    query::parse(query)["code"].as_str().unwrap().to_owned()
}

async fn token(portal: &Portal, query: &str) -> Reply {
    portal.get(&format!("/oauth/token/?{query}")).await
}

/// The whole query for a grant, with the app's own credentials.
fn with_client(portal: &Portal, grant: &str) -> String {
    let (id, secret) = client(portal);
    format!("{grant}&client_id={id}&client_secret={secret}")
}

async fn tokens(portal: &Portal, user: i64) -> Value {
    let grant = format!(
        "grant_type=authorization_code&code={}",
        code(portal, user).await
    );
    token(portal, &with_client(portal, &grant)).await.json()
}

fn refresh_grant(pair: &Value) -> String {
    let refresh = pair["refresh_token"].as_str().unwrap();
    format!("grant_type=refresh_token&refresh_token={refresh}")
}

fn refused(reply: &Reply) -> (u16, String) {
    let code = reply.json()["error"].as_str().unwrap().to_owned();
    (reply.status, code)
}

#[tokio::test]
async fn s8_a_user_goes_back_to_the_app_with_a_code() {
    let portal = Portal::new();
    let (id, _) = client(&portal);
    let reply = authorize(&portal, SELLER, &format!("client_id={id}&state=a%26b")).await;
    assert_eq!(reply.status, 302);
    let (address, query) = reply.header("location").split_once('?').unwrap();
    assert_eq!(address, "http://127.0.0.1:9/app/index.html");
    let query = query::parse(query);
    let keys: Vec<&String> = query.keys().collect();
    assert_eq!(
        keys,
        [
            "code",
            "state",
            "domain",
            "member_id",
            "scope",
            "server_domain"
        ]
    );
    assert_eq!(query["state"], json!("a&b"));
    assert_eq!(query["domain"], json!("127.0.0.1:8124"));
    assert_eq!(query["scope"], json!("crm,placement,user"));
}

#[tokio::test]
async fn s8_the_way_back_stays_on_the_apps_host() {
    let portal = Portal::new();
    let (id, _) = client(&portal);
    let ask = async |address: &str| {
        authorize(
            &portal,
            SELLER,
            &format!("client_id={id}&redirect_uri={address}"),
        )
        .await
    };
    let own = ask("http%3A%2F%2F127.0.0.1%3A3000%2Fcallback%3Fa%3D1").await;
    let location = own.header("location");
    assert!(
        location.starts_with("http://127.0.0.1:3000/callback?a=1&code="),
        "{location}"
    );
    for address in [
        "https://evil.example/",
        "http://127.0.0.1:9@evil.example/",
        "javascript:alert(1)",
    ] {
        let reply = ask(address).await;
        assert_eq!(
            (reply.status, reply.header("location")),
            (400, ""),
            "{address}"
        );
    }
}

#[tokio::test]
async fn s8_who_is_not_logged_in_chooses_a_user_first() {
    let portal = Portal::new();
    let (id, _) = client(&portal);
    let page = portal
        .get(&format!(
            "/oauth/authorize/?client_id={id}&state=%22%3E%3Cb%3E"
        ))
        .await;
    assert_eq!(page.status, 200);
    assert!(!page.text.contains("\"><b>"), "{}", page.text);
    let link = page
        .text
        .split("href=\"/_sandbox/login?user=2")
        .nth(1)
        .unwrap();
    let link = link.split('"').next().unwrap().replace("&amp;", "&");
    let login = portal.get(&format!("/_sandbox/login?user=2{link}")).await;
    let back = login.header("location");
    assert!(back.starts_with("/oauth/authorize/?client_id="), "{back}");
    let cookie = login.header("set-cookie").split(';').next().unwrap();
    let request = Request::get(back).header("cookie", cookie);
    let reply = portal.send(request.body(Body::empty()).unwrap()).await;
    assert_eq!(reply.status, 302);
    let (_, query) = reply.header("location").split_once('?').unwrap();
    assert_eq!(query::parse(query)["state"], json!("\"><b>"));
}

#[tokio::test]
async fn s8_an_unknown_app_is_told_to_the_user_only() {
    let portal = Portal::new();
    let reply = authorize(&portal, SELLER, "client_id=%3Cnobody%3E").await;
    assert_eq!((reply.status, reply.header("location")), (400, ""));
    assert!(reply.text.contains("&lt;nobody&gt;"), "{}", reply.text);
}

#[tokio::test]
async fn s8_a_code_becomes_tokens_that_work() {
    let portal = Portal::new();
    let pair = tokens(&portal, SELLER).await;
    let keys: Vec<&String> = pair.as_object().unwrap().keys().collect();
    assert_eq!(
        keys,
        [
            "access_token",
            "expires",
            "expires_in",
            "scope",
            "domain",
            "server_endpoint",
            "status",
            "client_endpoint",
            "member_id",
            "user_id",
            "refresh_token"
        ]
    );
    assert_eq!(pair["expires_in"], json!(3600));
    assert_eq!(pair["user_id"], json!(SELLER));
    assert_eq!(
        pair["client_endpoint"],
        json!("http://127.0.0.1:8124/rest/")
    );
    let access = pair["access_token"].as_str().unwrap();
    let profile = portal.with_token(access, "profile", json!({})).await;
    assert_eq!(profile.result()["ID"], json!("2"));
}

#[tokio::test]
async fn s8_a_form_asks_for_tokens_too() {
    let portal = Portal::new();
    let grant = format!(
        "grant_type=authorization_code&code={}",
        code(&portal, SELLER).await
    );
    let form = "application/x-www-form-urlencoded";
    for path in ["/oauth/token/", "/oauth/token"] {
        let reply = portal.post(path, form, with_client(&portal, &grant)).await;
        let expected = if path.ends_with('/') { 200 } else { 400 };
        assert_eq!(reply.status, expected, "{path}: {}", reply.text);
    }
}

#[tokio::test]
async fn s8_a_code_is_good_for_thirty_seconds_and_once() {
    let portal = Portal::new();
    let grant = format!(
        "grant_type=authorization_code&code={}",
        code(&portal, SELLER).await
    );
    let query = with_client(&portal, &grant);
    assert_eq!(token(&portal, &query).await.status, 200);
    assert_eq!(
        refused(&token(&portal, &query).await),
        (400, "invalid_grant".into())
    );
    let late = format!(
        "grant_type=authorization_code&code={}",
        code(&portal, SELLER).await
    );
    portal.state.clock.advance(31);
    let late = token(&portal, &with_client(&portal, &late)).await;
    assert_eq!(refused(&late), (400, "invalid_grant".into()));
}

#[tokio::test]
async fn s8_each_refresh_gives_a_new_refresh_token() {
    let portal = Portal::new();
    let first = tokens(&portal, SELLER).await;
    let query = with_client(&portal, &refresh_grant(&first));
    let second = token(&portal, &query).await.json();
    assert_ne!(first["access_token"], second["access_token"]);
    assert_ne!(first["refresh_token"], second["refresh_token"]);
    assert_eq!(second["user_id"], json!(SELLER));
    assert_eq!(
        refused(&token(&portal, &query).await),
        (400, "invalid_grant".into())
    );
    // What was given before lives on until its hour is over.
    for pair in [&first, &second] {
        let access = pair["access_token"].as_str().unwrap();
        let reply = portal.with_token(access, "profile", json!({})).await;
        assert_eq!(reply.status, 200);
    }
}

#[tokio::test]
async fn s8_tokens_live_an_hour_and_half_a_year() {
    let portal = Portal::new();
    let pair = tokens(&portal, SELLER).await;
    portal.state.clock.advance(3601);
    let access = pair["access_token"].as_str().unwrap();
    let late = portal.with_token(access, "profile", json!({})).await;
    assert_eq!(late.error().1, "expired_token");
    let grant = refresh_grant(&pair);
    let fresh = token(&portal, &with_client(&portal, &grant)).await.json();
    portal.state.clock.advance(180 * 86_400 + 1);
    let grant = refresh_grant(&fresh);
    let late = token(&portal, &with_client(&portal, &grant)).await;
    assert_eq!(refused(&late), (400, "invalid_grant".into()));
}

#[tokio::test]
async fn s8_what_the_token_endpoint_refuses() {
    let portal = Portal::new();
    let (id, secret) = client(&portal);
    let refresh = refresh_grant(&tokens(&portal, SELLER).await);
    let good = format!("client_id={id}&client_secret={secret}");
    let cases = [
        (
            format!("{refresh}&client_id=nobody&client_secret=x"),
            200,
            "wrong_client",
        ),
        (
            format!("{refresh}&client_id={id}&client_secret=x"),
            400,
            "invalid_client",
        ),
        (format!("{refresh}&client_id={id}"), 400, "invalid_request"),
        (
            format!("{refresh}&client_secret={secret}"),
            400,
            "invalid_request",
        ),
        (good.clone(), 400, "invalid_request"),
        (
            format!("grant_type=password&{good}"),
            400,
            "invalid_request",
        ),
        (
            format!("grant_type=refresh_token&{good}"),
            400,
            "invalid_request",
        ),
        (
            format!("grant_type=authorization_code&{good}"),
            400,
            "invalid_request",
        ),
        (
            format!("grant_type=refresh_token&refresh_token=x&{good}"),
            400,
            "invalid_grant",
        ),
        (
            format!("grant_type=authorization_code&code=x&{good}"),
            400,
            "invalid_grant",
        ),
        (
            format!("{refresh}&{good}&scope=crm,tasks"),
            400,
            "invalid_scope",
        ),
    ];
    for (query, status, code) in cases {
        let reply = token(&portal, &query).await;
        assert_eq!(refused(&reply), (status, code.into()), "{query}");
    }
    // None of that has used the refresh token up.
    let reply = token(&portal, &format!("{refresh}&{good}&scope=crm")).await;
    assert_eq!(reply.status, 200, "{}", reply.text);
    assert!(portal.get("/oauth/token/?grant_type=x").await.json()["result"].is_null());
}

#[tokio::test]
async fn s8_an_app_that_was_not_paid_for_gets_no_tokens() {
    let portal = Portal::new();
    let grant = refresh_grant(&tokens(&portal, SELLER).await);
    let query = with_client(&portal, &grant);
    for (condition, code) in [
        ("PAYMENT_REQUIRED", "PAYMENT_REQUIRED"),
        ("ERROR_OAUTH", "NOT_INSTALLED"),
    ] {
        assert!(portal.state.conditions.set(condition, true));
        let reply = token(&portal, &query).await;
        assert_eq!(refused(&reply), (400, code.into()));
        portal.state.conditions.set(condition, false);
    }
    assert_eq!(token(&portal, &query).await.status, 200);
}
