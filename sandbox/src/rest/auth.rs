//! Who calls, and may they (reference §8, §10): the first check that fails wins.

use rusqlite::Connection;

use super::call::{Caller, Via, Webhook};
use super::dispatch::Method;
use super::error::{Fault, RestError};
use super::exchange::Sender;
use super::request::Credentials;
use crate::secrets;
use crate::session::Session;
use crate::state::Portal;
use crate::store::{apps, tokens, users};

/// Why a portal answers nobody from outside.
const HELD_BACK: [Fault; 3] = [Fault::Overload, Fault::NoPlan, Fault::NoSubscription];

/// Finds out who calls and checks that they may call `method`.
pub fn authorize(
    portal: &Portal,
    db: &Connection,
    credentials: Option<&Credentials>,
    sender: &Sender,
    method: &Method,
) -> Result<Caller, RestError> {
    let scope = method.scope;
    let visitor = sender.visitor.as_ref();
    match credentials {
        None => Err(Fault::NoAuth.into()),
        Some(Credentials::Token(access)) => {
            let caller = by_token(portal, db, access, scope)?;
            active(&caller, visitor)?;
            portal.conditions.check(Fault::UserAccess)?;
            let app = caller.app().map_or(0, |app| app.id);
            portal
                .conditions
                .check_confirmation_of(app, access, method.name)?;
            Ok(caller)
        }
        Some(Credentials::Webhook(user, secret)) => {
            let caller = by_webhook(portal, db, *user, secret, scope)?;
            active(&caller, visitor)?;
            portal.conditions.check_confirmation()?;
            Ok(caller)
        }
        Some(Credentials::Session(sessid)) => by_session(portal, db, sessid, visitor),
    }
}

fn by_webhook(
    portal: &Portal,
    db: &Connection,
    user: i64,
    secret: &str,
    scope: &str,
) -> Result<Caller, RestError> {
    let conditions = &portal.conditions;
    // On one's own machine http is as good as https, so only who asks for it is refused.
    if portal.origin().starts_with("http://") {
        conditions.check(Fault::HttpsRequired)?;
    }
    let scopes = users::webhook_scopes(db, user, secret)?.ok_or(Fault::BadWebhook)?;
    let user = users::get(db, user)?.ok_or(Fault::BadWebhook)?;
    let secret = secret.to_owned();
    let caller = Caller {
        user,
        via: Via::Webhook(Webhook { secret, scopes }),
    };
    if !caller.holds(scope) {
        return Err(Fault::WebhookScope.into());
    }
    conditions.check_all(&HELD_BACK)?;
    Ok(caller)
}

fn by_token(
    portal: &Portal,
    db: &Connection,
    access: &str,
    scope: &str,
) -> Result<Caller, RestError> {
    let conditions = &portal.conditions;
    // What the authorization server says comes first.
    conditions.check_all(&[
        Fault::Connection,
        Fault::NotInstalled,
        Fault::PaymentRequired,
    ])?;
    let token = tokens::by_access(db, access)?.ok_or(Fault::InvalidToken)?;
    conditions.check_all(&HELD_BACK)?;
    conditions.check(Fault::AppNotFound)?;
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
    Ok(caller)
}

/// A browser that is logged in as somebody else is told to log out first.
fn active(caller: &Caller, visitor: Option<&Session>) -> Result<(), RestError> {
    if !caller.user.active {
        return Err(Fault::InactiveUser.into());
    }
    if visitor.is_some_and(|visitor| visitor.user != caller.user.id) {
        return Err(Fault::AnotherVisitor.into());
    }
    Ok(())
}

fn by_session(
    portal: &Portal,
    db: &Connection,
    sessid: &str,
    visitor: Option<&Session>,
) -> Result<Caller, RestError> {
    let stranger = || {
        RestError::from(Fault::NotLoggedIn)
            .with("sessid", secrets::hex(16))
            .with("extended_error", "user_not_authorized")
    };
    let visitor = visitor.ok_or_else(stranger)?;
    let user = users::get(db, visitor.user)?.filter(|user| user.active);
    let user = user.ok_or_else(stranger)?;
    if portal.conditions.holds(Fault::UserType) {
        return Err(RestError::from(Fault::UserType).with("type", "bot"));
    }
    if visitor.sessid != sessid {
        return Err(RestError::from(Fault::WrongSessid).with("sessid", &visitor.sessid));
    }
    Ok(Caller {
        user,
        via: Via::Session,
    })
}
