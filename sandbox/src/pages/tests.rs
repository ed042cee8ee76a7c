//! Pages as a browser gets them.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use axum::response::Response;
use http_body_util::BodyExt;
use rusqlite::types::Value;
use tower::ServiceExt;

use crate::entity::Kind;
use crate::pages::spec::SPEC;
use crate::state::{AppState, InstalledApp, Settings};
use crate::store::links::{self, Link, Relation};
use crate::store::placements::{self, Binding};
use crate::store::{Sql, apps, hooks, records, users};

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
    for field in ["TITLE", "COMMENTS", "COMPANY_TYPE"] {
        set(&portal, Kind::Company, 1, field, HOSTILE);
    }
    // The first lead's stage is unknown now, so the board shows the second.
    set(&portal, Kind::Lead, 2, "TITLE", HOSTILE);
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
        "/crm/lead/kanban/",
        "/crm/lead/?stage=%3Cimg%20src%3Dx%3E&responsible=1",
        "/_sandbox/apps/",
        "/_sandbox/methods/?q=%3Cimg%20src%3Dx%3E",
        "/crm/company/",
        "/crm/company/details/1/",
        "/crm/company/?q=%3Cimg%20src%3Dx%3E",
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
async fn every_page_allows_its_own_scripts_only() {
    let portal = portal("http://127.0.0.1:9/app.html");
    for path in [
        "/",
        "/crm/lead/",
        "/crm/lead/kanban/",
        "/crm/company/",
        "/crm/company/details/1/",
        "/_sandbox/apps/",
        "/_sandbox/apps/new/",
        "/_sandbox/inspector/",
        "/_sandbox/methods/",
        "/_sandbox/methods/crm.lead.add/",
    ] {
        let response = get(&portal, path).await;
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        let policy = response.headers()[header::CONTENT_SECURITY_POLICY].clone();
        let policy = policy.to_str().expect("a policy is text");
        assert!(
            policy.contains(
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self';"
            ),
            "{path}: {policy}"
        );
        let page = text(response).await;
        assert!(
            !page.contains(" style=") && !page.contains(" onclick="),
            "{path}"
        );
    }
}

/// The ids of the leads a page shows.
fn leads(page: &str) -> Vec<i64> {
    let after = page.split("data-lead=\"").skip(1);
    after
        .filter_map(|rest| rest.split('"').next()?.parse().ok())
        .collect()
}

#[tokio::test]
async fn a_list_is_narrowed_down_by_every_part_of_its_filter() {
    let portal = portal("http://127.0.0.1:9/app.html");
    set(&portal, Kind::Lead, 1, "STATUS_ID", "PROCESSED");
    set(&portal, Kind::Lead, 1, "SOURCE_ID", "FAIR");
    set(&portal, Kind::Lead, 1, "TITLE", "A singular title");
    for query in [
        "q=singular",
        "source=FAIR",
        "stage=PROCESSED&source=FAIR",
        "q=singular&responsible=1",
    ] {
        let page = text(get(&portal, &format!("/crm/lead/?{query}")).await).await;
        assert_eq!(leads(&page), [1], "{query}");
    }
    for query in [
        "q=singular&responsible=2",
        "q=singular&stage=NEW",
        "q=singular&from=2999-01-01",
        "q=singular&to=1999-01-01",
    ] {
        let page = text(get(&portal, &format!("/crm/lead/?{query}")).await).await;
        assert!(leads(&page).is_empty(), "{query}");
    }
}

#[tokio::test]
async fn the_board_has_a_column_for_each_stage_and_counts_its_leads() {
    let portal = portal("http://127.0.0.1:9/app.html");
    let everything = leads(&text(get(&portal, "/crm/lead/").await).await);
    let board = text(get(&portal, "/crm/lead/kanban/").await).await;
    let mut on_board = leads(&board);
    on_board.sort_unstable_by(|one, other| other.cmp(one));
    assert_eq!(on_board, everything);
    let columns: Vec<_> = board.split("data-stage=\"").skip(1).collect();
    assert_eq!(columns.len(), 5);
    for column in columns {
        let cards = leads(column).len();
        assert!(
            column.contains(&format!(">{cards}</span>")),
            "{cards} cards"
        );
    }
    set(&portal, Kind::Lead, 1, "STATUS_ID", "JUNK");
    let live = text(get(&portal, "/crm/lead/kanban/?view=live&stage=JUNK").await).await;
    assert!(leads(&live).contains(&1));
    assert!(!live.contains("<html"));
}

async fn post(portal: &AppState, path: &str, form: &str) -> Response {
    let request = Request::post(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(form.to_owned()));
    send(portal, request.expect("a sound request")).await
}

#[tokio::test]
async fn an_installed_app_is_bound_where_it_was_asked_for_and_goes_with_everything() {
    let portal = portal("http://127.0.0.1:9/app.html");
    let form = "handler=http%3A%2F%2F127.0.0.1%3A7%2Fx.html&title=Mine&scope=crm&scope=nonsense\
                &placement=CRM_CONTACT_DETAIL_TAB&placement=NOWHERE";
    let response = post(&portal, "/_sandbox/apps/new/", form).await;
    assert_eq!(response.status(), StatusCode::SEE_OTHER);
    let card = text(get(&portal, "/crm/contact/details/1/").await).await;
    assert!(card.contains("http://127.0.0.1:7/x.html?DOMAIN="));
    let app = portal
        .store
        .read(apps::all)
        .expect("apps")
        .pop()
        .expect("the new app");
    assert_eq!((app.title.as_str(), app.scopes.as_str()), ("Mine", "crm"));
    let overview = text(get(&portal, "/_sandbox/apps/").await).await;
    assert!(overview.contains(&app.client_id) && !overview.contains("NOWHERE"));
    let gone = post(&portal, &format!("/_sandbox/apps/{}/remove", app.id), "").await;
    assert_eq!(gone.status(), StatusCode::SEE_OTHER);
    let card = text(get(&portal, "/crm/contact/details/1/").await).await;
    assert!(!card.contains("127.0.0.1:7"));
}

#[tokio::test]
async fn a_handler_without_a_web_address_is_refused() {
    let portal = portal("http://127.0.0.1:9/app.html");
    for handler in [
        "javascript:alert(1)",
        "ftp://127.0.0.1/",
        "http://",
        "app.html",
        "",
    ] {
        let form = format!("title=x&event=ONCRMLEADADD&handler={handler}");
        for path in ["/_sandbox/apps/new/", "/_sandbox/apps/outgoing"] {
            let status = post(&portal, path, &form).await.status();
            assert_eq!(
                status,
                StatusCode::UNPROCESSABLE_ENTITY,
                "{path} {handler:?}"
            );
        }
    }
}

#[tokio::test]
async fn webhooks_come_and_go() {
    let portal = portal("http://127.0.0.1:9/app.html");
    let before = portal.store.read(hooks::incoming).expect("webhooks").len();
    let added = post(&portal, "/_sandbox/apps/incoming", "user=2&scope=crm").await;
    let location = added.headers()[header::LOCATION]
        .to_str()
        .expect("an address");
    let (_, secret) = location
        .split_once("#hook-")
        .expect("the new webhook is named");
    let hook = portal.store.read(|db| users::webhook_scopes(db, 2, secret));
    assert_eq!(hook.expect("a store").as_deref(), Some("crm"));
    post(
        &portal,
        &format!("/_sandbox/apps/incoming/{secret}/remove"),
        "",
    )
    .await;
    assert_eq!(
        portal.store.read(hooks::incoming).expect("webhooks").len(),
        before
    );

    let form = "event=ONCRMLEADADD&event=ONCRMLEADDELETE&handler=http%3A%2F%2F127.0.0.1%3A7%2Fhook";
    post(&portal, "/_sandbox/apps/outgoing", form).await;
    let outgoing = portal.store.read(hooks::outgoing).expect("webhooks");
    let events: Vec<_> = outgoing[0]
        .handlers
        .iter()
        .map(|handler| handler.event.as_str())
        .collect();
    assert_eq!(events, ["ONCRMLEADADD", "ONCRMLEADDELETE"]);
    let start = text(get(&portal, "/").await).await;
    assert!(
        !start.contains(&outgoing[0].app.client_id),
        "it is no app one opens"
    );
}

#[tokio::test]
async fn other_sites_change_nothing() {
    let portal = portal("http://127.0.0.1:9/app.html");
    let request = Request::post("/_sandbox/apps/incoming")
        .header(header::HOST, "127.0.0.1:8124")
        .header(header::ORIGIN, "http://evil.example")
        .body(Body::from("user=1"));
    let response = send(&portal, request.expect("a sound request")).await;
    assert_eq!(response.status(), StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn every_declared_method_has_its_page_and_form() {
    let portal = portal("http://127.0.0.1:9/app.html");
    for method in &SPEC.methods {
        let name = &method.name;
        let page = get(&portal, &format!("/_sandbox/methods/{name}/")).await;
        assert_eq!(page.status(), StatusCode::OK, "{name}");
        let form = text(get(&portal, &format!("/_sandbox/methods/{name}/form.json")).await).await;
        let form: serde_json::Value = serde_json::from_str(&form).expect("a form is JSON");
        let params = form["params"].as_array().map(Vec::len);
        assert_eq!(params, Some(method.params.len()), "{name}");
        for directory in form["directories"].as_array().expect("a list") {
            let name = directory.as_str().expect("a name");
            assert!(form["entries"][name].is_array(), "{name}");
        }
    }
    let missing = get(&portal, "/_sandbox/methods/crm.nope/").await;
    assert_eq!(missing.status(), StatusCode::NOT_FOUND);
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
    assert!(
        card.contains("script-src 'self' 'wasm-unsafe-eval';"),
        "{card}"
    );
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
async fn what_is_not_there_says_so() {
    let portal = portal("http://127.0.0.1:9/app.html");
    for (path, status) in [
        ("/crm/lead/details/999/", StatusCode::NOT_FOUND),
        ("/marketplace/app/nobody/", StatusCode::NOT_FOUND),
        ("/crm/deal/details/1/", StatusCode::NOT_IMPLEMENTED),
        ("/nowhere", StatusCode::NOT_FOUND),
        ("/crm/lead", StatusCode::PERMANENT_REDIRECT),
    ] {
        assert_eq!(get(&portal, path).await.status(), status, "{path}");
    }
    let nowhere = text(get(&portal, "/%3Cimg%20src=x%3E").await).await;
    assert!(
        nowhere.contains("No page is at /%3Cimg%20src=x%3E"),
        "{nowhere}"
    );
}

/// The page as that user gets it.
async fn page_for(portal: &AppState, user: i64, path: &str) -> String {
    let (_, session) = portal.sessions.start(user);
    let mut request = Request::get(path)
        .body(Body::empty())
        .expect("a sound request");
    request.extensions_mut().insert(session);
    text(send(portal, request).await).await
}

#[tokio::test]
async fn a_visitor_sees_their_own_bindings_and_acts_for_themselves() {
    let portal = portal("http://127.0.0.1:9/app.html");
    let places = [
        ("CRM_LEAD_DETAIL_TAB", "/crm/lead/details/1/"),
        ("CRM_LEAD_DETAIL_TOOLBAR", "/crm/lead/details/1/"),
        ("CRM_LEAD_LIST_TOOLBAR", "/crm/lead/"),
        ("CRM_LEAD_LIST_MENU", "/crm/lead/"),
    ];
    for (placement, path) in places {
        let own = Binding {
            app_id: 1,
            user_id: 2,
            placement: placement.to_owned(),
            handler: "http://127.0.0.1:9/own.html".to_owned(),
            title: format!("Own {placement}"),
            ..Binding::default()
        };
        let bound = portal.store.write(|db| placements::insert(db, &own));
        assert!(bound.expect("it is bound"), "{placement}");
        for (user, sees) in [(1, false), (2, true)] {
            let page = page_for(&portal, user, path).await;
            assert_eq!(page.contains(&own.title), sees, "{placement} for {user}");
        }
    }
    for (user, admin) in [(1, "true"), (2, "false")] {
        let page = page_for(&portal, user, "/crm/lead/details/1/").await;
        assert!(page.contains(&format!("data-admin=\"{admin}\"")), "{user}");
    }
}
