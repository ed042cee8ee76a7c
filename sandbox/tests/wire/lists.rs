//! Lists: filters with their oddities, order, select, pages.

use serde_json::{Value, json};

use crate::support::{Portal, ids};

/// A portal with four leads whose titles begin with `List`, by their ids.
async fn four_leads() -> (Portal, [i64; 4]) {
    let portal = Portal::new();
    let leads = [
        json!({ "TITLE": "List Alpha", "NAME": "Ann", "OPPORTUNITY": 10, "SOURCE_ID": "WEB", "BIRTHDATE": "2000-01-01" }),
        json!({ "TITLE": "List beta", "NAME": "", "OPPORTUNITY": 20.5, "SOURCE_ID": "CALL", "COMPANY_ID": 3 }),
        json!({ "TITLE": "List Ärger 50%", "NAME": "Bob", "OPPORTUNITY": 0, "STATUS_ID": "JUNK" }),
        json!({ "TITLE": "List delta_x", "OPPORTUNITY": 30, "BIRTHDATE": "2000-06-01", "STATUS_ID": "IN_PROCESS" }),
    ];
    let mut ids = [0; 4];
    for (id, fields) in ids.iter_mut().zip(leads) {
        *id = portal.add("lead", fields).await;
    }
    (portal, ids)
}

/// Which of the four leads (0 to 3) a filter finds.
async fn found(portal: &Portal, leads: &[i64; 4], filter: &Value) -> Vec<usize> {
    let mut filter = filter.clone();
    filter["@ID"] = json!(leads);
    let params = json!({ "filter": filter, "order": { "ID": "ASC" } });
    let rows = portal.call("crm.lead.list", params).await.result();
    ids(&rows)
        .iter()
        .map(|id| leads.iter().position(|lead| lead == id).unwrap())
        .collect()
}

#[tokio::test]
async fn s3_6_operators_on_system_fields() {
    let (portal, leads) = four_leads().await;
    let all = vec![0, 1, 2, 3];
    let cases = [
        // Equality takes no notice of case, in every alphabet.
        (json!({ "TITLE": "list alpha" }), vec![0]),
        (json!({ "=TITLE": "LIST ÄRGER 50%" }), vec![2]),
        (json!({ "TITLE": ["List Alpha", "List beta"] }), vec![0, 1]),
        (json!({ "!TITLE": ["List Alpha", "List beta"] }), vec![2, 3]),
        // Nothing is null or an empty text.
        (json!({ "NAME": "" }), vec![1, 3]),
        (json!({ "!NAME": "" }), vec![0, 2]),
        (json!({ "!NAME": "Ann" }), vec![1, 2, 3]),
        (json!({ "!@NAME": ["Ann"] }), vec![1, 2]),
        (json!({ "@NAME": "Ann" }), vec![0]),
        (json!({ "!+NAME": "Bob" }), vec![0, 1, 3]),
        (json!({ "+NAME": "Bob" }), vec![2, 3]),
        // Numbers.
        (json!({ "COMPANY_ID": 0 }), vec![0, 2, 3]),
        (json!({ "!COMPANY_ID": 0 }), vec![1]),
        (json!({ "COMPANY_ID": "3x" }), vec![1]),
        (json!({ ">OPPORTUNITY": 10 }), vec![1, 3]),
        (
            json!({ ">=OPPORTUNITY": "10", "<OPPORTUNITY": "20,6" }),
            vec![0, 1],
        ),
        (json!({ "!>OPPORTUNITY": 10 }), vec![0, 2]),
        (json!({ "%OPPORTUNITY": "20.5" }), vec![1]),
        // Parts of texts.
        (json!({ "%TITLE": "50%" }), vec![2]),
        (json!({ "%TITLE": "a_x" }), vec![3]),
        (json!({ "=%TITLE": "%a" }), vec![0, 1]),
        (json!({ "%=TITLE": "list _e%" }), vec![1, 3]),
        (json!({ "%NAME": "" }), vec![1, 3]),
        (json!({ "?TITLE": "beta list" }), vec![1]),
        // A directory takes no parts.
        (json!({ "%SOURCE_ID": "WE" }), vec![]),
        (json!({ "%SOURCE_ID": "WEB" }), vec![0]),
        // Days and moments.
        (json!({ ">=BIRTHDATE": "2000-02-01" }), vec![3]),
        (json!({ "BIRTHDATE": "01.01.2000" }), vec![0]),
        (json!({ "BIRTHDATE": "" }), vec![1, 2]),
        (json!({ "!BIRTHDATE": "" }), vec![0, 3]),
        (json!({ ">DATE_CREATE": "-1 hour" }), all.clone()),
        (json!({ "<DATE_CREATE": "-1 hour" }), vec![]),
        (json!({ "STATUS_SEMANTIC_ID": "F" }), vec![2]),
        (json!({ "IS_RETURN_CUSTOMER": "Y" }), vec![1]),
    ];
    for (filter, expected) in cases {
        assert_eq!(found(&portal, &leads, &filter).await, expected, "{filter}");
    }
}

#[tokio::test]
async fn s3_6_conditions_that_are_dropped() {
    let (portal, leads) = four_leads().await;
    let dropped = [
        json!({ "NOPE": 1 }),
        json!({ "title": "List Alpha" }),
        json!({ "><OPPORTUNITY": [1, 2] }),
        json!({ "!==TITLE": "x" }),
        json!({ "0": { "TITLE": "x" } }),
        json!({ "LOGIC": "OR" }),
        json!({ "TITLE": [] }),
        json!({ "=PHONE": "1" }),
        json!({ "%EMAIL": "1" }),
        json!({ "PHONE": "" }),
        json!({ "LINK": "1" }),
    ];
    for filter in dropped {
        assert_eq!(
            found(&portal, &leads, &filter).await,
            [0, 1, 2, 3],
            "{filter}"
        );
    }
    let empty_list = json!({ "filter": { "@ID": [] } });
    let total = portal.call("crm.lead.list", empty_list).await.json()["total"]
        .as_i64()
        .unwrap();
    assert!(
        total > 4,
        "an empty list of ids means every lead, not {total}"
    );
}

#[tokio::test]
async fn s3_6_a_negated_like_is_a_plain_one() {
    let (portal, leads) = four_leads().await;
    for key in ["!%TITLE", "!=%TITLE", "!%=TITLE"] {
        let value = if key == "!%TITLE" { "alpha" } else { "%alpha" };
        assert_eq!(
            found(&portal, &leads, &json!({ key: value })).await,
            [0],
            "{key}"
        );
    }
}

#[tokio::test]
async fn s3_6_multifields_are_found_by_their_beginning() {
    let portal = Portal::new();
    let phone = |value: &str| json!({ "NAME": "X", "PHONE": [{ "VALUE": value }] });
    let one = portal.add("contact", phone("+7 999 100")).await;
    let two = portal.add("contact", phone("+7 999 200")).await;
    let cases = [
        ("+7 999", vec![one, two]),
        ("+7 999 2", vec![two]),
        ("999", vec![]),
        ("%999 2", vec![]),
    ];
    for (value, expected) in cases {
        let reply = portal
            .call("crm.contact.list", json!({ "filter": { "PHONE": value } }))
            .await;
        assert_eq!(ids(&reply.result()), expected, "{value}");
    }
    let several = portal
        .call(
            "crm.contact.list",
            json!({ "filter": { "PHONE": ["+7 999 2", "x"] } }),
        )
        .await;
    assert_eq!(ids(&several.result()), [two]);
}

#[tokio::test]
async fn s3_6_order() {
    let (portal, leads) = four_leads().await;
    let cases = [
        (json!({ "TITLE": "asc" }), vec![0, 1, 3, 2]),
        (json!({ "title": "ASC" }), vec![0, 1, 3, 2]),
        // What is not ASC goes downwards.
        (json!({ "OPPORTUNITY": "up" }), vec![3, 1, 0, 2]),
        // Stages have their directory's order.
        (
            json!({ "STATUS_ID": "DESC", "ID": "ASC" }),
            vec![2, 3, 0, 1],
        ),
        (json!({ "NOPE": "DESC" }), vec![0, 1, 2, 3]),
        (json!([]), vec![0, 1, 2, 3]),
    ];
    for (order, expected) in cases {
        let params = json!({ "filter": { "@ID": leads }, "order": order });
        let rows = portal.call("crm.lead.list", params).await.result();
        let expected: Vec<i64> = expected.into_iter().map(|at: usize| leads[at]).collect();
        assert_eq!(ids(&rows), expected, "{order}");
    }
}

#[tokio::test]
async fn s3_6_select() {
    let portal = Portal::new();
    let fields = json!({ "TITLE": "T", "PHONE": [{ "VALUE": "1" }] });
    let id = portal.add("lead", fields).await;
    let field = json!({ "USER_TYPE_ID": "string", "FIELD_NAME": "A" });
    portal
        .call("crm.lead.userfield.add", json!({ "fields": field }))
        .await
        .result();
    let keys = async |select: Value| -> Vec<String> {
        let params = json!({ "filter": { "ID": id }, "select": select });
        let rows = portal.call("crm.lead.list", params).await.result();
        rows[0].as_object().unwrap().keys().cloned().collect()
    };
    assert_eq!(
        keys(json!(["TITLE", "NAME"])).await,
        ["TITLE", "NAME", "ID"]
    );
    assert_eq!(keys(json!(["title", "ID"])).await, ["TITLE", "ID"]);
    assert_eq!(
        keys(json!(["PHONE", "EMAIL", "UF_*", "NAME"])).await,
        ["NAME", "ID", "UF_CRM_A", "PHONE"]
    );
    assert_eq!(keys(json!(["phone", "NOPE"])).await, ["ID"]);
    assert_eq!(keys(json!("TITLE")).await, ["TITLE", "ID"]);
    let all = keys(json!([])).await;
    assert_eq!(all, keys(json!(["*"])).await);
    assert_eq!(all, keys(json!("nonsense")).await);
    assert!(
        all.iter()
            .all(|key| !key.starts_with("UF_") && key != "PHONE"),
        "{all:?}"
    );
    assert_eq!(
        keys(json!(["*", "UF_CRM_A"])).await.last().unwrap(),
        "UF_CRM_A"
    );
}

#[tokio::test]
async fn s3_6_pages_and_their_traps() {
    let portal = Portal::new();
    for at in 0..103 {
        portal
            .add(
                "lead",
                json!({ "TITLE": format!("Page {at}"), "UTM_SOURCE": "pages" }),
            )
            .await;
    }
    let page = async |start: Value| {
        let params = json!({ "filter": { "UTM_SOURCE": "pages" }, "order": { "ID": "ASC" }, "select": ["ID"], "start": start });
        let body = portal.call("crm.lead.list", params).await.json();
        let ids = ids(&body["result"]);
        (
            ids[0],
            ids.len(),
            body.get("next").cloned(),
            body["total"].clone(),
        )
    };
    let first = page(json!(0)).await;
    assert_eq!(
        (first.1, &first.2, &first.3),
        (50, &Some(json!(50)), &json!(103))
    );
    assert_eq!(
        page(json!("50")).await,
        (first.0 + 50, 50, Some(json!(100)), json!(103))
    );
    assert_eq!(page(json!(75)).await, page(json!(50)).await);
    assert_eq!(page(json!(100)).await, (first.0 + 100, 3, None, json!(103)));
    // Behind the last page there is the first one again.
    assert_eq!(page(json!(150)).await, first);
    // Before the first nobody counts.
    assert_eq!(page(json!(-1)).await, (first.0, 50, None, json!(0)));
    let nothing = portal
        .call("crm.lead.list", json!({ "filter": { "ID": 999_999 } }))
        .await;
    assert_eq!(nothing.timeless(), r#"{"result":[],"total":0,"time":{}}"#);
}
