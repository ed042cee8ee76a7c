//! From a request that was read to the answer, check by check in the portal's order (reference
//! §1.3): the bucket at the front end, the portal itself, the method, the caller, the operating
//! time, and then the method's own.

use std::net::IpAddr;

use chrono::{DateTime, FixedOffset};

use super::dispatch;
use super::error::{Fault, RestError};
use super::request::{Asked, Credentials};
use super::turn::{Done, Timing, Turn};
use super::{auth, envelope};
use crate::batch;
use crate::limits::{Sharing, Source};
use crate::session::Session;
use crate::state::Portal;
use crate::store::{apps, tokens};

/// Where a request comes from, besides what it says itself.
#[derive(Clone, Debug, Default)]
pub struct Sender {
    /// The address it came from, where there is one.
    pub address: Option<IpAddr>,
    /// The visitor of the portal's pages whose browser sent it.
    pub visitor: Option<Session>,
}

/// What is answered, and what the endpoint writes down besides it.
#[derive(Debug, Default)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The body.
    pub body: serde_json::Value,
    /// The app that called, by its `client_id`.
    pub application: Option<String>,
    /// Seconds the method took.
    pub spent: f64,
    /// How full the caller's bucket is now; none where there are no buckets.
    pub bucket: Option<f64>,
}

impl Reply {
    /// A failure before or beyond the checks.
    pub fn failure(error: &RestError) -> Self {
        Self {
            status: error.status(),
            body: error.body(),
            application: None,
            spent: 0.0,
            bucket: None,
        }
    }
}

/// Answers a request that came at `start`; `asked` failed where the address names no method.
pub fn answer(
    portal: &Portal,
    asked: Result<Asked, RestError>,
    sender: &Sender,
    start: DateTime<FixedOffset>,
) -> Reply {
    let source = source(portal, asked.as_ref().ok(), sender);
    let now = envelope::seconds(start);
    let fits = portal.limits.admit(&source, now);
    let mut application = None;
    let answered = if fits {
        behind_the_bucket(portal, asked, sender, start, &mut application)
    } else {
        Err(Fault::QueryLimit.into())
    };
    let end = portal.clock.now();
    let (status, body) = match answered {
        Ok(Done { answer, timing }) => {
            let timing = Timing {
                start,
                end,
                ..timing
            };
            (200, envelope::success(answer, timing))
        }
        Err(error) => (error.status(), error.body()),
    };
    Reply {
        status,
        body,
        application,
        spent: (envelope::seconds(end) - now).max(0.0),
        bucket: portal.limits.gauge(&source, now).map(|gauge| gauge.level),
    }
}

fn behind_the_bucket(
    portal: &Portal,
    asked: Result<Asked, RestError>,
    sender: &Sender,
    start: DateTime<FixedOffset>,
    application: &mut Option<String>,
) -> Result<Done, RestError> {
    portal.conditions.check_all(&[
        Fault::PortalDeleted,
        Fault::UnexpectedAnswer,
        Fault::Internal,
    ])?;
    let asked = asked?;
    let method = dispatch::find(&asked.method)?;
    let caller = portal.store.read(|db| {
        let credentials = asked.credentials.as_ref();
        Ok(auth::authorize(portal, db, credentials, sender, method))
    })??;
    *application = caller.app().map(|app| app.client_id.clone());
    let mut turn = Turn::new(portal, &caller, start);
    let done = if method.name == batch::NAME {
        Ok(batch::run(&mut turn, &asked))
    } else {
        turn.run(method, asked)
    };
    portal.outbox.send(turn.finish());
    portal.conditions.check(Fault::WrongEncoding)?;
    done
}

/// Whose bucket a request goes into. Who cannot be told from others shares their address's.
fn source(portal: &Portal, asked: Option<&Asked>, sender: &Sender) -> Source {
    let caller = match (portal.settings.sharing, asked) {
        (Sharing::Caller, Some(asked)) => caller(portal, asked.credentials.as_ref(), sender),
        _ => None,
    };
    let address = || match sender.address {
        Some(address) => format!("address {address}"),
        None => "address unknown".to_owned(),
    };
    Source(caller.unwrap_or_else(address))
}

fn caller(portal: &Portal, credentials: Option<&Credentials>, sender: &Sender) -> Option<String> {
    match credentials? {
        Credentials::Webhook(user, secret) => Some(format!("webhook {user}/{secret}")),
        Credentials::Session(_) => Some(format!("session {}", sender.visitor.as_ref()?.user)),
        Credentials::Token(access) => {
            let app = portal.store.read(|db| {
                let token = tokens::by_access(db, access)?;
                Ok(token
                    .map(|token| apps::get(db, token.app_id))
                    .transpose()?
                    .flatten())
            });
            Some(format!("app {}", app.ok()??.client_id))
        }
    }
}
