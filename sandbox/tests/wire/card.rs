//! Layouts of the record card.

use serde_json::{Value, json};

use crate::support::{Portal, SELLER, crm};

fn section(name: &str) -> Value {
    json!({ "name": name, "title": "Main", "elements": [{ "name": "TITLE", "optionFlags": "1", "extra": 1 }, { "name": "X", "options": [] }] })
}

fn stored(name: &str) -> Value {
    json!({
        "type": "section", "name": name, "title": "Main",
        "elements": [{ "name": "TITLE", "optionFlags": "1" }, { "name": "X", "options": [] }],
    })
}

async fn call(portal: &Portal, method: &str, params: Value) -> Value {
    portal
        .call(&format!("crm.lead.details.configuration.{method}"), params)
        .await
        .result()
}

#[tokio::test]
async fn s5_2_each_user_and_kind_of_lead_has_a_layout() {
    let portal = Portal::new();
    assert_eq!(call(&portal, "get", json!({})).await, json!(null));
    let repeat = json!({ "leadCustomerType": 2 });
    assert_eq!(
        call(&portal, "set", json!({ "data": [section("own")] })).await,
        json!(true)
    );
    call(
        &portal,
        "set",
        json!({ "data": [section("common")], "scope": "C" }),
    )
    .await;
    call(
        &portal,
        "set",
        json!({ "data": [section("repeat")], "extras": repeat }),
    )
    .await;
    call(
        &portal,
        "set",
        json!({ "data": [section("hers")], "userId": SELLER }),
    )
    .await;
    let cases = [
        (json!({}), "own"),
        (json!({ "scope": "P", "userId": 1 }), "own"),
        (json!({ "scope": "C" }), "common"),
        (json!({ "extras": { "lead.customer.type": "2" } }), "repeat"),
        (json!({ "userId": SELLER }), "hers"),
    ];
    for (params, expected) in cases {
        assert_eq!(
            call(&portal, "get", params.clone()).await,
            json!([stored(expected)]),
            "{params}"
        );
    }
    assert_eq!(call(&portal, "reset", json!({})).await, json!(true));
    assert_eq!(call(&portal, "get", json!({})).await, json!(null));
    assert_eq!(
        call(&portal, "forceCommonScopeForAll", json!({})).await,
        json!(true)
    );
    assert_eq!(
        call(&portal, "get", json!({ "userId": SELLER })).await,
        json!(null)
    );
    assert_eq!(
        call(&portal, "get", json!({ "scope": "C" })).await,
        json!([stored("common")])
    );
}

#[tokio::test]
async fn s5_2_a_column_around_the_sections_is_taken_off() {
    let portal = Portal::new();
    let column = json!({ "data": [{ "type": "column", "elements": [section("inner")] }] });
    call(&portal, "set", column).await;
    assert_eq!(
        call(&portal, "get", json!({})).await,
        json!([stored("inner")])
    );
}

#[tokio::test]
async fn s5_2_wrong_layouts() {
    let portal = Portal::new();
    let cases = [
        (json!({}), "Parameter 'data' must be array."),
        (json!({ "data": "x" }), "Parameter 'data' must be array."),
        (json!({ "data": [] }), "There are no data to write."),
        (
            json!({ "data": { "a": 1 } }),
            "The data must be indexed array.",
        ),
        (
            json!({ "data": [{ "type": "row" }] }),
            "Section at index 0 have type 'row'. The expected type is 'section'.",
        ),
        (
            json!({ "data": [section("a"), {}] }),
            "Section at index 1 does not have name.",
        ),
        (
            json!({ "data": [{ "name": "a" }] }),
            "Section at index 0 does not have title.",
        ),
        (
            json!({ "data": [{ "name": "a", "title": 5 }] }),
            "Section at index 0 does not have title.",
        ),
        (
            json!({ "data": [{ "name": "a", "title": "b", "elements": [{ "name": "x" }, {}] }] }),
            "Element at index 1 in section at index 0 does not have name.",
        ),
    ];
    for (params, text) in cases {
        let reply = portal
            .call("crm.contact.details.configuration.set", params.clone())
            .await;
        assert_eq!(reply.error(), crm(text), "{params}");
    }
}

#[tokio::test]
async fn s5_2_rights() {
    let portal = Portal::new();
    let data = json!([section("a")]);
    let own = json!({ "data": data });
    let common = json!({ "data": data, "scope": "C" });
    let others = json!({ "data": data, "userId": 1 });
    let set = "crm.contact.details.configuration.set";
    assert_eq!(portal.as_seller(set, own).await.result(), json!(true));
    assert_eq!(
        portal.as_seller(set, common).await.error(),
        crm("Access denied.")
    );
    assert_eq!(
        portal.as_seller(set, others).await.error(),
        crm("Access denied.")
    );
    let get = "crm.contact.details.configuration.get";
    assert_eq!(
        portal
            .as_seller(get, json!({ "scope": "C" }))
            .await
            .result(),
        json!(null)
    );
    assert_eq!(
        portal.as_seller(get, json!({ "userId": 1 })).await.error(),
        crm("Access denied.")
    );
    let force = portal
        .as_seller(
            "crm.contact.details.configuration.forceCommonScopeForAll",
            json!({}),
        )
        .await;
    assert_eq!(force.error(), crm("Access denied."));
}
