//! The app that is there from the start.

use rusqlite::Connection;

use crate::address;
use crate::secrets;
use crate::state::InstalledApp;
use crate::store::Sql;
use crate::store::apps::{self, NewApp};
use crate::store::placements::{self, Binding};

/// What such an app may use.
const SCOPES: &str = "crm,placement,user";

/// Installs the app, whose page the sandbox itself serves or somebody else does, and binds it; one
/// with the same address is brought up to date.
pub fn install(db: &Connection, app: &InstalledApp, served: bool) -> Sql<()> {
    let known = apps::all(db)?
        .into_iter()
        .find(|known| same_origin(&known.handler, &app.handler));
    let id = match known {
        Some(known) => {
            apps::rename(db, known.id, &app.title, &app.handler)?;
            placements::move_handler(db, known.id, &known.handler, &app.handler)?;
            known.id
        }
        None => add(db, app, SCOPES)?,
    };
    apps::set_served(db, id, served)?;
    bind(db, id, app)
}

/// Installs another app that may use `scopes`, and binds it; its number.
pub fn install_new(db: &Connection, app: &InstalledApp, scopes: &str) -> Sql<i64> {
    let id = add(db, app, scopes)?;
    bind(db, id, app)?;
    Ok(id)
}

fn bind(db: &Connection, id: i64, app: &InstalledApp) -> Sql<()> {
    for placement in &app.placements {
        let binding = Binding {
            app_id: id,
            placement: placement.clone(),
            handler: app.handler.clone(),
            title: app.title.clone(),
            lang_all: serde_json::json!([]),
            options: serde_json::json!([]),
            ..Binding::default()
        };
        placements::insert(db, &binding)?;
    }
    Ok(())
}

fn add(db: &Connection, app: &InstalledApp, scopes: &str) -> Sql<i64> {
    let client_id = format!("local.{}.{}", secrets::hex(7), secrets::hex(4));
    apps::insert(
        db,
        &NewApp {
            client_id: &client_id,
            client_secret: &secrets::word(50),
            title: &app.title,
            handler: &app.handler,
            scopes,
            application_token: &secrets::hex(16),
        },
    )
}

fn same_origin(one: &str, other: &str) -> bool {
    address::origin(one).is_ok_and(|origin| address::origin(other) == Ok(origin))
}
