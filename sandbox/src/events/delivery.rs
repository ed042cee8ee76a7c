//! Events on their way to the apps' handlers.

/// Where events wait to be sent.
#[derive(Debug, Default)]
pub struct Outbox {}
