//! Who calls, and may they (reference §8): the first check that fails wins.

use rusqlite::Connection;

use super::call::{Caller, Via};
use super::error::{Fault, RestError};
use super::request::Credentials;
use crate::state::Portal;
use crate::store::{apps, tokens, users};

/// Finds out who calls and checks that they hold `scope`.
pub fn authorize(
    portal: &Portal,
    db: &Connection,
    credentials: Option<&Credentials>,
    scope: &str,
) -> Result<Caller, RestError> {
    match credentials {
        None => Err(Fault::NoAuth.into()),
        Some(Credentials::Token(access)) => by_token(portal, db, access, scope),
        Some(Credentials::Webhook(user, secret)) => by_webhook(db, *user, secret, scope),
        Some(Credentials::Session(_)) => Err(RestError::new(
            Fault::NotImplemented,
            "The sandbox does not implement calls with the portal's session.",
        )),
    }
}

fn by_webhook(db: &Connection, user: i64, secret: &str, scope: &str) -> Result<Caller, RestError> {
    let scopes = users::webhook_scopes(db, user, secret)?.ok_or(Fault::BadWebhook)?;
    let user = users::get(db, user)?.ok_or(Fault::BadWebhook)?;
    let caller = Caller {
        user,
        via: Via::Webhook(scopes),
    };
    if !caller.holds(scope) {
        return Err(Fault::WebhookScope.into());
    }
    active(caller)
}

fn by_token(
    portal: &Portal,
    db: &Connection,
    access: &str,
    scope: &str,
) -> Result<Caller, RestError> {
    let token = tokens::by_access(db, access)?.ok_or(Fault::InvalidToken)?;
    let app = apps::get(db, token.app_id)?.ok_or(Fault::AppNotFound)?;
    if token.expires <= portal.clock.seconds() {
        return Err(Fault::ExpiredToken.into());
    }
    let user = users::get(db, token.user_id)?.ok_or(Fault::InactiveUser)?;
    let caller = Caller {
        user,
        via: Via::App(app),
    };
    if !caller.holds(scope) {
        return Err(Fault::AppScope.into());
    }
    active(caller)
}

fn active(caller: Caller) -> Result<Caller, RestError> {
    if caller.user.active {
        Ok(caller)
    } else {
        Err(Fault::InactiveUser.into())
    }
}
