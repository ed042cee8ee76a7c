//! What wraps the result of every call.

use super::{JsonError, Walker};
use crate::schema::{List, Type};

/// The answer to a call, taken apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// The result as text ready for `JSON.parse`; none where the answer has no result.
    pub value: Option<String>,
    /// The error's code, which may be empty; none where the answer is no error.
    pub error: Option<String>,
    /// The error's text.
    pub error_description: Option<String>,
    /// How many rows there are in all.
    pub total: Option<u64>,
    /// The offset of the next page; none on the last.
    pub next: Option<u64>,
    /// Seconds of work the method has used up in the portal's current window.
    pub operating: Option<f64>,
    /// When the window starts anew, in seconds since 1970.
    pub operating_reset_at: Option<f64>,
}

pub(super) fn read(
    walker: Walker,
    text: &str,
    ty: &Type,
    _list: Option<&List>,
    _raw: bool,
) -> Result<Answer, JsonError> {
    let mut value = String::new();
    walker.decode(text, ty, &mut value)?;
    Ok(Answer {
        value: Some(value),
        ..Answer::default()
    })
}
