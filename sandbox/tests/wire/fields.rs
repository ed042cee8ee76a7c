//! crm.*.fields.

use serde_json::{Value, json};

use crate::support::Portal;

#[tokio::test]
async fn s3_9_types_and_flags_of_lead_fields() {
    let portal = Portal::new();
    let fields = portal.call("crm.lead.fields", json!({})).await.result();
    let cases = [
        ("ID", "integer", true, false),
        ("TITLE", "string", false, false),
        ("HONORIFIC", "crm_status", false, false),
        ("BIRTHDATE", "date", false, false),
        ("CURRENCY_ID", "crm_currency", false, false),
        ("OPPORTUNITY", "double", false, false),
        ("OPENED", "char", false, false),
        ("HAS_PHONE", "char", true, false),
        ("ASSIGNED_BY_ID", "user", false, false),
        ("CREATED_BY_ID", "user", true, false),
        ("DATE_CREATE", "datetime", true, false),
        ("COMPANY_ID", "crm_company", false, false),
        ("CONTACT_IDS", "crm_contact", false, true),
        ("IS_RETURN_CUSTOMER", "char", true, false),
        ("ADDRESS_LOC_ADDR_ID", "integer", false, false),
        ("PHONE", "crm_multifield", false, true),
    ];
    for (name, kind, readonly, multiple) in cases {
        let field = &fields[name];
        let found = (&field["type"], &field["isReadOnly"], &field["isMultiple"]);
        assert_eq!(
            found,
            (&json!(kind), &json!(readonly), &json!(multiple)),
            "{name}"
        );
    }
    assert_eq!(fields["STATUS_ID"]["statusType"], json!("STATUS"));
    assert_eq!(fields["CONTACT_ID"]["isDeprecated"], json!(true));
    assert_eq!(fields.as_object().unwrap().len(), 57);
}

#[tokio::test]
async fn s3_9_types_and_flags_of_contact_fields() {
    let portal = Portal::new();
    let fields = portal.call("crm.contact.fields", json!({})).await.result();
    assert_eq!(
        (&fields["PHOTO"]["type"], &fields["NAME"]["isRequired"]),
        (&json!("file"), &json!(true))
    );
    assert_eq!(fields["TYPE_ID"]["statusType"], json!("CONTACT_TYPE"));
    assert_eq!(
        fields["LEAD_ID"]["settings"],
        json!({ "parentEntityTypeId": 1 })
    );
    assert_eq!(fields["COMPANY_ID"]["isDeprecated"], json!(true));
    assert_eq!(fields.as_object().unwrap().len(), 49);
}

#[tokio::test]
async fn s3_9_custom_fields_bring_labels_and_items() {
    let portal = Portal::new();
    let field = json!({
        "USER_TYPE_ID": "enumeration", "FIELD_NAME": "REGION", "LABEL": "Region", "MULTIPLE": "Y",
        "LIST": [{ "VALUE": "North" }],
    });
    portal
        .call("crm.lead.userfield.add", json!({ "fields": field }))
        .await
        .result();
    let fields = portal.call("crm.lead.fields", json!({})).await.result();
    let region: &Value = &fields["UF_CRM_REGION"];
    let expected = [
        ("type", json!("enumeration")),
        ("isDynamic", json!(true)),
        ("isMultiple", json!(true)),
        ("title", json!("UF_CRM_REGION")),
        ("listLabel", json!("Region")),
    ];
    for (name, value) in expected {
        assert_eq!(region[name], value, "{name}");
    }
    assert_eq!(region["items"][0]["VALUE"], json!("North"));
    assert!(region["items"][0]["ID"].is_string());
}
