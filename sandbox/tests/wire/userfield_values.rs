//! Custom fields of records: their values, filters on them, and what is left when a field goes.

use serde_json::json;

use crate::support::{Portal, ids};

#[tokio::test]
async fn s3_5_values_of_custom_fields() {
    let portal = Portal::new();
    let types = [
        "string",
        "integer",
        "double",
        "boolean",
        "date",
        "datetime",
        "money",
        "enumeration",
    ];
    for kind in types {
        let settings = json!({ "PRECISION": 2 });
        for multiple in ["N", "Y"] {
            let fields = json!({
                "USER_TYPE_ID": kind, "FIELD_NAME": format!("{kind}_{multiple}"), "MULTIPLE": multiple, "SETTINGS": settings,
            });
            portal.add_userfield("lead", fields).await;
        }
    }
    let empty = portal.add("lead", json!({})).await;
    let lead = portal.record("lead", empty).await;
    assert_eq!(
        (&lead["UF_CRM_STRING_N"], &lead["UF_CRM_STRING_Y"]),
        (&json!(""), &json!(false))
    );
    let single = [
        ("STRING", json!("x"), json!("x")),
        ("INTEGER", json!(5), json!("5")),
        ("DOUBLE", json!("1.239"), json!("1.24")),
        ("BOOLEAN", json!(true), json!("1")),
        (
            "DATE",
            json!("2024-05-01"),
            json!("2024-05-01T03:00:00+03:00"),
        ),
        (
            "DATETIME",
            json!("2024-05-01T12:00:00Z"),
            json!("2024-05-01T15:00:00+03:00"),
        ),
        ("MONEY", json!("100|USD"), json!("100|USD")),
        ("ENUMERATION", json!("31"), json!("31")),
    ];
    for (kind, given, expected) in single {
        let name = format!("UF_CRM_{kind}_N");
        let id = portal.add("lead", json!({ &name: given })).await;
        assert_eq!(portal.record("lead", id).await[&name], expected, "{kind}");
    }
    let id = portal
        .add(
            "lead",
            json!({ "UF_CRM_INTEGER_Y": [3, "4", ""], "UF_CRM_STRING_Y": "one" }),
        )
        .await;
    let lead = portal.record("lead", id).await;
    assert_eq!(
        (&lead["UF_CRM_INTEGER_Y"], &lead["UF_CRM_STRING_Y"]),
        (&json!([3, 4]), &json!(["one"]))
    );
    let clear =
        json!({ "id": id, "fields": { "UF_CRM_INTEGER_Y": [], "UF_CRM_DATE_N": "no date" } });
    portal.call("crm.lead.update", clear).await.result();
    assert_eq!(
        portal.record("lead", id).await["UF_CRM_INTEGER_Y"],
        json!(false)
    );
}

#[tokio::test]
async fn s3_6_filters_on_custom_fields() {
    let portal = Portal::new();
    portal
        .add_userfield(
            "lead",
            json!({ "USER_TYPE_ID": "string", "FIELD_NAME": "PART", "SHOW_FILTER": "Y" }),
        )
        .await;
    portal
        .add_userfield(
            "lead",
            json!({ "USER_TYPE_ID": "string", "FIELD_NAME": "MASK" }),
        )
        .await;
    portal
        .add_userfield(
            "lead",
            json!({ "USER_TYPE_ID": "integer", "FIELD_NAME": "NUM" }),
        )
        .await;
    portal
        .add_userfield(
            "lead",
            json!({ "USER_TYPE_ID": "integer", "FIELD_NAME": "NUMS", "MULTIPLE": "Y" }),
        )
        .await;
    let fields = |text: &str, number: i64| json!({ "UF_CRM_PART": text, "UF_CRM_MASK": text, "UF_CRM_NUM": number, "UF_CRM_NUMS": [number, 100] });
    let one = portal.add("lead", fields("Alpha 12", 1)).await;
    let two = portal.add("lead", fields("beta 12", 2)).await;
    let none = portal.add("lead", json!({})).await;
    let cases = [
        // What a bare name means depends on the field.
        (json!({ "UF_CRM_PART": "ALPHA" }), vec![one]),
        (json!({ "UF_CRM_MASK": "alpha" }), vec![]),
        (json!({ "UF_CRM_MASK": "%12" }), vec![one, two]),
        (json!({ "UF_CRM_MASK": "12" }), vec![]),
        (json!({ "=UF_CRM_MASK": "BETA 12" }), vec![two]),
        // Negation works here.
        (json!({ "!%UF_CRM_MASK": "alpha" }), vec![two, none]),
        (json!({ "UF_CRM_NUM": 2 }), vec![two]),
        (json!({ ">UF_CRM_NUM": 1 }), vec![two]),
        (json!({ "!UF_CRM_NUM": 2 }), vec![one, none]),
        (json!({ "UF_CRM_NUM": [1, 2] }), vec![one, two]),
        (json!({ "UF_CRM_NUM": [] }), vec![]),
        (json!({ "UF_CRM_NUM": "" }), vec![none]),
        (json!({ "UF_CRM_NUMS": 100 }), vec![one, two]),
        (json!({ "!UF_CRM_NUMS": 1 }), vec![two, none]),
        (json!({ "UF_CRM_NUMS": "" }), vec![none]),
    ];
    for (filter, expected) in cases {
        let mut all = filter.clone();
        all["@ID"] = json!([one, two, none]);
        let rows = portal
            .call(
                "crm.lead.list",
                json!({ "filter": all, "order": { "ID": "ASC" } }),
            )
            .await
            .result();
        assert_eq!(ids(&rows), expected, "{filter}");
    }
    let order = json!({ "filter": { "@ID": [one, two] }, "order": { "UF_CRM_NUM": "DESC" } });
    assert_eq!(
        ids(&portal.call("crm.lead.list", order).await.result()),
        [two, one]
    );
}

#[tokio::test]
async fn s5_1_deleting_a_field_drops_its_values() {
    let portal = Portal::new();
    let id = portal
        .add_userfield(
            "lead",
            json!({ "USER_TYPE_ID": "string", "FIELD_NAME": "A" }),
        )
        .await;
    let lead = portal.add("lead", json!({ "UF_CRM_A": "x" })).await;
    assert_eq!(
        portal
            .call("crm.lead.userfield.delete", json!({ "id": id }))
            .await
            .result(),
        json!(true)
    );
    assert!(portal.record("lead", lead).await.get("UF_CRM_A").is_none());
    portal
        .add_userfield(
            "lead",
            json!({ "USER_TYPE_ID": "string", "FIELD_NAME": "A" }),
        )
        .await;
    assert_eq!(portal.record("lead", lead).await["UF_CRM_A"], json!(""));
}
