//! Reads corrections and looks for what they correct.

use toml::de::{DeTable, DeValue};

use super::{ast::Correction, reader::Reader};
use crate::{names, problem::Kind, source::Spanned};

/// The corrections of a file. Each must point at an entry of that file.
pub fn corrections(file: &Reader<'_>) -> Vec<Correction> {
    file.list_of_tables("correction", "a correction")
        .iter()
        .map(|table| correction(file, table))
        .collect()
}

fn correction(file: &Reader<'_>, table: &Reader<'_>) -> Correction {
    table.expect_keys(&["name", "at", "says", "fact", "source"]);
    let name = table.required("name");
    let at = table.required("at");
    if !at.value.is_empty() {
        look_up(file, &name, &at);
    }
    Correction {
        name,
        at: at.value,
        says: table.required("says").value,
        fact: table.required("fact").value,
        source: table.required("source").value,
    }
}

/// Follows the path from the top of the file.
fn look_up(file: &Reader<'_>, name: &Spanned<String>, at: &Spanned<String>) {
    let parts: Vec<_> = at
        .split('.')
        .map(|part| part.trim_matches(['"', '\'']))
        .collect();
    if let Err((missing, suggestion)) = follow(file.table, &parts) {
        let missing = parts[..=missing].join(".");
        file.problems.at(
            &at.span,
            Kind::CorrectionNowhere {
                name: name.value.clone(),
                missing,
                suggestion,
            },
        );
    }
}

/// Follows the parts; fails with the position of the first that leads nowhere and the key that comes closest to it.
fn follow(table: &DeTable<'_>, parts: &[&str]) -> Result<(), (usize, Option<String>)> {
    // Keys may hold dots themselves: `method.items.get` is the method `items.get`.
    let longest = (1..=parts.len())
        .rev()
        .find_map(|count| Some((count, table.get(parts[..count].join(".").as_str())?)));
    let Some((count, value)) = longest else {
        let known = table.keys().map(|key| key.get_ref().as_ref());
        return Err((0, names::closest(parts[0], known)));
    };
    match (value.get_ref(), &parts[count..]) {
        (_, []) => Ok(()),
        (DeValue::Table(inner), rest) => {
            follow(inner, rest).map_err(|(missing, near)| (missing + count, near))
        }
        _ => Err((count, None)),
    }
}
