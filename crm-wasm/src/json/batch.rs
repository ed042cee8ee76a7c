//! What a batch answers: the results of its commands, their errors, counts and costs, each in a part of its own.
//!
//! Commands are sent with the keys 0, 1, 2…; PHP writes a part as a list where it has them without a gap and as a map where
//! some are missing, and an empty part as an empty list.

use super::Walker;
use super::answer::{Answer, Shape, cost, count, error, members, pass};
use super::cursor::Cursor;
use super::error::Malformed;
use super::escape::push_number;
use super::number::integer;
use super::token::Kind;

/// Says as JSON why a command has no value.
pub type Refuse<'a> = dyn Fn(Answer<'_>) -> String + 'a;

/// Reads the result of a batch into an object of `value`, `total`, `next`, `error` and `operating`, each by the commands'
/// keys. Of a page whose rows are not there the items are null, and there is an error.
pub(super) fn read(
    walker: Walker,
    commands: &[Shape<'_>],
    refuse: &Refuse<'_>,
    cursor: &mut Cursor<'_>,
    values: &mut String,
) -> Result<bool, Malformed> {
    let [mut totals, mut nexts, mut errors, mut costs] = [const { String::new() }; 4];
    values.push_str("{\"value\":{");
    members(cursor, &mut |part, cursor| {
        each(cursor, &mut |key, cursor| {
            match (part, commands.get(key)) {
                ("result", Some(shape)) => {
                    push_key(values, key);
                    if !shape.read(walker, cursor, values)? {
                        values.push_str("null");
                        push_key(&mut errors, key);
                        errors.push_str(&refuse(Answer::default()));
                    }
                    values.push_str(if shape.list.is_some() { "}" } else { "" });
                }
                ("result_error", Some(_)) => {
                    let mut answer = Answer::default();
                    error(cursor, &mut answer)?;
                    push_key(&mut errors, key);
                    errors.push_str(&refuse(answer));
                }
                ("result_total", Some(_)) => push_count(&mut totals, key, count(cursor)?),
                ("result_next", Some(_)) => push_count(&mut nexts, key, count(cursor)?),
                ("result_time", Some(_)) => {
                    let cost = cost(cursor)?;
                    if cost.is_some() {
                        push_key(&mut costs, key);
                        costs.push('[');
                        cost.push(&mut costs, ",");
                        costs.push(']');
                    }
                }
                _ => pass(cursor)?,
            }
            Ok(())
        })
    })?;
    for (part, text) in [
        ("},\"total\":{", totals),
        ("},\"next\":{", nexts),
        ("},\"error\":{", errors),
        ("},\"operating\":{", costs),
    ] {
        values.push_str(part);
        values.push_str(&text);
    }
    values.push_str("}}");
    Ok(true)
}

/// Reads the entries of a part: of a list by their positions, of a map by their keys. Passes what is neither.
fn each<'t>(
    cursor: &mut Cursor<'t>,
    entry: &mut dyn FnMut(usize, &mut Cursor<'t>) -> Result<(), Malformed>,
) -> Result<(), Malformed> {
    if cursor.kind()? != Kind::List {
        return members(cursor, &mut |name, cursor| {
            let key = integer(name).and_then(|key| key.try_into().ok());
            entry(key.unwrap_or(usize::MAX), cursor)
        });
    }
    cursor.eat(b'[');
    let mut closed = cursor.closes(Kind::List);
    for position in 0.. {
        if closed {
            break;
        }
        entry(position, cursor)?;
        closed = cursor.ends(Kind::List)?;
    }
    Ok(())
}

fn push_count(part: &mut String, key: usize, count: Option<u64>) {
    if let Some(count) = count {
        push_key(part, key);
        push_number(part, count);
    }
}

/// Starts the next member of a part.
fn push_key(part: &mut String, key: usize) {
    if !part.is_empty() && !part.ends_with('{') {
        part.push(',');
    }
    part.push('"');
    push_number(part, key as u64);
    part.push_str("\":");
}
