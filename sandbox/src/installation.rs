//! Apps come and go: the one that is there from the start, and those that somebody installs.

use rusqlite::Connection;

use crate::address;
use crate::events::application;
use crate::events::delivery::Delivery;
use crate::events::letter::Writer;
use crate::secrets;
use crate::state::InstalledApp;
use crate::store::apps::{self, App, NewApp};
use crate::store::handlers::{self, Handler};
use crate::store::placements::{self, Binding};
use crate::store::{Sql, hooks};

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

/// An app that somebody installs.
#[derive(Debug)]
pub struct NewInstallation {
    /// What it is called, and where it is bound.
    pub app: InstalledApp,
    /// What it may use, separated by commas.
    pub scopes: String,
    /// The page that ends the installation; empty when it needs none.
    pub installer: String,
    /// The address told when it is installed; empty for none.
    pub callback: String,
}

/// Installs another app and binds it; its number, and what is told of it.
pub fn install_new(writer: Writer<'_>, wanted: &NewInstallation) -> Sql<(i64, Vec<Delivery>)> {
    let db = writer.db;
    let id = add(db, &wanted.app, &wanted.scopes)?;
    bind(db, id, &wanted.app)?;
    if !wanted.callback.is_empty() {
        let subscription = Handler::online(id, application::INSTALL, &wanted.callback);
        handlers::insert(db, &subscription)?;
    }
    if !wanted.installer.is_empty() {
        apps::set_installer(db, id, &wanted.installer)?;
        return Ok((id, Vec::new()));
    }
    let app = apps::get(db, id)?;
    let letters = app.map(|app| writer.installed(&app)).transpose()?;
    Ok((id, letters.unwrap_or_default()))
}

/// Gives an app its next version; what is told of it.
pub fn update(writer: Writer<'_>, id: i64) -> Sql<Vec<Delivery>> {
    let Some(before) = apps::get(writer.db, id)? else {
        return Ok(Vec::new());
    };
    apps::raise_version(writer.db, id)?;
    let now = App {
        version: before.version + 1,
        ..before
    };
    writer.updated(&now, before.version)
}

/// Removes an app with all that is kept for it; what is told of it.
pub fn uninstall(writer: Writer<'_>, id: i64, clean: bool) -> Sql<Vec<Delivery>> {
    let Some(app) = apps::get(writer.db, id)? else {
        return Ok(Vec::new());
    };
    let letters = writer.uninstalled(&app, clean)?;
    hooks::remove_app(writer.db, id)?;
    Ok(letters)
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
