//! PHP's habits, which the real portal's answers and requests are full of: arrays that are lists or
//! maps by their keys, casts that never fail, bracketed query strings, its own JSON escapes, and
//! dates in any wording.
//!
//! A PHP array is a [`serde_json::Value`]: an `Array` when its keys are 0..n-1 in this order, an
//! `Object` otherwise; an empty one is always an `Array`.

pub mod cast;
pub mod date;
pub mod json;
pub mod query;
pub mod url;
