//! What the portal answers → what a caller gets.

use super::copy::Copy;
use super::cursor::Cursor;
use super::{JsonError, Walker};
use crate::schema::Type;

pub(super) fn decode(
    _walker: Walker,
    text: &str,
    _ty: &Type,
    out: &mut String,
) -> Result<(), JsonError> {
    let mut cursor = Cursor::new(text);
    let mut damaged = Vec::new();
    cursor.skip(&mut damaged)?;
    let end = cursor.at();
    cursor.end()?;
    let mut copy = Copy::new(text, 0, out);
    for span in damaged {
        copy.quote(span);
    }
    copy.until(end);
    Ok(())
}
