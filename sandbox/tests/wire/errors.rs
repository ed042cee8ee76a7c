//! The reference's table of errors (§1.6), row by row: what provokes each, and what is then answered.

use std::collections::BTreeSet;

use rusqlite::Connection;
use serde_json::{Map, Value, json};

use crate::support::{ADMIN, Portal, Reply, SELLER, coded};

/// Who calls.
#[derive(Clone, Copy, Debug)]
enum By {
    Webhook,
    Token,
    /// A token of a user who is no administrator.
    SellersToken,
    Nobody,
    /// With the cookie of a page, and a `sessid` that is not its own.
    Session,
    /// With a `sessid` and no cookie.
    Stranger,
    /// With the cookie of a page and its own `sessid`.
    Visitor,
}
use By::{Nobody, SellersToken, Session, Stranger, Token, Visitor, Webhook};

/// What has happened to the portal before.
#[derive(Clone, Copy, Debug)]
enum After {
    Nothing,
    /// A condition of `/_sandbox/conditions` holds.
    Condition(&'static str),
    /// Somebody did this.
    Change(&'static str),
    /// A fault is to be played.
    Fault(&'static str),
}
use After::{Change, Condition, Fault, Nothing};

/// A row: code, status and text, and the call that meets it.
type Row = (&'static str, u16, &'static str, After, By, &'static str);

const LEAD: &str = "crm.lead.get?id=1";
const PLANS: &str = "REST is available only on commercial plans.";
const SUBSCRIPTION: &str = "REST is available only by subscription.";
const OVERLOAD: &str = "REST API is blocked due to overload.";
const SCOPE: &str = "The request requires higher privileges than provided by the ";

#[rustfmt::skip]
const ROWS: &[Row] = &[
    ("ERROR_METHOD_NOT_FOUND", 404, "Method not found!", Nothing, Webhook, "crm.lead.nope"),
    ("NO_AUTH_FOUND", 401, "Wrong authorization data", Nothing, Nobody, LEAD),
    ("INVALID_CREDENTIALS", 401, "Invalid request credentials", Change("DELETE FROM webhooks"), Webhook, LEAD),
    ("insufficient_scope", 401, "webhook token", Change("UPDATE webhooks SET scopes = 'user'"), Webhook, LEAD),
    ("insufficient_scope", 401, "access token", Change("UPDATE apps SET scopes = 'user'"), Token, LEAD),
    ("expired_token", 401, "The access token provided has expired.", Change("UPDATE tokens SET expires = 0"), Token, LEAD),
    ("invalid_token", 401, "Unable to get application by token", Change("DELETE FROM tokens"), Token, LEAD),
    ("ERROR_OAUTH", 401, "Application not installed", Condition("ERROR_OAUTH"), Token, LEAD),
    ("APPLICATION_NOT_FOUND", 401, "Application not found", Condition("APPLICATION_NOT_FOUND"), Token, LEAD),
    ("authorization_error", 401, "Unable to authorize user", Change("UPDATE users SET active = 0"), Webhook, LEAD),
    ("authorization_error", 401, "Unable to authorize user", Change("UPDATE users SET active = 0"), Token, LEAD),
    ("user_access_error", 403, "The user does not have access to the application.", Condition("user_access_error"), Token, LEAD),
    ("PAYMENT_REQUIRED", 401, "Payment required", Condition("PAYMENT_REQUIRED"), Token, LEAD),
    ("METHOD_CONFIRM_WAITING", 401, "Waiting for confirmation", Condition("METHOD_CONFIRM_WAITING"), Webhook, LEAD),
    ("METHOD_CONFIRM_WAITING", 401, "Waiting for confirmation", Condition("METHOD_CONFIRM_WAITING"), Token, LEAD),
    ("METHOD_CONFIRM_DENIED", 403, "Method call denied", Condition("METHOD_CONFIRM_DENIED"), Webhook, LEAD),
    ("METHOD_CONFIRM_DENIED", 403, "Method call denied", Condition("METHOD_CONFIRM_DENIED"), Token, LEAD),
    ("WRONG_AUTH_TYPE", 403, "Current authorization type is denied for this method", Nothing, Webhook, "event.get"),
    ("ACCESS_DENIED", 403, "Access denied!", Nothing, SellersToken, "placement.get"),
    ("ACCESS_DENIED", 403, "Access denied! Application context required", Nothing, Webhook, "app.option.get"),
    ("ACCESS_DENIED", 401, PLANS, Condition("ACCESS_DENIED"), Webhook, LEAD),
    ("ACCESS_DENIED", 401, PLANS, Condition("ACCESS_DENIED"), Token, LEAD),
    ("ACCESS_DENIED", 401, SUBSCRIPTION, Condition("ACCESS_DENIED_SUBSCRIPTION"), Webhook, LEAD),
    ("ACCESS_DENIED", 401, SUBSCRIPTION, Condition("ACCESS_DENIED_SUBSCRIPTION"), Token, LEAD),
    ("access_denied", 401, "User not authorized", Nothing, Stranger, LEAD),
    // §10 adds one of the session's, §3.1 one of the disk's.
    ("access_denied", 401, "Access denied for this type of user", Condition("USER_TYPE"), Visitor, LEAD),
    ("", 400, "Disk resource exhausted", Condition("DISK_QUOTA"), Webhook, "crm.lead.add"),
    ("session_failed", 401, "Sessid check failed", Nothing, Session, LEAD),
    ("QUERY_LIMIT_EXCEEDED", 503, "Too many requests", Fault("kind=limit"), Webhook, LEAD),
    ("OPERATION_TIME_LIMIT", 429, "Method is blocked due to operation time limit.", Fault("kind=operating"), Webhook, LEAD),
    ("OVERLOAD_LIMIT", 401, OVERLOAD, Condition("OVERLOAD_LIMIT"), Webhook, LEAD),
    ("OVERLOAD_LIMIT", 401, OVERLOAD, Condition("OVERLOAD_LIMIT"), Token, LEAD),
    ("PORTAL_DELETED", 403, "Portal was deleted", Condition("PORTAL_DELETED"), Webhook, LEAD),
    ("INTERNAL_SERVER_ERROR", 500, "Internal server error", Condition("INTERNAL_SERVER_ERROR"), Webhook, LEAD),
    ("ERROR_UNEXPECTED_ANSWER", 500, "Server returned an unexpected response", Condition("ERROR_UNEXPECTED_ANSWER"), Webhook, LEAD),
    ("INVALID_REQUEST", 400, "Https required.", Condition("INVALID_REQUEST"), Webhook, LEAD),
    ("WRONG_ENCODING", 200, "Wrong request encoding", Condition("WRONG_ENCODING"), Webhook, LEAD),
    ("", 400, "Not found", Nothing, Webhook, "crm.lead.get?id=999999"),
    ("ERROR_CORE", 400, "Element not found", Nothing, Webhook, "crm.lead.delete?id=999999"),
    ("ERROR_CORE", 500, "SQL query error!", Change("ALTER TABLE leads RENAME TO elsewhere"), Webhook, LEAD),
    // §6 adds one of the plans, whose text nobody has written down.
    ("WRONG_LICENSE", 403, "The portal's plan does not include this.", Condition("WRONG_LICENSE"), Token, "event.offline.get?clear=0"),
    // §8 adds one of the authorization server's.
    ("CONNECTION_ERROR", 401, "Error connecting to authorization server", Condition("CONNECTION_ERROR"), Token, LEAD),
];

fn bring_about(portal: &Portal, after: After) {
    match after {
        Nothing => {}
        Condition(name) => assert!(portal.state.conditions.set(name, true), "{name}"),
        Change(sql) => {
            let change = |db: &Connection| db.execute(sql, []);
            portal.state.store.write(change).unwrap();
        }
        Fault(rule) => drop(portal.state.faults.add(rule.parse().unwrap())),
    }
}

/// The address of a call, with what says who calls.
fn address(portal: &Portal, by: By, call: &str) -> String {
    let with = |name: &str, value: &str| {
        let sign = if call.contains('?') { '&' } else { '?' };
        format!("/rest/{call}{sign}{name}={value}")
    };
    match by {
        Webhook => format!("{}{call}", portal.webhook(ADMIN)),
        Token => with("auth", &portal.new_token(ADMIN)),
        SellersToken => with("auth", &portal.new_token(SELLER)),
        Nobody | Visitor => format!("/rest/{call}"),
        Session | Stranger => with("sessid", "0123"),
    }
}

async fn provoke(row: &Row) -> (Portal, String, Reply) {
    let (.., after, by, call) = *row;
    let portal = Portal::new();
    let address = address(&portal, by, call);
    bring_about(&portal, after);
    let reply = send(&portal, by, &address).await;
    (portal, address, reply)
}

async fn send(portal: &Portal, by: By, address: &str) -> Reply {
    let mut request = axum::http::Request::get(address);
    if let Session | Visitor = by {
        let (cookie, session) = portal.state.sessions.start(ADMIN);
        request = request.header("cookie", format!("PHPSESSID_8124={cookie}"));
        if let Visitor = by {
            request = request.header("x-bitrix-csrf-token", session.sessid);
        }
    }
    let request = request.body(axum::body::Body::empty()).unwrap();
    portal.send(request).await
}

/// Keys of a body besides the two that all failures have.
fn extra(body: &Map<String, Value>) -> Vec<&str> {
    let keys = body.keys().map(String::as_str);
    keys.filter(|key| !["error", "error_description"].contains(key))
        .collect()
}

#[tokio::test]
async fn s1_6_every_row_of_the_table() {
    for row in ROWS {
        let (code, status, text, _, by, _) = *row;
        let (_, _, reply) = provoke(row).await;
        let text = match code {
            "insufficient_scope" => format!("{SCOPE}{text}"),
            _ => text.to_owned(),
        };
        assert_eq!(reply.error(), coded(status, code, &text), "{row:?}");
        let expected: &[&str] = match by {
            Stranger => &["sessid", "extended_error"],
            Session => &["sessid"],
            Visitor => &["type"],
            _ => &[],
        };
        assert_eq!(
            extra(reply.json().as_object().unwrap()),
            expected,
            "{row:?}"
        );
        assert_eq!(
            reply.header("content-type"),
            "application/json; charset=utf-8",
            "{row:?}"
        );
    }
}

#[tokio::test]
async fn s1_6_what_a_condition_stopped_goes_on_without_it() {
    let mut met = BTreeSet::new();
    for row in ROWS {
        let (.., Condition(name), by, _) = *row else {
            continue;
        };
        let (portal, address, _) = provoke(row).await;
        portal.state.conditions.set(name, false);
        let reply = send(&portal, by, &address).await;
        assert_eq!(reply.status, 200, "{row:?}: {}", reply.text);
        met.insert(name.to_owned());
    }
    let shown = Portal::new().get("/_sandbox/conditions").await.json();
    let all: BTreeSet<String> = shown.as_object().unwrap().keys().cloned().collect();
    assert_eq!(met, all, "a condition without a row");
}

#[tokio::test]
async fn s1_6_several_messages_of_the_core_stand_in_one_text() {
    let portal = Portal::new();
    let fields = json!({
        "PHONE": [{ "VALUE": "1".repeat(251) }],
        "EMAIL": [{ "VALUE": "nobody" }, { "VALUE": "a@b.example" }, { "VALUE": "none", "VALUE_TYPE": "HOME" }],
    });
    let reply = portal
        .call("crm.lead.add", json!({ "fields": fields }))
        .await;
    let text = "The length of the field \"Work phone\" exceeds 250 characters.<br>\
                The field \"Work e-mail\" contains an incorrect address.<br>\
                The field \"Home e-mail\" contains an incorrect address.<br>";
    assert_eq!(reply.error(), coded(400, "ERROR_CORE", text));
}

#[tokio::test]
async fn s1_6_a_wrong_argument_is_named() {
    let portal = Portal::new();
    let reply = portal.as_app("event.bind", json!({})).await;
    let text = "Argument 'EVENT' is null or empty";
    assert_eq!(reply.error(), coded(400, "ERROR_ARGUMENT", text));
    let body = reply.json();
    assert_eq!(extra(body.as_object().unwrap()), ["argument"]);
    assert_eq!(body["argument"], json!("EVENT"));
}

#[tokio::test]
async fn s1_6_pages_instead_of_answers() {
    // A wrong host, a front end without a portal behind it, a dead PHP, a page to log in on.
    for status in [403, 404, 500, 502, 504, 200] {
        let portal = Portal::new();
        let rule = format!("kind=html,status={status}");
        portal.state.faults.add(rule.parse().unwrap());
        let reply = portal.call("profile", json!({})).await;
        assert_eq!(reply.status, status);
        assert!(reply.header("content-type").starts_with("text/html"));
        assert!(reply.text.starts_with("<html>"), "{}", reply.text);
    }
    let portal = Portal::new();
    let renamed = "kind=portal-renamed,to=new.example";
    portal.state.faults.add(renamed.parse().unwrap());
    let path = format!("{}profile", portal.webhook(ADMIN));
    let reply = portal.get(&path).await;
    assert_eq!(
        (reply.status, reply.header("location")),
        (302, format!("http://new.example{path}").as_str())
    );
}
