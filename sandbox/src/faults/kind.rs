//! What can go wrong on demand: one row per kind.

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

/// A kind of fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Too many requests.
    Limit,
    /// Too much operating time.
    Operating,
    /// A late answer.
    Slow,
    /// No answer, ever.
    Timeout,
    /// The connection ends before the method runs.
    DropBefore,
    /// The connection ends after the method ran.
    DropAfter,
    /// Half an answer.
    Cut,
    /// An answer of another type.
    ContentType,
    /// A page of a front end.
    Html,
    /// A way to another host.
    Redirect,
    /// The portal has got another name.
    PortalRenamed,
    /// The token has become too old.
    ExpiredToken,
    /// The token has been taken away.
    RevokedToken,
    /// No new tokens.
    RefreshFails,
    /// The portal's page does not answer its app.
    SilentParent,
    /// A letter comes twice.
    DuplicateEvent,
    /// A letter does not come.
    LostEvent,
}

/// Where a fault is met; what its `method` names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A REST call: the method.
    Call,
    /// New tokens for an app: nothing.
    Refresh,
    /// A message of an embedded app: the command, `getInitData`.
    Frame,
    /// A letter to an event's handler: the event, `ONCRMLEADADD`.
    Letter,
}

/// What is known of a kind.
#[derive(Debug)]
pub struct Row {
    /// The kind.
    pub kind: Kind,
    /// Its name.
    pub name: &'static str,
    /// Where it is met.
    pub place: Place,
    /// Whether the method runs all the same, unless the rule says otherwise.
    pub executed: bool,
    /// Settings of this kind besides those of all kinds.
    pub settings: &'static [&'static str],
    /// What happens.
    pub doc: &'static str,
}

const fn call(
    kind: Kind,
    name: &'static str,
    executed: bool,
    settings: &'static [&'static str],
    doc: &'static str,
) -> Row {
    Row {
        kind,
        name,
        place: Place::Call,
        executed,
        settings,
        doc,
    }
}

const fn other(kind: Kind, name: &'static str, place: Place, doc: &'static str) -> Row {
    Row {
        kind,
        name,
        place,
        executed: true,
        settings: &[],
        doc,
    }
}

/// Every kind.
#[rustfmt::skip]
pub const KINDS: &[Row] = &[
    call(Kind::Limit, "limit", false, &[], "503 QUERY_LIMIT_EXCEEDED; the method does not run"),
    call(Kind::Operating, "operating", false, &[], "429 OPERATION_TIME_LIMIT; the method does not run"),
    call(Kind::Slow, "slow", true, &["ms"], "waits `ms` milliseconds (1000), then answers"),
    call(Kind::Timeout, "timeout", true, &["executed"], "the method runs and the answer never comes; executed=false: it does not run"),
    call(Kind::DropBefore, "drop-before", false, &[], "the connection is closed before the method runs"),
    call(Kind::DropAfter, "drop-after", true, &[], "the method runs, then the connection is closed without an answer"),
    call(Kind::Cut, "cut", true, &[], "the method runs; half of the answer comes, under the Content-Length of the whole"),
    call(Kind::ContentType, "content-type", true, &["type"], "the method runs; its JSON says that it is `type` (text/html)"),
    call(Kind::Html, "html", false, &["status", "executed", "cors"], "a front end's HTML page with `status` (502); executed=true: the method runs; cors=true: pages of other origins may read it"),
    call(Kind::Redirect, "redirect", false, &["to", "cors"], "302 to the same path on the host `to` (another.example); cors=true: pages of other origins may follow"),
    call(Kind::PortalRenamed, "portal-renamed", false, &["to", "cors"], "the portal is called `to` (localhost) from now on: 302 from every other name, answers under the new one; cors=true: pages of other origins may follow"),
    call(Kind::ExpiredToken, "expired-token", true, &[], "the app's access token becomes too old: 401 expired_token until it is refreshed"),
    call(Kind::RevokedToken, "revoked-token", true, &[], "the app's pair of tokens is forgotten: 401 invalid_token, and no refresh"),
    other(Kind::RefreshFails, "refresh-fails", Place::Refresh, "400 invalid_grant at the token endpoint; the portal's page does not answer refreshAuth"),
    other(Kind::SilentParent, "silent-parent", Place::Frame, "the portal's page leaves the app's messages without an answer"),
    other(Kind::DuplicateEvent, "duplicate-event", Place::Letter, "a handler gets the same letter twice"),
    other(Kind::LostEvent, "lost-event", Place::Letter, "a handler does not get its letter"),
];

/// Settings of every kind.
pub const COMMON: &[&str] = &[
    "kind",
    "method",
    "caller",
    "count",
    "skip",
    "probability",
    "seed",
];

impl Kind {
    /// The kind of that name.
    pub fn named(name: &str) -> Option<Self> {
        let found = KINDS.iter().find(|row| row.name == name);
        found.map(|row| row.kind)
    }

    /// Its row.
    pub fn row(self) -> &'static Row {
        // The table is in the order of the kinds, as the test below sees to.
        &KINDS[self as usize]
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(self.row().name)
    }
}

/// All kinds as `GET /_sandbox/faults` lists them.
pub fn describe() -> Value {
    KINDS
        .iter()
        .map(|row| json!({ "kind": row.name, "settings": row.settings, "doc": row.doc }))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_found_by_its_name() {
        for row in KINDS {
            assert_eq!(Kind::named(row.name), Some(row.kind));
            assert_eq!(row.kind.row().name, row.name);
        }
    }
}
