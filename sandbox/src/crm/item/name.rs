//! How crm.item.* spells the names of fields.

/// What the classic methods call the fields whose names are not merely spelt otherwise.
const RENAMED: &[(&str, &str)] = &[
    ("stageId", "STATUS_ID"),
    ("stageSemanticId", "STATUS_SEMANTIC_ID"),
    ("createdTime", "DATE_CREATE"),
    ("updatedTime", "DATE_MODIFY"),
    ("createdBy", "CREATED_BY_ID"),
    ("updatedBy", "MODIFY_BY_ID"),
    ("movedBy", "MOVED_BY_ID"),
];

/// What the classic methods call a field: `DATE_CREATE` for `createdTime`.
pub fn classic(name: &str) -> String {
    let renamed = RENAMED.iter().find(|(item, _)| *item == name);
    renamed.map_or_else(|| upper(name), |(_, classic)| (*classic).to_owned())
}

/// The name without camel case: `CREATED_TIME` for `createdTime`.
pub fn upper(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() {
            out.push('_');
        }
        out.push(letter.to_ascii_uppercase());
    }
    out
}

/// A custom field's name: `ufCrmMyString` for `UF_CRM_MY_STRING`. Where camel case would lose what
/// stands where, most of the name stays: `ufCrm_1720019876534`.
pub fn custom(name: &str) -> String {
    match name.strip_prefix("UF_CRM_") {
        Some(rest) if !is_convertible(rest) => format!("ufCrm_{rest}"),
        _ => camel(name),
    }
}

/// Letters and underscores, or the number of a kind of record and then digits or letters.
fn is_convertible(rest: &str) -> bool {
    let is_word = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
    rest.bytes().all(is_word)
        || rest
            .split_once('_')
            .is_some_and(|(kind, tail)| is_kind(kind) && is_digits_or_letters(tail))
}

fn is_kind(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_digits_or_letters(text: &str) -> bool {
    let all = |test: fn(&u8) -> bool| text.as_bytes().iter().all(test);
    !text.is_empty() && (all(u8::is_ascii_digit) || all(u8::is_ascii_alphabetic))
}

/// Camel case, with the underscores between digits kept.
fn camel(name: &str) -> String {
    let is_digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    let mut out = String::new();
    for word in name.to_lowercase().split('_') {
        let mut letters = word.chars();
        let first = letters.next();
        if is_digit(out.chars().last()) && is_digit(first) {
            out.push('_');
        }
        let is_start = out.is_empty();
        out.extend(first.map(|first| {
            if is_start {
                first
            } else {
                first.to_ascii_uppercase()
            }
        }));
        out.push_str(letters.as_str());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn custom_fields_are_named_so_that_nothing_is_lost() {
        let cases = [
            ("UF_CRM_MY_STRING", "ufCrmMyString"),
            ("UF_CRM_2_1639669411830", "ufCrm2_1639669411830"),
            ("UF_CRM_12_ABC", "ufCrm12Abc"),
            ("UF_CRM_1720019876534", "ufCrm_1720019876534"),
            ("UF_CRM_64A29A1CD5CC2", "ufCrm_64A29A1CD5CC2"),
            ("UF_CRM_A1", "ufCrm_A1"),
            ("UF_CRM_12345_ABC", "ufCrm_12345_ABC"),
        ];
        for (classic, expected) in cases {
            assert_eq!(custom(classic), expected);
        }
    }

    #[test]
    fn fields_have_two_more_names() {
        let cases = [
            ("secondName", "SECOND_NAME", "SECOND_NAME"),
            ("createdTime", "CREATED_TIME", "DATE_CREATE"),
            ("stageId", "STAGE_ID", "STATUS_ID"),
        ];
        for (name, without_camels, of_old) in cases {
            assert_eq!(upper(name), without_camels);
            assert_eq!(classic(name), of_old);
        }
    }
}
