//! The portal on the wire, compared with the reference: each test names the section it is about.

mod batch;
mod card;
mod companies;
mod conditions;
mod core;
mod endpoint;
mod envelope;
mod events;
mod fields;
mod files;
mod items;
mod limits;
mod links;
mod lists;
mod multifields;
mod oauth;
mod oracle;
mod placements;
mod products;
mod records;
mod session;
mod spec;
mod statuses;
mod store;
mod support;
mod userfields;
