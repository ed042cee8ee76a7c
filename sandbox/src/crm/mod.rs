//! Leads and contacts: what the crm.* methods do.

pub mod search;
pub mod wire;
