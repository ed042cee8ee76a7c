//! Pages as a browser gets them.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use axum::response::Response;
use http_body_util::BodyExt;
use rusqlite::types::Value;
use tower::ServiceExt;

use crate::entity::Kind;
use crate::state::{AppState, InstalledApp, Settings};
use crate::store::links::{self, Link, Relation};
use crate::store::{Sql, records};

const HOSTILE: &str = "<img src=x onerror=alert(1)>\"'";

fn portal(handler: &str) -> AppState {
    let app = InstalledApp {
        title: HOSTILE.to_owned(),
        handler: handler.to_owned(),
        placements: vec!["CRM_LEAD_DETAIL_TAB".to_owned()],
    };
    AppState::open(Settings {
        app: Some(app),
        ..Settings::default()
    })
    .expect("a portal in memory")
}

fn set(portal: &AppState, kind: Kind, id: i64, field: &'static str, value: &str) {
    let change = vec![(field, Value::Text(value.to_owned()))];
    portal
        .store
        .write(|db| records::update(db, kind, id, &change))
        .expect("the record is there");
}

/// Makes lead 1 a repeat lead of contact 1.
fn link(portal: &AppState) {
    let links = [Link {
        target: 1,
        sort: 10,
        primary: true,
    }];
    let saved = portal
        .store
        .write(|db| -> Sql<()> { links::save(db, Relation::LeadContacts, 1, &links) });
    saved.expect("the link is saved");
    set(portal, Kind::Lead, 1, "IS_RETURN_CUSTOMER", "Y");
}

async fn send(portal: &AppState, request: Request<Body>) -> Response {
    super::router()
        .with_state(portal.clone())
        .oneshot(request)
        .await
        .expect("routers do not fail")
}

async fn get(portal: &AppState, path: &str) -> Response {
    send(
        portal,
        Request::get(path)
            .body(Body::empty())
            .expect("a sound request"),
    )
    .await
}

async fn text(response: Response) -> String {
    let bytes = response
        .into_body()
        .collect()
        .await
        .expect("a whole body")
        .to_bytes();
    String::from_utf8(bytes.to_vec()).expect("pages are UTF-8")
}

#[tokio::test]
async fn text_from_the_store_never_becomes_markup() {
    let portal = portal("http://127.0.0.1:9/app.html");
    link(&portal);
    for field in ["TITLE", "NAME", "COMMENTS", "STATUS_ID", "UTM_SOURCE"] {
        set(&portal, Kind::Lead, 1, field, HOSTILE);
    }
    for field in ["NAME", "LAST_NAME", "POST", "ADDRESS"] {
        set(&portal, Kind::Contact, 1, field, HOSTILE);
    }
    let hostile_search = "/crm/contact/?q=%3Cimg%20src%3Dx%3E";
    for path in [
        "/",
        "/crm/lead/",
        "/crm/lead/details/1/",
        "/crm/lead/convert/1/",
        "/crm/contact/",
        "/crm/contact/details/1/",
        "/crm/%3Cimg%20src=x%3E/",
        hostile_search,
    ] {
        let page = text(get(&portal, path).await).await;
        assert!(!page.contains("<img"), "{path}");
        assert!(
            page.contains("img src=x") || page.contains("%3Cimg"),
            "{path} shows the text"
        );
    }
}

#[tokio::test]
async fn a_repeat_lead_shows_the_contact_instead_of_its_own_fields() {
    let portal = portal("http://127.0.0.1:9/app.html");
    let ordinary = text(get(&portal, "/crm/lead/details/1/").await).await;
    assert!(ordinary.contains("data-field=\"LAST_NAME\""));
    assert!(!ordinary.contains("badge repeat"));
    link(&portal);
    let repeat = text(get(&portal, "/crm/lead/details/1/").await).await;
    for field in ["NAME", "LAST_NAME", "PHONE", "EMAIL", "ADDRESS"] {
        assert!(
            !repeat.contains(&format!("data-field=\"{field}\"")),
            "{field} is hidden"
        );
    }
    assert!(repeat.contains("badge repeat"));
    assert!(repeat.contains("data-contact=\"1\""));
}

#[tokio::test]
async fn what_changes_comes_without_opening_the_apps_again() {
    let portal = portal("http://127.0.0.1:9/app.html");
    let live = text(get(&portal, "/crm/lead/details/1/?view=live").await).await;
    assert!(live.contains("id=\"card-head\""));
    assert!(live.contains("id=\"card-general\""));
    assert!(!live.contains("data-frame"));
}

#[tokio::test]
async fn only_the_bound_app_may_be_framed() {
    let portal = portal("http://127.0.0.1:9/app.html");
    let policy = |response: &Response| {
        let header = response.headers().get(header::CONTENT_SECURITY_POLICY);
        header
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
            .to_owned()
    };
    let card = policy(&get(&portal, "/crm/lead/details/1/").await);
    assert!(
        card.contains("frame-src 'self' http://127.0.0.1:9;"),
        "{card}"
    );
    assert!(card.contains("script-src 'self';"), "{card}");
    let list = policy(&get(&portal, "/crm/lead/").await);
    assert!(list.contains("frame-src 'self' ;"), "{list}");
}

#[tokio::test]
async fn a_static_app_is_opened_by_its_address_and_a_handler_by_a_form() {
    let page = text(
        get(
            &portal("http://127.0.0.1:9/app.html"),
            "/crm/lead/details/1/",
        )
        .await,
    )
    .await;
    assert!(page.contains("data-src=\"http://127.0.0.1:9/app.html?DOMAIN="));
    assert!(!page.contains("name=\"AUTH_ID\""));
    let page = text(get(&portal("http://127.0.0.1:9/app"), "/crm/lead/details/1/").await).await;
    assert!(page.contains("<form method=\"post\" action=\"http://127.0.0.1:9/app?DOMAIN="));
    assert!(page.contains("name=\"AUTH_ID\""));
}

#[tokio::test]
async fn a_conversion_is_refused_by_name() {
    let portal = portal("http://127.0.0.1:9/app.html");
    let request = Request::post("/crm/lead/convert/1/")
        .body(Body::empty())
        .expect("a sound request");
    let response = send(&portal, request).await;
    assert_eq!(response.status(), StatusCode::NOT_IMPLEMENTED);
    assert!(text(response).await.contains("SANDBOX_NOT_IMPLEMENTED"));
}

#[tokio::test]
async fn what_is_not_there_says_so() {
    let portal = portal("http://127.0.0.1:9/app.html");
    for (path, status) in [
        ("/crm/lead/details/999/", StatusCode::NOT_FOUND),
        ("/marketplace/app/nobody/", StatusCode::NOT_FOUND),
        ("/crm/deal/details/1/", StatusCode::NOT_IMPLEMENTED),
        ("/crm/lead", StatusCode::PERMANENT_REDIRECT),
    ] {
        assert_eq!(get(&portal, path).await.status(), status, "{path}");
    }
}
