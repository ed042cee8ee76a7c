//! Details of reading and writing that no other test is about (§3 to §5).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sandbox::limits::Plan;
use sandbox::state::{RepeatLead, Settings};
use serde_json::{Value, json};

use crate::support::{Portal, SELLER, coded, crm, ids};

async fn update(portal: &Portal, kind: &str, id: i64, fields: Value) {
    let params = json!({ "id": id, "fields": fields });
    let reply = portal.call(&format!("crm.{kind}.update"), params).await;
    assert_eq!(reply.result(), json!(true));
}

#[tokio::test]
async fn s3_2_only_an_import_says_when_and_by_whom() {
    let portal = Portal::new();
    let then = "2001-01-01T10:00:00+03:00";
    let fields = json!({
        "DATE_CREATE": then, "DATE_MODIFY": then, "CREATED_BY_ID": 2, "MODIFY_BY_ID": 2,
    });
    for kind in ["lead", "contact"] {
        for (import, imported) in [(json!("Y"), true), (json!(null), false)] {
            let params = json!({ "fields": fields, "params": { "IMPORT": import } });
            let added = portal.call(&format!("crm.{kind}.add"), params).await;
            let id = added.result().as_i64().unwrap();
            let record = portal.record(kind, id).await;
            for name in [
                "DATE_CREATE",
                "DATE_MODIFY",
                "CREATED_BY_ID",
                "MODIFY_BY_ID",
            ] {
                let is_ours = record[name] == fields[name] || record[name] == json!("2");
                assert_eq!(is_ours, imported, "{kind} {name}: {}", record[name]);
            }
        }
    }
}

#[tokio::test]
async fn s3_2_a_company_makes_a_repeat_lead_too() {
    let portal = Portal::new();
    for (fields, repeat) in [
        (json!({ "COMPANY_ID": 3 }), "Y"),
        (json!({ "CONTACT_ID": 3 }), "Y"),
        (json!({ "COMPANY_ID": 0 }), "N"),
    ] {
        let id = portal.add("lead", fields.clone()).await;
        let lead = portal.record("lead", id).await;
        assert_eq!(lead["IS_RETURN_CUSTOMER"], json!(repeat), "{fields}");
    }
}

#[tokio::test]
async fn s3_3_a_new_photo_takes_the_place_of_the_old_file() {
    let portal = Portal::new();
    let photo = |text: &str| json!({ "PHOTO": { "fileData": ["a.png", STANDARD.encode(text)] } });
    let id = portal.add("contact", photo("old")).await;
    let address = async || {
        let contact = portal.record("contact", id).await;
        contact["PHOTO"]["showUrl"].as_str().unwrap().to_owned()
    };
    let old = address().await;
    assert_eq!(portal.get(&old).await.text, "old");
    update(&portal, "contact", id, photo("new")).await;
    assert_eq!(portal.get(&address().await).await.text, "new");
    assert_eq!(portal.get(&old).await.status, 404);
}

#[tokio::test]
async fn s3_4_entries_go_with_their_record() {
    let portal = Portal::new();
    let phone = json!({ "NAME": "Ada", "PHONE": [{ "VALUE": "+7 900 000" }] });
    for kind in ["lead", "contact"] {
        let id = portal.add(kind, phone.clone()).await;
        let delete = portal
            .call(&format!("crm.{kind}.delete"), json!({ "id": id }))
            .await;
        delete.result();
    }
    let count = |db: &rusqlite::Connection| {
        let sql = "SELECT count(*) FROM multifields WHERE value = '+7 900 000'";
        db.query_row(sql, [], |row| row.get::<_, i64>(0))
    };
    assert_eq!(portal.state.store.read(count).unwrap(), 0);
}

#[tokio::test]
async fn s3_6_any_negative_start_counts_nothing() {
    let portal = Portal::new();
    for start in [json!(-1), json!("-7"), json!(-50)] {
        let params = json!({ "start": start, "filter": { "ID": 1 } });
        let body = portal.call("crm.lead.list", params).await.json();
        assert_eq!(
            (&body["total"], body.get("next")),
            (&json!(0), None),
            "{start}"
        );
        assert_eq!(ids(&body["result"]), [1], "{start}");
    }
}

#[tokio::test]
async fn s3_6_pages_can_be_followed_by_id() {
    let portal = Portal::new();
    let commands: Vec<String> = (0..50)
        .map(|at| format!("crm.lead.add?fields[TITLE]={at}"))
        .collect();
    portal
        .call("batch", json!({ "cmd": commands }))
        .await
        .result();
    let mut seen = Vec::new();
    loop {
        let last = seen.last().copied().unwrap_or(0);
        let params = json!({
            "order": { "ID": "ASC" }, "filter": { ">ID": last }, "select": ["ID"], "start": -1,
        });
        let page = ids(&portal.call("crm.lead.list", params).await.result());
        if page.is_empty() {
            break;
        }
        assert!(page.len() <= 50, "{}", page.len());
        seen.extend(page);
    }
    let total = portal.call("crm.lead.list", json!({})).await.json()["total"].clone();
    assert_eq!(json!(seen.len()), total);
    assert!(seen.is_sorted());
}

#[tokio::test]
async fn s3_6_custom_fields_go_upwards_when_the_direction_is_none() {
    let portal = Portal::new();
    let field = json!({ "USER_TYPE_ID": "integer", "FIELD_NAME": "N" });
    let params = json!({ "fields": field });
    portal.call("crm.lead.userfield.add", params).await.result();
    let one = portal.add("lead", json!({ "UF_CRM_N": 1 })).await;
    let two = portal.add("lead", json!({ "UF_CRM_N": 2 })).await;
    for (direction, expected) in [("up", [one, two]), ("desc", [two, one])] {
        let order = json!({ "UF_CRM_N": direction });
        let params = json!({ "filter": { "@ID": [one, two] }, "order": order });
        let rows = portal.call("crm.lead.list", params).await.result();
        assert_eq!(ids(&rows), expected, "{direction}");
    }
}

#[tokio::test]
async fn s3_7_every_kind_of_entry_is_kept() {
    let portal = Portal::new();
    let kinds = [
        ("PHONE", "WORK MOBILE FAX HOME PAGER MAILING OTHER"),
        ("EMAIL", "WORK HOME MAILING OTHER"),
        ("WEB", "WORK HOME FACEBOOK VK LIVEJOURNAL TWITTER OTHER"),
        (
            "IM",
            "FACEBOOK TELEGRAM VK SKYPE VIBER INSTAGRAM BITRIX24 OPENLINE IMOL ICQ MSN JABBER OTHER",
        ),
        ("LINK", "USER"),
    ];
    for (name, types) in kinds {
        let entry = |kind: &str| json!({ "VALUE": "a@b.example", "VALUE_TYPE": kind });
        let entries: Value = types.split(' ').map(entry).collect();
        let id = portal.add("lead", json!({ name: entries })).await;
        let lead = portal.record("lead", id).await;
        let kept = lead[name].as_array().unwrap().iter();
        let kept: Vec<&str> = kept
            .map(|entry| entry["VALUE_TYPE"].as_str().unwrap())
            .collect();
        assert_eq!(kept.join(" "), types, "{name}");
    }
}

#[tokio::test]
async fn s3_8_what_is_noted_besides_changes_no_answer() {
    let portal = Portal::new();
    for params in [
        json!({ "REGISTER_SONET_EVENT": "Y" }),
        json!({ "REGISTER_SONET_EVENT": "N", "REGISTER_HISTORY_EVENT": "N" }),
    ] {
        let add = json!({ "fields": { "TITLE": "A" }, "params": params });
        let id = portal.call("crm.lead.add", add).await.result();
        let change = json!({ "id": id, "fields": { "TITLE": "B" }, "params": params });
        let done = portal.call("crm.lead.update", change).await.result();
        assert_eq!(done, json!(true));
        let lead = portal.record("lead", id.as_i64().unwrap()).await;
        assert_eq!(lead["TITLE"], json!("B"));
    }
}

/// The reference's list of lead fields: name, type, `R` for read-only, `M` for several values, `D`
/// for deprecated.
const LEAD_FIELDS: &str = "ID integer R, TITLE string, NAME string, SECOND_NAME string, LAST_NAME string, \
    COMPANY_TITLE string, SOURCE_DESCRIPTION string, STATUS_DESCRIPTION string, POST string, ADDRESS string, \
    ADDRESS_2 string, ADDRESS_CITY string, ADDRESS_POSTAL_CODE string, ADDRESS_REGION string, \
    ADDRESS_PROVINCE string, ADDRESS_COUNTRY string, ADDRESS_COUNTRY_CODE string, COMMENTS string, \
    ORIGINATOR_ID string, ORIGIN_ID string, UTM_SOURCE string, UTM_MEDIUM string, UTM_CAMPAIGN string, \
    UTM_CONTENT string, UTM_TERM string, HONORIFIC crm_status, SOURCE_ID crm_status, STATUS_ID crm_status, \
    BIRTHDATE date, STATUS_SEMANTIC_ID string R, ADDRESS_LOC_ADDR_ID integer, CURRENCY_ID crm_currency, \
    OPPORTUNITY double, IS_MANUAL_OPPORTUNITY char, OPENED char, HAS_PHONE char R, HAS_EMAIL char R, \
    HAS_IMOL char R, ASSIGNED_BY_ID user, CREATED_BY_ID user R, MODIFY_BY_ID user R, MOVED_BY_ID user R, \
    LAST_ACTIVITY_BY user R, DATE_CREATE datetime R, DATE_MODIFY datetime R, MOVED_TIME datetime R, \
    DATE_CLOSED datetime R, LAST_ACTIVITY_TIME datetime R, COMPANY_ID crm_company, CONTACT_ID crm_contact D, \
    CONTACT_IDS crm_contact M, IS_RETURN_CUSTOMER char R, PHONE crm_multifield M, EMAIL crm_multifield M, \
    WEB crm_multifield M, IM crm_multifield M, LINK crm_multifield M";

/// Those of contacts that the reference names besides.
const CONTACT_FIELDS: &str = "ID integer R, NAME string, SECOND_NAME string, LAST_NAME string, PHOTO file, \
    TYPE_ID crm_status, EXPORT char, COMPANY_ID crm_company D, COMPANY_IDS crm_company M, LEAD_ID crm_lead R, \
    ORIGIN_VERSION string, HONORIFIC crm_status, SOURCE_ID crm_status, BIRTHDATE date, OPENED char, \
    ASSIGNED_BY_ID user, CREATED_BY_ID user R, DATE_CREATE datetime R, PHONE crm_multifield M";

#[tokio::test]
async fn s3_9_every_field_has_its_type_and_flags() {
    let portal = Portal::new();
    for (kind, list) in [("lead", LEAD_FIELDS), ("contact", CONTACT_FIELDS)] {
        let fields = portal.call(&format!("crm.{kind}.fields"), json!({})).await;
        let fields = fields.result();
        let listed: Vec<&str> = list.split(',').map(str::trim).collect();
        for line in &listed {
            let name = line.split(' ').next().unwrap();
            let field = &fields[name];
            let mut found = format!("{name} {}", field["type"].as_str().unwrap_or("is missing"));
            for (flag, letter) in [
                ("isReadOnly", 'R'),
                ("isMultiple", 'M'),
                ("isDeprecated", 'D'),
            ] {
                if field[flag] == json!(true) {
                    found = format!("{found} {letter}");
                }
            }
            assert_eq!(found, *line, "{kind}");
            assert_eq!(field["isDynamic"], json!(false), "{kind} {name}");
        }
        if kind == "lead" {
            assert_eq!(fields.as_object().unwrap().len(), listed.len());
        }
    }
    let contact = portal.call("crm.contact.fields", json!({})).await.result();
    for name in ["NAME", "SECOND_NAME", "LAST_NAME"] {
        assert_eq!(contact[name]["isRequired"], json!(true), "{name}");
    }
}

#[tokio::test]
async fn s4_what_items_set_takes_for_nothing() {
    let portal = Portal::new();
    for items in [json!({}), json!({ "items": [] }), json!({ "items": null })] {
        let lead = portal.add("lead", json!({ "CONTACT_IDS": [1, 2] })).await;
        let mut params = items.clone();
        params["id"] = json!(lead);
        let set = portal.call("crm.lead.contact.items.set", params).await;
        assert_eq!(set.result(), json!(true), "{items}");
        let left = portal.call("crm.lead.contact.items.get", json!({ "id": lead }));
        assert_eq!(left.await.result(), json!([]), "{items}");
    }
}

#[tokio::test]
async fn s4_a_role_is_never_kept() {
    let portal = Portal::new();
    let lead = portal.add("lead", json!({})).await;
    let link = json!({ "CONTACT_ID": 1, "ROLE_ID": 5 });
    let add = json!({ "id": lead, "fields": link });
    portal.call("crm.lead.contact.add", add).await.result();
    let set = json!({ "id": lead, "items": [link] });
    for params in [json!(null), set] {
        if params != json!(null) {
            portal
                .call("crm.lead.contact.items.set", params)
                .await
                .result();
        }
        let links = portal.call("crm.lead.contact.items.get", json!({ "id": lead }));
        assert_eq!(links.await.result()[0]["ROLE_ID"], json!(0));
    }
}

#[tokio::test]
async fn s4_other_names_are_no_methods() {
    let portal = Portal::new();
    for name in [
        "crm.lead.contact.get",
        "crm.lead.contact.list",
        "crm.lead.contact.items",
        "crm.lead.contact.items.add",
        "crm.contact.company.update",
    ] {
        let reply = portal.call(name, json!({ "id": 1 })).await;
        let expected = coded(404, "ERROR_METHOD_NOT_FOUND", "Method not found!");
        assert_eq!(reply.error(), expected, "{name}");
    }
}

#[tokio::test]
async fn s4_a_lead_that_was_won_stays_what_it_is() {
    let portal = Portal::with(Settings {
        plan: Plan::None,
        repeat_lead: RepeatLead::OnUpdate,
        ..Settings::default()
    });
    for (status, expected) in [("IN_PROCESS", "Y"), ("JUNK", "Y"), ("CONVERTED", "N")] {
        let lead = portal.add("lead", json!({ "STATUS_ID": status })).await;
        let link = json!({ "id": lead, "fields": { "CONTACT_ID": 1 } });
        portal.call("crm.lead.contact.add", link).await.result();
        update(&portal, "lead", lead, json!({ "TITLE": "Changed" })).await;
        let lead = portal.record("lead", lead).await;
        assert_eq!(lead["IS_RETURN_CUSTOMER"], json!(expected), "{status}");
    }
    let lead = portal.add("lead", json!({})).await;
    let won = json!({ "STATUS_ID": "CONVERTED", "CONTACT_ID": 1 });
    update(&portal, "lead", lead, won).await;
    let lead = portal.record("lead", lead).await;
    assert_eq!(lead["IS_RETURN_CUSTOMER"], json!("N"));
}

#[tokio::test]
async fn s5_1_an_item_without_its_text_goes() {
    let portal = Portal::new();
    let list = json!([{ "VALUE": "One" }, { "VALUE": "Two" }, { "VALUE": "Three" }]);
    let fields = json!({ "USER_TYPE_ID": "enumeration", "FIELD_NAME": "E", "LIST": list });
    let added = portal.call("crm.lead.userfield.add", json!({ "fields": fields }));
    let id = added.await.result();
    let texts = async || -> Vec<(Value, Value)> {
        let get = portal.call("crm.lead.userfield.get", json!({ "id": id }));
        let items = get.await.result()["LIST"].clone();
        let items = items.as_array().unwrap().iter();
        items
            .map(|item| (item["VALUE"].clone(), item["ID"].clone()))
            .collect()
    };
    let before = texts().await;
    let list = json!([{ "ID": before[1].1, "VALUE": "" }, { "ID": before[0].1, "SORT": 1000 }]);
    let params = json!({ "id": id, "fields": { "LIST": list } });
    portal
        .call("crm.lead.userfield.update", params)
        .await
        .result();
    let after = texts().await;
    // Only what was named has changed, and its number stays.
    assert_eq!(after, [before[2].clone(), before[0].clone()]);
}

#[tokio::test]
async fn s5_1_a_label_that_nobody_gave_is_the_name() {
    let portal = Portal::new();
    for (name, label, expected) in [
        ("A", json!({}), "UF_CRM_A"),
        ("B", json!({ "LABEL": "Region" }), "Region"),
    ] {
        let mut fields = json!({ "USER_TYPE_ID": "string", "FIELD_NAME": name });
        fields
            .as_object_mut()
            .unwrap()
            .extend(label.as_object().unwrap().clone());
        let added = portal.call("crm.contact.userfield.add", json!({ "fields": fields }));
        let id = added.await.result();
        let get = portal.call("crm.contact.userfield.get", json!({ "id": id }));
        let labels = get.await.result()["LIST_COLUMN_LABEL"].clone();
        let labels = labels.as_object().unwrap();
        assert!(labels.len() > 1, "{labels:?}");
        assert!(labels.values().all(|text| text == expected), "{labels:?}");
    }
}

#[tokio::test]
async fn s5_2_what_is_not_common_is_personal() {
    let portal = Portal::new();
    let data = json!([{ "name": "a", "title": "A" }]);
    let family = "crm.lead.details.configuration";
    let set = json!({ "data": data, "scope": "nonsense" });
    portal.call(&format!("{family}.set"), set).await.result();
    for (scope, found) in [("P", true), ("x", true), ("c", false), ("C", false)] {
        let get = portal
            .call(&format!("{family}.get"), json!({ "scope": scope }))
            .await;
        assert_eq!(get.result().is_array(), found, "{scope}");
    }
    let reset = portal
        .call(&format!("{family}.reset"), json!({ "scope": "C" }))
        .await;
    assert_eq!(reset.result(), json!(true));
    let own = portal.call(&format!("{family}.get"), json!({})).await;
    assert_eq!(own.result()[0]["elements"], json!([]));
}

#[tokio::test]
async fn s5_2_flags_are_numbers_and_options_are_arrays() {
    let portal = Portal::new();
    let elements = json!([
        { "name": "A", "optionFlags": 1, "options": { "a": 1 } },
        { "name": "B", "optionFlags": "1" },
        { "name": "C", "optionFlags": "yes", "options": "x" },
    ]);
    let data = json!([{ "name": "a", "title": "A", "elements": elements }]);
    let family = "crm.contact.details.configuration";
    let set = portal
        .call(&format!("{family}.set"), json!({ "data": data }))
        .await;
    set.result();
    let kept = portal
        .call(&format!("{family}.get"), json!({}))
        .await
        .result();
    let expected = json!([
        { "name": "A", "optionFlags": 1, "options": { "a": 1 } },
        { "name": "B", "optionFlags": "1" },
        { "name": "C" },
    ]);
    assert_eq!(kept[0]["elements"], expected);
}

#[tokio::test]
async fn s5_2_writing_the_common_layout_takes_a_right() {
    let portal = Portal::new();
    let nobody = portal.webhook(3);
    let family = "crm.lead.details.configuration";
    // Everybody may see the common one.
    let common = portal.get(&format!("{nobody}{family}.get?scope=C")).await;
    assert_eq!(common.result(), json!(null));
    for call in ["get", "reset", "reset?scope=C"] {
        let reply = portal.get(&format!("{nobody}{family}.{call}")).await;
        assert_eq!(reply.error(), crm("Access denied."), "{call}");
    }
    for (params, allowed) in [
        (json!({}), true),
        (json!({ "userId": SELLER }), true),
        (json!({ "scope": "C" }), false),
        (json!({ "userId": 1 }), false),
    ] {
        let reply = portal
            .as_seller(&format!("{family}.reset"), params.clone())
            .await;
        assert_eq!(reply.status == 200, allowed, "{params}: {}", reply.text);
    }
}

#[tokio::test]
async fn s5_3_rows_belong_to_their_lead() {
    let portal = Portal::new();
    let lead = portal.add("lead", json!({})).await;
    let row = json!({ "PRODUCT_NAME": "A", "PRICE": 2, "OWNER_ID": 1, "OWNER_TYPE": "D" });
    let set = async |rows: Value| {
        let params = json!({ "id": lead, "rows": rows });
        portal
            .call("crm.lead.productrows.set", params)
            .await
            .result();
        let get = portal.call("crm.lead.productrows.get", json!({ "id": lead }));
        get.await.result()
    };
    let kept = set(json!([row])).await;
    assert_eq!(
        (&kept[0]["OWNER_ID"], &kept[0]["OWNER_TYPE"]),
        (&json!(lead.to_string()), &json!("L"))
    );
    // What was there before is gone.
    let replaced = set(json!([{ "PRODUCT_NAME": "B", "PRICE": 1 }])).await;
    let names = replaced.as_array().unwrap().iter();
    let names: Vec<&Value> = names.map(|row| &row["PRODUCT_NAME"]).collect();
    assert_eq!(names, [&json!("B")]);
}
