//! What a developer does to the portal, seen on real connections: each fault on the wire and in the
//! data behind it, the clock, snapshots, HTTPS, the journal.

mod clock;
mod events;
mod faults;
mod hosts;
mod journal;
mod snapshots;
mod support;
mod tls;
mod tokens;
