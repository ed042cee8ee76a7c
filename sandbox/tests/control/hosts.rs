//! The names under which the portal answers: a site whose own name leads here is refused.

use sandbox::state::Settings;

use crate::support::Portal;

#[tokio::test]
async fn only_names_that_no_site_can_have_are_answered() {
    let settings = Settings {
        names: vec!["portal.test".into()],
        ..Settings::default()
    };
    let portal = Portal::with(settings, None).await;
    let cases = [
        ("127.0.0.1:8124", 200),
        ("localhost", 200),
        ("LocalHost:8124", 200),
        ("portal.localhost:8124", 200),
        ("[::1]:8124", 200),
        ("192.168.1.7:8124", 200),
        ("portal.test", 200),
        ("Portal.test:8124", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("localhost.evil.example:8124", 421),
        ("evillocalhost", 421),
        ("sub.portal.test", 421),
    ];
    for (host, status) in cases {
        let answer = portal.send("GET", &portal.path("profile"), host, "").await;
        assert_eq!(answer.status(), status, "{host}");
    }
}
