//! What the portal's page makes of a lead.

use axum::http::Request;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::listener::Listener;
use crate::support::{Portal, Reply, SELLER, ids};

const FORM: &str = "application/x-www-form-urlencoded";

async fn convert(portal: &Portal, lead: i64, form: &str) -> Reply {
    let path = format!("/crm/lead/convert/{lead}/");
    portal.post(&path, FORM, form.to_owned()).await
}

async fn lead(portal: &Portal) -> i64 {
    let fields = json!({
        "TITLE": "Oak tables", "COMPANY_TITLE": "Oak & Sons", "NAME": "Ada", "LAST_NAME": "Oak",
        "BIRTHDATE": "1990-05-17", "POST": "Owner", "ADDRESS_CITY": "Riga", "UTM_SOURCE": "fair",
        "PHONE": [{ "VALUE": "+37120000001", "VALUE_TYPE": "MOBILE" }],
        "EMAIL": [{ "VALUE": "ada@oak.example", "VALUE_TYPE": "WORK" }],
    });
    portal.add("lead", fields).await
}

/// The newest record of a kind.
async fn newest(portal: &Portal, kind: &str) -> Value {
    let params = json!({ "order": { "ID": "DESC" }, "select": ["ID"], "start": -1 });
    let list = portal.call(&format!("crm.{kind}.list"), params).await;
    let id = ids(&list.result())[0];
    portal.record(kind, id).await
}

#[tokio::test]
async fn a_lead_becomes_a_contact_of_a_company() {
    let portal = Portal::new();
    let id = lead(&portal).await;
    let done = convert(&portal, id, "target=contact&target=company").await;
    assert_eq!(
        (done.status, done.header("location")),
        (303, &*format!("/crm/lead/details/{id}/"))
    );
    let (contact, company) = (
        newest(&portal, "contact").await,
        newest(&portal, "company").await,
    );
    let lead = portal.record("lead", id).await;
    assert_eq!(lead["STATUS_ID"], json!("CONVERTED"));
    assert_eq!(lead["STATUS_SEMANTIC_ID"], json!("S"));
    assert_eq!(lead["CONTACT_ID"], contact["ID"]);
    assert_eq!(lead["COMPANY_ID"], company["ID"]);
    for (field, value) in [
        ("NAME", json!("Ada")),
        ("LAST_NAME", json!("Oak")),
        ("POST", json!("Owner")),
        ("BIRTHDATE", lead["BIRTHDATE"].clone()),
        ("ADDRESS_CITY", json!("Riga")),
        ("UTM_SOURCE", json!("fair")),
        ("LEAD_ID", json!(id.to_string())),
        ("COMPANY_ID", company["ID"].clone()),
    ] {
        assert_eq!(contact[field], value, "{field}");
    }
    assert_eq!(contact["PHONE"][0]["VALUE"], json!("+37120000001"));
    assert_eq!(contact["PHONE"][0]["VALUE_TYPE"], json!("MOBILE"));
    assert_eq!(lead["PHONE"][0]["VALUE"], json!("+37120000001"));
    assert_eq!(company["TITLE"], json!("Oak & Sons"));
    assert_eq!(company["LEAD_ID"], json!(id.to_string()));
    assert!(company.get("PHONE").is_none());
}

#[tokio::test]
async fn a_company_alone_gets_the_phones() {
    let portal = Portal::new();
    let id = lead(&portal).await;
    convert(&portal, id, "target=company").await;
    let company = newest(&portal, "company").await;
    assert_eq!(company["EMAIL"][0]["VALUE"], json!("ada@oak.example"));
    let lead = portal.record("lead", id).await;
    assert_eq!(
        (&lead["CONTACT_ID"], &lead["COMPANY_ID"]),
        (&Value::Null, &company["ID"])
    );
}

#[tokio::test]
async fn s6_a_conversion_tells_what_it_did() {
    let portal = Portal::new();
    let mut listener = Listener::start().await;
    let id = lead(&portal).await;
    for event in ["onCrmContactAdd", "onCrmLeadUpdate"] {
        listener.bind(&portal, event).await;
    }
    convert(&portal, id, "target=contact").await;
    assert_eq!(listener.next().await["event"], json!("ONCRMCONTACTADD"));
    let letter = listener.next().await;
    assert_eq!(letter["event"], json!("ONCRMLEADUPDATE"));
    assert_eq!(letter["data"]["FIELDS"]["ID"], json!(id.to_string()));
}

#[tokio::test]
async fn what_a_lead_cannot_become_is_refused_and_nothing_happens() {
    let portal = Portal::new();
    let plain = lead(&portal).await;
    let known = portal.add("contact", json!({ "NAME": "Known" })).await;
    let repeat = portal.add("lead", json!({ "CONTACT_IDS": [known] })).await;
    let won = portal
        .add("lead", json!({ "STATUS_ID": "CONVERTED" }))
        .await;
    for (lead, form, status, said) in [
        (
            plain,
            "target=contact&target=deal",
            501,
            "SANDBOX_NOT_IMPLEMENTED",
        ),
        (plain, "", 422, "Nothing was chosen."),
        (plain, "target=invoice", 422, "Nothing was chosen."),
        (repeat, "target=deal", 501, "SANDBOX_NOT_IMPLEMENTED"),
        (repeat, "target=contact", 422, "Nothing was chosen."),
        (
            won,
            "target=contact",
            422,
            "This lead has been converted already.",
        ),
    ] {
        let before = portal.record("lead", lead).await;
        let reply = convert(&portal, lead, form).await;
        assert_eq!(reply.status, status, "{form}");
        assert!(reply.text.contains(said), "{form} {}", reply.text);
        assert_eq!(portal.record("lead", lead).await, before, "{form}");
    }
    assert_eq!(newest(&portal, "contact").await["NAME"], json!("Known"));
}

#[tokio::test]
async fn a_repeat_leads_page_offers_nothing_that_can_only_be_refused() {
    let portal = Portal::new();
    let known = portal.add("contact", json!({ "NAME": "Known" })).await;
    let repeat = portal.add("lead", json!({ "CONTACT_IDS": [known] })).await;
    let disabled =
        "<button class=\"button primary\" type=\"submit\" disabled aria-describedby=\"remark\">";
    for (lead, is_disabled) in [(lead(&portal).await, false), (repeat, true)] {
        let page = portal.get(&format!("/crm/lead/convert/{lead}/")).await;
        assert_eq!(page.text.contains(disabled), is_disabled, "{}", page.text);
    }
}

#[tokio::test]
async fn a_lead_is_converted_by_those_who_may_change_it() {
    let portal = Portal::new();
    let id = portal
        .add("lead", json!({ "TITLE": "Mine", "OPENED": "Y" }))
        .await;
    let mut browser = Browser::new(&portal);
    browser.get(&format!("/_sandbox/login?user={SELLER}")).await;
    let post = |origin: Option<&str>| {
        let request = Request::post(format!("/crm/lead/convert/{id}/"));
        let request = request
            .header("content-type", FORM)
            .header("host", "127.0.0.1:8124");
        let request = match origin {
            Some(origin) => request.header("origin", origin),
            None => request,
        };
        request.body("target=contact".into()).unwrap()
    };
    let seller = browser.send(post(None)).await;
    assert_eq!(seller.status, 422);
    let back = format!("href=\"/crm/lead/details/{id}/\"");
    for said in ["Access denied.", "Nothing was changed.", &back] {
        assert!(seller.text.contains(said), "{said}: {}", seller.text);
    }
    let stranger = portal.send(post(Some("https://elsewhere.example"))).await;
    assert_eq!(stranger.status, 403);
    assert_eq!(portal.record("lead", id).await["STATUS_ID"], json!("NEW"));
    assert_eq!(portal.send(post(None)).await.status, 303);
}
