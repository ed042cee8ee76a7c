//! The rows that the generator wrote from the spec: methods, objects, events and error codes.

use crate::schema::*;

include!(concat!(env!("OUT_DIR"), "/tables.rs"));
/// Methods, sorted by the wire's name.
pub fn methods() -> &'static [Method] {
    &METHODS
}
/// Objects.
pub fn objects() -> &'static [Object] {
    &OBJECTS
}
/// Events.
pub fn events() -> &'static [Event] {
    &EVENTS
}
/// Codes.
pub fn error_codes() -> &'static [ErrorCode] {
    &ERROR_CODES
}
/// Texts.
pub fn error_texts() -> &'static [ErrorText] {
    &ERROR_TEXTS
}
