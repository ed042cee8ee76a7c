//! Contacts of leads and companies of contacts.

use serde_json::{Value, json};

use crate::support::{Portal, coded, crm};

fn link(contact: i64, sort: i64, primary: &str) -> Value {
    json!({ "CONTACT_ID": contact, "SORT": sort, "ROLE_ID": 0, "IS_PRIMARY": primary })
}

async fn links(portal: &Portal, lead: i64) -> Value {
    portal
        .call("crm.lead.contact.items.get", json!({ "id": lead }))
        .await
        .result()
}

async fn add(portal: &Portal, lead: i64, fields: Value) -> Value {
    portal
        .call(
            "crm.lead.contact.add",
            json!({ "id": lead, "fields": fields }),
        )
        .await
        .result()
}

#[tokio::test]
async fn s4_the_first_link_is_primary_and_positions_grow() {
    let portal = Portal::new();
    let lead = portal.add("lead", json!({})).await;
    add(&portal, lead, json!({ "CONTACT_ID": 3, "IS_PRIMARY": "N" })).await;
    add(&portal, lead, json!({ "CONTACT_ID": 4 })).await;
    assert_eq!(
        links(&portal, lead).await,
        json!([link(3, 10, "Y"), link(4, 20, "N")])
    );
    add(
        &portal,
        lead,
        json!({ "CONTACT_ID": 5, "SORT": 5, "IS_PRIMARY": "Y" }),
    )
    .await;
    let expected = json!([link(5, 5, "Y"), link(3, 10, "N"), link(4, 20, "N")]);
    assert_eq!(links(&portal, lead).await, expected);
    assert_eq!(portal.record("lead", lead).await["CONTACT_ID"], json!("5"));
}

#[tokio::test]
async fn s4_adding_twice_gives_false() {
    let portal = Portal::new();
    let lead = portal.add("lead", json!({})).await;
    assert_eq!(
        add(&portal, lead, json!({ "CONTACT_ID": 3 })).await,
        json!(true)
    );
    let again = add(&portal, lead, json!({ "CONTACT_ID": 3, "SORT": 70 })).await;
    assert_eq!(again, json!(false));
    assert_eq!(links(&portal, lead).await, json!([link(3, 10, "Y")]));
}

#[tokio::test]
async fn s4_removing_the_primary_promotes_the_first() {
    let portal = Portal::new();
    let lead = portal
        .add("lead", json!({ "CONTACT_IDS": [3, 4, 5] }))
        .await;
    let remove = |contact: i64| json!({ "id": lead, "fields": { "CONTACT_ID": contact } });
    let removed = portal.call("crm.lead.contact.delete", remove(3)).await;
    assert_eq!(removed.result(), json!(true));
    assert_eq!(
        links(&portal, lead).await,
        json!([link(4, 20, "Y"), link(5, 30, "N")])
    );
    let again = portal.call("crm.lead.contact.delete", remove(3)).await;
    assert_eq!(again.result(), json!(false));
}

#[tokio::test]
async fn s4_items_set_replaces() {
    let portal = Portal::new();
    let lead = portal.add("lead", json!({ "CONTACT_IDS": [1, 2] })).await;
    let set = |items: Value| json!({ "id": lead, "items": items });
    let items = json!([
        { "CONTACT_ID": 7 }, { "CONTACT_ID": 0 }, { "CONTACT_ID": 8, "IS_PRIMARY": "Y" }, { "CONTACT_ID": 7 },
    ]);
    assert_eq!(
        portal
            .call("crm.lead.contact.items.set", set(items))
            .await
            .result(),
        json!(true)
    );
    assert_eq!(
        links(&portal, lead).await,
        json!([link(7, 10, "N"), link(8, 30, "Y")])
    );
    let map = portal
        .call(
            "crm.lead.contact.items.set",
            set(json!({ "CONTACT_ID": 7 })),
        )
        .await;
    assert_eq!(map.result(), json!(true));
    assert_eq!(links(&portal, lead).await, json!([]));
}

#[tokio::test]
async fn s4_items_delete_clears() {
    let portal = Portal::new();
    let lead = portal.add("lead", json!({ "CONTACT_IDS": [1, 2] })).await;
    for _ in 0..2 {
        let reply = portal
            .call("crm.lead.contact.items.delete", json!({ "id": lead }))
            .await;
        assert_eq!(reply.result(), json!(true));
    }
    assert_eq!(links(&portal, lead).await, json!([]));
    assert_eq!(portal.record("lead", lead).await["CONTACT_ID"], json!(null));
}

#[tokio::test]
async fn s4_errors_of_the_link_methods() {
    let portal = Portal::new();
    let quoted = "The parameter 'ownerEntityID' is invalid or not defined.";
    let plain = "The parameter ownerEntityID is invalid or not defined.";
    let contact = json!({ "CONTACT_ID": 1 });
    let cases = [
        ("add", json!({ "fields": contact }), quoted),
        ("delete", json!({ "id": "x", "fields": contact }), quoted),
        ("items.get", json!({ "id": 0 }), plain),
        ("items.set", json!({ "items": [] }), plain),
        ("items.delete", json!({}), plain),
        (
            "add",
            json!({ "id": 1, "fields": 5 }),
            "The parameter 'fields' must be array.",
        ),
        (
            "delete",
            json!({ "id": 1, "fields": 5 }),
            "The parameter 'item' must be array.",
        ),
        (
            "items.set",
            json!({ "id": 1, "items": "x" }),
            "The parameter items must be array.",
        ),
        (
            "add",
            json!({ "id": 999_999, "fields": contact }),
            "Not found.",
        ),
        (
            "delete",
            json!({ "id": 999_999, "fields": contact }),
            "Not found.",
        ),
        (
            "items.set",
            json!({ "id": 999_999, "items": [] }),
            "Not found.",
        ),
        (
            "add",
            json!({ "id": 1 }),
            "The parameter 'fields' is not valid.",
        ),
        (
            "add",
            json!({ "id": 1, "fields": { "CONTACT_ID": 0 } }),
            "The parameter 'fields' is not valid.",
        ),
    ];
    for (method, params, text) in cases {
        let reply = portal
            .call(&format!("crm.lead.contact.{method}"), params.clone())
            .await;
        assert_eq!(reply.error(), crm(text), "{method} {params}");
    }
    let missing = portal
        .call("crm.lead.contact.items.get", json!({ "id": 999_999 }))
        .await;
    assert_eq!(missing.result(), json!([]));
}

#[tokio::test]
async fn s4_users_without_the_right_get_a_code() {
    let portal = Portal::new();
    let lead = portal.add("lead", json!({ "OPENED": "N" })).await;
    let refused = coded(403, "ACCESS_DENIED", "Access denied!");
    let params = json!({ "id": lead, "fields": { "CONTACT_ID": 1 }, "items": [] });
    for method in ["add", "delete", "items.get", "items.set", "items.delete"] {
        let reply = portal
            .as_seller(&format!("crm.lead.contact.{method}"), params.clone())
            .await;
        assert_eq!(reply.error(), refused, "{method}");
    }
    let missing = json!({ "id": 999_999, "fields": { "CONTACT_ID": 1 } });
    assert_eq!(
        portal
            .as_seller("crm.lead.contact.add", missing)
            .await
            .error(),
        refused
    );
}

#[tokio::test]
async fn s4_a_contact_nobody_may_see_is_not_linked() {
    let portal = Portal::new();
    let hidden = portal
        .add("contact", json!({ "NAME": "Ada", "OPENED": "N" }))
        .await;
    let lead = portal.as_seller("crm.lead.add", json!({})).await.result();
    let params = json!({ "id": lead, "fields": { "CONTACT_ID": hidden } });
    let reply = portal.as_seller("crm.lead.contact.add", params).await;
    assert_eq!(
        reply.error(),
        crm(&format!("[Contact #{hidden}] Access denied."))
    );
}

#[tokio::test]
async fn s4_an_administrator_may_link_what_is_not_there() {
    let portal = Portal::new();
    let lead = portal.add("lead", json!({})).await;
    assert_eq!(
        add(&portal, lead, json!({ "CONTACT_ID": 999_999 })).await,
        json!(true)
    );
    assert_eq!(links(&portal, lead).await, json!([link(999_999, 10, "Y")]));
}

#[tokio::test]
async fn s3_3_the_singular_field_changes_nothing_when_it_is_linked() {
    let portal = Portal::new();
    let lead = portal.add("lead", json!({ "CONTACT_IDS": [1, 2] })).await;
    let update = |fields: Value| json!({ "id": lead, "fields": fields });
    portal
        .call("crm.lead.update", update(json!({ "CONTACT_ID": 2 })))
        .await
        .result();
    assert_eq!(
        links(&portal, lead).await,
        json!([link(1, 10, "Y"), link(2, 20, "N")])
    );
    portal
        .call("crm.lead.update", update(json!({ "CONTACT_ID": 3 })))
        .await
        .result();
    assert_eq!(links(&portal, lead).await, json!([link(3, 10, "Y")]));
    portal
        .call("crm.lead.update", update(json!({ "CONTACT_IDS": [] })))
        .await
        .result();
    assert_eq!(links(&portal, lead).await, json!([]));
}

#[tokio::test]
async fn s4_companies_of_contacts_work_alike() {
    let portal = Portal::new();
    let contact = portal
        .add("contact", json!({ "NAME": "Ada", "COMPANY_ID": 2 }))
        .await;
    let params = json!({ "id": contact, "fields": { "COMPANY_ID": 5, "IS_PRIMARY": "Y" } });
    assert_eq!(
        portal
            .call("crm.contact.company.add", params)
            .await
            .result(),
        json!(true)
    );
    let items = portal
        .call("crm.contact.company.items.get", json!({ "id": contact }))
        .await
        .result();
    let expected = json!([
        { "COMPANY_ID": 2, "SORT": 10, "ROLE_ID": 0, "IS_PRIMARY": "N" },
        { "COMPANY_ID": 5, "SORT": 20, "ROLE_ID": 0, "IS_PRIMARY": "Y" },
    ]);
    assert_eq!(items, expected);
    assert_eq!(
        portal.record("contact", contact).await["COMPANY_ID"],
        json!("5")
    );
}

#[tokio::test]
async fn s4_links_have_three_fields() {
    let portal = Portal::new();
    for (family, target) in [
        ("crm.lead.contact", "CONTACT_ID"),
        ("crm.contact.company", "COMPANY_ID"),
    ] {
        let fields = portal
            .call(&format!("{family}.fields"), json!({}))
            .await
            .result();
        let keys: Vec<&String> = fields.as_object().unwrap().keys().collect();
        assert_eq!(keys, [target, "SORT", "IS_PRIMARY"]);
        assert_eq!(
            (&fields[target]["type"], &fields[target]["isRequired"]),
            (&json!("integer"), &json!(true))
        );
        assert_eq!(fields["IS_PRIMARY"]["type"], json!("char"));
    }
}
