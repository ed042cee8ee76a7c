//! A call on its way through the endpoint, and the fault it meets there, if any.

use axum::extract::Request;
use axum::http::header;
use axum::response::Response;

use super::rule::Rule;
use super::{Kind, Place, wire};
use crate::batch;
use crate::journal::{Entry, Via};
use crate::rest::error::Fault;
use crate::rest::exchange::Reply;
use crate::rest::request::{Asked, Credentials};
use crate::state::{AppState, Portal};
use crate::store::tokens;

/// The fault a call meets, if any.
#[derive(Debug)]
pub struct Meeting {
    rule: Option<Rule>,
    // Where a redirect leads.
    target: String,
}

/// The host a request names, and the path with the query it asks for.
#[derive(Clone, Debug, Default)]
pub struct Address {
    host: String,
    path: String,
}

impl Address {
    /// Where this request was sent.
    pub fn of(request: &Request) -> Self {
        let host = request.headers().get(header::HOST);
        let path = request.uri().path_and_query();
        Self {
            host: host
                .and_then(|host| host.to_str().ok())
                .unwrap_or_default()
                .to_owned(),
            path: path.map(ToString::to_string).unwrap_or_default(),
        }
    }
}

impl Meeting {
    /// Finds the call's fault and plays what of it comes before the method.
    pub async fn before(
        portal: &AppState,
        call: &mut Entry,
        asked: Option<&Asked>,
        address: &Address,
    ) -> Self {
        let sensible = |rule: &Rule| match rule.kind {
            Kind::PortalRenamed => !new_name(portal, rule).eq_ignore_ascii_case(&address.host),
            // A batch is free of it; its commands are not.
            Kind::Operating => call.method != batch::NAME,
            Kind::ExpiredToken | Kind::RevokedToken => call.caller.kind == Via::App,
            _ => true,
        };
        let caller = call.caller.label();
        let rule = portal
            .faults
            .meet_if(Place::Call, &call.method, &caller, sensible);
        let mut meeting = Self {
            rule,
            target: String::new(),
        };
        if let Some(rule) = &meeting.rule {
            call.fault = Some(rule.kind.row().name);
            meeting.target = target(portal, rule, &address.path);
            prepare(portal, rule, asked).await;
        }
        meeting
    }

    /// What is answered in place of the method; none where the method is to run.
    pub fn instead(&self) -> Option<Reply> {
        let rule = self.rule.as_ref().filter(|rule| !rule.executed)?;
        let refusal = match rule.kind {
            Kind::Limit => Fault::QueryLimit,
            Kind::Operating => Fault::OperatingLimit,
            // What goes out instead is made when the call leaves.
            _ => return Some(Reply::default()),
        };
        Some(Reply::failure(&refusal.into()))
    }

    /// Writes the call down, and lets its answer go out as the fault has it.
    pub async fn leave(self, portal: &Portal, mut call: Entry, response: Response) -> Response {
        let kind = self.rule.as_ref().map(|rule| rule.kind);
        let response = match &self.rule {
            Some(rule) => wire::spoil(rule, &self.target, response).await,
            None => response,
        };
        call.status = match kind {
            Some(Kind::Timeout | Kind::DropBefore | Kind::DropAfter) => 0,
            _ => response.status().as_u16(),
        };
        portal.journal.add(call);
        if kind == Some(Kind::Timeout) {
            std::future::pending::<()>().await;
        }
        response
    }
}

async fn prepare(portal: &AppState, rule: &Rule, asked: Option<&Asked>) {
    const SLOW: u64 = 1000;
    let credentials = asked.and_then(|asked| asked.credentials.as_ref());
    match (rule.kind, credentials) {
        (Kind::Slow, _) => {
            let pause = std::time::Duration::from_millis(rule.ms.unwrap_or(SLOW));
            tokio::time::sleep(pause).await;
        }
        (Kind::ExpiredToken, Some(Credentials::Token(access))) => {
            let now = portal.clock.seconds();
            report(portal.store.write(|db| tokens::expire(db, access, now)));
        }
        (Kind::RevokedToken, Some(Credentials::Token(access))) => {
            report(portal.store.write(|db| tokens::forget(db, access)));
        }
        _ => {}
    }
}

fn report(done: rusqlite::Result<()>) {
    if let Err(error) = done {
        eprintln!("sandbox: a fault could not be played: {error}");
    }
}

fn target(portal: &Portal, rule: &Rule, path: &str) -> String {
    match rule.kind {
        Kind::PortalRenamed => {
            let scheme = portal.settings.scheme();
            format!("{scheme}://{}{path}", new_name(portal, rule))
        }
        _ => format!(
            "https://{}{path}",
            rule.to.as_deref().unwrap_or("another.example")
        ),
    }
}

/// What the portal is called after it was renamed: by default the other name of this machine.
fn new_name(portal: &Portal, rule: &Rule) -> String {
    if let Some(name) = &rule.to {
        return name.clone();
    }
    let host = &portal.settings.host;
    let (name, port) = host.rsplit_once(':').unwrap_or((host, "80"));
    let other = if name == "localhost" {
        "127.0.0.1"
    } else {
        "localhost"
    };
    format!("{other}:{port}")
}
