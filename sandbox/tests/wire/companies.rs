//! Companies, which are records like leads and contacts, and their contacts.

use serde_json::{Value, json};

use crate::support::{Portal, coded, crm};

#[tokio::test]
async fn s3_2_a_company_needs_no_fields() {
    let portal = Portal::new();
    let added = portal.call("crm.company.add", json!({})).await;
    let id = added.result().as_i64().unwrap();
    let company = portal.record("company", id).await;
    let expected = [
        ("TITLE", json!(format!("Company #{id}"))),
        ("COMPANY_TYPE", json!("CUSTOMER")),
        ("INDUSTRY", json!("IT")),
        ("EMPLOYEES", json!("EMPLOYEES_1")),
        ("CURRENCY_ID", json!("EUR")),
        ("REVENUE", json!("0")),
        ("OPENED", json!("Y")),
        ("IS_MY_COMPANY", json!("N")),
        ("HAS_PHONE", json!("N")),
        ("LOGO", json!(null)),
        ("LEAD_ID", json!(null)),
        ("LAST_COMMUNICATION_TIME", json!(null)),
        ("ASSIGNED_BY_ID", json!("1")),
    ];
    for (name, value) in expected {
        assert_eq!(company[name], value, "{name}");
    }
    assert_eq!(company["LAST_ACTIVITY_TIME"], company["DATE_CREATE"]);
    assert!(company.get("CONTACT_ID").is_none(), "{company}");
}

#[tokio::test]
async fn s3_5_a_companys_fields_come_in_the_portals_order() {
    let portal = Portal::new();
    let company = portal.record("company", 1).await;
    let keys: Vec<&String> = company.as_object().unwrap().keys().collect();
    let first = [
        "ID",
        "COMPANY_TYPE",
        "TITLE",
        "LOGO",
        "LEAD_ID",
        "HAS_PHONE",
    ];
    assert_eq!(keys[..6], first);
    let at = |name: &str| keys.iter().position(|key| *key == name).unwrap();
    assert!(at("ADDRESS_LEGAL") < at("REG_ADDRESS"));
    assert!(at("UTM_TERM") < at("LAST_ACTIVITY_BY"));
    assert!(at("LAST_COMMUNICATION_TIME") < at("PHONE"));
}

#[tokio::test]
async fn s3_1_companies_that_are_not_there() {
    let portal = Portal::new();
    let missing = json!({ "id": 999_999, "fields": {} });
    let cases = [
        ("crm.company.get", crm("Not found")),
        ("crm.company.update", crm("Company is not found")),
        ("crm.company.delete", crm("")),
    ];
    for (method, error) in cases {
        assert_eq!(portal.call(method, missing.clone()).await.error(), error);
        let seller = portal.as_seller(method, missing.clone()).await;
        assert_eq!(seller.error(), crm("Access denied."), "{method}");
        let nameless = portal.call(method, json!({ "id": 0 })).await;
        assert_eq!(nameless.error(), crm("ID is not defined or invalid."));
    }
}

#[tokio::test]
async fn s3_2_what_a_company_refuses() {
    let portal = Portal::new();
    let cases = [
        (
            json!({ "fields": "x" }),
            crm("Parameter 'fields' must be array."),
        ),
        (
            json!({ "params": "x" }),
            crm("Parameter 'params' must be array."),
        ),
        (
            json!({ "fields": { "EMAIL": [{ "VALUE": "nobody" }] } }),
            coded(
                400,
                "ERROR_CORE",
                "The field \"Work e-mail\" contains an incorrect address.<br>",
            ),
        ),
    ];
    for (params, error) in cases {
        assert_eq!(portal.call("crm.company.add", params).await.error(), error);
    }
}

#[tokio::test]
async fn s3_3_the_last_activity_only_moves_forward() {
    let portal = Portal::new();
    let fields =
        json!({ "LAST_ACTIVITY_TIME": "2001-01-01T00:00:00+03:00", "LAST_ACTIVITY_BY": 2 });
    let id = portal.add("company", fields.clone()).await;
    let before = portal.record("company", id).await;
    assert_eq!(before["LAST_ACTIVITY_TIME"], before["DATE_CREATE"]);
    let update = async |time: &str| {
        let fields = json!({ "LAST_ACTIVITY_TIME": time, "LAST_ACTIVITY_BY": 2 });
        let params = json!({ "id": id, "fields": fields });
        portal.call("crm.company.update", params).await.result();
        portal.record("company", id).await
    };
    let past = update("2001-01-01T00:00:00+03:00").await;
    assert_eq!(past["LAST_ACTIVITY_TIME"], before["LAST_ACTIVITY_TIME"]);
    assert_eq!(past["LAST_ACTIVITY_BY"], json!("1"));
    let future = update("2099-01-01T00:00:00+03:00").await;
    assert_eq!(
        future["LAST_ACTIVITY_TIME"],
        json!("2099-01-01T00:00:00+03:00")
    );
    assert_eq!(future["LAST_ACTIVITY_BY"], json!("2"));
}

#[tokio::test]
async fn s3_4_deleting_a_company_frees_its_contacts_and_leads() {
    let portal = Portal::new();
    let company = portal.add("company", json!({ "TITLE": "Gone" })).await;
    let fields = json!({ "NAME": "Ann", "COMPANY_IDS": [company, 2] });
    let contact = portal.add("contact", fields).await;
    let lead = portal.add("lead", json!({ "COMPANY_ID": company })).await;
    assert_eq!(portal.record("lead", lead).await["IS_RETURN_CUSTOMER"], "Y");
    portal
        .call("crm.company.delete", json!({ "id": company }))
        .await
        .result();
    let lead = portal.record("lead", lead).await;
    assert_eq!(lead["COMPANY_ID"], json!(null));
    assert_eq!(lead["IS_RETURN_CUSTOMER"], json!("N"));
    assert_eq!(portal.record("contact", contact).await["COMPANY_ID"], "2");
}

#[tokio::test]
async fn s3_6_companies_are_found_like_leads() {
    let portal = Portal::new();
    let params = json!({
        "filter": { "%TITLE": "solar", "!COMPANY_TYPE": "CUSTOMER" },
        "select": ["TITLE", "WEB"],
    });
    let reply = portal.call("crm.company.list", params).await.json();
    let row = &reply["result"][0];
    assert_eq!((&reply["total"], &row["ID"]), (&json!(1), &json!("2")));
    assert_eq!(row["TITLE"], json!("Nordlicht Solar GmbH"));
    assert_eq!(row["WEB"][0]["TYPE_ID"], json!("WEB"));
}

#[tokio::test]
async fn s3_9_types_and_flags_of_company_fields() {
    let portal = Portal::new();
    let fields = portal.call("crm.company.fields", json!({})).await.result();
    let types = [
        ("COMPANY_TYPE", "crm_status"),
        ("LOGO", "file"),
        ("CURRENCY_ID", "crm_currency"),
        ("REVENUE", "double"),
        ("CONTACT_ID", "crm_contact"),
        ("LEAD_ID", "crm_lead"),
        ("PHONE", "crm_multifield"),
        ("LAST_COMMUNICATION_TIME", "string"),
    ];
    for (name, wire_type) in types {
        assert_eq!(fields[name]["type"], json!(wire_type), "{name}");
    }
    assert_eq!(fields["TITLE"]["isRequired"], json!(true));
    assert_eq!(fields["CONTACT_ID"]["isMultiple"], json!(true));
    assert_eq!(fields["INDUSTRY"]["statusType"], json!("INDUSTRY"));
    assert_eq!(fields["LAST_ACTIVITY_TIME"]["isReadOnly"], json!(false));
    assert!(fields.get("TRACE").is_none());
}

/// The links of a company: contact, position, mark.
async fn links(portal: &Portal, company: i64) -> Vec<(i64, i64, String)> {
    let params = json!({ "id": company });
    let links = portal.call("crm.company.contact.items.get", params).await;
    let row = |row: &Value| {
        let number = |name: &str| row[name].as_i64().unwrap();
        assert_eq!(row["ROLE_ID"], json!(0));
        let mark = row["IS_PRIMARY"].as_str().unwrap().to_owned();
        (number("CONTACT_ID"), number("SORT"), mark)
    };
    links.result().as_array().unwrap().iter().map(row).collect()
}

async fn add(portal: &Portal, company: i64, fields: Value) -> Value {
    let params = json!({ "id": company, "fields": fields });
    portal
        .call("crm.company.contact.add", params)
        .await
        .result()
}

/// Two companies and two contacts without links.
async fn strangers(portal: &Portal) -> ([i64; 2], [i64; 2]) {
    let mut companies = [0; 2];
    let mut contacts = [0; 2];
    for id in &mut companies {
        *id = portal.add("company", json!({})).await;
    }
    for id in &mut contacts {
        *id = portal.add("contact", json!({ "NAME": "Ann" })).await;
    }
    (companies, contacts)
}

#[tokio::test]
async fn s4_linking_from_the_company_makes_it_the_contacts_main_one() {
    let portal = Portal::new();
    let ([one, other], [ann, bob]) = strangers(&portal).await;
    assert_eq!(
        add(&portal, one, json!({ "CONTACT_ID": ann })).await,
        json!(true)
    );
    assert_eq!(
        add(&portal, one, json!({ "CONTACT_ID": bob })).await,
        json!(true)
    );
    assert_eq!(
        add(&portal, other, json!({ "CONTACT_ID": ann })).await,
        json!(true)
    );
    // Once linked, nothing changes.
    let again = json!({ "CONTACT_ID": ann, "SORT": 500 });
    assert_eq!(add(&portal, one, again).await, json!(false));
    let (yes, no) = ("Y".to_owned(), "N".to_owned());
    assert_eq!(
        links(&portal, one).await,
        [(ann, 10, no), (bob, 20, yes.clone())]
    );
    assert_eq!(links(&portal, other).await, [(ann, 10, yes)]);
    let ann = portal.record("contact", ann).await;
    assert_eq!(ann["COMPANY_ID"], json!(other.to_string()));
}

#[tokio::test]
async fn s4_unlinking_from_the_company_leaves_other_marks() {
    let portal = Portal::new();
    let ([one, other], [ann, _]) = strangers(&portal).await;
    add(&portal, one, json!({ "CONTACT_ID": ann })).await;
    add(&portal, other, json!({ "CONTACT_ID": ann })).await;
    let params = json!({ "id": other, "fields": { "CONTACT_ID": ann } });
    let delete = async || {
        portal
            .call("crm.company.contact.delete", params.clone())
            .await
    };
    assert_eq!(delete().await.result(), json!(true));
    assert_eq!(delete().await.result(), json!(false));
    let company = async || portal.record("contact", ann).await["COMPANY_ID"].clone();
    assert_eq!(company().await, json!(one.to_string()));
    assert_eq!(links(&portal, one).await, [(ann, 10, "N".to_owned())]);
    let clear = portal
        .call("crm.company.contact.items.delete", json!({ "id": one }))
        .await;
    assert_eq!(clear.result(), json!(true));
    assert_eq!(company().await, json!(null));
}

#[tokio::test]
async fn s4_setting_a_companys_contacts_touches_those_that_differ() {
    let portal = Portal::new();
    let ([one, other], [ann, bob]) = strangers(&portal).await;
    let set = async |company: i64, items: Value| {
        let params = json!({ "id": company, "items": items });
        let reply = portal.call("crm.company.contact.items.set", params).await;
        assert_eq!(reply.result(), json!(true));
    };
    set(
        one,
        json!([{ "CONTACT_ID": ann }, { "CONTACT_ID": 0 }, { "CONTACT_ID": bob }]),
    )
    .await;
    let (yes, no) = ("Y".to_owned(), "N".to_owned());
    let both = [(ann, 10, yes.clone()), (bob, 30, yes.clone())];
    assert_eq!(links(&portal, one).await, both);
    // Bob's main company is another one now.
    set(other, json!([{ "CONTACT_ID": bob }])).await;
    assert_eq!(links(&portal, one).await[1].2, no);
    // Nothing about him differs, so that stays.
    let same = json!([{ "CONTACT_ID": ann }, { "CONTACT_ID": bob, "SORT": 30 }]);
    set(one, same).await;
    assert_eq!(links(&portal, one).await[1], (bob, 30, no));
    // Moved, he comes back.
    set(one, json!([{ "CONTACT_ID": bob, "SORT": 5 }])).await;
    assert_eq!(links(&portal, one).await, [(bob, 5, yes)]);
    let bob = portal.record("contact", bob).await;
    assert_eq!(bob["COMPANY_ID"], json!(one.to_string()));
}

#[tokio::test]
async fn s4_a_companys_own_field_sets_its_contacts() {
    let portal = Portal::new();
    let (_, [ann, bob]) = strangers(&portal).await;
    let company = portal
        .add("company", json!({ "CONTACT_ID": [ann, bob] }))
        .await;
    let numbers = async || -> Vec<i64> {
        let links = links(&portal, company).await;
        links.into_iter().map(|(contact, _, _)| contact).collect()
    };
    assert_eq!(numbers().await, [ann, bob]);
    let params = json!({ "id": company, "fields": { "CONTACT_ID": [bob] } });
    portal.call("crm.company.update", params).await.result();
    assert_eq!(numbers().await, [bob]);
}

#[tokio::test]
async fn s4_errors_of_a_companys_links() {
    let portal = Portal::new();
    let cases = [
        (
            "add",
            json!({}),
            "The parameter 'ownerEntityID' is invalid or not defined.",
        ),
        (
            "add",
            json!({ "id": 1, "fields": 1 }),
            "The parameter 'fields' must be array.",
        ),
        (
            "add",
            json!({ "id": 1 }),
            "The parameter 'fields' is not valid.",
        ),
        (
            "add",
            json!({ "id": 999_999, "fields": { "CONTACT_ID": 1 } }),
            "Not found.",
        ),
        (
            "delete",
            json!({ "id": 1, "fields": 1 }),
            "The parameter 'item' must be array.",
        ),
        (
            "items.get",
            json!({}),
            "The parameter ownerEntityID is invalid or not defined.",
        ),
        (
            "items.set",
            json!({ "id": 1, "items": 1 }),
            "The parameter items must be array.",
        ),
        ("items.set", json!({ "id": 999_999 }), "Not found."),
    ];
    for (method, params, text) in cases {
        let method = format!("crm.company.contact.{method}");
        assert_eq!(
            portal.call(&method, params).await.error(),
            crm(text),
            "{method}"
        );
    }
    let missing = json!({ "id": 999_999 });
    let links = portal.call("crm.company.contact.items.get", missing).await;
    assert_eq!(links.result(), json!([]));
}
