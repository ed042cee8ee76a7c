//! Small tables that come whole: their rows filtered and sorted by column.

use std::cmp::Ordering;

use serde_json::{Map, Value};

use crate::php::cast;

/// Whether every column that `filter` names has the value, or one of the values, it wants.
pub fn fulfils(row: &Map<String, Value>, filter: &Value) -> bool {
    cast::entries(filter)
        .iter()
        .all(|(name, wanted)| match row.get(name.as_ref()) {
            Some(value) if cast::is_array(wanted) => cast::values(wanted)
                .into_iter()
                .any(|wanted| cast::text(wanted) == cast::text(value)),
            Some(value) => cast::text(wanted) == cast::text(value),
            None => true,
        })
}

/// Sorts rows by the columns that `order` names; digits count as numbers.
pub fn sort(rows: &mut [Value], order: &[(&str, bool)]) {
    rows.sort_by(|one, other| {
        let compared = order.iter().map(|(name, descending)| {
            let by = compare(cast::member(one, name), cast::member(other, name));
            if *descending { by.reverse() } else { by }
        });
        compared.fold(Ordering::Equal, Ordering::then)
    });
}

/// Sorts rows as the parameter `order` asks: what is not `DESC` goes upwards.
pub fn sort_as_asked(rows: &mut [Value], order: Option<&Value>) {
    let order = order.map(cast::entries).unwrap_or_default();
    let order: Vec<(&str, bool)> = order
        .iter()
        .map(|(name, direction)| {
            let descending = cast::text(direction).eq_ignore_ascii_case("DESC");
            (name.as_ref(), descending)
        })
        .collect();
    sort(rows, &order);
}

fn compare(one: &Value, other: &Value) -> Ordering {
    let (one, other) = (cast::text(one), cast::text(other));
    match (one.parse::<i64>(), other.parse::<i64>()) {
        (Ok(one), Ok(other)) => one.cmp(&other),
        _ => one.to_lowercase().cmp(&other.to_lowercase()),
    }
}
