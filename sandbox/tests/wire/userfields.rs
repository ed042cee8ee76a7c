//! Custom fields: their definitions, the values of records, and filters on them.

use serde_json::{Value, json};

use crate::support::{Portal, coded, crm};

#[tokio::test]
async fn s5_1_a_field_has_defaults() {
    let portal = Portal::new();
    let id = portal
        .add_userfield(
            "lead",
            json!({ "USER_TYPE_ID": "string", "FIELD_NAME": "abc" }),
        )
        .await;
    let field = portal.userfield("lead", id).await;
    let expected = [
        ("ID", json!(id.to_string())),
        ("ENTITY_ID", json!("CRM_LEAD")),
        ("FIELD_NAME", json!("UF_CRM_ABC")),
        ("XML_ID", json!(null)),
        ("SORT", json!("100")),
        ("MULTIPLE", json!("N")),
        ("MANDATORY", json!("N")),
        ("SHOW_FILTER", json!("N")),
        ("SHOW_IN_LIST", json!("Y")),
        ("EDIT_IN_LIST", json!("Y")),
        ("IS_SEARCHABLE", json!("N")),
    ];
    for (name, value) in expected {
        assert_eq!(field[name], value, "{name}");
    }
    assert_eq!(field["EDIT_FORM_LABEL"]["en"], json!("UF_CRM_ABC"));
    let settings = json!({ "SIZE": 20, "ROWS": 1, "REGEXP": "", "MIN_LENGTH": 0, "MAX_LENGTH": 0, "DEFAULT_VALUE": "" });
    assert_eq!(field["SETTINGS"].to_string(), settings.to_string());
}

#[tokio::test]
async fn s5_1_names_get_the_prefix() {
    let portal = Portal::new();
    for (name, expected) in [
        (" one ", "UF_CRM_ONE"),
        ("UF_TWO", "UF_CRM_TWO"),
        ("UF_CRM_THREE", "UF_CRM_THREE"),
    ] {
        let id = portal
            .add_userfield(
                "lead",
                json!({ "USER_TYPE_ID": "string", "FIELD_NAME": name }),
            )
            .await;
        assert_eq!(
            portal.userfield("lead", id).await["FIELD_NAME"],
            json!(expected)
        );
    }
    // The fields may stand among the parameters.
    let flat = portal
        .call(
            "crm.lead.userfield.add",
            json!({ "USER_TYPE_ID": "string", "FIELD_NAME": "FLAT" }),
        )
        .await;
    assert!(flat.result().is_i64());
}

#[tokio::test]
async fn s5_1_settings_of_every_type() {
    let portal = Portal::new();
    let date = json!({ "DEFAULT_VALUE": { "TYPE": "NONE", "VALUE": "" } });
    let cases = [
        (
            "integer",
            json!({}),
            json!({ "SIZE": 20, "MIN_VALUE": 0, "MAX_VALUE": 0, "DEFAULT_VALUE": null }),
        ),
        (
            "double",
            json!({ "DEFAULT_VALUE": "1.5" }),
            json!({ "PRECISION": 0, "SIZE": 20, "MIN_VALUE": 0, "MAX_VALUE": 0, "DEFAULT_VALUE": 1.5 }),
        ),
        (
            "boolean",
            json!({ "DEFAULT_VALUE": "1" }),
            json!({ "DEFAULT_VALUE": 1, "DISPLAY": "CHECKBOX", "LABEL": ["", ""], "LABEL_CHECKBOX": "" }),
        ),
        (
            "enumeration",
            json!({ "DISPLAY": "UI" }),
            json!({ "DISPLAY": "UI", "LIST_HEIGHT": 1, "CAPTION_NO_VALUE": "", "SHOW_NO_VALUE": "Y" }),
        ),
        ("date", json!({}), date),
        (
            "crm_status",
            json!({ "ENTITY_TYPE": "SOURCE" }),
            json!({ "ENTITY_TYPE": "SOURCE" }),
        ),
        (
            "crm",
            json!({ "DEAL": "Y" }),
            json!({ "LEAD": "N", "CONTACT": "N", "COMPANY": "N", "DEAL": "Y" }),
        ),
        (
            "crm",
            json!({}),
            json!({ "LEAD": "Y", "CONTACT": "N", "COMPANY": "N", "DEAL": "N" }),
        ),
        ("employee", json!({}), json!([])),
    ];
    for (at, (kind, settings, expected)) in cases.into_iter().enumerate() {
        let fields =
            json!({ "USER_TYPE_ID": kind, "FIELD_NAME": format!("S{at}"), "SETTINGS": settings });
        let id = portal.add_userfield("lead", fields).await;
        assert_eq!(
            portal.userfield("lead", id).await["SETTINGS"],
            expected,
            "{kind}"
        );
    }
}

#[tokio::test]
async fn s5_1_letters_of_show_filter() {
    let portal = Portal::new();
    for (kind, expected) in [("string", "E"), ("employee", "I")] {
        let fields = json!({ "USER_TYPE_ID": kind, "FIELD_NAME": kind, "SHOW_FILTER": "Y" });
        let id = portal.add_userfield("lead", fields).await;
        assert_eq!(
            portal.userfield("lead", id).await["SHOW_FILTER"],
            json!(expected),
            "{kind}"
        );
    }
}

#[tokio::test]
async fn s5_1_errors() {
    let portal = Portal::new();
    let both = portal
        .call("crm.lead.userfield.add", json!({ "fields": {} }))
        .await;
    let text = "The 'USER_TYPE_ID' field is not found.\nThe 'FIELD_NAME' field is not found.";
    assert_eq!(both.error(), crm(text));
    portal
        .add_userfield(
            "lead",
            json!({ "USER_TYPE_ID": "string", "FIELD_NAME": "A", "XML_ID": "x" }),
        )
        .await;
    let refused = [
        (
            json!({ "USER_TYPE_ID": "string", "FIELD_NAME": "A" }),
            "The field UF_CRM_A for entity CRM_LEAD already exists.<br>",
        ),
        (
            json!({ "USER_TYPE_ID": "nope", "FIELD_NAME": "B" }),
            "The user type is invalid.<br>",
        ),
        (
            json!({ "USER_TYPE_ID": "string", "FIELD_NAME": "Ü" }),
            "The field name contains invalid characters. Allowed are A-Z, 0-9 and _.<br>",
        ),
        (
            json!({ "USER_TYPE_ID": "string", "FIELD_NAME": "X".repeat(44) }),
            "The field name is too long (more than 50 characters).<br>",
        ),
        (
            json!({ "USER_TYPE_ID": "string", "FIELD_NAME": "C", "XML_ID": "x" }),
            "A field with XML_ID x already exists.<br>",
        ),
    ];
    for (fields, text) in refused {
        let reply = portal
            .call("crm.lead.userfield.add", json!({ "fields": fields }))
            .await;
        assert_eq!(reply.error(), coded(400, "ERROR_CORE", text));
    }
    for action in ["get", "update", "delete"] {
        let method = format!("crm.lead.userfield.{action}");
        assert_eq!(
            portal.call(&method, json!({})).await.error(),
            crm("ID is not defined or invalid.")
        );
        let missing = portal.call(&method, json!({ "id": 77 })).await;
        assert_eq!(
            missing.error(),
            coded(
                400,
                "ERROR_NOT_FOUND",
                "The entity with ID '77' is not found."
            )
        );
        let of_leads = portal
            .call(
                &format!("crm.contact.userfield.{action}"),
                json!({ "id": 1 }),
            )
            .await;
        assert_eq!(of_leads.error(), crm("Access denied."), "{action}");
    }
    for action in ["add", "update", "delete"] {
        let reply = portal
            .as_seller(&format!("crm.lead.userfield.{action}"), json!({ "id": 1 }))
            .await;
        assert_eq!(reply.error(), crm("Access denied."), "{action}");
    }
}

#[tokio::test]
async fn s5_1_items_of_an_enumeration() {
    let portal = Portal::new();
    let list = json!([
        { "VALUE": "One", "DEF": "Y" }, { "VALUE": "" }, { "VALUE": "Two", "DEF": "Y", "SORT": 5, "XML_ID": "two" },
    ]);
    let id = portal
        .add_userfield(
            "lead",
            json!({ "USER_TYPE_ID": "enumeration", "FIELD_NAME": "E", "LIST": list }),
        )
        .await;
    let items = portal.userfield("lead", id).await["LIST"].clone();
    let values: Vec<_> = items
        .as_array()
        .unwrap()
        .iter()
        .map(|i| (i["VALUE"].clone(), i["DEF"].clone()))
        .collect();
    assert_eq!(
        values,
        [(json!("One"), json!("Y")), (json!("Two"), json!("N"))]
    );
    assert_eq!(items[0].as_object().unwrap().len(), 4);
    let changes = json!([
        { "ID": items[0]["ID"], "VALUE": "First" }, { "ID": items[1]["ID"], "DEL": "Y" }, { "VALUE": "Three", "SORT": 9 },
    ]);
    let update = json!({ "id": id, "fields": { "LIST": changes } });
    assert_eq!(
        portal
            .call("crm.lead.userfield.update", update)
            .await
            .result(),
        json!(true)
    );
    let listed = portal
        .call("crm.lead.userfield.list", json!({ "filter": { "ID": id } }))
        .await
        .json();
    let texts: Vec<&Value> = listed["result"][0]["LIST"]
        .as_array()
        .unwrap()
        .iter()
        .map(|i| &i["VALUE"])
        .collect();
    assert_eq!(texts, [&json!("First"), &json!("Three")]);
    assert_eq!(
        listed["result"][0]["LIST"][1]["XML_ID"]
            .as_str()
            .unwrap()
            .len(),
        32
    );
    assert_eq!(listed["total"], json!(1));
}

#[tokio::test]
async fn s5_1_lists_show_labels_in_one_language() {
    let portal = Portal::new();
    let label = json!({ "en": "Region", "de": "Gebiet" });
    portal.add_userfield("lead", json!({ "USER_TYPE_ID": "string", "FIELD_NAME": "B", "EDIT_FORM_LABEL": label, "SORT": 20 })).await;
    portal
        .add_userfield(
            "lead",
            json!({ "USER_TYPE_ID": "integer", "FIELD_NAME": "A", "SORT": 10 }),
        )
        .await;
    let german = json!({ "filter": { "LANG": "de", "USER_TYPE_ID": "string" } });
    let rows = portal
        .call("crm.lead.userfield.list", german)
        .await
        .result();
    assert_eq!(
        (rows.as_array().unwrap().len(), &rows[0]["EDIT_FORM_LABEL"]),
        (1, &json!("Gebiet"))
    );
    let sorted = json!({ "order": { "SORT": "DESC" } });
    let rows = portal
        .call("crm.lead.userfield.list", sorted)
        .await
        .result();
    assert_eq!(rows[0]["FIELD_NAME"], json!("UF_CRM_B"));
    assert!(rows[0].get("EDIT_FORM_LABEL").is_none());
}
