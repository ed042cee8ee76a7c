//! The rows that the generator wrote from the spec: methods, objects, events and error codes.

use crate::schema::*;

include!(concat!(env!("OUT_DIR"), "/tables.rs"));
