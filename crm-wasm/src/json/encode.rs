//! What a caller passes → what the portal takes.

use super::{JsonError, Problem, Walker};
use crate::schema::{Field, Type};

pub(super) fn encode(
    walker: Walker,
    text: &str,
    _params: &'static [Field],
    out: &mut String,
) -> Result<Vec<Problem>, JsonError> {
    walker.decode(text, &Type::Any, out)?;
    Ok(Vec::new())
}
