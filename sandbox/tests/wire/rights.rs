//! What the pages show to whom: what REST shows to the same user (§3.1, §3.6).

use serde_json::json;

use crate::browser::Browser;
use crate::support::{ADMIN, Portal, SELLER};

const WAREHOUSE: i64 = 3;

/// A lead of the administrator's, a contact on it and a company behind it, which only they may see.
async fn secret(portal: &Portal) -> (i64, i64, i64) {
    let company = json!({ "TITLE": "Secret Ltd", "OPENED": "N" });
    let company = portal.add("company", company).await;
    let contact = json!({ "NAME": "Secret", "LAST_NAME": "Agent", "OPENED": "N" });
    let contact = portal.add("contact", contact).await;
    let lead = json!({
        "TITLE": "Secret lead", "OPENED": "N", "COMPANY_ID": company, "CONTACT_IDS": [contact],
    });
    (portal.add("lead", lead).await, contact, company)
}

async fn browser_of(portal: &Portal, user: i64) -> Browser<'_> {
    let mut browser = Browser::new(portal);
    browser.get(&format!("/_sandbox/login?user={user}")).await;
    browser
}

#[tokio::test]
async fn s3_1_a_card_is_for_those_who_may_read_the_record() {
    let portal = Portal::new();
    let (lead, contact, company) = secret(&portal).await;
    for (user, known, missing) in [(ADMIN, 200, 404), (SELLER, 403, 403), (WAREHOUSE, 403, 403)] {
        let mut browser = browser_of(&portal, user).await;
        for (path, status) in [
            (format!("/crm/lead/details/{lead}/"), known),
            (format!("/crm/lead/details/{lead}/?view=live"), known),
            (format!("/crm/lead/convert/{lead}/"), known),
            (format!("/crm/contact/details/{contact}/"), known),
            (format!("/crm/company/details/{company}/"), known),
            ("/crm/lead/details/99999/".to_owned(), missing),
        ] {
            let page = browser.get(&path).await;
            assert_eq!(page.status, status, "{user} {path}");
            assert_eq!(page.text.contains("Secret"), status == 200, "{user} {path}");
        }
    }
}

#[tokio::test]
async fn s3_6_lists_leave_out_what_the_visitor_may_not_read() {
    let portal = Portal::new();
    secret(&portal).await;
    let pages = [
        "/crm/lead/",
        "/crm/lead/kanban/",
        "/crm/contact/",
        "/crm/company/",
    ];
    for (user, shown) in [(ADMIN, true), (SELLER, false)] {
        let mut browser = browser_of(&portal, user).await;
        for path in pages {
            let page = browser.get(&format!("{path}?q=secret")).await;
            assert_eq!(page.text.contains("Secret "), shown, "{user} {path}");
        }
        for kind in ["lead", "contact", "company"] {
            let found = browser
                .get(&format!("/_sandbox/frame/search?type={kind}&query=secret"))
                .await;
            assert_eq!(found.text.contains("Secret"), shown, "{user} {kind}");
        }
    }
    let mut browser = browser_of(&portal, WAREHOUSE).await;
    for path in pages {
        let page = browser.get(path).await;
        assert_eq!(page.status, 403);
        assert!(page.text.contains("Access denied."));
    }
}

#[tokio::test]
async fn names_of_linked_records_are_for_those_who_may_read_them() {
    let portal = Portal::new();
    let (_, contact, company) = secret(&portal).await;
    let open = json!({
        "TITLE": "Open lead", "OPENED": "Y", "COMPANY_ID": company, "CONTACT_IDS": [contact],
    });
    let lead = portal.add("lead", open).await;
    for (user, shown) in [(ADMIN, true), (SELLER, false)] {
        let mut browser = browser_of(&portal, user).await;
        let page = browser.get(&format!("/crm/lead/details/{lead}/")).await;
        assert_eq!(page.status, 200);
        assert_eq!(page.text.contains("Secret"), shown, "{}", page.text);
        let found = browser
            .get("/_sandbox/frame/search?type=contact&ids=C_1")
            .await;
        assert!(found.text.contains("C_1"));
    }
}
