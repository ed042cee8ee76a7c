//! What a handler is sent: what happened, and what the reader may do with it (reference §6).

use rusqlite::Connection;
use serde_json::{Map, Value, json};

use super::Fired;
use super::application;
use super::delivery::Delivery;
use super::queue::OFFLINE_EVENT;
use crate::host;
use crate::php::query;
use crate::state::Portal;
use crate::store::Sql;
use crate::store::apps::{self, App};
use crate::store::handlers::Handler;
use crate::store::hooks;

/// Who writes letters.
#[derive(Clone, Copy)]
pub struct Writer<'a> {
    /// The portal.
    pub portal: &'a Portal,
    /// The transaction in which it happened.
    pub db: &'a Connection,
    /// The user who caused what happened.
    pub user: i64,
}

/// What a reader gets to call the portal with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tokens {
    None,
    Access,
    Both,
}

impl Tokens {
    /// What goes with an event. An outgoing webhook acts for nobody, and an app that is gone or was
    /// judged gets nothing either.
    fn of(event: &str, app: &App) -> Self {
        match event {
            _ if hooks::is_outgoing(app) => Self::None,
            application::UNINSTALL | application::METHOD_CONFIRM => Self::None,
            application::INSTALL | application::UPDATE | OFFLINE_EVENT => Self::Both,
            _ => Self::Access,
        }
    }
}

impl Writer<'_> {
    /// The letter to a handler; none when its app is gone.
    pub fn letter(self, handler: &Handler, event: &Fired) -> Sql<Option<Delivery>> {
        let Some(app) = apps::get(self.db, handler.app_id)? else {
            return Ok(None);
        };
        let mut body = Map::new();
        body.insert("event".into(), json!(event.event));
        body.insert("event_handler_id".into(), json!(handler.id.to_string()));
        body.insert("data".into(), event.data.clone());
        body.insert("ts".into(), json!(self.portal.clock.seconds().to_string()));
        let auth = match Tokens::of(&event.event, &app) {
            Tokens::None => self.sender(&app)?,
            tokens => self.proof(handler, &app, tokens)?,
        };
        body.insert("auth".into(), auth);
        Ok(Some(Delivery {
            event: event.event.clone(),
            address: handler.handler.clone(),
            body: query::build(&body),
        }))
    }

    /// Who tells it, and nothing to call with.
    fn sender(self, app: &App) -> Sql<Value> {
        let rest = format!("{}/rest/", self.portal.origin());
        Ok(json!({
            "domain": self.portal.settings.host,
            "client_endpoint": rest,
            "server_endpoint": rest,
            "member_id": host::member_id(self.db)?,
            "application_token": app.application_token,
        }))
    }

    fn proof(self, handler: &Handler, app: &App, tokens: Tokens) -> Sql<Value> {
        let user = if handler.auth_user > 0 {
            handler.auth_user
        } else {
            self.user
        };
        let token = host::issue_token(self.portal, self.db, app.id, user)?;
        let rest = format!("{}/rest/", self.portal.origin());
        let mut auth = json!({
            "access_token": token.access,
            "expires": token.expires.to_string(),
            "expires_in": self.portal.settings.token_life.to_string(),
            "scope": app.scopes,
            "domain": self.portal.settings.host,
            "server_endpoint": rest,
            "status": "L",
            "client_endpoint": rest,
            "member_id": host::member_id(self.db)?,
            "user_id": user.to_string(),
            "application_token": app.application_token,
        });
        if tokens == Tokens::Both {
            auth["refresh_token"] = json!(token.refresh);
        }
        Ok(auth)
    }
}
