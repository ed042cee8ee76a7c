//! Product rows of leads.

use serde_json::{Value, json};

use crate::support::{Portal, coded, crm};

async fn set(portal: &Portal, lead: i64, rows: Value) {
    let params = json!({ "id": lead, "rows": rows });
    assert_eq!(
        portal
            .call("crm.lead.productrows.set", params)
            .await
            .result(),
        json!(true)
    );
}

async fn rows(portal: &Portal, lead: i64) -> Value {
    portal
        .call("crm.lead.productrows.get", json!({ "id": lead }))
        .await
        .result()
}

#[tokio::test]
async fn s5_3_rows_have_the_portals_fields_and_types() {
    let portal = Portal::new();
    let lead = portal.add("lead", json!({})).await;
    // The documentation's own example works these out: net 32999, 40 % off, 12 % tax.
    let row = json!({ "PRODUCT_NAME": "Chair", "PRICE": 22_175.328, "DISCOUNT_TYPE_ID": 2, "DISCOUNT_RATE": 40, "TAX_RATE": 12 });
    set(&portal, lead, json!([row, "no row"])).await;
    let row = rows(&portal, lead).await[0].clone();
    let expected = [
        ("OWNER_ID", json!(lead.to_string())),
        ("OWNER_TYPE", json!("L")),
        ("PRODUCT_ID", json!(0)),
        ("PRODUCT_NAME", json!("Chair")),
        ("PRICE_EXCLUSIVE", json!(19_799.4)),
        ("PRICE_NETTO", json!(32_999)),
        ("PRICE_BRUTTO", json!(36_958.88)),
        ("PRICE_ACCOUNT", json!("22175.32800000")),
        ("DISCOUNT_SUM", json!(13_199.6)),
        ("QUANTITY", json!(1)),
        ("TAX_RATE", json!(12)),
        ("TAX_INCLUDED", json!("N")),
        ("MEASURE_CODE", json!(796)),
        ("STORE_ID", json!(null)),
    ];
    for (name, value) in expected {
        assert_eq!(row[name], value, "{name}");
    }
    assert!(row["ID"].is_string());
}

#[tokio::test]
async fn s5_3_the_amount_follows_the_rows_unless_it_was_entered() {
    let portal = Portal::new();
    let rows = || json!([{ "PRICE": 10.5, "QUANTITY": 2 }, { "PRICE": 1 }]);
    let automatic = portal.add("lead", json!({})).await;
    set(&portal, automatic, rows()).await;
    assert_eq!(
        portal.record("lead", automatic).await["OPPORTUNITY"],
        json!("22.00")
    );
    let by_hand = portal
        .add(
            "lead",
            json!({ "OPPORTUNITY": 7, "IS_MANUAL_OPPORTUNITY": "Y" }),
        )
        .await;
    set(&portal, by_hand, rows()).await;
    assert_eq!(
        portal.record("lead", by_hand).await["OPPORTUNITY"],
        json!("7.00")
    );
}

#[tokio::test]
async fn s5_3_without_rows_there_are_none() {
    let portal = Portal::new();
    let lead = portal.add("lead", json!({})).await;
    set(&portal, lead, json!([{ "PRICE": 1 }])).await;
    let cleared = portal
        .call("crm.lead.productrows.set", json!({ "id": lead }))
        .await;
    assert_eq!(cleared.result(), json!(true));
    assert_eq!(rows(&portal, lead).await, json!([]));
}

#[tokio::test]
async fn s5_3_errors() {
    let portal = Portal::new();
    let invalid = crm("The parameter id is invalid or not defined.");
    assert_eq!(
        portal
            .call("crm.lead.productrows.get", json!({}))
            .await
            .error(),
        invalid
    );
    assert_eq!(
        portal
            .call("crm.lead.productrows.set", json!({ "rows": [] }))
            .await
            .error(),
        invalid
    );
    let no_array = portal
        .call("crm.lead.productrows.set", json!({ "id": 1, "rows": "x" }))
        .await;
    assert_eq!(no_array.error(), crm("The parameter rows must be array."));
    let missing = portal
        .call(
            "crm.lead.productrows.set",
            json!({ "id": 999_999, "rows": [] }),
        )
        .await;
    assert_eq!(missing.error(), crm("Not found."));
    assert_eq!(rows(&portal, 999_999).await, json!([]));
    let hidden = portal.add("lead", json!({ "OPENED": "N" })).await;
    for method in ["get", "set"] {
        let reply = portal
            .as_seller(
                &format!("crm.lead.productrows.{method}"),
                json!({ "id": hidden }),
            )
            .await;
        assert_eq!(reply.error(), crm("Access denied."), "{method}");
    }
    let rate = json!({ "id": 1, "rows": [{ "PRICE": 1, "DISCOUNT_TYPE_ID": 2 }] });
    let text = "Discount Rate (DISCOUNT_RATE) is required if Percentage Discount Type (DISCOUNT_TYPE_ID) is defined.";
    assert_eq!(
        portal.call("crm.lead.productrows.set", rate).await.error(),
        coded(400, "ERROR_CORE", text)
    );
}
