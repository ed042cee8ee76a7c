//! Opening an app in a page, with tokens of its own.

use rusqlite::Connection;
use serde_json::Value;
use url::Url;

use crate::address;
use crate::state::Portal;
use crate::store::Sql;
use crate::store::apps::{self, App};
use crate::store::frames::{self, FrameRow};
use crate::store::placements::Binding;
use crate::store::tokens::{self, Token};
use crate::store::users;
use crate::{php, secrets};

/// Who looks at a page.
#[derive(Clone, Copy, Debug)]
pub struct Viewer<'a> {
    /// The user.
    pub user: i64,
    /// The host and port in the page's address: the app's messages go to that origin.
    pub host: &'a str,
}

/// What a page renders to open an app: a form posted into an iframe, or for a static page an
/// iframe with `src`.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The frame's name towards the portal, 32 hex digits.
    pub sid: String,
    /// The iframe's `name`, `host|0|sid`: what the app reads its context from.
    pub name: String,
    /// The address to open, with `DOMAIN`, `PROTOCOL`, `LANG` and `APP_SID`.
    pub action: String,
    /// The fields of the form.
    pub fields: Vec<(&'static str, String)>,
    /// Whether it is a static page, opened by `src` and without the form.
    pub is_static: bool,
    /// The origin that messages come from and go to.
    pub origin: String,
}

/// Opens the app of `binding` with `options` for `viewer`; none when the app or the user is gone, or
/// the handler is no address that browsers open.
pub fn open_frame(
    portal: &Portal,
    binding: &Binding,
    options: &Value,
    viewer: Viewer<'_>,
) -> Sql<Option<Frame>> {
    portal.store.write(|db| {
        let (Some(app), Some(user)) =
            (apps::get(db, binding.app_id)?, users::get(db, viewer.user)?)
        else {
            return Ok(None);
        };
        // Until an app is installed, an administrator sees its installer instead.
        let installs = !app.installed && user.is_admin && !app.installer.is_empty();
        let opened = if installs {
            &app.installer
        } else {
            &binding.handler
        };
        let Ok(handler) = address::parse(opened) else {
            return Ok(None);
        };
        let token = issue_token(portal, db, app.id, user.id)?;
        let row = FrameRow {
            sid: secrets::hex(16),
            app_id: app.id,
            user_id: user.id,
            placement: binding.placement.clone(),
            options: php::json::encode(options),
            access: token.access,
            refresh: token.refresh,
            greeted: false,
        };
        frames::insert(db, &row)?;
        Ok(Some(describe(
            portal,
            db,
            (handler, viewer.host),
            &app,
            row,
        )?))
    })
}

fn describe(
    portal: &Portal,
    db: &Connection,
    (handler, host): (Url, &str),
    app: &App,
    row: FrameRow,
) -> Sql<Frame> {
    let protocol = if portal.settings.secure { "1" } else { "0" };
    let mut action = handler.clone();
    action.query_pairs_mut().extend_pairs([
        ("DOMAIN", host),
        ("PROTOCOL", protocol),
        ("LANG", "en"),
        ("APP_SID", &row.sid),
    ]);
    Ok(Frame {
        name: format!("{host}|{protocol}|{}", row.sid),
        action: action.into(),
        is_static: has_page_extension(handler.path()),
        origin: handler.origin().ascii_serialization(),
        sid: row.sid,
        fields: vec![
            ("AUTH_ID", row.access),
            ("AUTH_EXPIRES", portal.settings.token_life.to_string()),
            ("REFRESH_ID", row.refresh),
            ("SERVER_ENDPOINT", format!("{}/rest/", portal.origin())),
            ("APPLICATION_TOKEN", app.application_token.clone()),
            ("APPLICATION_SCOPE", app.scopes.clone()),
            ("member_id", member_id(db)?),
            ("status", "L".to_owned()),
            ("PLACEMENT", row.placement),
            ("PLACEMENT_OPTIONS", row.options),
        ],
    })
}

/// Whether the path is that of a static page, which a form cannot be posted to.
fn has_page_extension(path: &str) -> bool {
    let extension = path
        .rsplit_once('.')
        .map(|(_, extension)| extension.to_lowercase());
    matches!(extension.as_deref(), Some("html" | "htm"))
}

/// The portal's constant id.
pub fn member_id(db: &Connection) -> Sql<String> {
    Ok(users::portal(db, "member_id")?.unwrap_or_default())
}

/// Gives an app a new pair of tokens to act for a user.
pub fn issue_token(portal: &Portal, db: &Connection, app_id: i64, user_id: i64) -> Sql<Token> {
    let now = portal.clock.seconds();
    tokens::forget_old(db, now)?;
    let token = Token {
        access: secrets::hex(35),
        refresh: secrets::hex(35),
        app_id,
        user_id,
        expires: now + portal.settings.token_life,
        refresh_expires: now + portal.settings.refresh_life,
    };
    tokens::insert(db, &token)?;
    Ok(token)
}
