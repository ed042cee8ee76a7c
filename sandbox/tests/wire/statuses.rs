//! The directories (docs: api-reference/crm/status).

use serde_json::{Value, json};

use crate::support::{Portal, coded, crm};

async fn list(portal: &Portal, params: Value) -> Vec<Value> {
    let rows = portal.call("crm.status.list", params).await.result();
    rows.as_array().unwrap().clone()
}

fn names(rows: &[Value]) -> Vec<&str> {
    rows.iter()
        .map(|row| row["STATUS_ID"].as_str().unwrap())
        .collect()
}

/// Adds an entry; its number.
async fn add(portal: &Portal, fields: Value) -> i64 {
    let params = json!({ "fields": fields });
    let reply = portal.call("crm.status.add", params).await;
    reply.result().as_i64().unwrap()
}

async fn entry(portal: &Portal, id: i64) -> Value {
    portal
        .call("crm.status.get", json!({ "id": id }))
        .await
        .result()
}

#[tokio::test]
async fn s12_directories_of_companies() {
    let portal = Portal::new();
    let directories = [
        ("COMPANY_TYPE", 5, "CUSTOMER", "OTHER"),
        ("EMPLOYEES", 4, "EMPLOYEES_1", "EMPLOYEES_4"),
        ("INDUSTRY", 11, "IT", "OTHER"),
    ];
    for (directory, count, first, last) in directories {
        let rows = list(&portal, json!({ "filter": { "ENTITY_ID": directory } })).await;
        let names = names(&rows);
        assert_eq!(
            (names.len(), names[0], names[count - 1]),
            (count, first, last)
        );
        assert!(
            rows.iter().all(|row| row.get("EXTRA").is_none()),
            "{directory}"
        );
    }
}

#[tokio::test]
async fn s12_every_entry_of_a_fresh_portal() {
    let portal = Portal::new();
    // Position, and a star for what came with the portal.
    let directories = [
        (
            "STATUS",
            "NEW 10*, IN_PROCESS 20, PROCESSED 30, CONVERTED 40*, JUNK 50*",
        ),
        (
            "SOURCE",
            "CALL 10*, EMAIL 20, WEB 30, ADVERTISING 40, PARTNER 50, RECOMMENDATION 60, \
             TRADE_SHOW 70, WEBFORM 75*, REPEAT_SALE 76*, CALLBACK 77*, RC_GENERATOR 78*, STORE 79*, \
             OTHER 80, BOOKING 81*",
        ),
        (
            "CONTACT_TYPE",
            "CLIENT 10, SUPPLIER 20, PARTNER 30, OTHER 40",
        ),
    ];
    for (directory, expected) in directories {
        let rows = list(&portal, json!({ "filter": { "ENTITY_ID": directory } })).await;
        let text = |row: &Value, name: &str| row[name].as_str().unwrap_or_default().to_owned();
        let entries = rows.iter().map(|row| {
            let star = if row["SYSTEM"] == "Y" { "*" } else { "" };
            format!("{} {}{star}", text(row, "STATUS_ID"), text(row, "SORT"))
        });
        assert_eq!(entries.collect::<Vec<_>>().join(", "), expected);
    }
    let stages = list(&portal, json!({ "filter": { "ENTITY_ID": "STATUS" } })).await;
    let meanings: Vec<&str> = stages
        .iter()
        .map(|stage| stage["EXTRA"]["SEMANTICS"].as_str().unwrap())
        .collect();
    let (way, end) = ("process", ["success", "failure"]);
    assert_eq!(meanings, [way, way, way, end[0], end[1]]);
}

#[tokio::test]
async fn statuses_are_filtered_and_sorted() {
    let portal = Portal::new();
    let stages = |filter: Value| {
        let mut filter = filter;
        filter["ENTITY_ID"] = json!("STATUS");
        json!({ "filter": filter })
    };
    let cases = [
        (stages(json!({ "SEMANTICS": "F" })), vec!["JUNK"]),
        (stages(json!({ "NAME": "lead good" })), vec!["CONVERTED"]),
        (
            stages(json!({ "SYSTEM": "N" })),
            vec!["IN_PROCESS", "PROCESSED"],
        ),
        (
            stages(json!({ "STATUS_ID": "NEW", "NAME_INIT": "x", "COLOR": "x" })),
            vec!["NEW"],
        ),
        (
            stages(json!({ "STATUS_ID": "", "SORT": 20 })),
            vec!["IN_PROCESS"],
        ),
    ];
    for (params, expected) in cases {
        assert_eq!(
            names(&list(&portal, params.clone()).await),
            expected,
            "{params}"
        );
    }
    let mut backwards = stages(json!({}));
    backwards["order"] = json!({ "SORT": "desc", "COLOR": "ASC" });
    assert_eq!(names(&list(&portal, backwards).await)[0], "JUNK");
    let sorts: Vec<i64> = list(&portal, json!({}))
        .await
        .iter()
        .map(|row| row["SORT"].as_str().unwrap().parse().unwrap())
        .collect();
    assert!(sorts.is_sorted(), "{sorts:?}");
}

#[tokio::test]
async fn lists_are_refused_where_one_text_is_wanted() {
    let portal = Portal::new();
    for name in ["ENTITY_ID", "STATUS_ID", "SORT", "SEMANTICS"] {
        let params = json!({ "filter": { name: ["A"] } });
        let text = format!("Filter by {name} must be a string");
        assert_eq!(
            portal.call("crm.status.list", params).await.error(),
            crm(&text)
        );
    }
    let params = json!({ "filter": { "NAME": ["A"], "ENTITY_ID": "STATUS" } });
    assert_eq!(list(&portal, params).await.len(), 5);
}

#[tokio::test]
async fn a_new_stage_has_defaults() {
    let portal = Portal::new();
    let fields = json!({
        "ENTITY_ID": "STATUS", "STATUS_ID": "WAITING", "NAME": "Waiting", "COLOR": "AABBCC", "SORT": -1,
    });
    let id = add(&portal, fields).await;
    let expected = json!({
        "ID": id.to_string(), "ENTITY_ID": "STATUS", "STATUS_ID": "WAITING", "NAME": "Waiting",
        "NAME_INIT": "", "SORT": "10", "SYSTEM": "N", "CATEGORY_ID": null, "COLOR": "#AABBCC",
        "SEMANTICS": "P", "EXTRA": { "SEMANTICS": "process", "COLOR": "#AABBCC" },
    });
    assert_eq!(entry(&portal, id).await, expected);
    let lead = portal.add("lead", json!({ "STATUS_ID": "WAITING" })).await;
    assert_eq!(
        portal.record("lead", lead).await["STATUS_ID"],
        json!("WAITING")
    );
}

#[tokio::test]
async fn what_a_directory_refuses() {
    let portal = Portal::new();
    let stage = |name: &str| json!({ "ENTITY_ID": "STATUS", "STATUS_ID": name, "NAME": "A" });
    let required = "The field ENTITY_ID is required.\nThe field STATUS_ID is required.";
    let core = |text: &str| coded(400, "ERROR_CORE", text);
    let cases = [
        (json!({}), crm(required)),
        (
            json!({ "ENTITY_ID": "STATUS" }),
            crm("The field STATUS_ID is required."),
        ),
        (
            json!({ "ENTITY_ID": "NOPE", "STATUS_ID": "A", "NAME": "A" }),
            crm("Specified entity type is not supported."),
        ),
        (
            json!({ "ENTITY_ID": "STATUS", "STATUS_ID": "A" }),
            crm("The name is not specified."),
        ),
        (stage("NEW"), core("The entry NEW already exists.<br>")),
        (
            stage(&"A".repeat(22)),
            core("The length of STATUS_ID exceeds 21 characters.<br>"),
        ),
        (
            stage("a b"),
            core("STATUS_ID contains invalid characters. Allowed are A-Z, 0-9, _ and -.<br>"),
        ),
    ];
    for (fields, error) in cases {
        let params = json!({ "fields": fields });
        assert_eq!(
            portal.call("crm.status.add", params.clone()).await.error(),
            error
        );
        let seller = portal.as_seller("crm.status.add", params).await;
        assert_eq!(seller.error(), crm("Access denied."));
    }
    let long = json!({ "ENTITY_ID": "SOURCE", "STATUS_ID": "a".repeat(50), "NAME": "A" });
    add(&portal, long).await;
}

#[tokio::test]
async fn an_update_changes_name_position_and_colour_only() {
    let portal = Portal::new();
    let stages = list(&portal, json!({ "filter": { "ENTITY_ID": "STATUS" } })).await;
    let id: i64 = stages[0]["ID"].as_str().unwrap().parse().unwrap();
    let update = async |fields: Value| {
        let params = json!({ "id": id, "fields": fields });
        let reply = portal.call("crm.status.update", params).await;
        assert_eq!(reply.result(), json!(true));
        entry(&portal, id).await
    };
    let renamed = update(json!({ "NAME": " Fresh ", "STATUS_ID": "X", "COLOR": "112233" })).await;
    assert_eq!(renamed["NAME"], json!("Fresh"));
    assert_eq!(renamed["NAME_INIT"], json!("Unassigned"));
    assert_eq!(
        (&renamed["STATUS_ID"], &renamed["COLOR"]),
        (&json!("NEW"), &json!("#112233"))
    );
    assert_eq!(update(json!({ "NAME": " " })).await["NAME"], json!("Fresh"));
}

#[tokio::test]
async fn an_entry_is_deleted_when_nothing_speaks_against_it() {
    let portal = Portal::new();
    let stage = json!({ "ENTITY_ID": "STATUS", "STATUS_ID": "WAITING", "NAME": "Waiting" });
    let id = add(&portal, stage).await;
    let lead = portal.add("lead", json!({ "STATUS_ID": "WAITING" })).await;
    let delete = async |id: i64, params: Value| {
        let params = json!({ "id": id, "params": params });
        portal.call("crm.status.delete", params).await
    };
    let busy = crm("There are active items in this status.");
    assert_eq!(delete(id, json!({})).await.error(), busy);
    portal
        .call("crm.lead.delete", json!({ "id": lead }))
        .await
        .result();
    assert_eq!(delete(id, json!({})).await.result(), json!(true));
    assert_eq!(
        delete(id, json!({})).await.error(),
        crm("Status is not found.")
    );
    let filter = json!({ "ENTITY_ID": "SOURCE", "STATUS_ID": "BOOKING" });
    let system = list(&portal, json!({ "filter": filter })).await;
    let system: i64 = system[0]["ID"].as_str().unwrap().parse().unwrap();
    let text = "CRM System Status can be deleted only if parameter FORCED is specified and equal to \"Y\".";
    assert_eq!(
        delete(system, json!({ "FORCED": "N" })).await.error(),
        crm(text)
    );
    assert_eq!(
        delete(system, json!({ "FORCED": "Y" })).await.result(),
        json!(true)
    );
}

#[tokio::test]
async fn missing_entries_and_bad_numbers() {
    let portal = Portal::new();
    for method in ["get", "update", "delete"] {
        let method = format!("crm.status.{method}");
        let error = portal.call(&method, json!({ "id": 0 })).await.error();
        assert_eq!(error, crm("ID is not defined or invalid."));
        let error = portal.call(&method, json!({ "id": 999_999 })).await.error();
        let text = if method.ends_with("get") {
            "CRM Status is not found."
        } else {
            "Status is not found."
        };
        assert_eq!(error, crm(text), "{method}");
    }
}

#[tokio::test]
async fn directories_are_named_and_chosen_from() {
    let portal = Portal::new();
    let types = portal
        .call("crm.status.entity.types", json!({}))
        .await
        .result();
    assert_eq!(types[0]["ID"], json!("STATUS"));
    assert_eq!(
        types[0]["SEMANTIC_INFO"]["FINAL_SUCCESS_FIELD"],
        json!("CONVERTED")
    );
    assert_eq!(types[1], json!({ "ID": "SOURCE", "NAME": "Sources" }));
    for name in ["entityId", "entityID", "entity_id", "ENTITY_ID"] {
        let items = portal
            .call("crm.status.entity.items", json!({ name: "employees" }))
            .await;
        let first = &items.result()[0];
        assert_eq!(first["SORT"], json!(10));
        assert_eq!(first["STATUS_ID"], json!("EMPLOYEES_1"), "{name}");
    }
    let items = async |params| portal.call("crm.status.entity.items", params).await;
    assert_eq!(
        items(json!({ "entityId": "NOPE" })).await.result(),
        json!([])
    );
    let text = "The parameter entityId is not defined or invalid.";
    assert_eq!(
        items(json!({ "ENTITYID": "STATUS" })).await.error(),
        crm(text)
    );
}

#[tokio::test]
async fn an_entry_has_eleven_fields() {
    let portal = Portal::new();
    let fields = portal.call("crm.status.fields", json!({})).await.result();
    assert_eq!(fields.as_object().unwrap().len(), 11);
    assert_eq!(fields["STATUS_ID"]["isImmutable"], json!(true));
    assert_eq!(fields["EXTRA"]["type"], json!("crm_status_extra"));
}
