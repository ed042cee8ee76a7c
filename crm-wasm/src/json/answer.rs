//! What wraps the result of every call: `{"result":…,"total":…,"next":…,"time":{…}}` or `{"error":…}`.

use super::cursor::Cursor;
use super::decode::Decoder;
use super::error::Malformed;
use super::escape::push_number;
use super::number::integer;
use super::token::{Kind, RawText, Span};
use super::{DEPTH, JsonError, Walker};
use crate::schema::{List, Type};

/// The answer to a call, taken apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer<'t> {
    /// The result as text ready for `JSON.parse`; none where the answer has no result, or no rows where its method has.
    pub value: Option<String>,
    /// The error's code, which may be empty; none where the answer is no error.
    pub error: Option<String>,
    /// The error's text.
    pub error_description: Option<String>,
    /// How many rows there are in all.
    pub total: Option<u64>,
    /// The offset of the next page; none on the last.
    pub next: Option<u64>,
    /// What the call has cost.
    pub cost: Cost<'t>,
}

/// What a call has cost, in the digits that came; empty where nothing came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost<'t> {
    /// Seconds of work the method has used up in the portal's current window.
    pub operating: &'t str,
    /// When the window starts anew, in seconds since 1970.
    pub reset_at: &'t str,
}

impl Cost<'_> {
    /// Whether there is any.
    pub fn is_some(&self) -> bool {
        self.operating
            .bytes()
            .any(|byte| matches!(byte, b'1'..=b'9'))
    }

    /// Writes both numbers.
    pub fn push(&self, out: &mut String, between: &str) {
        out.push_str(self.operating);
        out.push_str(between);
        out.push_str(if self.reset_at.is_empty() {
            "0"
        } else {
            self.reset_at
        });
    }
}

/// How the result of a call looks.
#[derive(Clone, Copy, Debug)]
pub struct Shape<'r> {
    /// Its type, or that of a row.
    pub ty: &'r Type,
    /// Where the rows are, of a method with pages.
    pub list: Option<&'r List>,
    /// Whether it stays as the wire has it.
    pub raw: bool,
}

/// Reads a whole answer. What is no object is an answer of nothing.
pub(super) fn read<'t>(
    text: &'t str,
    result: &mut dyn FnMut(&mut Cursor<'t>, &mut String) -> Result<bool, Malformed>,
) -> Result<Answer<'t>, JsonError> {
    let mut cursor = Cursor::new(text);
    let mut answer = Answer::default();
    let done = members(&mut cursor, &mut |name, cursor| {
        match name {
            "result" => {
                let mut out = String::with_capacity(text.len());
                answer.value = result(cursor, &mut out)?.then_some(out);
            }
            "total" => answer.total = count(cursor)?,
            "next" => answer.next = count(cursor)?,
            "error" => error(cursor, &mut answer)?,
            "error_description" => answer.error_description = words(cursor)?,
            "time" => answer.cost = cost(cursor)?,
            _ => pass(cursor)?,
        }
        Ok(())
    });
    done.and_then(|()| cursor.end())
        .map_err(|Malformed| cursor.error())?;
    Ok(answer)
}

impl Shape<'_> {
    /// Decodes the result; of a method with pages it finds the rows and opens a page with them. Says whether they were
    /// there.
    pub(super) fn read(
        &self,
        walker: Walker,
        cursor: &mut Cursor<'_>,
        out: &mut String,
    ) -> Result<bool, Malformed> {
        let Some(list) = self.list else {
            return self.rows(walker, &[], cursor, out);
        };
        out.push_str("{\"items\":");
        // The first name of the path is that of the result itself.
        let path = list.rows.get(1..).unwrap_or_default();
        self.rows(walker, path, cursor, out)
    }

    /// Follows the path to the rows and decodes them. Says whether they were there.
    fn rows(
        &self,
        walker: Walker,
        path: &[&str],
        cursor: &mut Cursor<'_>,
        out: &mut String,
    ) -> Result<bool, Malformed> {
        let Some((step, path)) = path.split_first() else {
            self.decode(walker, cursor, out)?;
            return Ok(true);
        };
        let mut found = false;
        members(cursor, &mut |name, cursor| {
            if name == *step && !found {
                found = self.rows(walker, path, cursor, out)?;
                return Ok(());
            }
            pass(cursor)
        })?;
        Ok(found)
    }

    fn decode(
        &self,
        walker: Walker,
        cursor: &mut Cursor<'_>,
        out: &mut String,
    ) -> Result<(), Malformed> {
        if self.raw {
            let span = extent(cursor)?;
            out.push_str(cursor.slice(span));
            return Ok(());
        }
        if self.list.is_some() && cursor.kind()? == Kind::Null {
            out.push_str("[]");
            return pass(cursor);
        }
        let mut decoder = Decoder::new(walker, *cursor, out);
        let done = match self.list {
            Some(_) => decoder.list_of(self.ty, DEPTH),
            None => decoder.value(self.ty, DEPTH),
        };
        *cursor = decoder.finish();
        done
    }
}

/// Ends the page that the rows opened.
pub(super) fn close_page(answer: &mut Answer<'_>) {
    let Some(page) = &mut answer.value else {
        return;
    };
    for (name, count) in [(",\"total\":", answer.total), (",\"next\":", answer.next)] {
        if let Some(count) = count {
            page.push_str(name);
            push_number(page, count);
        }
    }
    page.push('}');
}

/// Reads an object's members; passes anything else.
pub(super) fn members<'t>(
    cursor: &mut Cursor<'t>,
    each: &mut dyn FnMut(&str, &mut Cursor<'t>) -> Result<(), Malformed>,
) -> Result<(), Malformed> {
    if cursor.kind()? != Kind::Object {
        return pass(cursor);
    }
    cursor.eat(b'{');
    let mut closed = cursor.closes(Kind::Object);
    while !closed {
        let name = cursor.name()?;
        each(&name.content(), cursor)?;
        closed = cursor.ends(Kind::Object)?;
    }
    Ok(())
}

/// Moves past a value nobody asks for.
pub(super) fn pass(cursor: &mut Cursor<'_>) -> Result<(), Malformed> {
    cursor.skip(&mut Vec::new())
}

/// Moves past a value and says where it stands.
fn extent(cursor: &mut Cursor<'_>) -> Result<Span, Malformed> {
    cursor.space();
    let start = cursor.at();
    pass(cursor)?;
    Ok(Span {
        start,
        end: cursor.at(),
    })
}

/// The text of a scalar: what a string means, a number as it is written.
fn words(cursor: &mut Cursor<'_>) -> Result<Option<String>, Malformed> {
    match cursor.kind()? {
        Kind::Text => cursor
            .string()
            .map(|text: RawText<'_>| Some(text.content().into_owned())),
        Kind::Number => cursor
            .number()
            .map(|(number, _)| Some(number.text().to_owned())),
        _ => pass(cursor).map(|()| None),
    }
}

/// A number of rows, in digits or a string of them.
pub(super) fn count(cursor: &mut Cursor<'_>) -> Result<Option<u64>, Malformed> {
    let number = words(cursor)?.and_then(|text| integer(&text));
    Ok(number.and_then(|number| number.try_into().ok()))
}

/// An error's code alone; or an object of code and text, by the names of the protocol's third version or of a batch. A success
/// may say `"error":false` or null.
pub(super) fn error(cursor: &mut Cursor<'_>, answer: &mut Answer<'_>) -> Result<(), Malformed> {
    if cursor.kind()? != Kind::Object {
        answer.error = words(cursor)?;
        return Ok(());
    }
    let mut code = None;
    members(cursor, &mut |name, cursor| {
        match name {
            "code" | "error" => code = words(cursor)?,
            "message" | "error_description" => answer.error_description = words(cursor)?,
            _ => pass(cursor)?,
        }
        Ok(())
    })?;
    answer.error = Some(code.unwrap_or_default());
    Ok(())
}

/// What a call has cost, where the portal says it.
pub(super) fn cost<'t>(cursor: &mut Cursor<'t>) -> Result<Cost<'t>, Malformed> {
    let mut cost = Cost::default();
    members(cursor, &mut |name, cursor| {
        let place = match name {
            "operating" => &mut cost.operating,
            "operating_reset_at" => &mut cost.reset_at,
            _ => return pass(cursor),
        };
        if cursor.kind()? == Kind::Number {
            *place = cursor.number()?.0.text();
            return Ok(());
        }
        pass(cursor)
    })?;
    Ok(cost)
}
