//! Events, told to handlers and queued for those who fetch them.

use serde_json::json;

use crate::listener::Listener;
use crate::support::{Portal, SELLER, coded};

#[tokio::test]
async fn s6_a_letter_names_the_record_and_carries_a_token() {
    let portal = Portal::new();
    let mut listener = Listener::start().await;
    listener.bind(&portal, "onCrmLeadAdd").await;
    let id = portal.as_seller("crm.lead.add", json!({})).await.result();
    let letter = listener.next().await;
    let keys: Vec<&String> = letter.keys().collect();
    assert_eq!(keys, ["event", "event_handler_id", "data", "ts", "auth"]);
    assert_eq!(letter["event"], json!("ONCRMLEADADD"));
    assert_eq!(
        letter["data"],
        json!({ "FIELDS": { "ID": id.to_string() } })
    );
    let auth = &letter["auth"];
    assert_eq!(
        (&auth["user_id"], &auth["domain"]),
        (&json!("2"), &json!("127.0.0.1:8124"))
    );
    assert_eq!(auth["application_token"].as_str().unwrap().len(), 32);
    assert!(auth.get("refresh_token").is_none());
    // The token is that of whoever caused the event.
    let who = portal
        .with_token(auth["access_token"].as_str().unwrap(), "profile", json!({}))
        .await;
    assert_eq!(who.result()["ID"], json!("2"));
}

#[tokio::test]
async fn s6_every_event_of_every_kind_of_record_is_told() {
    let portal = Portal::new();
    let mut listener = Listener::start().await;
    for kind in ["lead", "contact", "company"] {
        let upper = kind.to_uppercase();
        let events = [
            "ADD",
            "UPDATE",
            "DELETE",
            "USERFIELDADD",
            "USERFIELDUPDATE",
            "USERFIELDDELETE",
            "USERFIELDSETENUMVALUES",
        ];
        for event in events {
            listener
                .bind(&portal, &format!("ONCRM{upper}{event}"))
                .await;
        }
        let id = portal.add(kind, json!({ "NAME": "A" })).await;
        portal
            .call(
                &format!("crm.{kind}.update"),
                json!({ "id": id, "fields": {} }),
            )
            .await
            .result();
        portal
            .call(&format!("crm.{kind}.delete"), json!({ "id": id }))
            .await
            .result();
        for event in ["ADD", "UPDATE", "DELETE"] {
            let letter = listener.next().await;
            assert_eq!(letter["event"], json!(format!("ONCRM{upper}{event}")));
            assert_eq!(letter["data"]["FIELDS"]["ID"], json!(id.to_string()));
        }
        let fields =
            json!({ "USER_TYPE_ID": "enumeration", "FIELD_NAME": "E", "LIST": [{ "VALUE": "a" }] });
        let family = format!("crm.{kind}.userfield");
        let field = portal
            .call(&format!("{family}.add"), json!({ "fields": fields }))
            .await
            .result();
        let update = json!({ "id": field, "fields": { "SORT": 5 } });
        portal
            .call(&format!("{family}.update"), update)
            .await
            .result();
        portal
            .call(&format!("{family}.delete"), json!({ "id": field }))
            .await
            .result();
        for event in [
            "USERFIELDADD",
            "USERFIELDSETENUMVALUES",
            "USERFIELDUPDATE",
            "USERFIELDDELETE",
        ] {
            let letter = listener.next().await;
            assert_eq!(letter["event"], json!(format!("ONCRM{upper}{event}")));
            let about = json!({ "ID": field.to_string(), "ENTITY_ID": format!("CRM_{upper}"), "FIELD_NAME": "UF_CRM_E" });
            assert_eq!(letter["data"]["FIELDS"], about);
        }
    }
}

#[tokio::test]
async fn items_tell_the_events_of_their_kind() {
    let portal = Portal::new();
    let mut listener = Listener::start().await;
    for (entity, upper) in [(1, "LEAD"), (3, "CONTACT"), (4, "COMPANY")] {
        for event in ["ADD", "UPDATE", "DELETE"] {
            listener
                .bind(&portal, &format!("ONCRM{upper}{event}"))
                .await;
        }
        let fields = json!({ "name": "Ann" });
        let params = json!({ "entityTypeId": entity, "fields": fields });
        let added = portal.call("crm.item.add", params).await.result();
        let id = added["item"]["id"].clone();
        for method in ["update", "delete"] {
            let params = json!({ "entityTypeId": entity, "id": id, "fields": {} });
            let method = format!("crm.item.{method}");
            portal.call(&method, params).await.result();
        }
        for event in ["ADD", "UPDATE", "DELETE"] {
            let letter = listener.next().await;
            assert_eq!(letter["event"], json!(format!("ONCRM{upper}{event}")));
            assert_eq!(letter["data"]["FIELDS"]["ID"], json!(id.to_string()));
        }
    }
}

#[tokio::test]
async fn s6_the_same_in_one_request_is_told_once() {
    let portal = Portal::new();
    let mut listener = Listener::start().await;
    listener.bind(&portal, "onCrmLeadUpdate").await;
    let update = |id: i64| format!("crm.lead.update?id={id}&fields[TITLE]=x");
    let commands = json!([
        update(5),
        update(5),
        update(6),
        "crm.lead.update?id=0",
        update(5)
    ]);
    let batch = portal.call("batch", json!({ "cmd": commands })).await;
    assert_eq!(batch.result()["result_error"]["3"]["error"], json!(""));
    portal
        .call("crm.lead.update", json!({ "id": 7, "fields": {} }))
        .await;
    let mut told = Vec::new();
    for _ in 0..3 {
        told.push(listener.next().await["data"]["FIELDS"]["ID"].clone());
    }
    assert_eq!(told, ["5", "6", "7"]);
}

#[tokio::test]
async fn s4_links_tell_nothing() {
    let portal = Portal::new();
    let mut listener = Listener::start().await;
    listener.bind(&portal, "ONCRMLEADUPDATE").await;
    let lead = portal.add("lead", json!({})).await;
    let link = json!({ "id": lead, "fields": { "CONTACT_ID": 1 } });
    portal.call("crm.lead.contact.add", link).await.result();
    let other = portal.add("lead", json!({})).await;
    portal
        .call("crm.lead.update", json!({ "id": other, "fields": {} }))
        .await
        .result();
    // The first letter is about the update, so none came about the link.
    assert_eq!(
        listener.next().await["data"]["FIELDS"]["ID"],
        json!(other.to_string())
    );
}

#[tokio::test]
async fn s6_binding_listing_and_unbinding() {
    let portal = Portal::new();
    let handler = "http://127.0.0.1:9/handler";
    let bind = json!({ "EVENT": "oncrmleadadd", "HANDLER": handler });
    portal.as_app("event.bind", bind.clone()).await.result();
    let twice = portal.as_app("event.bind", bind.clone()).await;
    assert_eq!(
        twice.error(),
        coded(
            400,
            "ERROR_CORE",
            "Unable to set event handler: Handler already binded"
        )
    );
    let offline = json!({ "event": "ONCRMLEADADD", "event_type": "offline" });
    portal.as_app("event.bind", offline.clone()).await.result();
    let expected = json!([
        { "event": "ONCRMLEADADD", "handler": handler, "auth_type": "0", "offline": 0 },
        { "event": "ONCRMLEADADD", "connector_id": "", "offline": 1 },
    ]);
    assert_eq!(
        portal.as_app("event.get", json!({})).await.result(),
        expected
    );
    let seller = portal.new_token(SELLER);
    assert_eq!(
        portal
            .with_token(&seller, "event.get", json!({}))
            .await
            .result(),
        json!([])
    );
    assert_eq!(
        portal.as_app("event.unbind", bind.clone()).await.result(),
        json!({ "count": 1 })
    );
    assert_eq!(
        portal.as_app("event.unbind", bind).await.result(),
        json!({ "count": 0 })
    );
    assert_eq!(
        portal.as_app("event.unbind", offline).await.result(),
        json!({ "count": 1 })
    );
}

#[tokio::test]
async fn s6_errors_of_event_bind() {
    let portal = Portal::new();
    let bind = |event: &str, handler: &str| json!({ "event": event, "handler": handler });
    let good = "http://127.0.0.1:9/h";
    let cases = [
        (bind("", good), "ERROR_ARGUMENT"),
        (bind("ONCRMLEADADD", ""), "ERROR_ARGUMENT"),
        (
            bind("ONCRMLEADADD", "http://localhost/h"),
            "ERROR_WRONG_HANDLER_URL",
        ),
        (
            bind("ONCRMLEADADD", "ftp://a.example/h"),
            "ERROR_UNSUPPORTED_PROTOCOL",
        ),
        (bind("ONNOTHING", good), "ERROR_EVENT_NOT_FOUND"),
        (
            json!({ "event": "ONCRMLEADADD", "handler": good, "event_type": "x" }),
            "ERROR_ARGUMENT",
        ),
    ];
    for (params, code) in cases {
        let (status, found, _) = portal.as_app("event.bind", params.clone()).await.error();
        assert_eq!((status, found.as_str()), (400, code), "{params}");
    }
    let webhook = portal.call("event.bind", bind("ONCRMLEADADD", good)).await;
    assert_eq!(
        (webhook.status, webhook.error().1.as_str()),
        (403, "WRONG_AUTH_TYPE")
    );
    let seller = portal.new_token(SELLER);
    for params in [
        json!({ "event": "ONCRMLEADADD", "event_type": "offline" }),
        json!({ "event": "ONCRMLEADADD", "handler": good, "auth_type": 1 }),
    ] {
        let refused = portal.with_token(&seller, "event.bind", params).await;
        assert_eq!(
            (refused.status, refused.error().1.as_str()),
            (403, "ACCESS_DENIED")
        );
    }
}

async fn queue(portal: &Portal) {
    let params = json!({ "event": "ONCRMLEADUPDATE", "event_type": "offline" });
    portal.as_app("event.bind", params).await.result();
}

async fn touch(portal: &Portal, lead: i64) {
    portal
        .call("crm.lead.update", json!({ "id": lead, "fields": {} }))
        .await
        .result();
}

#[tokio::test]
async fn s6_the_queue_keeps_one_entry_for_a_record() {
    let portal = Portal::new();
    queue(&portal).await;
    for lead in [1, 2, 1] {
        touch(&portal, lead).await;
    }
    let listed = portal.as_app("event.offline.list", json!({})).await.json();
    assert_eq!(listed["total"], json!(2));
    let row = &listed["result"][0];
    let keys: Vec<&String> = row.as_object().unwrap().keys().collect();
    let expected = [
        "ID",
        "TIMESTAMP_X",
        "EVENT_NAME",
        "EVENT_DATA",
        "EVENT_ADDITIONAL",
        "MESSAGE_ID",
        "PROCESS_ID",
        "ERROR",
    ];
    assert_eq!(keys, expected);
    assert_eq!(row["EVENT_DATA"], json!({ "FIELDS": { "ID": "1" } }));
    let fetched = portal
        .as_app("event.offline.get", json!({ "limit": 1 }))
        .await
        .result();
    assert_eq!(
        (
            &fetched["process_id"],
            fetched["events"].as_array().unwrap().len()
        ),
        (&json!(null), 1)
    );
    let rest = portal.as_app("event.offline.get", json!({})).await.result();
    assert_eq!(rest["events"][0]["EVENT_DATA"]["FIELDS"]["ID"], json!("2"));
    assert_eq!(
        portal.as_app("event.offline.get", json!({})).await.result()["events"],
        json!([])
    );
}

#[tokio::test]
async fn s6_reserved_events_are_cleared_or_marked() {
    let portal = Portal::new();
    queue(&portal).await;
    for lead in [1, 2, 3] {
        touch(&portal, lead).await;
    }
    let portion = portal
        .as_app("event.offline.get", json!({ "clear": 0 }))
        .await
        .result();
    let process = portion["process_id"].clone();
    assert_eq!(process.as_str().unwrap().len(), 32);
    assert_eq!(
        portal.as_app("event.offline.get", json!({})).await.result()["events"],
        json!([])
    );
    let again = portal
        .as_app("event.offline.get", json!({ "process_id": process }))
        .await
        .result();
    assert_eq!(again["events"], portion["events"]);
    let failed =
        json!({ "process_id": process, "message_id": [portion["events"][0]["MESSAGE_ID"]] });
    assert_eq!(
        portal.as_app("event.offline.error", failed).await.result(),
        json!(true)
    );
    let errors = portal
        .as_app("event.offline.list", json!({ "filter": { "ERROR": 1 } }))
        .await
        .json();
    assert_eq!(errors["total"], json!(1));
    let one = json!({ "process_id": process, "id": [portion["events"][1]["ID"]] });
    assert_eq!(
        portal.as_app("event.offline.clear", one).await.result(),
        json!(true)
    );
    let clear = json!({ "process_id": process });
    assert_eq!(
        portal.as_app("event.offline.clear", clear).await.result(),
        json!(true)
    );
    assert_eq!(
        portal.as_app("event.offline.list", json!({})).await.json()["total"],
        json!(0)
    );
}

#[tokio::test]
async fn s6_an_app_does_not_hear_of_its_own_changes() {
    let portal = Portal::new();
    let params =
        json!({ "event": "ONCRMLEADUPDATE", "event_type": "offline", "auth_connector": "sync" });
    portal.as_app("event.bind", params).await.result();
    let update = |connector: &str| json!({ "id": 1, "fields": {}, "auth_connector": connector });
    portal
        .as_app("crm.lead.update", update("sync"))
        .await
        .result();
    let list = json!({ "auth_connector": "sync" });
    assert_eq!(
        portal
            .as_app("event.offline.list", list.clone())
            .await
            .json()["total"],
        json!(0)
    );
    portal
        .as_app("crm.lead.update", update("other"))
        .await
        .result();
    assert_eq!(
        portal.as_app("event.offline.list", list).await.json()["total"],
        json!(1)
    );
}

#[tokio::test]
async fn s6_an_app_is_told_that_something_waits() {
    let portal = Portal::new();
    let mut listener = Listener::start().await;
    queue(&portal).await;
    let params = json!({ "event": "ONOFFLINEEVENT", "handler": listener.address, "options": { "minTimeout": 3600 } });
    portal.as_app("event.bind", params).await.result();
    listener.bind(&portal, "ONCRMLEADADD").await;
    touch(&portal, 1).await;
    let letter = listener.next().await;
    assert_eq!(
        (&letter["event"], letter.get("data")),
        (&json!("ONOFFLINEEVENT"), None)
    );
    // Once an hour at most: the next letter is about something else.
    touch(&portal, 2).await;
    portal.add("lead", json!({})).await;
    assert_eq!(listener.next().await["event"], json!("ONCRMLEADADD"));
}

#[tokio::test]
async fn s6_errors_of_the_queue() {
    let portal = Portal::new();
    let cases = [
        (
            "get",
            json!({ "limit": 0 }),
            "limit",
            "Value must be positive integer",
        ),
        (
            "get",
            json!({ "filter": { "ERROR": 1 } }),
            "filter",
            "Filter field not allowed: ERROR",
        ),
        (
            "list",
            json!({ "order": { "NOPE": "ASC" } }),
            "order",
            "Order field not allowed: NOPE",
        ),
        (
            "clear",
            json!({}),
            "process_id",
            "Argument 'process_id' is null or empty",
        ),
    ];
    for (method, params, argument, text) in cases {
        let reply = portal
            .as_app(&format!("event.offline.{method}"), params)
            .await;
        assert_eq!(
            reply.error(),
            coded(400, "ERROR_ARGUMENT", text),
            "{method}"
        );
        assert_eq!(reply.json()["argument"], json!(argument));
    }
    let short = portal
        .as_app(
            "event.offline.error",
            json!({ "process_id": "x", "message_id": ["short"] }),
        )
        .await;
    assert_eq!(short.json()["argument"], json!("message_id"));
    let seller = portal.new_token(SELLER);
    for method in ["get", "list", "clear", "error"] {
        let reply = portal
            .with_token(&seller, &format!("event.offline.{method}"), json!({}))
            .await;
        assert_eq!(
            reply.error(),
            coded(403, "ACCESS_DENIED", "Access denied!"),
            "{method}"
        );
    }
}

#[tokio::test]
async fn s6_events_lists_names() {
    let portal = Portal::new();
    let names = async |params| -> Vec<String> {
        let listed = portal.as_app("events", params).await.result();
        serde_json::from_value(listed).unwrap()
    };
    let all = names(json!({ "FULL": true })).await;
    assert!(all.iter().any(|name| name == "ONCRMLEADADD"), "{all:?}");
    assert!(all.iter().any(|name| name == "ONAPPINSTALL"), "{all:?}");
    let crm = names(json!({ "SCOPE": "crm" })).await;
    assert!(crm.iter().all(|name| name.starts_with("ONCRM")), "{crm:?}");
    let narrow = |db: &rusqlite::Connection| db.execute("UPDATE apps SET scopes = 'user'", []);
    portal.state.store.write(narrow).unwrap();
    let own = names(json!({})).await;
    assert!(own.iter().all(|name| !name.starts_with("ONCRM")), "{own:?}");
    let webhook = portal.call("events", json!({})).await;
    assert_eq!(webhook.error().1, "WRONG_AUTH_TYPE");
}
