//! What the portal's pages show to whom, and what they say when there is nothing to show.

use axum::body::Body;
use axum::http::Request;
use sandbox::store::{hooks, users};

use crate::browser::Browser;
use crate::support::{ADMIN, Portal, SELLER};

/// Who has no rights in the CRM.
const OUTSIDER: i64 = 3;

#[tokio::test]
async fn the_start_page_shows_the_visitors_own_webhook() {
    let portal = Portal::new();
    let mut browser = Browser::new(&portal);
    for user in [ADMIN, SELLER, OUTSIDER] {
        browser.get(&format!("/_sandbox/login?user={user}")).await;
        let page = browser.get("/").await.text;
        for other in [ADMIN, SELLER, OUTSIDER] {
            let is_shown = page.contains(&portal.webhook(other));
            assert_eq!(is_shown, user == other, "{other}'s for {user}");
        }
    }
    browser.get(&format!("/_sandbox/login?user={SELLER}")).await;
    let leads = format!("{}crm.lead.list.json", portal.webhook(SELLER));
    assert!(browser.get("/").await.text.contains(&leads));
    assert_eq!(browser.get(&leads).await.status, 200);
}

#[tokio::test]
async fn who_has_no_webhook_is_told_where_to_add_one() {
    let portal = Portal::new();
    let remove = |db: &rusqlite::Connection| -> rusqlite::Result<()> {
        let all = users::webhooks(db)?.into_iter();
        for (_, secret) in all.filter(|(user, _)| *user == SELLER) {
            hooks::remove_incoming(db, &secret)?;
        }
        Ok(())
    };
    portal.state.store.write(remove).unwrap();
    let mut browser = Browser::new(&portal);
    browser.get(&format!("/_sandbox/login?user={SELLER}")).await;
    let page = browser.get("/").await.text;
    let told = "You have no webhook yet. <a href=\"/_sandbox/apps/#incoming\">Add one</a>";
    assert!(page.contains(told), "{page}");
    assert!(!page.contains("need no other sign-in"), "{page}");
}

#[tokio::test]
async fn an_address_without_a_proper_id_leads_to_the_page_that_says_so() {
    let portal = Portal::new();
    let pages = [
        "/crm/lead/details/",
        "/crm/lead/convert/",
        "/crm/contact/details/",
        "/crm/company/details/",
        "/_sandbox/placement/",
    ];
    for page in pages {
        for id in ["abc", "99999999999999999999", "%FF"] {
            let path = format!("{page}{id}/");
            let reply = portal.get(&path).await;
            assert_eq!(reply.status, 404, "{path}");
            for said in ["<h1>Nothing here</h1>", &format!("No page is at {path}")] {
                assert!(reply.text.contains(said), "{path}: {}", reply.text);
            }
        }
    }
    let form = Request::post("/crm/lead/convert/abc/").body(Body::empty());
    assert_eq!(portal.send(form.unwrap()).await.status, 404);
}

#[tokio::test]
async fn who_may_not_see_a_page_finds_the_way_to_choose_another_user() {
    let portal = Portal::new();
    let mut browser = Browser::new(&portal);
    browser
        .get(&format!("/_sandbox/login?user={OUTSIDER}"))
        .await;
    let page = browser.get("/crm/lead/").await;
    assert_eq!(page.status, 403);
    let link = "<a href=\"/\">Choose another one on the start page.</a>";
    assert!(page.text.contains(link), "{}", page.text);
}
