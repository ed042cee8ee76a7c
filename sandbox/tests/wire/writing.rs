//! What writing a record fills in, casts, keeps and does besides.

use serde_json::{Value, json};

use crate::support::{Portal, crm};

async fn update(portal: &Portal, kind: &str, id: i64, fields: Value) {
    let params = json!({ "id": id, "fields": fields });
    let reply = portal.call(&format!("crm.{kind}.update"), params).await;
    assert_eq!(reply.result(), json!(true));
}

/// The links of a record: whom to, position, whether the first one.
async fn links(portal: &Portal, method: &str, id: i64) -> Vec<(i64, i64, Value)> {
    let rows = portal.call(method, json!({ "id": id })).await.result();
    let link = |row: &Value| {
        let target = row.get("CONTACT_ID").unwrap_or(&row["COMPANY_ID"]);
        let number = |value: &Value| value.as_i64().unwrap();
        (
            number(target),
            number(&row["SORT"]),
            row["IS_PRIMARY"].clone(),
        )
    };
    rows.as_array().unwrap().iter().map(link).collect()
}

#[tokio::test]
async fn s3_2_nothing_that_is_called_required_is_required() {
    let portal = Portal::new();
    for kind in ["lead", "contact", "company"] {
        let field = json!({ "USER_TYPE_ID": "string", "FIELD_NAME": "MUST", "MANDATORY": "Y" });
        let method = format!("crm.{kind}.userfield.add");
        portal
            .call(&method, json!({ "fields": field }))
            .await
            .result();
        let id = portal.add(kind, json!({})).await;
        assert_eq!(portal.record(kind, id).await["UF_CRM_MUST"], json!(""));
    }
}

#[tokio::test]
async fn s3_2_who_and_when_are_filled_in() {
    let portal = Portal::new();
    let added = portal.as_seller("crm.lead.add", json!({})).await.result();
    let lead = portal.record("lead", added.as_i64().unwrap()).await;
    for name in [
        "ASSIGNED_BY_ID",
        "CREATED_BY_ID",
        "MODIFY_BY_ID",
        "MOVED_BY_ID",
    ] {
        assert_eq!(lead[name], json!("2"), "{name}");
    }
    let now = portal.call("server.time", json!({})).await.result();
    let day = &now.as_str().unwrap()[..10];
    for name in [
        "DATE_CREATE",
        "DATE_MODIFY",
        "MOVED_TIME",
        "LAST_ACTIVITY_TIME",
    ] {
        assert_eq!(lead[name].as_str().unwrap()[..10], *day, "{name}");
    }
}

#[tokio::test]
async fn s3_2_amounts_are_cast_as_php_does() {
    let portal = Portal::new();
    let cases = [
        (json!("12.5"), "12.50"),
        (json!("12,5"), "12.00"),
        (json!("12 EUR"), "12.00"),
        (json!("much"), "0.00"),
        (json!(7), "7.00"),
    ];
    for (given, expected) in cases {
        let id = portal.add("lead", json!({ "OPPORTUNITY": given })).await;
        assert_eq!(
            portal.record("lead", id).await["OPPORTUNITY"],
            expected,
            "{given}"
        );
    }
}

#[tokio::test]
async fn s3_2_any_truthy_import_is_one() {
    let portal = Portal::new();
    let cases = [
        (json!("N"), true),
        (json!(1), true),
        (json!("0"), false),
        (json!(false), false),
    ];
    for (import, expected) in cases {
        for kind in ["lead", "contact", "company"] {
            let fields = json!({ "DATE_CREATE": "2001-01-01 10:00:00" });
            let params = json!({ "fields": fields, "params": { "IMPORT": import } });
            let id = portal
                .call(&format!("crm.{kind}.add"), params)
                .await
                .result();
            let record = portal.record(kind, id.as_i64().unwrap()).await;
            let imported = record["DATE_CREATE"] == json!("2001-01-01T10:00:00+03:00");
            assert_eq!(imported, expected, "{kind}, {import}");
        }
    }
}

#[tokio::test]
async fn s3_2_links_are_set_by_one_id_or_several() {
    let portal = Portal::new();
    let (yes, no) = (json!("Y"), json!("N"));
    let several = vec![(5, 10, yes.clone()), (6, 20, no)];
    let one = vec![(5, 10, yes)];
    let cases = [
        (json!({ "CONTACT_ID": 5 }), &one),
        (json!({ "CONTACT_ID": "5" }), &one),
        (json!({ "CONTACT_ID": [5, 6] }), &several),
        (json!({ "CONTACT_IDS": [5, 6] }), &several),
        (json!({ "CONTACT_IDS": [5, 6, 5, 0] }), &several),
    ];
    for (fields, expected) in cases {
        let id = portal.add("lead", fields.clone()).await;
        let found = links(&portal, "crm.lead.contact.items.get", id).await;
        assert_eq!(found, *expected, "{fields}");
        let lead = portal.record("lead", id).await;
        assert_eq!(
            (&lead["CONTACT_ID"], lead.get("CONTACT_IDS")),
            (&json!("5"), None)
        );
        assert_eq!(lead["IS_RETURN_CUSTOMER"], json!("Y"));
    }
    for name in ["COMPANY_ID", "COMPANY_IDS"] {
        let id = portal
            .add("contact", json!({ "NAME": "Ann", name: [5, 6] }))
            .await;
        let found = links(&portal, "crm.contact.company.items.get", id).await;
        assert_eq!(found, several, "{name}");
    }
}

#[tokio::test]
async fn s3_2_flags_of_entries_follow_them() {
    let portal = Portal::new();
    let cases = [
        (json!({ "PHONE": [{ "VALUE": "1" }] }), ["Y", "N", "N"]),
        (
            json!({ "EMAIL": [{ "VALUE": "a@b.example" }] }),
            ["N", "Y", "N"],
        ),
        (
            json!({ "IM": [{ "VALUE": "imol|line", "VALUE_TYPE": "IMOL" }] }),
            ["N", "N", "Y"],
        ),
        (
            json!({ "IM": [{ "VALUE": "me" }], "WEB": [{ "VALUE": "a.example" }] }),
            ["N", "N", "N"],
        ),
    ];
    for (fields, expected) in cases {
        for kind in ["lead", "contact", "company"] {
            let id = portal.add(kind, fields.clone()).await;
            let record = portal.record(kind, id).await;
            let flags = ["HAS_PHONE", "HAS_EMAIL", "HAS_IMOL"].map(|name| record[name].as_str());
            assert_eq!(flags, expected.map(Some), "{kind} {fields}");
        }
    }
}

#[tokio::test]
async fn s3_3_every_update_is_one() {
    let portal = Portal::new();
    let id = portal.as_seller("crm.lead.add", json!({})).await.result();
    let id = id.as_i64().unwrap();
    let before = portal.record("lead", id).await;
    for fields in [json!({}), json!({ "NOPE": 1, "title": "x" })] {
        portal.state.clock.advance(60);
        update(&portal, "lead", id, fields).await;
    }
    let after = portal.record("lead", id).await;
    assert_eq!(
        (&before["MODIFY_BY_ID"], &after["MODIFY_BY_ID"]),
        (&json!("2"), &json!("1"))
    );
    assert_ne!(before["DATE_MODIFY"], after["DATE_MODIFY"]);
    assert_eq!(before["TITLE"], after["TITLE"]);
}

#[tokio::test]
async fn s3_3_stages_note_who_moved_the_lead() {
    let portal = Portal::new();
    let id = portal.as_seller("crm.lead.add", json!({})).await.result();
    let id = id.as_i64().unwrap();
    update(&portal, "lead", id, json!({ "STATUS_ID": "NEW" })).await;
    assert_eq!(portal.record("lead", id).await["MOVED_BY_ID"], json!("2"));
    update(&portal, "lead", id, json!({ "STATUS_ID": "CONVERTED" })).await;
    let lead = portal.record("lead", id).await;
    assert_eq!(
        (&lead["MOVED_BY_ID"], &lead["STATUS_SEMANTIC_ID"]),
        (&json!("1"), &json!("S"))
    );
    assert_ne!(lead["DATE_CLOSED"], json!(""));
    update(&portal, "lead", id, json!({ "STATUS_ID": "NEW" })).await;
    assert_eq!(portal.record("lead", id).await["DATE_CLOSED"], json!(""));
}

#[tokio::test]
async fn s3_7_entries_that_are_not_named_stay() {
    let portal = Portal::new();
    let phones = json!([{ "VALUE": "1" }, { "VALUE": "2" }]);
    let mail = json!([{ "VALUE": "a@b.example" }]);
    let id = portal
        .add("lead", json!({ "PHONE": phones, "EMAIL": mail }))
        .await;
    update(
        &portal,
        "lead",
        id,
        json!({ "PHONE": [{ "VALUE": "3" }], "EMAIL": [] }),
    )
    .await;
    let lead = portal.record("lead", id).await;
    let values: Vec<&Value> = (0..3).map(|at| &lead["PHONE"][at]["VALUE"]).collect();
    assert_eq!(values, ["1", "2", "3"]);
    assert_eq!(lead["EMAIL"][0]["VALUE"], json!("a@b.example"));
}

#[tokio::test]
async fn s3_8_moments_are_read_in_any_wording_and_cleared_by_nothing() {
    let portal = Portal::new();
    let field = json!({ "USER_TYPE_ID": "datetime", "FIELD_NAME": "AT" });
    let params = json!({ "fields": field });
    portal.call("crm.lead.userfield.add", params).await.result();
    let id = portal.add("lead", json!({})).await;
    let cases = [
        ("2024-05-01T12:00:00+05:00", "2024-05-01T10:00:00+03:00"),
        ("1 May 2024 9:30", "2024-05-01T09:30:00+03:00"),
        ("no date", "2024-05-01T09:30:00+03:00"),
        ("", ""),
    ];
    for (given, expected) in cases {
        update(&portal, "lead", id, json!({ "UF_CRM_AT": given })).await;
        assert_eq!(
            portal.record("lead", id).await["UF_CRM_AT"],
            expected,
            "{given}"
        );
    }
}

#[tokio::test]
async fn s3_1_a_full_disk_refuses_what_is_written() {
    let portal = Portal::new();
    let id = portal.add("contact", json!({ "NAME": "Ann" })).await;
    assert!(portal.state.conditions.set("DISK_QUOTA", true));
    for (method, params) in [
        ("crm.contact.add", json!({})),
        (
            "crm.contact.update",
            json!({ "id": id, "fields": { "NAME": "Eve" } }),
        ),
        ("crm.item.add", json!({ "entityTypeId": 3, "fields": {} })),
    ] {
        let refused = portal.call(method, params).await;
        assert_eq!(refused.error(), crm("Disk resource exhausted"), "{method}");
    }
    assert_eq!(portal.record("contact", id).await["NAME"], json!("Ann"));
    portal
        .call("crm.contact.delete", json!({ "id": id }))
        .await
        .result();
}
