//! Custom fields: what belongs to whom, what can be changed, and how lists are asked for.

use serde_json::json;

use crate::support::Portal;

#[tokio::test]
async fn s5_1_each_kind_of_record_has_its_own_fields() {
    let portal = Portal::new();
    for kind in ["lead", "contact", "company"] {
        let fields = json!({ "USER_TYPE_ID": "string", "FIELD_NAME": "SAME" });
        let id = portal.add_userfield(kind, fields).await;
        let owner = format!("CRM_{}", kind.to_uppercase());
        assert_eq!(portal.userfield(kind, id).await["ENTITY_ID"], json!(owner));
        let record = portal.add(kind, json!({ "UF_CRM_SAME": kind })).await;
        assert_eq!(
            portal.record(kind, record).await["UF_CRM_SAME"],
            json!(kind)
        );
        let listed = portal
            .call(&format!("crm.{kind}.userfield.list"), json!({}))
            .await;
        assert_eq!(listed.json()["total"], json!(1), "{kind}");
    }
}

#[tokio::test]
async fn s5_1_every_type_there_is() {
    let portal = Portal::new();
    let types = [
        "string",
        "integer",
        "double",
        "boolean",
        "enumeration",
        "date",
        "datetime",
        "money",
        "url",
        "address",
        "file",
        "employee",
        "crm",
        "crm_status",
        "iblock_section",
        "iblock_element",
    ];
    for user_type in types {
        let fields = json!({
            "USER_TYPE_ID": user_type, "FIELD_NAME": format!("T_{user_type}"), "MULTIPLE": "Y",
        });
        let id = portal.add_userfield("lead", fields).await;
        let field = portal.userfield("lead", id).await;
        assert_eq!(field["USER_TYPE_ID"], json!(user_type));
        // A yes or no is never one of several.
        let multiple = if user_type == "boolean" { "N" } else { "Y" };
        assert_eq!(field["MULTIPLE"], json!(multiple), "{user_type}");
    }
}

#[tokio::test]
async fn s5_1_name_type_and_number_of_values_stay() {
    let portal = Portal::new();
    let fields = json!({ "USER_TYPE_ID": "string", "FIELD_NAME": "A", "EDIT_FORM_LABEL": "Old" });
    let id = portal.add_userfield("lead", fields).await;
    let fields = json!({
        "USER_TYPE_ID": "integer", "FIELD_NAME": "B", "MULTIPLE": "Y", "SORT": 7, "MANDATORY": "Y",
        "SHOW_FILTER": "Y", "EDIT_FORM_LABEL": { "en": "New" }, "XML_ID": "from-elsewhere",
    });
    let params = json!({ "id": id, "fields": fields });
    let reply = portal.call("crm.lead.userfield.update", params).await;
    assert_eq!(reply.result(), json!(true));
    let field = portal.userfield("lead", id).await;
    let expected = [
        ("USER_TYPE_ID", "string"),
        ("FIELD_NAME", "UF_CRM_A"),
        ("MULTIPLE", "N"),
        ("SORT", "7"),
        ("MANDATORY", "Y"),
        ("SHOW_FILTER", "E"),
        ("XML_ID", "from-elsewhere"),
    ];
    for (name, value) in expected {
        assert_eq!(field[name], json!(value), "{name}");
    }
    let labels = &field["EDIT_FORM_LABEL"];
    assert_eq!(
        (&labels["en"], &labels["de"]),
        (&json!("New"), &json!("Old"))
    );
}

#[tokio::test]
async fn s5_1_columns_filter_and_sort_the_list() {
    let portal = Portal::new();
    for (name, user_type, sort) in [
        ("A", "string", 300),
        ("B", "integer", 20),
        ("C", "string", 100),
    ] {
        let fields = json!({ "USER_TYPE_ID": user_type, "FIELD_NAME": name, "SORT": sort });
        portal.add_userfield("lead", fields).await;
    }
    let cases = [
        (json!({}), vec!["B", "C", "A"]),
        (json!({ "order": { "SORT": "DESC" } }), vec!["A", "C", "B"]),
        (
            json!({ "order": { "FIELD_NAME": "ASC" } }),
            vec!["A", "B", "C"],
        ),
        (
            json!({ "filter": { "USER_TYPE_ID": "string" } }),
            vec!["C", "A"],
        ),
        (
            json!({ "filter": { "FIELD_NAME": "UF_CRM_B", "MULTIPLE": "N" } }),
            vec!["B"],
        ),
        (json!({ "filter": { "SORT": 20 } }), vec!["B"]),
    ];
    for (params, expected) in cases {
        let body = portal
            .call("crm.lead.userfield.list", params.clone())
            .await
            .json();
        let rows = body["result"].as_array().unwrap();
        let names = rows.iter().map(|row| row["FIELD_NAME"].as_str().unwrap());
        let names: Vec<&str> = names
            .map(|name| name.strip_prefix("UF_CRM_").unwrap())
            .collect();
        assert_eq!(
            (names, &body["total"]),
            (expected.clone(), &json!(expected.len())),
            "{params}"
        );
        assert!(body.get("next").is_none());
    }
}
