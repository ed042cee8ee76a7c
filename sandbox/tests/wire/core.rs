//! The small methods every client touches, and options.

use serde_json::json;

use crate::support::{Portal, SELLER, coded};

#[tokio::test]
async fn s11_profile_says_who_one_is() {
    let portal = Portal::new();
    let expected = json!({
        "ID": "2", "ADMIN": false, "NAME": "Noah", "LAST_NAME": "Keller", "PERSONAL_GENDER": "M", "TIME_ZONE": "",
    });
    assert_eq!(
        portal.as_seller("profile", json!({})).await.result(),
        expected
    );
}

#[tokio::test]
async fn s11_method_get_wants_small_letters() {
    let portal = Portal::new();
    let cases = [
        ("crm.lead.contact.add", true, true),
        (
            "crm.lead.details.configuration.forcecommonscopeforall",
            true,
            true,
        ),
        ("batch", true, true),
        ("crm.Lead.add", false, false),
        ("nothing", false, false),
    ];
    for (name, existing, available) in cases {
        let reply = portal.call("method.get", json!({ "name": name })).await;
        let expected = json!({ "isExisting": existing, "isAvailable": available });
        assert_eq!(reply.result(), expected, "{name}");
    }
}

#[tokio::test]
async fn s11_methods_lists_names_in_small_letters() {
    let portal = Portal::new();
    let names = async |params| -> Vec<String> {
        let listed = portal.call("methods", params).await.result();
        serde_json::from_value(listed).unwrap()
    };
    let all = names(json!({ "full": 1 })).await;
    for name in [
        "batch",
        "crm.lead.add",
        "profile",
        "crm.lead.details.configuration.forcecommonscopeforall",
    ] {
        assert!(all.iter().any(|listed| listed == name), "{name}");
    }
    let crm = names(json!({ "scope": "crm" })).await;
    assert!(crm.iter().all(|name| name.starts_with("crm.")), "{crm:?}");
    let global = names(json!({ "scope": "" })).await;
    assert!(
        !global.iter().any(|name| name.starts_with("crm.")),
        "{global:?}"
    );
    assert_eq!(all.len(), names(json!({})).await.len());
}

#[tokio::test]
async fn s11_app_info_depends_on_the_caller() {
    let portal = Portal::new();
    let webhook = portal.call("app.info", json!({})).await.result();
    assert_eq!(webhook["SCOPE"], json!(["crm", "user", "placement"]));
    let app = portal.as_app("app.info", json!({})).await.result();
    assert_eq!(
        (&app["ID"], &app["STATUS"], &app["INSTALLED"]),
        (&json!("1"), &json!("L"), &json!(true))
    );
}

#[tokio::test]
async fn s11_scope_lists_what_one_holds() {
    let portal = Portal::new();
    assert_eq!(
        portal.as_app("scope", json!({})).await.result(),
        json!(["crm", "placement", "user"])
    );
}

#[tokio::test]
async fn s11_options_belong_to_apps() {
    let portal = Portal::new();
    let refused = coded(
        403,
        "ACCESS_DENIED",
        "Access denied! Application context required",
    );
    for method in [
        "app.option.get",
        "app.option.set",
        "user.option.get",
        "user.option.set",
    ] {
        assert_eq!(
            portal.call(method, json!({})).await.error(),
            refused,
            "{method}"
        );
    }
}

#[tokio::test]
async fn s11_options_are_kept() {
    let portal = Portal::new();
    assert_eq!(
        portal.as_app("app.option.get", json!({})).await.result(),
        json!([])
    );
    for family in ["app", "user"] {
        let set = format!("{family}.option.set");
        assert_eq!(
            portal
                .as_app(&set, json!({ "options": { "a": "1" } }))
                .await
                .result(),
            json!(true)
        );
        assert_eq!(
            portal
                .as_app(&set, json!({ "options": { "b": [1, 2] } }))
                .await
                .result(),
            json!(true)
        );
        let get = format!("{family}.option.get");
        assert_eq!(
            portal.as_app(&get, json!({})).await.result(),
            json!({ "a": "1", "b": [1, 2] })
        );
        assert_eq!(
            portal.as_app(&get, json!({ "option": "b" })).await.result(),
            json!([1, 2])
        );
        assert_eq!(
            portal.as_app(&get, json!({ "option": "c" })).await.result(),
            json!(null)
        );
        let nothing = portal.as_app(&set, json!({ "options": [] })).await;
        assert_eq!(
            (nothing.status, nothing.json()["argument"].clone()),
            (400, json!("options"))
        );
    }
    let seller = portal.new_token(SELLER);
    let refused = portal
        .with_token(&seller, "app.option.set", json!({ "options": { "a": 1 } }))
        .await;
    assert_eq!(refused.error().1, "ACCESS_DENIED");
    let own = portal
        .with_token(&seller, "user.option.get", json!({}))
        .await;
    assert_eq!(own.result(), json!([]));
}

#[tokio::test]
async fn s12_directories_of_a_fresh_portal() {
    let portal = Portal::new();
    let stages = portal
        .call(
            "crm.status.list",
            json!({ "filter": { "ENTITY_ID": "STATUS" } }),
        )
        .await
        .result();
    let names: Vec<&str> = stages
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["STATUS_ID"].as_str().unwrap())
        .collect();
    assert_eq!(
        names,
        ["NEW", "IN_PROCESS", "PROCESSED", "CONVERTED", "JUNK"]
    );
    assert_eq!(stages[3]["SEMANTICS"], json!("S"));
    assert_eq!(stages[0]["SORT"], json!("10"));
    let order = json!({ "filter": { "ENTITY_ID": "CONTACT_TYPE" }, "order": { "SORT": "DESC" } });
    let types = portal.call("crm.status.list", order).await.result();
    assert_eq!(types[0]["STATUS_ID"], json!("OTHER"));
    let wrong = portal
        .call("crm.status.list", json!({ "filter": "STATUS" }))
        .await;
    assert_eq!(wrong.error().2, "Parameter 'filter' must be array.");
}
