//! The Bitrix24 CRM client: a table-driven engine and its transports, compiled to WebAssembly.

pub mod json;
pub mod schema;
