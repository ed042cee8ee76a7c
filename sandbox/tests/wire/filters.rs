//! Filters where the sources disagree, and what is left of the reference's grammar.

use sandbox::limits::Plan;
use sandbox::state::{NotLike, PhoneFilter, Settings};
use serde_json::{Value, json};

use crate::support::{Portal, ids};

fn portal(not_like: NotLike, phone_filter: PhoneFilter) -> Portal {
    Portal::with(Settings {
        plan: Plan::None,
        not_like,
        phone_filter,
        ..Settings::default()
    })
}

/// The leads among `all` that a filter finds.
async fn found(portal: &Portal, all: &[i64], filter: Value) -> Vec<i64> {
    let mut filter = filter;
    filter["@ID"] = json!(all);
    let params = json!({ "filter": filter, "order": { "ID": "ASC" } });
    ids(&portal.call("crm.lead.list", params).await.result())
}

#[tokio::test]
async fn s14_a_negated_like_means_what_it_says_when_asked_to() {
    let portal = portal(NotLike::Negative, PhoneFilter::default());
    let one = portal
        .add("lead", json!({ "TITLE": "Oak", "NAME": "Ann" }))
        .await;
    let two = portal.add("lead", json!({ "TITLE": "Pine" })).await;
    let all = [one, two];
    let cases = [
        (json!({ "!%TITLE": "oak" }), vec![two]),
        (json!({ "!=%TITLE": "%ak" }), vec![two]),
        (json!({ "!%=TITLE": "%ak" }), vec![two]),
        (json!({ "%TITLE": "oak" }), vec![one]),
        // Who has no name has none that holds the text.
        (json!({ "!%NAME": "an" }), vec![two]),
    ];
    for (filter, expected) in cases {
        assert_eq!(
            found(&portal, &all, filter.clone()).await,
            expected,
            "{filter}"
        );
    }
}

#[tokio::test]
async fn s14_phones_are_compared_whole_when_asked_to() {
    let portal = portal(NotLike::default(), PhoneFilter::Exact);
    let fields = json!({ "PHONE": [{ "VALUE": "+7 999" }], "EMAIL": [{ "VALUE": "A@b.example" }] });
    let lead = portal.add("lead", fields).await;
    let cases = [
        (json!({ "PHONE": "+7 999" }), vec![lead]),
        (json!({ "PHONE": "+7 99" }), vec![]),
        (json!({ "EMAIL": "a@b.example" }), vec![lead]),
        (json!({ "EMAIL": "a@b" }), vec![]),
    ];
    for (filter, expected) in cases {
        assert_eq!(
            found(&portal, &[lead], filter.clone()).await,
            expected,
            "{filter}"
        );
    }
}

#[tokio::test]
async fn s3_6_the_rest_of_the_prefixes() {
    let portal = Portal::new();
    let fields = json!({ "TITLE": "Oak table", "OPPORTUNITY": 10, "BIRTHDATE": "2000-01-01" });
    let one = portal.add("lead", fields).await;
    let two = portal
        .add("lead", json!({ "TITLE": "Pine box", "OPPORTUNITY": 30 }))
        .await;
    let all = [one, two];
    let cases = [
        (json!({ "*=TITLE": "table" }), vec![one]),
        (json!({ "*%TITLE": "tab" }), vec![one]),
        (json!({ "*TITLE": "box pine" }), vec![two]),
        // Comparing with several values is comparing with one of them.
        (json!({ ">OPPORTUNITY": [20, 5] }), vec![one, two]),
        (json!({ "!>OPPORTUNITY": [20, 5] }), vec![]),
        // A part of a moment is the whole of it.
        (json!({ "%BIRTHDATE": "2000-01-01" }), vec![one]),
        (
            json!({ "BIRTHDATE": "2000-01-01T23:00:00+03:00" }),
            vec![one],
        ),
        // What is no date is none.
        (json!({ "BIRTHDATE": "no date" }), vec![two]),
        (json!({ "DATE_CLOSED": "" }), vec![one, two]),
        // Whole numbers are cast, whatever the operator.
        (json!({ ">ID": format!("{one}.9") }), vec![two]),
        (json!({ "%COMPANY_ID": "" }), vec![one, two]),
    ];
    for (filter, expected) in cases {
        assert_eq!(
            found(&portal, &all, filter.clone()).await,
            expected,
            "{filter}"
        );
    }
}

#[tokio::test]
async fn s3_6_sites_and_messengers_are_found_like_phones() {
    let portal = Portal::new();
    let fields = json!({ "WEB": [{ "VALUE": "https://a.example" }], "IM": [{ "VALUE": "@ann" }] });
    let lead = portal.add("lead", fields).await;
    for (filter, hits) in [
        (json!({ "WEB": "HTTPS://a" }), 1),
        (json!({ "IM": "@an" }), 1),
        (json!({ "IM": "ann" }), 0),
    ] {
        assert_eq!(
            found(&portal, &[lead], filter.clone()).await.len(),
            hits,
            "{filter}"
        );
    }
}

#[tokio::test]
async fn s3_6_what_others_may_not_see_is_not_counted() {
    let portal = Portal::new();
    let closed = json!({ "UTM_TERM": "own", "OPENED": "N" });
    portal.add("lead", closed.clone()).await;
    portal
        .as_seller("crm.lead.add", json!({ "fields": closed }))
        .await
        .result();
    portal.add("lead", json!({ "UTM_TERM": "own" })).await;
    let params = json!({ "filter": { "UTM_TERM": "own" } });
    let total = |reply: Value| reply["total"].clone();
    assert_eq!(
        total(portal.call("crm.lead.list", params.clone()).await.json()),
        json!(3)
    );
    assert_eq!(
        total(portal.as_seller("crm.lead.list", params).await.json()),
        json!(2)
    );
}
