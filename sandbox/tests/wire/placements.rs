//! Placements, types of custom fields, and frames.

use axum::body::Body;
use axum::http::Request;
use serde_json::{Value, json};

use sandbox::host::{Viewer, open_frame};
use sandbox::state::{InstalledApp, Settings};
use sandbox::store::placements::{self, Binding};

use crate::support::{ADMIN, Portal, SELLER, coded};

const VIEWER: Viewer<'static> = Viewer {
    user: ADMIN,
    host: "127.0.0.1:8124",
};
const HANDLER: &str = "http://127.0.0.1:9/other/";

fn binding(placement: &str) -> Value {
    json!({ "PLACEMENT": placement, "HANDLER": HANDLER, "TITLE": "Tab", "LANG_ALL": { "de": { "TITLE": "Reiter" } } })
}

#[tokio::test]
async fn s9_3_binding_and_unbinding() {
    let portal = Portal::new();
    let bound = portal
        .as_app("placement.bind", binding("crm_lead_detail_tab"))
        .await;
    assert_eq!(bound.result(), json!(true));
    let twice = portal
        .as_app("placement.bind", binding("CRM_LEAD_DETAIL_TAB"))
        .await;
    let text = "Unable to set placement handler: Handler already binded";
    assert_eq!(twice.error(), coded(400, "ERROR_CORE", text));
    let rows = portal.as_app("placement.get", json!({})).await.result();
    let expected = json!({
        "id": rows[1]["id"], "placement": "CRM_LEAD_DETAIL_TAB", "userId": 0, "handler": HANDLER, "options": [],
        "title": "Tab", "description": "",
        "langAll": { "de": { "TITLE": "Reiter", "DESCRIPTION": "", "GROUP_NAME": "" } },
    });
    assert_eq!(rows[1], expected);
    assert_eq!(rows[0]["langAll"], json!([]));
    let one = json!({ "PLACEMENT": "CRM_LEAD_DETAIL_TAB", "HANDLER": HANDLER });
    // The real portal counts every binding twice.
    assert_eq!(
        portal.as_app("placement.unbind", one).await.result(),
        json!({ "count": 2 })
    );
    let all = json!({ "PLACEMENT": "CRM_LEAD_DETAIL_TAB" });
    assert_eq!(
        portal
            .as_app("placement.unbind", all.clone())
            .await
            .result(),
        json!({ "count": 2 })
    );
    assert_eq!(
        portal.as_app("placement.unbind", all).await.result(),
        json!({ "count": 0 })
    );
}

#[tokio::test]
async fn s9_3_errors_of_placement_bind() {
    let portal = Portal::new();
    let with = |name: &str, value: Value| {
        let mut params = binding("CRM_CONTACT_DETAIL_TAB");
        params[name] = value;
        params
    };
    let cases = [
        (
            with("PLACEMENT", json!("NOPE")),
            "ERROR_PLACEMENT_NOT_FOUND",
        ),
        (with("PLACEMENT", json!("")), "ERROR_ARGUMENT"),
        (with("PLACEMENT", json!("DEFAULT")), "ERROR_ARGUMENT"),
        (with("HANDLER", json!("")), "ERROR_ARGUMENT"),
        (
            with("HANDLER", json!("http://localhost/")),
            "ERROR_WRONG_HANDLER_URL",
        ),
        (
            with("HANDLER", json!("https://a.b; frame-ancestors *; x")),
            "ERROR_WRONG_HANDLER_URL",
        ),
        (
            with("HANDLER", json!("https://a.b;sandbox/x")),
            "ERROR_WRONG_HANDLER_URL",
        ),
        (
            with("HANDLER", json!("a.example/tab")),
            "ERROR_WRONG_HANDLER_URL",
        ),
        (
            with("HANDLER", json!("ftp://a.example/")),
            "ERROR_UNSUPPORTED_PROTOCOL",
        ),
        (with("USER_ID", json!(1)), "ERROR_PLACEMENT_USER_MODE"),
    ];
    for (params, code) in cases {
        let (status, found, _) = portal
            .as_app("placement.bind", params.clone())
            .await
            .error();
        assert_eq!((status, found.as_str()), (400, code), "{params}");
    }
    let webhook = portal
        .call("placement.bind", binding("CRM_LEAD_DETAIL_TAB"))
        .await;
    assert_eq!(
        (webhook.status, webhook.error().1.as_str()),
        (403, "WRONG_AUTH_TYPE")
    );
    let seller = portal.new_token(SELLER);
    let refused = portal
        .with_token(&seller, "placement.bind", binding("CRM_LEAD_DETAIL_TAB"))
        .await;
    assert_eq!(
        refused.error(),
        coded(403, "ACCESS_DENIED", "Access denied!")
    );
}

#[tokio::test]
async fn s9_3_the_codes_of_leads_and_contacts() {
    let portal = Portal::new();
    let codes = portal.as_app("placement.list", json!({})).await.result();
    for code in [
        "CRM_LEAD_DETAIL_TAB",
        "CRM_CONTACT_DETAIL_TAB",
        "CRM_LEAD_LIST_MENU",
        "CRM_CONTACT_DETAIL_ACTIVITY",
    ] {
        assert!(codes.as_array().unwrap().contains(&json!(code)), "{code}");
    }
    let mut in_crm = codes.clone();
    in_crm
        .as_array_mut()
        .unwrap()
        .retain(|code| *code != json!("USERFIELD_TYPE"));
    let cases = [
        (json!({ "SCOPE": "crm" }), in_crm),
        (json!({ "SCOPE": "placement" }), json!(["USERFIELD_TYPE"])),
        (json!({ "FULL": true }), codes),
        (json!({ "SCOPE": "task" }), json!([])),
        (json!({ "SCOPE": "task", "FULL": true }), json!([])),
    ];
    for (params, expected) in cases {
        let listed = portal.as_app("placement.list", params.clone()).await;
        assert_eq!(listed.result(), expected, "{params}");
    }
}

#[tokio::test]
async fn s9_3_an_app_without_the_scope_is_not_told_of_its_places() {
    let portal = Portal::new();
    portal
        .state
        .store
        .write(|db| db.execute("UPDATE apps SET scopes = 'placement'", []))
        .unwrap();
    let own = portal.as_app("placement.list", json!({})).await.result();
    let all = portal
        .as_app("placement.list", json!({ "FULL": true }))
        .await
        .result();
    assert_eq!(
        (own, all.as_array().unwrap().len() > 1),
        (json!(["USERFIELD_TYPE"]), true)
    );
}

#[tokio::test]
async fn s9_3_a_binding_keeps_its_submenu_and_goes_with_its_user() {
    let portal = Portal::new();
    let mut params = binding("CRM_LEAD_LIST_MENU");
    params["GROUP_NAME"] = json!("Ours");
    portal.as_app("placement.bind", params).await.result();
    let kept = portal
        .state
        .store
        .read(|db| placements::at(db, "CRM_LEAD_LIST_MENU"))
        .unwrap();
    assert_eq!(kept[0].group_name, "Ours");
    for (user, count) in [(json!(2), 0), (json!("0"), 2)] {
        let params = json!({ "PLACEMENT": "CRM_LEAD_LIST_MENU", "USER_ID": user });
        let gone = portal.as_app("placement.unbind", params).await.result();
        assert_eq!(gone, json!({ "count": count }), "{user}");
    }
}

#[test]
fn s9_1_a_frame_opens_any_address_of_the_web() {
    let portal = Portal::new();
    let open = |handler: &str| {
        let binding = Binding {
            app_id: 1,
            handler: handler.into(),
            ..Binding::default()
        };
        open_frame(&portal.state, &binding, &json!([]), VIEWER).unwrap()
    };
    let query = "DOMAIN=127.0.0.1%3A8124&PROTOCOL=0&LANG=en&APP_SID=";
    let cases = [
        (
            "https://app.example:443/tab",
            "https://app.example",
            "https://app.example/tab?",
        ),
        (
            "https://App.Example/x",
            "https://app.example",
            "https://app.example/x?",
        ),
        (
            "http://app.example?a=1",
            "http://app.example",
            "http://app.example/?a=1&",
        ),
    ];
    for (handler, origin, start) in cases {
        let frame = open(handler).unwrap();
        assert_eq!(frame.origin, origin, "{handler}");
        assert!(
            frame.action.starts_with(&format!("{start}{query}")),
            "{}",
            frame.action
        );
    }
    let routed = open("http://app.example/#/tab").unwrap();
    let expected = format!("http://app.example/?{query}{}#/tab", routed.sid);
    assert_eq!(routed.action, expected);
    assert!(open("https://a.b; frame-ancestors *; x").is_none());
}

#[tokio::test]
async fn s9_1_a_page_names_itself_as_it_was_opened() {
    let portal = Portal::new();
    for host in ["localhost:8124", "127.0.0.1:8124"] {
        let asking = |path: String| {
            Request::get(path)
                .header("host", host)
                .body(Body::empty())
                .unwrap()
        };
        let page = portal
            .send(asking("/crm/lead/details/1/".into()))
            .await
            .text;
        let start = format!("name=\"{host}|0|");
        let (_, name) = page.split_once(&start).expect(host);
        let (sid, _) = name.split_once('"').unwrap();
        let init = portal
            .send(asking(format!("/_sandbox/frame/init?sid={sid}")))
            .await;
        assert_eq!(init.json()["DOMAIN"], json!(host));
    }
}

#[test]
fn an_app_that_moved_is_bound_once() {
    let folder = tempfile::tempdir().unwrap();
    let bound = |path: &str| {
        let app = InstalledApp {
            title: "Links".into(),
            handler: format!("http://127.0.0.1:9/{path}"),
            placements: vec!["CRM_LEAD_DETAIL_TAB".into()],
        };
        let settings = Settings {
            database: Some(folder.path().join("portal.db")),
            app: Some(app),
            ..Settings::default()
        };
        let state = sandbox::state::AppState::open(settings).unwrap();
        let rows = state
            .store
            .read(|db| placements::at(db, "CRM_LEAD_DETAIL_TAB"))
            .unwrap();
        rows.into_iter().map(|row| row.handler).collect::<Vec<_>>()
    };
    bound("old.html");
    assert_eq!(bound("new.html"), ["http://127.0.0.1:9/new.html"]);
}

#[tokio::test]
async fn dialogs_start_with_the_records_of_these_ids() {
    let portal = Portal::new();
    for (kind, id) in [("lead", "L_3"), ("contact", "C_3"), ("company", "CO_3")] {
        let path = format!("/_sandbox/frame/search?type={kind}&ids={id}");
        let found = portal.get(&path).await.json();
        let ids: Vec<&Value> = found
            .as_array()
            .unwrap()
            .iter()
            .map(|row| &row["id"])
            .collect();
        assert_eq!(ids, [&json!(id)], "{kind}");
    }
}

#[tokio::test]
async fn c12_types_of_custom_fields() {
    let portal = Portal::new();
    let colour = json!({ "USER_TYPE_ID": "colour", "HANDLER": HANDLER, "TITLE": "Colour", "OPTIONS": { "height": "60" } });
    assert_eq!(
        portal
            .as_app("userfieldtype.add", colour.clone())
            .await
            .result(),
        json!(true)
    );
    let twice = portal.as_app("userfieldtype.add", colour).await;
    assert_eq!(twice.error().1, "ERROR_CORE");
    let field = json!({ "fields": { "USER_TYPE_ID": "rest_1_colour", "FIELD_NAME": "C", "SHOW_FILTER": "Y" } });
    let id = portal.call("crm.lead.userfield.add", field).await.result();
    let made = portal
        .call("crm.lead.userfield.get", json!({ "id": id }))
        .await
        .result();
    assert_eq!(
        (&made["USER_TYPE_ID"], &made["SHOW_FILTER"]),
        (&json!("rest_1_colour"), &json!("N"))
    );
    let update = json!({ "USER_TYPE_ID": "colour", "TITLE": "Color" });
    assert_eq!(
        portal.as_app("userfieldtype.update", update).await.result(),
        json!(true)
    );
    let listed = portal.as_app("userfieldtype.list", json!({})).await.json();
    let expected = json!([{
        "USER_TYPE_ID": "colour", "HANDLER": HANDLER, "TITLE": "Color", "DESCRIPTION": "", "OPTIONS": { "height": 60 },
    }]);
    assert_eq!(
        (&listed["result"], &listed["total"]),
        (&expected, &json!(1))
    );
    let gone = json!({ "USER_TYPE_ID": "colour" });
    assert_eq!(
        portal
            .as_app("userfieldtype.delete", gone.clone())
            .await
            .result(),
        json!(true)
    );
    let missing = coded(400, "ERROR_NOT_FOUND", "User Field Type not found");
    assert_eq!(
        portal
            .as_app("userfieldtype.delete", gone.clone())
            .await
            .error(),
        missing
    );
    assert_eq!(
        portal.as_app("userfieldtype.update", gone).await.error(),
        missing
    );
    assert_eq!(
        portal
            .as_app("userfieldtype.add", json!({}))
            .await
            .error()
            .1,
        "ERROR_ARGUMENT"
    );
}

#[tokio::test]
async fn s9_1_a_frame_has_its_name_tokens_and_options() {
    let portal = Portal::new();
    let bindings =
        |db: &rusqlite::Connection| sandbox::store::placements::at(db, "CRM_LEAD_DETAIL_TAB");
    let binding = portal.state.store.read(bindings).unwrap().remove(0);
    let options = json!({ "ID": "7", "URI": "/crm/lead/details/7/" });
    let frame = open_frame(&portal.state, &binding, &options, VIEWER)
        .unwrap()
        .unwrap();
    assert_eq!(frame.name, format!("127.0.0.1:8124|0|{}", frame.sid));
    assert_eq!(
        (frame.sid.len(), frame.is_static, frame.origin.as_str()),
        (32, true, "http://127.0.0.1:9")
    );
    let query = format!(
        "?DOMAIN=127.0.0.1%3A8124&PROTOCOL=0&LANG=en&APP_SID={}",
        frame.sid
    );
    assert!(frame.action.ends_with(&query), "{}", frame.action);
    let field = |name: &str| {
        frame
            .fields
            .iter()
            .find(|(key, _)| *key == name)
            .unwrap()
            .1
            .clone()
    };
    assert_eq!(
        field("PLACEMENT_OPTIONS"),
        r#"{"ID":"7","URI":"\/crm\/lead\/details\/7\/"}"#
    );
    assert_eq!(
        (field("AUTH_EXPIRES"), field("status")),
        ("3600".into(), "L".into())
    );
    let who = portal
        .with_token(&field("AUTH_ID"), "profile", json!({}))
        .await;
    assert_eq!(who.result()["ID"], json!("1"));

    let init = portal
        .get(&format!("/_sandbox/frame/init?sid={}", frame.sid))
        .await
        .json();
    assert_eq!(
        (&init["FIRST_RUN"], &init["PLACEMENT_OPTIONS"]),
        (&json!(true), &options)
    );
    assert_eq!(
        (&init["PROTOCOL"], &init["USER_OPTIONS"], &init["IS_ADMIN"]),
        (&json!(0), &json!([]), &json!(true))
    );
    let again = portal
        .get(&format!("/_sandbox/frame/init?sid={}", frame.sid))
        .await
        .json();
    assert_eq!(again["FIRST_RUN"], json!(false));

    let sid = json!({ "sid": frame.sid }).to_string();
    let fresh = portal
        .post("/_sandbox/frame/refresh", "application/json", sid)
        .await
        .json();
    assert_ne!(fresh["AUTH_ID"], json!(field("AUTH_ID")));
    let who = portal
        .with_token(fresh["AUTH_ID"].as_str().unwrap(), "profile", json!({}))
        .await;
    assert_eq!(who.status, 200);
}
