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
pub struct Answer {
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
    /// Seconds of work the method has used up in the portal's current window.
    pub operating: Option<f64>,
    /// When the window starts anew, in seconds since 1970.
    pub operating_reset_at: Option<f64>,
}

/// Reads a whole answer. What is no object is an answer of nothing.
pub(super) fn read(
    walker: Walker,
    text: &str,
    ty: &Type,
    list: Option<&List>,
    raw: bool,
) -> Result<Answer, JsonError> {
    let mut cursor = Cursor::new(text);
    let result = ResultShape {
        walker,
        text,
        ty,
        list,
        raw,
    };
    let mut answer = Answer::default();
    let done = members(&mut cursor, &mut |name, cursor| {
        match name {
            "result" => answer.value = result.read(cursor)?,
            "total" => answer.total = count(cursor)?,
            "next" => answer.next = count(cursor)?,
            "error" => error(cursor, &mut answer)?,
            "error_description" => answer.error_description = words(cursor)?,
            "time" => time(cursor, &mut answer)?,
            _ => pass(cursor)?,
        }
        Ok(())
    });
    done.and_then(|()| cursor.end())
        .map_err(|Malformed| cursor.error())?;
    if list.is_some() {
        close_page(&mut answer);
    }
    Ok(answer)
}

/// How the result of a method looks.
struct ResultShape<'t> {
    walker: Walker,
    text: &'t str,
    ty: &'t Type,
    list: Option<&'t List>,
    raw: bool,
}

impl<'t> ResultShape<'t> {
    /// Decodes the result; of a method with pages it finds the rows and opens a page with them.
    fn read(&self, cursor: &mut Cursor<'t>) -> Result<Option<String>, Malformed> {
        let mut out = String::with_capacity(self.text.len());
        let Some(list) = self.list else {
            self.decode(cursor, &mut out)?;
            return Ok(Some(out));
        };
        out.push_str("{\"items\":");
        // The first name of the path is that of the result itself.
        let path = list.rows.get(1..).unwrap_or_default();
        Ok(self.rows(path, cursor, &mut out)?.then_some(out))
    }

    /// Follows the path to the rows and decodes them. Says whether they were there.
    fn rows(
        &self,
        path: &[&str],
        cursor: &mut Cursor<'t>,
        out: &mut String,
    ) -> Result<bool, Malformed> {
        let Some((step, path)) = path.split_first() else {
            self.decode(cursor, out)?;
            return Ok(true);
        };
        let mut found = false;
        members(cursor, &mut |name, cursor| {
            if name == *step && !found {
                found = self.rows(path, cursor, out)?;
                return Ok(());
            }
            pass(cursor)
        })?;
        Ok(found)
    }

    fn decode(&self, cursor: &mut Cursor<'t>, out: &mut String) -> Result<(), Malformed> {
        if self.raw {
            let span = extent(cursor)?;
            out.push_str(cursor.slice(span));
            return Ok(());
        }
        if self.list.is_some() && cursor.kind()? == Kind::Null {
            out.push_str("[]");
            return pass(cursor);
        }
        let mut decoder = Decoder::new(self.walker, *cursor, self.text, out);
        let done = match self.list {
            Some(_) => decoder.list_of(self.ty, DEPTH),
            None => decoder.value(self.ty, DEPTH),
        };
        *cursor = decoder.finish();
        done
    }
}

/// Ends the page that the rows opened.
fn close_page(answer: &mut Answer) {
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
fn members<'t>(
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
fn pass(cursor: &mut Cursor<'_>) -> Result<(), Malformed> {
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
fn count(cursor: &mut Cursor<'_>) -> Result<Option<u64>, Malformed> {
    let number = words(cursor)?.and_then(|text| integer(&text));
    Ok(number.and_then(|number| number.try_into().ok()))
}

/// An error's code alone, or, as the third version of the protocol has it, an object of code and text. A success may say
/// `"error":false` or null.
fn error(cursor: &mut Cursor<'_>, answer: &mut Answer) -> Result<(), Malformed> {
    if cursor.kind()? != Kind::Object {
        answer.error = words(cursor)?;
        return Ok(());
    }
    let mut code = None;
    members(cursor, &mut |name, cursor| {
        match name {
            "code" => code = words(cursor)?,
            "message" => answer.error_description = words(cursor)?,
            _ => pass(cursor)?,
        }
        Ok(())
    })?;
    answer.error = Some(code.unwrap_or_default());
    Ok(())
}

/// What the call has cost, where the portal says it.
fn time(cursor: &mut Cursor<'_>, answer: &mut Answer) -> Result<(), Malformed> {
    members(cursor, &mut |name, cursor| {
        let place = match name {
            "operating" => &mut answer.operating,
            "operating_reset_at" => &mut answer.operating_reset_at,
            _ => return pass(cursor),
        };
        if cursor.kind()? == Kind::Number {
            *place = Some(cursor.number()?.0.approximate());
            return Ok(());
        }
        pass(cursor)
    })
}
