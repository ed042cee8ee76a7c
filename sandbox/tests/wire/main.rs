//! The portal on the wire, compared with the reference: each test names the section it is about.

mod card;
mod core;
mod endpoint;
mod events;
mod fields;
mod files;
mod links;
mod lists;
mod multifields;
mod oracle;
mod placements;
mod products;
mod records;
mod spec;
mod support;
mod userfields;
