//! Adding, changing, reading and deleting leads and contacts.

use sandbox::state::{RepeatLead, Settings};
use serde_json::{Value, json};

use crate::support::{Portal, coded, crm};

#[tokio::test]
async fn s3_2_a_lead_needs_no_fields() {
    let portal = Portal::new();
    let id = portal
        .call("crm.lead.add", json!({}))
        .await
        .result()
        .as_i64()
        .unwrap();
    let lead = portal.record("lead", id).await;
    let expected = [
        ("TITLE", json!(format!("Lead #{id}"))),
        ("STATUS_ID", json!("NEW")),
        ("STATUS_SEMANTIC_ID", json!("P")),
        ("SOURCE_ID", json!("CALL")),
        ("OPENED", json!("Y")),
        ("CURRENCY_ID", json!("EUR")),
        ("OPPORTUNITY", json!("0.00")),
        ("IS_MANUAL_OPPORTUNITY", json!("N")),
        ("IS_RETURN_CUSTOMER", json!("N")),
        ("HAS_PHONE", json!("N")),
        ("ASSIGNED_BY_ID", json!("1")),
        ("BIRTHDATE", json!("")),
        ("DATE_CLOSED", json!("")),
        ("NAME", json!(null)),
        ("CONTACT_ID", json!(null)),
    ];
    for (name, value) in expected {
        assert_eq!(lead[name], value, "{name}");
    }
    assert!(
        lead.get("PHONE").is_none() && lead.get("CONTACT_IDS").is_none(),
        "{lead}"
    );
}

#[tokio::test]
async fn s3_2_a_contact_needs_no_fields() {
    let portal = Portal::new();
    let id = portal
        .call("crm.contact.add", json!({}))
        .await
        .result()
        .as_i64()
        .unwrap();
    let contact = portal.record("contact", id).await;
    let expected = [
        ("LAST_NAME", json!(format!("Contact #{id}"))),
        ("TYPE_ID", json!("CLIENT")),
        ("EXPORT", json!("Y")),
        ("PHOTO", json!(null)),
        ("LEAD_ID", json!(null)),
    ];
    for (name, value) in expected {
        assert_eq!(contact[name], value, "{name}");
    }
}

#[tokio::test]
async fn s3_2_unknown_and_read_only_fields_are_dropped() {
    let portal = Portal::new();
    let fields = json!({
        "TITLE": "A", "title": "B", "NOPE": 1, "ID": 4711, "DATE_CREATE": "2001-01-01", "HAS_PHONE": "Y",
        "IS_RETURN_CUSTOMER": "Y",
    });
    let id = portal.add("lead", fields).await;
    assert_ne!(id, 4711);
    let lead = portal.record("lead", id).await;
    assert_eq!(
        (&lead["TITLE"], &lead["HAS_PHONE"]),
        (&json!("A"), &json!("N"))
    );
    assert_eq!(lead["IS_RETURN_CUSTOMER"], json!("N"));
    assert!(
        !lead["DATE_CREATE"].as_str().unwrap().starts_with("2001"),
        "{lead}"
    );
}

#[tokio::test]
async fn s3_2_an_import_sets_dates_and_authors() {
    let portal = Portal::new();
    let fields = json!({ "DATE_CREATE": "2001-01-01 10:00:00", "CREATED_BY_ID": 2 });
    let params = json!({ "fields": fields, "params": { "IMPORT": "Y" } });
    let id = portal
        .call("crm.lead.add", params)
        .await
        .result()
        .as_i64()
        .unwrap();
    let lead = portal.record("lead", id).await;
    assert_eq!(lead["DATE_CREATE"], json!("2001-01-01T10:00:00+03:00"));
    assert_eq!(lead["CREATED_BY_ID"], json!("2"));
}

#[tokio::test]
async fn s3_2_unknown_statuses_become_the_first() {
    let portal = Portal::new();
    let id = portal.add("lead", json!({ "STATUS_ID": "NOPE" })).await;
    assert_eq!(portal.record("lead", id).await["STATUS_ID"], json!("NEW"));
    let id = portal.add("lead", json!({ "STATUS_ID": "JUNK" })).await;
    let lead = portal.record("lead", id).await;
    assert_eq!(lead["STATUS_SEMANTIC_ID"], json!("F"));
    assert_ne!(lead["DATE_CLOSED"], json!(""));
}

#[tokio::test]
async fn s3_2_comments_are_kept_in_bb_codes() {
    let portal = Portal::new();
    let id = portal
        .add("lead", json!({ "COMMENTS": "<b>Call</b> back" }))
        .await;
    assert_eq!(
        portal.record("lead", id).await["COMMENTS"],
        json!("[b]Call[/b] back")
    );
}

#[tokio::test]
async fn s3_2_values_the_portal_refuses() {
    let portal = Portal::new();
    let cases = [
        (
            json!({ "EMAIL": [{ "VALUE": "nobody", "VALUE_TYPE": "WORK" }] }),
            "The field \"Work e-mail\" contains an incorrect address.<br>",
        ),
        (
            json!({ "PHONE": [{ "VALUE": "1".repeat(251) }] }),
            "The length of the field \"Work phone\" exceeds 250 characters.<br>",
        ),
        (
            json!({ "CURRENCY_ID": "XXX" }),
            "The currency \"XXX\" is not found.<br>",
        ),
    ];
    for (fields, text) in cases {
        let reply = portal
            .call("crm.lead.add", json!({ "fields": fields }))
            .await;
        assert_eq!(reply.error(), coded(400, "ERROR_CORE", text));
    }
}

#[tokio::test]
async fn s3_1_parameters_that_are_no_arrays() {
    let portal = Portal::new();
    let cases = [
        (
            "crm.lead.add",
            json!({ "fields": "x" }),
            "Parameter 'fields' must be array.",
        ),
        (
            "crm.contact.add",
            json!({ "params": 1 }),
            "Parameter 'params' must be array.",
        ),
        (
            "crm.lead.list",
            json!({ "order": "ID" }),
            "Parameter 'order' must be array.",
        ),
        (
            "crm.contact.list",
            json!({ "filter": "ID" }),
            "Parameter 'filter' must be array.",
        ),
    ];
    for (method, params, text) in cases {
        assert_eq!(
            portal.call(method, params).await.error(),
            crm(text),
            "{method}"
        );
    }
}

#[tokio::test]
async fn s3_1_records_that_are_not_there() {
    let portal = Portal::new();
    for kind in ["lead", "contact"] {
        for action in ["get", "update", "delete"] {
            for id in [
                json!({}),
                json!({ "id": 0 }),
                json!({ "id": "x" }),
                json!({ "id": -1 }),
            ] {
                let reply = portal.call(&format!("crm.{kind}.{action}"), id).await;
                assert_eq!(
                    reply.error(),
                    crm("ID is not defined or invalid."),
                    "{kind} {action}"
                );
            }
        }
        let missing = json!({ "id": 999_999, "fields": {} });
        let get = portal
            .call(&format!("crm.{kind}.get"), missing.clone())
            .await;
        assert_eq!(get.error(), crm("Not found"));
        let update = portal
            .call(&format!("crm.{kind}.update"), missing.clone())
            .await;
        let title = if kind == "lead" { "Lead" } else { "Contact" };
        assert_eq!(update.error(), crm(&format!("{title} is not found")));
        let delete = portal
            .call(&format!("crm.{kind}.delete"), missing.clone())
            .await;
        assert_eq!(
            delete.error(),
            coded(400, "ERROR_CORE", "Element not found")
        );
        for action in ["get", "update", "delete"] {
            let reply = portal
                .as_seller(&format!("crm.{kind}.{action}"), missing.clone())
                .await;
            assert_eq!(reply.error(), crm("Access denied."), "{kind} {action}");
        }
    }
}

#[tokio::test]
async fn s3_1_users_without_the_right_are_refused() {
    let portal = Portal::new();
    let own = json!({ "ASSIGNED_BY_ID": 1, "OPENED": "N" });
    let id = portal.add("lead", own).await;
    let params = json!({ "id": id, "fields": { "TITLE": "x" } });
    for action in ["get", "update", "delete"] {
        let reply = portal
            .as_seller(&format!("crm.lead.{action}"), params.clone())
            .await;
        assert_eq!(reply.error(), crm("Access denied."), "{action}");
    }
    let listed = portal
        .as_seller("crm.lead.list", json!({ "filter": { "ID": id } }))
        .await;
    assert_eq!(
        (listed.result(), listed.json()["total"].clone()),
        (json!([]), json!(0))
    );
    let theirs = portal.as_seller("crm.lead.add", json!({})).await.result();
    let changed = portal
        .as_seller("crm.lead.update", json!({ "id": theirs, "fields": {} }))
        .await;
    assert_eq!(changed.result(), json!(true));
}

#[tokio::test]
async fn s3_3_an_update_keeps_what_must_not_be_empty() {
    let portal = Portal::new();
    let id = portal
        .add(
            "lead",
            json!({ "TITLE": "A", "NAME": "N", "STATUS_ID": "IN_PROCESS" }),
        )
        .await;
    let fields = json!({ "TITLE": "", "CURRENCY_ID": "", "ASSIGNED_BY_ID": 0, "STATUS_ID": "NOPE", "NAME": "" });
    let reply = portal
        .call("crm.lead.update", json!({ "id": id, "fields": fields }))
        .await;
    assert_eq!(reply.result(), json!(true));
    let lead = portal.record("lead", id).await;
    assert_eq!(
        (
            &lead["TITLE"],
            &lead["CURRENCY_ID"],
            &lead["ASSIGNED_BY_ID"]
        ),
        (&json!("A"), &json!("EUR"), &json!("1"))
    );
    assert_eq!(
        (&lead["STATUS_ID"], &lead["NAME"]),
        (&json!("IN_PROCESS"), &json!(""))
    );
}

#[tokio::test]
async fn s3_3_a_contact_keeps_one_name() {
    let portal = Portal::new();
    let id = portal.add("contact", json!({ "NAME": "Ada" })).await;
    let nameless = portal
        .call(
            "crm.contact.update",
            json!({ "id": id, "fields": { "NAME": "" } }),
        )
        .await;
    assert_eq!(
        (nameless.status, nameless.error().1),
        (400, "ERROR_CORE".to_owned())
    );
    assert_eq!(portal.record("contact", id).await["NAME"], json!("Ada"));
}

#[tokio::test]
async fn s3_4_deleting_takes_links_along() {
    let portal = Portal::new();
    let contact = portal.add("contact", json!({ "NAME": "Ada" })).await;
    let lead = portal
        .add("lead", json!({ "CONTACT_IDS": [contact] }))
        .await;
    assert_eq!(
        portal.record("lead", lead).await["IS_RETURN_CUSTOMER"],
        json!("Y")
    );
    assert_eq!(
        portal
            .call("crm.contact.delete", json!({ "id": contact }))
            .await
            .result(),
        json!(true)
    );
    let lead = portal.record("lead", lead).await;
    assert_eq!(
        (&lead["CONTACT_ID"], &lead["IS_RETURN_CUSTOMER"]),
        (&json!(null), &json!("N"))
    );
    let again = portal
        .call("crm.contact.delete", json!({ "id": contact }))
        .await;
    assert_eq!(again.error(), coded(400, "ERROR_CORE", "Element not found"));
}

#[tokio::test]
async fn s3_5_fields_come_in_the_portals_order() {
    let portal = Portal::new();
    let phone = json!([{ "VALUE": "+1 555 0100" }]);
    let id = portal.add("lead", json!({ "PHONE": phone })).await;
    let lead = portal.record("lead", id).await;
    let keys: Vec<&String> = lead.as_object().unwrap().keys().collect();
    assert_eq!(
        keys[..6],
        [
            "ID",
            "TITLE",
            "HONORIFIC",
            "NAME",
            "SECOND_NAME",
            "LAST_NAME"
        ]
    );
    let tail = &keys[keys.len() - 3..];
    assert_eq!(tail, ["LAST_ACTIVITY_BY", "LAST_ACTIVITY_TIME", "PHONE"]);
    assert!(
        lead.as_object()
            .unwrap()
            .values()
            .all(|value| value.is_string() || value.is_null() || value.is_array())
    );
}

// The reference's own words, without what a portal only sometimes has.
const LEAD: &str = "ID TITLE HONORIFIC NAME SECOND_NAME LAST_NAME COMPANY_TITLE COMPANY_ID CONTACT_ID \
    IS_RETURN_CUSTOMER BIRTHDATE SOURCE_ID SOURCE_DESCRIPTION STATUS_ID STATUS_DESCRIPTION POST COMMENTS \
    CURRENCY_ID OPPORTUNITY IS_MANUAL_OPPORTUNITY HAS_PHONE HAS_EMAIL HAS_IMOL ASSIGNED_BY_ID CREATED_BY_ID \
    MODIFY_BY_ID DATE_CREATE DATE_MODIFY DATE_CLOSED STATUS_SEMANTIC_ID OPENED ORIGINATOR_ID ORIGIN_ID \
    MOVED_BY_ID MOVED_TIME ADDRESS ADDRESS_2 ADDRESS_CITY ADDRESS_POSTAL_CODE ADDRESS_REGION \
    ADDRESS_PROVINCE ADDRESS_COUNTRY ADDRESS_COUNTRY_CODE ADDRESS_LOC_ADDR_ID UTM_SOURCE UTM_MEDIUM \
    UTM_CAMPAIGN UTM_CONTENT UTM_TERM LAST_ACTIVITY_BY LAST_ACTIVITY_TIME";
const CONTACT: &str = "ID POST COMMENTS HONORIFIC NAME SECOND_NAME LAST_NAME PHOTO LEAD_ID TYPE_ID SOURCE_ID \
    SOURCE_DESCRIPTION COMPANY_ID BIRTHDATE EXPORT HAS_PHONE HAS_EMAIL HAS_IMOL DATE_CREATE DATE_MODIFY \
    ASSIGNED_BY_ID CREATED_BY_ID MODIFY_BY_ID OPENED ORIGINATOR_ID ORIGIN_ID ORIGIN_VERSION FACE_ID \
    LAST_ACTIVITY_TIME ADDRESS ADDRESS_2 ADDRESS_CITY ADDRESS_POSTAL_CODE ADDRESS_REGION ADDRESS_PROVINCE \
    ADDRESS_COUNTRY ADDRESS_COUNTRY_CODE ADDRESS_LOC_ADDR_ID UTM_SOURCE UTM_MEDIUM UTM_CAMPAIGN UTM_CONTENT \
    UTM_TERM LAST_ACTIVITY_BY";

#[tokio::test]
async fn s3_5_a_record_has_exactly_the_portals_fields() {
    let portal = Portal::new();
    for (kind, expected) in [("lead", LEAD), ("contact", CONTACT)] {
        let id = portal.add(kind, json!({})).await;
        let record = portal.record(kind, id).await;
        let keys: Vec<&str> = record
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        assert_eq!(
            keys.join(" "),
            expected.split_whitespace().collect::<Vec<_>>().join(" ")
        );
    }
}

#[tokio::test]
async fn s3_8_dates_come_out_with_the_servers_offset() {
    let zone = sandbox::php::date::parse_offset("+02:00").unwrap();
    let portal = Portal::with(Settings {
        zone,
        ..Settings::default()
    });
    let id = portal
        .add("lead", json!({ "BIRTHDATE": "2001-11-11T00:00:00+02:00" }))
        .await;
    assert_eq!(
        portal.record("lead", id).await["BIRTHDATE"],
        json!("2001-11-11T02:00:00+02:00")
    );
    let fields = |value: Value| json!({ "id": id, "fields": { "BIRTHDATE": value } });
    portal
        .call("crm.lead.update", fields(json!("no date")))
        .await
        .result();
    assert_eq!(
        portal.record("lead", id).await["BIRTHDATE"],
        json!("2001-11-11T02:00:00+02:00")
    );
    portal
        .call("crm.lead.update", fields(json!("")))
        .await
        .result();
    assert_eq!(portal.record("lead", id).await["BIRTHDATE"], json!(""));
}

#[tokio::test]
async fn s4_a_repeat_lead_follows_its_links_at_once() {
    let portal = Portal::new();
    let lead = portal.add("lead", json!({})).await;
    let link = json!({ "id": lead, "fields": { "CONTACT_ID": 1 } });
    portal
        .call("crm.lead.contact.add", link.clone())
        .await
        .result();
    assert_eq!(
        portal.record("lead", lead).await["IS_RETURN_CUSTOMER"],
        json!("Y")
    );
    portal.call("crm.lead.contact.delete", link).await.result();
    assert_eq!(
        portal.record("lead", lead).await["IS_RETURN_CUSTOMER"],
        json!("N")
    );
}

#[tokio::test]
async fn s4_a_repeat_lead_follows_its_links_on_update_when_asked_to() {
    let portal = Portal::with(Settings {
        repeat_lead: RepeatLead::OnUpdate,
        ..Settings::default()
    });
    let lead = portal.add("lead", json!({})).await;
    let before = portal.record("lead", lead).await;
    portal
        .call(
            "crm.lead.contact.add",
            json!({ "id": lead, "fields": { "CONTACT_ID": 1 } }),
        )
        .await
        .result();
    let linked = portal.record("lead", lead).await;
    assert_eq!(
        (&linked["IS_RETURN_CUSTOMER"], &linked["CONTACT_ID"]),
        (&json!("N"), &json!("1"))
    );
    assert_eq!(linked["DATE_MODIFY"], before["DATE_MODIFY"]);
    portal
        .call("crm.lead.update", json!({ "id": lead, "fields": {} }))
        .await
        .result();
    assert_eq!(
        portal.record("lead", lead).await["IS_RETURN_CUSTOMER"],
        json!("Y")
    );
}
