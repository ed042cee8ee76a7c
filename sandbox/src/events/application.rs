//! What an app is told about itself: its installation, a new version, its end (reference §6). Each
//! app hears of itself alone.

use serde_json::{Value, json};

use super::Fired;
use super::delivery::Delivery;
use super::letter::Writer;
use super::queue;
use crate::store::Sql;
use crate::store::apps::App;
use crate::store::handlers;

/// The app's installation is finished.
pub const INSTALL: &str = "ONAPPINSTALL";
/// The app has a new version.
pub const UPDATE: &str = "ONAPPUPDATE";
/// The app was removed.
pub const UNINSTALL: &str = "ONAPPUNINSTALL";
/// The app was paid for.
pub const PAYMENT: &str = "ONAPPPAYMENT";
/// An administrator has decided about a method the app called.
pub const METHOD_CONFIRM: &str = "ONAPPMETHODCONFIRM";

/// The language of the portal.
const LANGUAGE: &str = "en";

impl Writer<'_> {
    /// Tells an app that it is installed.
    pub fn installed(self, app: &App) -> Sql<Vec<Delivery>> {
        let data = json!({
            "VERSION": app.version.to_string(),
            "ACTIVE": "Y",
            "INSTALLED": "Y",
            "LANGUAGE_ID": LANGUAGE,
        });
        self.tell(app, INSTALL, data)
    }

    /// Tells an app that it has a new version, which it has already.
    pub fn updated(self, app: &App, previous: i64) -> Sql<Vec<Delivery>> {
        let data = json!({
            "VERSION": app.version.to_string(),
            "PREVIOUS_VERSION": previous.to_string(),
            "ACTIVE": "Y",
            "INSTALLED": "Y",
            "LANGUAGE_ID": LANGUAGE,
        });
        self.tell(app, UPDATE, data)
    }

    /// Tells an app that it goes, while it is still there; `clean` asks it to forget its data.
    pub fn uninstalled(self, app: &App, clean: bool) -> Sql<Vec<Delivery>> {
        let data = json!({ "LANGUAGE_ID": LANGUAGE, "CLEAN": i32::from(clean).to_string() });
        self.tell(app, UNINSTALL, data)
    }

    /// Tells an app that it was paid for.
    pub fn paid(self, app: &App) -> Sql<Vec<Delivery>> {
        let data = json!({
            "CODE": app.client_id,
            "VERSION": app.version.to_string(),
            "STATUS": "L",
            "PAYMENT_EXPIRED": "N",
            "DAYS": Value::Null,
            "LANGUAGE_ID": LANGUAGE,
        });
        self.tell(app, PAYMENT, data)
    }

    /// Tells an app whether it may call `method` with that access token.
    pub fn judged(
        self,
        app: &App,
        (token, method): (&str, &str),
        confirmed: bool,
    ) -> Sql<Vec<Delivery>> {
        let data = json!({
            "TOKEN": token,
            "METHOD": method,
            "CONFIRMED": i32::from(confirmed).to_string(),
            "LANGUAGE_ID": LANGUAGE,
        });
        self.tell(app, METHOD_CONFIRM, data)
    }

    fn tell(self, app: &App, event: &str, data: Value) -> Sql<Vec<Delivery>> {
        let event = Fired {
            event: event.to_owned(),
            data,
        };
        let mut letters = Vec::new();
        for handler in handlers::to_event(self.db, &event.event)? {
            if handler.app_id == app.id {
                letters.extend(queue::tell(self, &handler, &event)?);
            }
        }
        Ok(letters)
    }
}
