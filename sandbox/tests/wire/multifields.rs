//! Phones, e-mails and the like on their way in and out.

use serde_json::{Value, json};

use crate::support::Portal;

async fn entries(portal: &Portal, id: i64, name: &str) -> Vec<(String, String)> {
    let lead = portal.record("lead", id).await;
    let list = lead.get(name).cloned().unwrap_or_else(|| json!([]));
    let text = |entry: &Value, key: &str| entry[key].as_str().unwrap().to_owned();
    list.as_array()
        .unwrap()
        .iter()
        .map(|entry| (text(entry, "VALUE_TYPE"), text(entry, "VALUE")))
        .collect()
}

fn pair(kind: &str, value: &str) -> (String, String) {
    (kind.into(), value.into())
}

async fn update(portal: &Portal, id: i64, fields: Value) {
    portal
        .call("crm.lead.update", json!({ "id": id, "fields": fields }))
        .await
        .result();
}

#[tokio::test]
async fn s3_5_entries_have_four_strings() {
    let portal = Portal::new();
    let id = portal
        .add(
            "lead",
            json!({ "PHONE": [{ "VALUE": " +1 555 ", "VALUE_TYPE": "MOBILE" }] }),
        )
        .await;
    let lead = portal.record("lead", id).await;
    let entry = &lead["PHONE"][0];
    let keys: Vec<&String> = entry.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["ID", "VALUE_TYPE", "VALUE", "TYPE_ID"]);
    assert_eq!(
        (&entry["VALUE"], &entry["TYPE_ID"]),
        (&json!("+1 555"), &json!("PHONE"))
    );
    assert!(entry["ID"].is_string());
    assert_eq!(
        (&lead["HAS_PHONE"], &lead["HAS_EMAIL"]),
        (&json!("Y"), &json!("N"))
    );
}

#[tokio::test]
async fn s3_7_entries_without_an_id_are_added_once() {
    let portal = Portal::new();
    let phone = json!({ "PHONE": [{ "VALUE": "1" }, { "VALUE": "1" }, { "VALUE": "" }], "IM": [{ "VALUE": "me" }] });
    let id = portal.add("lead", phone).await;
    update(
        &portal,
        id,
        json!({ "PHONE": [{ "VALUE": "1" }, { "VALUE": "1", "VALUE_TYPE": "HOME" }] }),
    )
    .await;
    assert_eq!(
        entries(&portal, id, "PHONE").await,
        [pair("WORK", "1"), pair("HOME", "1")]
    );
    assert_eq!(entries(&portal, id, "IM").await, [pair("OTHER", "me")]);
}

#[tokio::test]
async fn s3_7_entries_with_an_id_change_or_go() {
    let portal = Portal::new();
    let id = portal
        .add(
            "lead",
            json!({ "EMAIL": [{ "VALUE": "a@b.example", "VALUE_TYPE": "HOME" }] }),
        )
        .await;
    let entry = portal.record("lead", id).await["EMAIL"][0]["ID"].clone();
    update(
        &portal,
        id,
        json!({ "EMAIL": [{ "ID": entry, "VALUE": "c@d.example" }] }),
    )
    .await;
    // Without a kind it is WORK again.
    assert_eq!(
        entries(&portal, id, "EMAIL").await,
        [pair("WORK", "c@d.example")]
    );
    for removal in [
        json!({ "ID": entry, "DELETE": "Y" }),
        json!({ "ID": entry, "VALUE_TYPE": "HOME" }),
    ] {
        let copy = portal
            .add("lead", json!({ "EMAIL": [{ "VALUE": "x@y.example" }] }))
            .await;
        let own = portal.record("lead", copy).await["EMAIL"][0]["ID"].clone();
        let mut removal = removal;
        removal["ID"] = own;
        update(&portal, copy, json!({ "EMAIL": [removal] })).await;
        assert!(
            entries(&portal, copy, "EMAIL").await.is_empty(),
            "{removal}"
        );
        assert_eq!(portal.record("lead", copy).await["HAS_EMAIL"], json!("N"));
    }
}

#[tokio::test]
async fn s3_7_ids_of_other_records_are_no_ids() {
    let portal = Portal::new();
    let other = portal
        .add("lead", json!({ "PHONE": [{ "VALUE": "1" }] }))
        .await;
    let foreign = portal.record("lead", other).await["PHONE"][0]["ID"].clone();
    let id = portal.add("lead", json!({})).await;
    update(
        &portal,
        id,
        json!({ "PHONE": [{ "ID": foreign, "VALUE": "2" }] }),
    )
    .await;
    assert_eq!(entries(&portal, id, "PHONE").await, [pair("WORK", "2")]);
    assert_eq!(entries(&portal, other, "PHONE").await, [pair("WORK", "1")]);
}

#[tokio::test]
async fn s3_7_what_is_no_list_of_objects_is_dropped() {
    let portal = Portal::new();
    for value in [json!("+1 555"), json!(["+1 555"]), json!(null)] {
        let id = portal.add("lead", json!({ "PHONE": value })).await;
        assert!(entries(&portal, id, "PHONE").await.is_empty(), "{value}");
    }
}
