//! crm.item.*: the same records by other names (docs: api-reference/crm/universal).

use serde_json::{Value, json};

use crate::support::{Portal, coded};

/// A call that went well; its `item`.
async fn item(portal: &Portal, method: &str, params: Value) -> Value {
    let reply = portal.call(&format!("crm.item.{method}"), params).await;
    reply.result()["item"].clone()
}

async fn add(portal: &Portal, entity: i64, fields: Value) -> Value {
    let params = json!({ "entityTypeId": entity, "fields": fields });
    item(portal, "add", params).await
}

async fn update(portal: &Portal, entity: i64, id: &Value, fields: Value) -> Value {
    let params = json!({ "entityTypeId": entity, "id": id, "fields": fields });
    item(portal, "update", params).await
}

#[tokio::test]
async fn a_lead_has_its_fields_in_the_portals_order() {
    let portal = Portal::new();
    let lead = add(&portal, 1, json!({ "title": "A" })).await;
    let keys: Vec<&str> = lead
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    let first = [
        "id",
        "createdTime",
        "dateCreateShort",
        "updatedTime",
        "dateModifyShort",
    ];
    assert_eq!(keys[..5], first);
    assert_eq!(
        keys[keys.len() - 3..],
        ["observers", "contactIds", "entityTypeId"]
    );
    let expected = [
        ("stageId", json!("NEW")),
        ("stageSemanticId", json!("P")),
        ("opportunity", json!(0)),
        ("opened", json!("Y")),
        ("assignedById", json!(1)),
        ("createdBy", json!(1)),
        ("movedBy", json!(1)),
        ("companyId", json!(0)),
        ("contactId", json!(0)),
        ("webformId", json!(0)),
        ("birthdate", json!(null)),
        ("shortName", json!(null)),
        ("phoneWork", json!("")),
        ("fm", json!([])),
        ("observers", json!([])),
        ("contactIds", json!([])),
        ("entityTypeId", json!(1)),
    ];
    for (name, value) in expected {
        assert_eq!(lead[name], value, "{name}");
    }
    let classic = portal.record("lead", lead["id"].as_i64().unwrap()).await;
    assert_eq!(lead["createdTime"], classic["DATE_CREATE"]);
}

#[tokio::test]
async fn contacts_and_companies_are_items_too() {
    let portal = Portal::new();
    let company = add(&portal, 4, json!({ "typeId": "PARTNER", "revenue": 12.5 })).await;
    let id = &company["id"];
    assert_eq!(company["title"], json!(format!("Company #{id}")));
    assert_eq!(
        (&company["typeId"], &company["revenue"]),
        (&json!("PARTNER"), &json!(12.5))
    );
    assert_eq!(
        (&company["categoryId"], &company["entityTypeId"]),
        (&json!(0), &json!(4))
    );
    let fields = json!({ "name": "Ann", "leadId": 3, "companyIds": [id, 2], "export": "no" });
    let contact = add(&portal, 3, fields).await;
    assert_eq!(contact["companyIds"], json!([id, 2]));
    assert_eq!((&contact["companyId"], &contact["leadId"]), (id, &json!(3)));
    assert_eq!(
        (&contact["typeId"], &contact["export"]),
        (&json!("CLIENT"), &json!("N"))
    );
    let params = json!({ "entityTypeId": 4, "id": id });
    let company = item(&portal, "get", params).await;
    assert_eq!(company["contactIds"], json!([contact["id"]]));
}

#[tokio::test]
async fn a_links_change_makes_a_repeat_lead() {
    let portal = Portal::new();
    let lead = add(&portal, 1, json!({ "contactIds": [2, 1] })).await;
    assert_eq!(lead["contactIds"], json!([2, 1]));
    assert_eq!(
        (&lead["contactId"], &lead["isReturnCustomer"]),
        (&json!(2), &json!("Y"))
    );
    let lead = update(&portal, 1, &lead["id"], json!({ "contactIds": [] })).await;
    assert_eq!(
        (&lead["contactId"], &lead["isReturnCustomer"]),
        (&json!(0), &json!("N"))
    );
}

#[tokio::test]
async fn what_writing_drops_keeps_and_empties() {
    let portal = Portal::new();
    let fields = json!({
        "title": "A", "name": "Ann", "opened": "y", "birthdate": "2001-11-11", "nope": 1,
        "TITLE": "B", "id": 4711, "createdTime": "2001-01-01", "observers": [2, 1], "webformId": 7,
    });
    let lead = add(&portal, 1, fields).await;
    assert_ne!(lead["id"], json!(4711));
    assert_eq!(
        (&lead["title"], &lead["opened"]),
        (&json!("A"), &json!("Y"))
    );
    assert_eq!(
        (&lead["observers"], &lead["webformId"]),
        (&json!([2, 1]), &json!(7))
    );
    assert!(!lead["createdTime"].as_str().unwrap().starts_with("2001"));
    let fields = json!({
        "title": "", "assignedById": null, "currencyId": "", "name": "", "opened": "Yes",
        "birthdate": "soon",
    });
    let after = update(&portal, 1, &lead["id"], fields).await;
    for kept in [
        "title",
        "assignedById",
        "currencyId",
        "birthdate",
        "observers",
    ] {
        assert_eq!(after[kept], lead[kept], "{kept}");
    }
    assert_eq!(
        (&after["name"], &after["opened"]),
        (&json!(null), &json!("N"))
    );
    let company = add(&portal, 4, json!({ "isMyCompany": true })).await;
    assert_eq!(company["isMyCompany"], json!("Y"));
    let company = update(&portal, 4, &company["id"], json!({ "isMyCompany": false })).await;
    assert_eq!(company["isMyCompany"], json!("Y"));
}

#[tokio::test]
async fn the_keys_of_fm_say_what_happens() {
    let portal = Portal::new();
    let phone = |value: &str| json!({ "typeId": "PHONE", "valueType": "MOBILE", "value": value });
    let mail = json!({ "typeId": "EMAIL", "value": "a@b.example" });
    let lead = add(
        &portal,
        1,
        json!({ "fm": { "n0": phone("+1"), "n1": mail } }),
    )
    .await;
    assert_eq!(
        (&lead["phoneMobile"], &lead["emailWork"]),
        (&json!("+1"), &json!("a@b.example"))
    );
    assert_eq!(
        (&lead["phoneWork"], &lead["hasPhone"]),
        (&json!(""), &json!("Y"))
    );
    let id = lead["fm"][0]["id"].to_string();
    let expected = json!({
        "id": lead["fm"][0]["id"], "valueType": "MOBILE", "value": "+1", "typeId": "PHONE",
    });
    assert_eq!(lead["fm"][0], expected);
    let values = |lead: &Value| -> Vec<String> {
        let entries = lead["fm"].as_array().unwrap().iter();
        entries
            .map(|entry| entry["value"].as_str().unwrap().to_owned())
            .collect()
    };
    // The key of a present entry changes it, another number adds.
    let fm =
        json!({ id.clone(): phone("+2"), "999999": phone("+3"), "n5": { "value": "no type" } });
    let lead = update(&portal, 1, &lead["id"], json!({ "fm": fm })).await;
    assert_eq!(values(&lead), ["+2", "a@b.example", "+3"]);
    let lead = update(&portal, 1, &lead["id"], json!({ "fm": { id: phone("") } })).await;
    assert_eq!(values(&lead), ["a@b.example", "+3"]);
    // One entry alone is added.
    let lead = update(&portal, 1, &lead["id"], json!({ "fm": phone("+4") })).await;
    assert_eq!(values(&lead), ["a@b.example", "+3", "+4"]);
}

#[tokio::test]
async fn custom_fields_have_two_names_and_native_values() {
    let portal = Portal::new();
    let fields = [
        ("TEXT", "string", "N"),
        ("NUMBERS", "integer", "Y"),
        ("YES", "boolean", "N"),
        ("1700000000", "file", "N"),
    ];
    for (name, user_type, multiple) in fields {
        let fields = json!({ "FIELD_NAME": name, "USER_TYPE_ID": user_type, "MULTIPLE": multiple });
        let params = json!({ "fields": fields });
        portal.call("crm.lead.userfield.add", params).await.result();
    }
    let file = json!(["a.txt", "aGVsbG8="]);
    let fields = json!({
        "ufCrmText": "A", "ufCrmNumbers": [1, "2"], "ufCrmYes": "true", "ufCrm_1700000000": file,
        "UF_CRM_TEXT": "B",
    });
    let lead = add(&portal, 1, fields).await;
    assert_eq!(
        (&lead["ufCrmText"], &lead["ufCrmYes"]),
        (&json!("A"), &json!("Y"))
    );
    assert_eq!(lead["ufCrmNumbers"], json!([1, 2]));
    let stored = lead["ufCrm_1700000000"].clone();
    let path = stored["urlMachine"]
        .as_str()
        .unwrap()
        .strip_prefix(&portal.state.origin())
        .unwrap();
    assert_eq!(portal.get(path).await.text, "hello");
    let id = &lead["id"];
    let keep = json!({ "ufCrm_1700000000": { "id": stored["id"] } });
    assert_eq!(
        update(&portal, 1, id, keep).await["ufCrm_1700000000"]["id"],
        stored["id"]
    );
    let other = json!({ "ufCrm_1700000000": { "id": 999_999 } });
    assert_eq!(
        update(&portal, 1, id, other).await["ufCrm_1700000000"],
        json!(null)
    );
    let params = json!({ "entityTypeId": 1, "id": id, "useOriginalUfNames": "Y" });
    let original = item(&portal, "get", params).await;
    assert_eq!(
        (&original["UF_CRM_TEXT"], original.get("ufCrmText")),
        (&json!("A"), None)
    );
    let params = json!({
        "entityTypeId": 1, "filter": { "=ufCrmText": "a", "@ufCrmNumbers": [2] },
        "select": ["ufCrmText", "UF_CRM_YES"], "order": { "ufCrmText": "ASC" },
    });
    let listed = portal.call("crm.item.list", params).await.result();
    assert_eq!(listed["items"], json!([{ "ufCrmText": "A" }]));
}

async fn listed(portal: &Portal, params: Value) -> Value {
    let mut all = json!({ "entityTypeId": 1 });
    let named = params.as_object().unwrap().clone();
    all.as_object_mut().unwrap().extend(named);
    portal.call("crm.item.list", all).await.json()
}

#[tokio::test]
async fn lists_show_what_is_named_and_no_more() {
    let portal = Portal::new();
    let select = json!({ "select": ["title", "stageId", "fm", "nope"], "filter": { "id": 1 } });
    let reply = listed(&portal, select).await;
    let title = "Website enquiry: oak tables for 40 seats";
    assert_eq!(
        reply["result"]["items"],
        json!([{ "stageId": "NEW", "title": title }])
    );
    assert_eq!(reply["total"], json!(1));
    for select in [json!([]), json!(["*"]), json!(["title", "*"])] {
        let reply = listed(&portal, json!({ "select": select, "filter": { "id": 1 } })).await;
        let item = &reply["result"]["items"][0];
        assert_eq!(
            (&item["fm"][0]["typeId"], &item["entityTypeId"]),
            (&json!("PHONE"), &json!(1))
        );
    }
}

#[tokio::test]
async fn pages_end_where_the_records_end() {
    let portal = Portal::new();
    for at in 0..30 {
        add(&portal, 1, json!({ "title": format!("More {at}") })).await;
    }
    let page = async |start: i64| {
        let reply = listed(&portal, json!({ "start": start, "select": ["id"] })).await;
        let count = reply["result"]["items"].as_array().unwrap().len();
        (count, reply["next"].clone(), reply["total"].clone())
    };
    let (some, none) = (|number: i64| json!(number), json!(null));
    assert_eq!(page(0).await, (50, some(50), some(60)));
    assert_eq!(page(75).await, (10, none.clone(), some(60)));
    assert_eq!(page(100).await, (0, none.clone(), some(60)));
    assert_eq!(page(-1).await, (50, none.clone(), none));
}

#[tokio::test]
async fn filters_mean_what_they_say() {
    let portal = Portal::new();
    let mut ids = Vec::new();
    let leads = [
        json!({ "title": "Item Oak", "opportunity": 10, "contactIds": [1], "observers": [2] }),
        json!({ "title": "Item Pine", "opportunity": 20, "fm": { "n0": { "typeId": "PHONE", "value": "+99" } } }),
        json!({ "title": "Item Oak", "opportunity": 30, "name": "Ann", "opened": false }),
    ];
    for fields in leads {
        ids.push(add(&portal, 1, fields).await["id"].as_i64().unwrap());
    }
    let cases = [
        (json!({ "title": "item oak" }), vec![0, 2]),
        (json!({ "!title": "item oak" }), vec![1]),
        (json!({ "!%title": "oak" }), vec![1]),
        (json!({ "!=%title": "item o%" }), vec![1]),
        (json!({ "!%=title": "item o%" }), vec![1]),
        (json!({ "=%title": "%pine" }), vec![1]),
        (json!({ "title": ["Item Pine", "nope"] }), vec![1]),
        (json!({ "!@title": ["Item Pine"] }), vec![0, 2]),
        (json!({ "><opportunity": [15, 30] }), vec![1, 2]),
        (json!({ "!><opportunity": [15, 30] }), vec![0]),
        (json!({ ">=opportunity": 20, "<opportunity": 30 }), vec![1]),
        (
            json!({ "logic": "OR", "opportunity": 10, "name": "Ann" }),
            vec![0, 2],
        ),
        (
            json!({ "0": { "LOGIC": "or", "0": { "opportunity": 10 }, "1": { "opportunity": 20 } } }),
            vec![0, 1],
        ),
        (json!({ "name": "" }), vec![0, 1]),
        (json!({ "opened": false }), vec![2]),
        (json!({ "contactIds": 1 }), vec![0]),
        (json!({ "!contactIds": 1 }), vec![1, 2]),
        (json!({ "@observers": [2, 3] }), vec![0]),
        (json!({ "phoneWork": "+99" }), vec![1]),
        (json!({ "searchContent": "item ann" }), vec![2]),
        (
            json!({ "stageId": "NEW", ">createdTime": "2001-01-01" }),
            vec![0, 1, 2],
        ),
    ];
    for (filter, expected) in cases {
        let mut filter = filter;
        let own = json!({ "@id": ids });
        let both = json!({ "filter": { "0": own, "1": filter.take() }, "select": ["id"] });
        let reply = listed(&portal, both.clone()).await;
        let items = reply["result"]["items"]
            .as_array()
            .unwrap_or_else(|| panic!("{reply}"));
        let found: Vec<usize> = items
            .iter()
            .map(|item| ids.iter().position(|id| item["id"] == json!(id)).unwrap())
            .collect();
        assert_eq!(found, expected, "{both}");
    }
}

#[tokio::test]
async fn filters_and_orders_that_are_refused() {
    let portal = Portal::new();
    let filter = |filter: Value| json!({ "filter": filter });
    let order = |order: Value| json!({ "order": order });
    let cases = [
        (
            filter(json!({ "%nopeField": 1 })),
            "Invalid filter: field '%NOPE_FIELD' is not allowed in filter",
        ),
        (
            filter(json!({ "fm": 1 })),
            "Invalid filter: field 'FM' is not allowed in filter",
        ),
        (
            filter(json!({ "shortName": 1 })),
            "Invalid filter: field 'SHORT_NAME' is not allowed in filter",
        ),
        (
            filter(json!({ ">createdTime": [1] })),
            "Invalid filter: field '>CREATED_TIME' has invalid value",
        ),
        (
            filter(json!({ "!title": ["a"] })),
            "Invalid filter: field '!TITLE' has invalid value",
        ),
        (
            filter(json!({ "><id": 1 })),
            "Invalid filter: field '><ID' has invalid value",
        ),
        (
            order(json!({ "contactIds": "ASC" })),
            "Invalid order: field 'CONTACT_IDS' is not allowed in order",
        ),
        (
            order(json!({ "title": "UP" })),
            "Invalid order: allowed sort directions are ASC, DESC. But got 'UP' for field 'TITLE'",
        ),
    ];
    for (params, text) in cases {
        let mut params = params;
        params["entityTypeId"] = json!(1);
        let error = portal.call("crm.item.list", params).await.error();
        assert_eq!(error, coded(400, "INVALID_ARG_VALUE", text));
    }
    let downwards = json!({ "order": { "id": "desc" }, "select": ["id"] });
    let reply = listed(&portal, downwards).await;
    assert_eq!(reply["result"]["items"][0], json!({ "id": 30 }));
}

#[tokio::test]
async fn wrong_parameters_and_missing_records() {
    let portal = Portal::new();
    let (lead, missing) = (json!(1), json!(999_999));
    let cases = [
        (
            "get",
            json!({}),
            "100",
            "Could not find value for parameter {entityTypeId}",
        ),
        (
            "get",
            json!({ "entityTypeId": 1 }),
            "100",
            "Could not find value for parameter {id}",
        ),
        (
            "get",
            json!({ "entityTypeId": 1, "id": "abc" }),
            "100",
            "Invalid value {abc} to match with parameter {id}. Should be value of type int.",
        ),
        (
            "add",
            json!({ "entityTypeId": 1 }),
            "100",
            "Could not find value for parameter {fields}",
        ),
        (
            "get",
            json!({ "entitytypeid": 1, "id": 1 }),
            "100",
            "Could not find value for parameter {entityTypeId}",
        ),
        (
            "get",
            json!({ "entityTypeId": lead, "id": missing }),
            "NOT_FOUND",
            "Element not found",
        ),
        (
            "delete",
            json!({ "entityTypeId": lead, "id": missing }),
            "NOT_FOUND",
            "Element not found",
        ),
        (
            "fields",
            json!({ "entityTypeId": 1038 }),
            "NOT_FOUND",
            "SPA not found",
        ),
        (
            "fields",
            json!({ "entityTypeId": 5 }),
            "ENTITY_TYPE_NOT_SUPPORTED",
            "Entity type 5 is not supported",
        ),
        (
            "add",
            json!({ "entityTypeId": 1, "fields": { "stageId": "NOPE" } }),
            "CRM_FIELD_ERROR_VALUE_NOT_VALID",
            "Invalid value of the field \"Stage\"",
        ),
        (
            "add",
            json!({ "entityTypeId": 1, "fields": { "fm": [{ "typeId": "EMAIL", "value": "x" }] } }),
            "CRM_FIELD_ERROR_VALUE_NOT_VALID",
            "The field \"Work e-mail\" contains an incorrect address.<br>",
        ),
    ];
    for (method, params, code, text) in cases {
        let reply = portal
            .call(&format!("crm.item.{method}"), params.clone())
            .await;
        assert_eq!(reply.error(), coded(400, code, text), "{params}");
    }
    let deals = portal
        .call("crm.item.fields", json!({ "entityTypeId": 2 }))
        .await;
    assert_eq!(deals.error().1, "SANDBOX_NOT_IMPLEMENTED");
}

#[tokio::test]
async fn rights_hold_for_items_too() {
    let portal = Portal::new();
    let closed = json!({ "title": "Closed", "opened": false, "assignedById": 1 });
    let id = add(&portal, 1, closed).await["id"].clone();
    let params = json!({ "entityTypeId": 1, "id": id, "fields": {} });
    let denied = coded(400, "ACCESS_DENIED", "Access denied");
    for method in ["get", "update", "delete"] {
        let reply = portal
            .as_seller(&format!("crm.item.{method}"), params.clone())
            .await;
        assert_eq!(reply.error(), denied, "{method}");
    }
    let list = json!({ "entityTypeId": 1, "filter": { "id": id } });
    let reply = portal.as_seller("crm.item.list", list).await.json();
    assert_eq!(
        (&reply["result"]["items"], &reply["total"]),
        (&json!([]), &json!(0))
    );
}

#[tokio::test]
async fn deleting_and_describing() {
    let portal = Portal::new();
    let id = add(&portal, 3, json!({ "name": "Ann" })).await["id"].clone();
    let params = json!({ "entityTypeId": 3, "id": id });
    assert_eq!(
        portal.call("crm.item.delete", params).await.result(),
        json!([])
    );
    let described = portal
        .call("crm.item.fields", json!({ "entityTypeId": 1 }))
        .await
        .result();
    let fields = &described["fields"];
    let types = [
        ("id", "integer", "ID"),
        ("stageId", "crm_status", "STAGE_ID"),
        ("createdTime", "datetime", "CREATED_TIME"),
        ("sourceDescription", "text", "SOURCE_DESCRIPTION"),
        ("opened", "boolean", "OPENED"),
        ("contactIds", "crm_contact", "CONTACT_IDS"),
        ("currencyId", "crm_currency", "CURRENCY_ID"),
        ("fm", "crm_multifield", "FM"),
    ];
    for (name, wire_type, upper) in types {
        assert_eq!(fields[name]["type"], json!(wire_type), "{name}");
        assert_eq!(fields[name]["upperName"], json!(upper), "{name}");
    }
    assert_eq!(fields["contactId"]["isDeprecated"], json!(true));
    assert_eq!(fields["stageId"]["statusType"], json!("STATUS"));
    assert_eq!(
        fields["companyId"]["settings"],
        json!({ "parentEntityTypeId": 4 })
    );
    assert!(fields.get("shortName").is_none() && fields.get("entityTypeId").is_none());
}
