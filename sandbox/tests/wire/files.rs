//! Files of records.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::support::Portal;

fn file(name: &str, content: &str) -> Value {
    json!({ "fileData": [name, STANDARD.encode(content)] })
}

#[tokio::test]
async fn s3_8_a_photo_comes_back_as_links_that_work() {
    let portal = Portal::new();
    let id = portal
        .add(
            "contact",
            json!({ "NAME": "Ada", "PHOTO": file("me.txt", "picture") }),
        )
        .await;
    let photo = portal.record("contact", id).await["PHOTO"].clone();
    assert!(photo["id"].is_i64());
    for link in ["showUrl", "downloadUrl"] {
        let path = photo[link].as_str().unwrap();
        assert!(
            path.starts_with("/bitrix/components/bitrix/crm.contact.show/show_file.php?"),
            "{path}"
        );
        let reply = portal.get(path).await;
        assert_eq!((reply.status, reply.text.as_str()), (200, "picture"));
        assert_eq!(reply.header("content-type"), "application/octet-stream");
    }
}

#[tokio::test]
async fn s3_8_files_are_kept_replaced_and_removed() {
    let portal = Portal::new();
    let id = portal
        .add("contact", json!({ "NAME": "Ada", "PHOTO": file("a", "a") }))
        .await;
    let photo = async || portal.record("contact", id).await["PHOTO"]["id"].clone();
    let update = async |value: Value| {
        let params = json!({ "id": id, "fields": { "PHOTO": value } });
        portal.call("crm.contact.update", params).await.result();
    };
    let first = photo().await;
    update(json!({ "id": first })).await;
    assert_eq!(photo().await, first);
    update(file("b", "b")).await;
    let second = photo().await;
    assert_ne!(second, first);
    update(json!({ "id": first, "remove": "Y" })).await;
    assert_eq!(
        photo().await,
        second,
        "a file of somebody else is not removed"
    );
    update(json!({ "id": second, "remove": "Y" })).await;
    assert_eq!(photo().await, json!(null));
}

#[tokio::test]
async fn s3_8_a_multiple_file_field_holds_what_the_request_names() {
    let portal = Portal::new();
    let field = json!({ "USER_TYPE_ID": "file", "FIELD_NAME": "DOCS", "MULTIPLE": "Y" });
    portal
        .call("crm.lead.userfield.add", json!({ "fields": field }))
        .await
        .result();
    let id = portal
        .add(
            "lead",
            json!({ "UF_CRM_DOCS": [file("a", "a"), file("b", "b")] }),
        )
        .await;
    let docs = portal.record("lead", id).await["UF_CRM_DOCS"].clone();
    assert_eq!(docs.as_array().unwrap().len(), 2);
    let kept = json!([{ "id": docs[1]["id"] }, file("c", "c")]);
    portal
        .call(
            "crm.lead.update",
            json!({ "id": id, "fields": { "UF_CRM_DOCS": kept } }),
        )
        .await
        .result();
    let now = portal.record("lead", id).await["UF_CRM_DOCS"].clone();
    assert_eq!(
        (now.as_array().unwrap().len(), &now[0]["id"]),
        (2, &docs[1]["id"])
    );
}
